"""Pictures of pages: files of their own (.png, .jpg, .tif), and pages of PDF files that were scanned."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from mubiao.errors import ReadError
from mubiao.read import recognise
from mubiao.read.joiner import joints
from mubiao.read.limits import MAX_PIXELS, MAX_SCANNED, MAX_SIDE
from mubiao.read.page import Page, Writer
from mubiao.read.ruled import Box, placed
from mubiao.read.setout import Seen, in_order

NEAR = 6  # dots between edges of cells that are one
DOUBTFUL = 0.9  # of a line that is recognised worse something is wrong more often than not


def read_picture(data: bytes, name: str) -> Page:
    """The page of a picture, of several where the file holds several (TIFF).

    Raises:
        ReadError: nothing here recognises text, damaged, too large, or without text.
    """
    if not recognise.is_there():
        raise ReadError(f"{name}: a picture; {recognise.EXTRA}")
    from PIL import Image, UnidentifiedImageError  # with the extra

    Image.MAX_IMAGE_PIXELS = None  # our own limit is told before anything is decoded
    writer, starts = Writer(), []
    try:
        with Image.open(io.BytesIO(data)) as picture:
            frames = getattr(picture, "n_frames", 1)
            if frames > MAX_SCANNED:
                raise ReadError(f"{name}: a picture of {frames} pages; split it into files of {MAX_SCANNED}")
            for frame in range(frames):
                picture.seek(frame)
                if picture.width * picture.height > MAX_PIXELS:
                    raise ReadError(f"{name}: a picture of {picture.width} times {picture.height} dots; save it with at most {MAX_SIDE} a side")
                starts.append(writer.length)
                write(_dots(picture), writer, name)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise ReadError(f"{name}: not a whole picture; save it anew as PNG") from error
    if not any(line.strip() for line in writer.lines):
        raise ReadError(f"{name}: a picture without text")
    return joined(writer.page("picture", remarks=[how_recognised(writer, len(starts))]), starts)


def _dots(picture: Any) -> Any:
    """A picture as an array, no larger than what recognition looks at."""
    import numpy as np

    plain = picture.copy() if picture.mode in ("L", "RGB") else picture.convert("RGB")  # black and white alone would lose its strokes
    plain.thumbnail((MAX_SIDE, MAX_SIDE))
    return np.asarray(plain.convert("RGB"))


def write(picture: Any, writer: Writer, name: str) -> None:
    """Write what is recognised in a picture: lines in the order of its columns, ruled tables as grids."""
    seen = recognise.lines(picture)
    if not seen:
        return
    level = recognise.upright(picture, seen)
    if level is not picture:
        picture, seen = level, recognise.lines(level)
    above = 0.0
    for boxes in recognise.ruled(picture):
        top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
        if not any(top <= one.middle[1] < bottom for one in seen):
            continue
        _write_lines([one for one in seen if above <= one.middle[1] < top], writer)
        _table(picture, boxes, seen, writer, name)
        above = bottom
    _write_lines([one for one in seen if above <= one.middle[1]], writer)


def _write_lines(seen: Sequence[Seen], writer: Writer) -> None:
    for text, score in in_order(seen):
        writer.line(text, score)


def _table(picture: Any, boxes: Sequence[Box], seen: Sequence[Seen], writer: Writer, name: str) -> None:
    cells, scores = [], []
    for box, cell in placed(boxes, NEAR):
        found = recognise.in_cell(picture, box, seen, boxes)
        inside = in_order(found)
        cells.append(replace(cell, text="".join(text.strip() for text, _ in inside)))
        scores.append(min((score for _, score in inside), default=1.0))
    writer.table(cells, name, scores)


def how_recognised(writer: Writer, pages: int) -> str:
    """What is to be said of recognised pages."""
    bad = sum(1 for _, _, score in writer.doubts if score < DOUBTFUL)
    return f"text recognised in pictures ({pages} pages, {bad} lines badly): look at the numbers"


def joined(page: Page, starts: Sequence[int]) -> Page:
    """A page with the breaks of its printed lines."""
    return replace(page, joints=tuple(joints(page.text, starts, [table.span for table in page.tables])))
