"""The folder of what people decide (corrections, mappings): the tables remember which one their build read, so that the next decision is
written where the next build looks for it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from mubiao.errors import MubiaoError, UsageError
from mubiao.read.own import REVIEW
from mubiao.tables.corrections import read_corrections
from mubiao.tables.decisions import read_decisions

REMEMBERED = ".review"  # in the folder of the tables: the path of the other folder from there


def remember(out: Path, review: Path) -> None:
    """Write down beside the tables which folder of decisions they were built with."""
    told = str(review)
    if isinstance(review, Path):  # and not an address
        try:
            told = os.path.relpath(review.resolve(), out.resolve())  # holds where all of it is moved
        except ValueError:  # on another drive of Windows
            told = str(review.resolve())
    file = out / REMEMBERED
    if not file.is_file() or file.read_text(encoding="utf-8") != told:
        file.write_text(told, encoding="utf-8")


def remembered(out: Path) -> Path:
    """The folder of decisions that the tables were built with; the one beside them where nothing is written down.

    Raises:
        UsageError: it lies at an address, where nothing can be added to a file.
    """
    try:
        told = (out / REMEMBERED).read_text(encoding="utf-8").strip()
    except OSError:
        return out.parent / REVIEW
    if "://" in told:
        raise UsageError(f"{told}: the build reads its corrections and mappings there; give a folder of this machine with --review, and copy it")
    folder = (out.resolve() / told).resolve()
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder


def left_behind(out: Path, review: Path) -> list[str]:
    """A line for each other folder where decisions on these tables may stand, which a build that was given none does not read."""
    others = [out.parent / REVIEW]
    with suppress(UsageError):
        others.append(remembered(out))
    unread = {folder.resolve(): folder for folder in others}
    if isinstance(review, Path):
        unread.pop(review.resolve(), None)
    return [f"{folder}: holds decisions, but {review} is read; put them there, or give --review" for folder in unread.values() if _holds(folder)]


def _holds(folder: Path) -> bool:
    try:
        return bool(read_corrections(folder) or read_decisions(folder))
    except MubiaoError:  # what is wrong is told once it is read
        return True
