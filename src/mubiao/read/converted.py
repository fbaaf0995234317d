"""Old Word files, RTF and OpenDocument: converted by LibreOffice or antiword where one of them is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from mubiao.errors import ReadError
from mubiao.read.antiword import read_antiword
from mubiao.read.docx import read_docx
from mubiao.read.limits import CONVERT_SECONDS
from mubiao.read.page import Page

OFFICES = ("soffice", "libreoffice")
NAMES = {"doc": "an old Word file (.doc, .wps)", "rtf": "an RTF file", "odt": "an OpenDocument file"}


def read_converted(data: bytes, name: str, kind: str) -> Page:
    """The page of a file that another program makes a DOCX file or text of.

    Args:
        kind: doc, rtf or odt.

    Raises:
        ReadError: no such program is installed, or it could not convert the file.
    """
    office = next((found for program in OFFICES if (found := shutil.which(program))), None)
    antiword = shutil.which("antiword") if kind == "doc" else None
    if not office and not antiword:
        raise ReadError(f"{name}: {NAMES[kind]}; install LibreOffice and it is read, or save it as DOCX")
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / f"document.{kind}"
        given.write_bytes(data)
        try:
            if office:
                profile = f"-env:UserInstallation=file://{folder}/profile"  # its own, so that several run side by side
                _run([office, profile, "--headless", "--convert-to", "docx", "--outdir", folder, str(given)])
                page = replace(read_docx(given.with_suffix(".docx").read_bytes(), name), encoding=kind)
                with suppress(ReadError, OSError, subprocess.SubprocessError):
                    if antiword and _has_lost(page, other := _by_antiword(antiword, given, name)):
                        return other
                return page
            return _by_antiword(str(antiword), given, name)
        except (OSError, subprocess.SubprocessError) as error:
            raise ReadError(f"{name}: {NAMES[kind]} that {Path(office or str(antiword)).name} cannot convert; save it as DOCX") from error


def _has_lost(page: Page, other: Page) -> bool:
    """Whether a page lost a table of another: LibreOffice takes the cells of some, most often of the last, for one line."""
    lines = ["".join(line.split()) for line in page.text.split("\n")]
    heads = ("".join(other.text[cell.start : cell.end] for cell in table.cells if cell.row == table.cells[0].row) for table in other.tables)
    return any(head in line for head in map("".join, map(str.split, heads)) for line in lines)


def _by_antiword(program: str, given: Path, name: str) -> Page:
    return read_antiword(_run([program, "-m", "UTF-8.txt", "-w", "0", str(given)]), name)


def _run(command: list[str]) -> bytes:
    return subprocess.run(command, capture_output=True, check=True, timeout=CONVERT_SECONDS).stdout
