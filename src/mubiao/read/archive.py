"""ZIP archives of documents: each file inside is read as if it lay in a folder."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath

from mubiao.errors import ReadError
from mubiao.read.kinds import may_be_document
from mubiao.read.limits import MAX_ENTRIES, MAX_UNPACKED
from mubiao.read.package import DAMAGE, content, opened_zip
from mubiao.read.page import Page

LOCKED = 0x1  # the mark of a file that wants a password
UTF_8 = 0x800  # the mark of a name in UTF-8; without it Chinese systems write GB18030, which is read as code page 437
NOT_READ = "not read: "  # begins the remark on a file inside that is not used
ABOVE = ".."


def read_zip(data: bytes, name: str, read: Callable[[bytes, str], list[Page]]) -> list[Page]:
    """The pages of all documents in an archive; what could not be read is said with the first.

    Raises:
        ReadError: damaged, locked, unpacking to more than any folder of documents, or without a document that can be read.
    """
    pages: list[Page] = []
    bad: list[str] = []
    try:
        with opened_zip(data, name) as archive:
            entries = {entry: _name(entry) for entry in archive.infolist() if not entry.is_dir() and _is_wanted(_name(entry))}
            if len(entries) > MAX_ENTRIES:
                raise ReadError(f"{name}: an archive of {len(entries)} files; unpack it")
            if any(entry.flag_bits & LOCKED for entry in entries):
                raise ReadError(f"{name}: a ZIP archive locked by a password; unpack it")
            keys: dict[str, str] = {}
            for entry, own in sorted(entries.items(), key=lambda one: one[1]):
                stem = str(PurePosixPath(own).with_suffix(""))
                try:
                    if own.startswith("/") or ABOVE in PurePosixPath(own).parts:
                        raise ReadError(f"{own}: its name leads out of the archive; unpack it")
                    if stem in keys:
                        raise ReadError(f"{own}: {keys[stem]} would have the same key; rename one")
                    inside = read(content(archive, entry, name, MAX_UNPACKED), own)
                except ReadError as error:
                    bad.append(str(error))
                    continue
                keys[stem] = own
                pages += [replace(page, part=f"{stem}#{page.part}" if page.part else stem) for page in inside]
    except DAMAGE as error:
        raise ReadError(f"{name}: not a whole ZIP archive; unpack it") from error
    if not pages:
        raise ReadError(f"{name}: no document in the archive can be read; {bad[0]}" if bad else f"{name}: the archive is empty")
    return [replace(pages[0], remarks=(*pages[0].remarks, *(f"{NOT_READ}{line}" for line in bad))), *pages[1:]]


def _is_wanted(name: str) -> bool:
    """Whether a file inside would be asked for a document if it lay in a folder: hidden ones and what stands beside documents are not."""
    path = PurePosixPath(name)
    return may_be_document(path) and not any(part.startswith("__MACOSX") or (part.startswith(".") and part != ABOVE) for part in path.parts)


def _name(entry: zipfile.ZipInfo) -> str:
    """Name of a file inside, its folders parted by slashes; some programs for Windows write it with the other stroke."""
    try:
        named = entry.filename if entry.flag_bits & UTF_8 else entry.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        named = entry.filename
    return named.replace("\\", "/")
