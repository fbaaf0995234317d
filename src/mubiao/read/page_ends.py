"""Page numbers and running heads between the pages of a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from mubiao.read.printed import Printed

PAGE_NUMBER = re.compile(r"\s*(?:[-—–·]\s*)?\d{1,4}(?:\s*[-—–·])?\s*|\s*\u7b2c\s*\d+\s*\u9875.{0,12}")
REPEATED = 3  # times that a line stands in a text that is the running head of its pages
EDGE = 2  # lines at each end of a page that may be its head or number
LONGEST_HEAD = 40  # characters of a running head


def between_pages(lines: list[Printed], pages: Sequence[int]) -> set[int]:
    """Indexes of page numbers and running heads; the first head stays, it is the title."""
    starts = [line.start for line in lines]
    firsts = [bisect_left(starts, page) for page in pages]
    ends = {at for first in firsts for at in range(max(0, first - EDGE), min(len(lines), first + EDGE))}
    ends |= set(range(max(0, len(lines) - EDGE), len(lines))) if pages else set()
    counted = Counter(lines[at].text.strip() for at in ends)
    away: set[int] = set()
    seen: set[str] = set()
    for at in sorted(ends):
        text = lines[at].text.strip()
        again = counted[text] >= REPEATED and len(text) <= LONGEST_HEAD and text in seen
        if PAGE_NUMBER.fullmatch(text) or again:
            away.add(at)
        seen.add(text)
    return away
