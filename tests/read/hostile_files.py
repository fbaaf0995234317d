"""Files that are made to break a reader, for the tests and for benchmarks/hostile.py."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

RELATED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WIDE = "<w:gridSpan w:val='100000000'/>"
LAUGHS = "<!DOCTYPE l [<!ENTITY a0 '啊'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"


def word(body: str, before: str = "") -> bytes:
    """A DOCX file of a body."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", RELATED)
        archive.writestr("word/document.xml", f"{before}<w:document {WORD}><w:body>{body}</w:body></w:document>")
    return buffer.getvalue()


def cell(text: str, shape: str = "") -> str:
    """A cell of a table."""
    return f"<w:tc><w:tcPr>{shape}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def png(width: int, height: int, packed: bytes = zlib.compress(b"")) -> bytes:
    """A grey picture that says that it is so large; where nothing is packed into it, nothing may be decoded to find out that it is."""
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
