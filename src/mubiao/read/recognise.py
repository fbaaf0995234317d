"""Recognition of text in pictures: RapidOCR with the models that its wheel brings along, and the drawn lines of tables.

Everything here needs the extra ``mubiao[ocr]``; :func:`is_there` says whether it is installed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from math import atan, degrees
from statistics import median
from typing import Any

from mubiao.read.limits import MAX_SIDE
from mubiao.read.ruled import Box
from mubiao.read.setout import Seen

EXTRA = 'pip install "mubiao[ocr]" recognises its text'
SETTINGS = {
    "Global.log_level": "error",
    "Global.text_score": 0.0,  # a line that is recognised badly is kept, with its score
    "Global.use_cls": False,  # no line stands on its head
    "Global.max_side_len": MAX_SIDE,
    "Det.limit_type": "max",  # small pictures are not made larger: a third of the time, the same lines
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,  # threads that wait for one another keep the cores busy, and others read beside this one
    "Det.limit_side_len": 1280,  # lines are found in a smaller picture than they are recognised in: half the time and memory
}
TURNED = 0.004  # slope of lines from which on edges of cells in one row come apart
DARK = 150  # grey from which down a dot is ink
SHORTEST = 30  # a drawn line is at least so many dots long
SMALLEST = 14  # dots that a cell is at least wide and high
OVER = 0.15  # share of a line's width that reaches into another cell, where two cells were taken for one


def is_there() -> bool:
    """Whether text can be recognised here."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


@lru_cache(maxsize=1)
def _engine() -> Any:
    from rapidocr import RapidOCR  # an extra, and it takes a second to load

    return RapidOCR(params=SETTINGS)


def lines(picture: Any) -> list[Seen]:
    """The lines in a picture (an array of dots, RGB); what is recognised badly too, with its score."""
    found = _engine()(picture)
    if found.boxes is None:
        return []
    return [_seen(box, text, float(score)) for box, text, score in zip(found.boxes, found.txts, found.scores, strict=True) if text.strip()]


def _seen(box: Any, text: str, score: float) -> Seen:
    left, right = float(min(box[:, 0])), float(max(box[:, 0]))
    slope = float(box[1][1] - box[0][1]) / max(1.0, float(box[1][0] - box[0][0]))
    height = float(box[3][1] - box[0][1])
    top = float(box[0][1])
    return Seen(text.strip(), left, top, right, top + max(1.0, height), score, slope)


def upright(picture: Any, seen: Sequence[Seen]) -> Any:
    """A picture turned so that its lines are level; itself where they are."""
    slope = median(one.slope for one in seen)
    if abs(slope) < TURNED:
        return picture
    import cv2

    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees(atan(slope)), 1.0)
    return cv2.warpAffine(picture, turn, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)


def ruled(picture: Any) -> list[list[Box]]:
    """The boxes of the cells of each ruled table in a picture, from top to bottom."""
    import cv2
    import numpy as np

    ink = (cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY) < DARK).astype(np.uint8)
    drawn = np.zeros_like(ink)
    for shape in ((1, SHORTEST), (SHORTEST, 1)):
        drawn |= cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones(shape, np.uint8))
    drawn = cv2.dilate(drawn, np.ones((3, 3), np.uint8))
    count, _, sizes, _ = cv2.connectedComponentsWithStats(drawn)
    tables = [tuple(int(value) for value in sizes[at][:4]) for at in range(1, count)]
    found = []
    for left, top, width, height in sorted(tables, key=lambda table: table[1]):
        if min(width, height) >= 2 * SMALLEST and len(boxes := _inside(drawn, left, top, width, height)) >= 4:
            found.append(boxes)
    return found


def _inside(drawn: Any, left: int, top: int, width: int, height: int) -> list[Box]:
    """The empty boxes between the drawn lines of a table."""
    import cv2

    count, _, sizes, _ = cv2.connectedComponentsWithStats(1 - drawn[top : top + height, left : left + width], connectivity=4)
    return [
        (float(left + x), float(top + y), float(left + x + wide), float(top + y + high))
        for x, y, wide, high, _ in (sizes[at] for at in range(1, count))
        if wide >= SMALLEST and high >= SMALLEST
    ]


def in_cell(picture: Any, box: Box, seen: Sequence[Seen], others: Sequence[Box]) -> list[Seen]:
    """The lines in a cell; it is recognised by itself where a line reaches over into other cells."""
    inside = [one for one in seen if _holds(box, *one.middle)]
    near = [one for one in seen if box[1] <= one.middle[1] < box[3] and one.left < box[2] and one.right > box[0]]
    if any(_over(one, other) for one in near for other in others if other != box and other[1] <= one.middle[1] < other[3]):
        left, top, right, bottom = (int(edge) for edge in box)
        return lines(picture[top:bottom, left:right])
    return inside


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x < box[2] and box[1] <= y < box[3]


def _over(one: Seen, box: Box) -> bool:
    """Whether a part of a line stands in a box in which its middle does not."""
    inside = min(one.right, box[2]) - max(one.left, box[0])
    return inside > OVER * (one.right - one.left) and not _holds(box, *one.middle)
