"""Asks a process of its own what stands in a workbook: what damages it, or wants all memory, ends that process and no other."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

from mubiao.errors import ReadError
from mubiao.limits import DOCUMENT_SECONDS
from mubiao.read import apart
from mubiao.read.limits import MAX_SHEET_CELLS, MAX_SHEET_MEMORY

BROKEN_SHEET = "not a whole sheet; save it anew as XLSX"
ENDED = "the process that reads sheets"  # by whatever: memory, time, or a machine on which no process begins


def asked(data: bytes, name: str) -> dict[str, Any]:
    """What a process of its own finds in a workbook.

    Returns:
        ``sheets``: of each its title, merged ranges and rows of values; ``looks`` of the cells of an old workbook by the title
        of the sheet, ``hidden``: how many sheets are; or nothing but the ``size`` of a sheet that is too large.

    Raises:
        ReadError: it found damage (and said nothing), took too long, needed too much memory, or ended in a way of its own.
    """
    command = [sys.executable, "-P", apart.__file__, str(MAX_SHEET_CELLS), str(MAX_SHEET_MEMORY)]
    around = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=DOCUMENT_SECONDS, env=around)
    except subprocess.TimeoutExpired as error:
        raise ReadError(f"{name}: {ENDED} took more than {DOCUMENT_SECONDS} s; save what is needed as CSV") from error
    except OSError as error:
        raise ReadError(f"{name}: {ENDED} could not begin ({error.strerror})") from error
    if done.returncode < 0 or b"MemoryError" in done.stderr:
        raise ReadError(f"{name}: {BROKEN_SHEET} (reading it wanted more memory than a sheet may take)")
    if done.returncode:
        raise ReadError(f"{name}: {ENDED} failed ({(done.stderr.decode(errors='replace').strip().splitlines() or ['without a word'])[-1]})")
    if not done.stdout:
        raise ReadError(f"{name}: {BROKEN_SHEET}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found
