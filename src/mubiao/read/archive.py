"""ZIP archives of documents: each file inside is read as if it lay in a folder."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath

from mubiao.errors import ReadError
from mubiao.read.limits import MAX_ENTRIES, MAX_UNPACKED
from mubiao.read.package import DAMAGE, content, opened
from mubiao.read.page import Page

LOCKED = 0x1  # the mark of a file that wants a password
UTF_8 = 0x800  # the mark of a name in UTF-8; without it Chinese systems write GB18030, which is read as code page 437


def read_zip(data: bytes, name: str, read: Callable[[bytes, str], list[Page]]) -> list[Page]:
    """The pages of all documents in an archive; what could not be read is said with the first.

    Raises:
        ReadError: damaged, locked, unpacking to more than any folder of documents, or without a document that can be read.
    """
    pages: list[Page] = []
    bad: list[str] = []
    try:
        with opened(data, name) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _hidden(entry)]
            if len(entries) > MAX_ENTRIES:
                raise ReadError(f"{name}: an archive of {len(entries)} files; unpack it")
            if any(entry.flag_bits & LOCKED for entry in entries):
                raise ReadError(f"{name}: a ZIP archive locked by a password; unpack it")
            for entry in sorted(entries, key=_name):
                try:
                    inside = read(content(archive, entry.filename, name, MAX_UNPACKED), _name(entry))
                except ReadError as error:
                    bad.append(str(error))
                    continue
                stem = str(PurePosixPath(_name(entry)).with_suffix(""))
                pages += [replace(page, part=f"{stem}#{page.part}" if page.part else stem) for page in inside]
    except DAMAGE as error:
        raise ReadError(f"{name}: not a whole ZIP archive; unpack it") from error
    if not pages:
        raise ReadError(f"{name}: no document in the archive can be read; {bad[0]}" if bad else f"{name}: the archive is empty")
    return [replace(pages[0], remarks=(*pages[0].remarks, *(f"not read: {line}" for line in bad))), *pages[1:]]


def _hidden(entry: zipfile.ZipInfo) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(entry.filename).parts)


def _name(entry: zipfile.ZipInfo) -> str:
    if entry.flag_bits & UTF_8:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return entry.filename
