"""ZIP packages of XML parts, as Word writes them: opened and parsed within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from lxml import etree

from mubiao.errors import ReadError
from mubiao.read.limits import MAX_UNPACKED, MAX_XML

DAMAGE = (
    zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, EOFError, SyntaxError, RuntimeError, NotImplementedError,
)  # of the last kinds: locked, oddly packed  # fmt: skip


def opened_zip(data: bytes, name: str) -> zipfile.ZipFile:
    """The ZIP file in some bytes.

    Raises:
        ReadError: it says that it unpacks to more than anybody wrote.
        zipfile.BadZipFile: it is none.
    """
    archive = zipfile.ZipFile(io.BytesIO(data))
    if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
        raise ReadError(f"{name}: unpacks to more than {MAX_UNPACKED // 1_000_000} MB")
    return archive


def content(archive: zipfile.ZipFile, entry: str | zipfile.ZipInfo, name: str, limit: int = MAX_XML) -> bytes:
    """A file of an archive; never more than a limit, whatever the archive says of its size."""
    with archive.open(entry) as file:
        found = file.read(limit + 1)
    if len(found) > limit:
        raise ReadError(f"{name}: {entry if isinstance(entry, str) else entry.filename} unpacks to more than {limit // 1_000_000} MB")
    return found


def parsed_xml(xml: bytes) -> Any:
    """The root of an XML part; no entity is resolved, and nothing is fetched."""
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
