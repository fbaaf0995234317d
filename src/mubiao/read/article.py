"""The article of a web page: its blocks without the menus, counters and lists of other articles around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mubiao.lexicon.affix import pattern
from mubiao.lexicon.loader import load
from mubiao.read.limits import MAX_COLUMNS
from mubiao.read.page import Filled, Writer

AROUND = re.compile(
    r"(?:^|[-_\s])(?:nav|navi|menu|footer|foot|breadcrumb|crumbs?|position|location|dqwz|share|bshare|related?|xgxx|xgwd|hot|sidebar|side|aside|pagination|"
    r"toolbar|tools|counter|visit|copyright|friend-?links?|links|comments?|search|login|qrcode|ewm|advert|ads?)(?:$|[-_\s\d])",
    re.IGNORECASE,
)
BLOCKS = {
    "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "main", "center", "tr", "td", "th",
    "blockquote", "pre", "body", "header", "aside", "form", "figure", "figcaption", "table", "caption", "tbody", "thead", "tfoot", "address", "html",
}  # fmt: skip
LINKED = 0.6  # share of a block's characters inside links from which on it is a menu or a list of other articles
MOST = 0.5  # share of the page's characters that a block holds which is no menu, whatever it is called
SOURCE = " \t\r\n\f"  # blanks of the source, which nobody sees; others set out the names of parts
NOISE = 80  # characters of a block that may be a counter or a row of buttons


@dataclass(slots=True)
class Block:
    """An element with what stands in it, how many of its characters are seen and linked, and whether it is a foot- or endnote."""

    tag: str
    mark: str = ""
    spans: tuple[int, int] = (1, 1)
    inside: list[Block | str] = field(default_factory=list)
    chars: int = 0
    linked: int = 0
    is_note: bool = False


class Article:
    """Writes the blocks of a page that are no menus."""

    def __init__(self, root: Block, writer: Writer, name: str) -> None:
        self.root = root
        self.writer = writer
        self.name = name
        self.noise = re.compile(pattern(load().words["portal"]["noise"]))
        self.line: list[str] = []

    def write(self) -> None:
        self._block(self.root)
        self._end()

    def _block(self, block: Block) -> None:
        if reason := self._left_out(block):
            self.writer.left_out[reason] += block.chars
            return
        if block.is_note:
            self._end()
            if text := " ".join("".join(_letters(block)).split()):
                self.writer.note(text)
            return
        if block.tag == "table" and not _is_layout(block):
            self._end()
            self.writer.table(_cells(block), self.name)
            return
        if block.tag in BLOCKS:
            self._end()
        for part in block.inside:
            if isinstance(part, str):
                self.line.append(part)
            else:
                self._block(part)
        if block.tag in BLOCKS:
            self._end()

    def _left_out(self, block: Block) -> str:
        """Why a block is no part of the article, "" where it is one."""
        if block is self.root or block.is_note or block.tag not in BLOCKS or block.tag in ("td", "th", "tr", "tbody"):
            return ""
        if block.chars < MOST * self.root.chars and (AROUND.search(block.mark) or block.tag == "aside"):
            return "menus"
        if block.linked > LINKED * block.chars and block.chars > 0 and not block.tag.startswith("h"):
            return "menus"
        if block.chars <= NOISE and not any(isinstance(part, Block) and part.tag == "table" for part in block.inside):
            return "counters and buttons" if self.noise.search("".join(_letters(block))) else ""
        return ""

    def _end(self) -> None:
        for text in "".join(self.line).split("\n"):
            if text.strip():
                self.writer.line(text.strip())
        self.line = []


def _letters(block: Block) -> Iterator[str]:
    for part in block.inside:
        if isinstance(part, str):
            yield part
        else:
            if part.tag in BLOCKS:
                yield "\n"
            yield from _letters(part)


def _is_layout(table: Block) -> bool:
    """Whether a table only sets out the page: another one stands inside, or it has one column."""
    rows = list(_rows(table))
    return any(_holds_table(cell) for row in rows for cell in row) or max(map(len, rows), default=0) < 2


def _holds_table(block: Block) -> bool:
    return any(isinstance(part, Block) and (part.tag == "table" or _holds_table(part)) for part in block.inside)


def _rows(block: Block) -> Iterator[list[Block]]:
    for part in block.inside:
        if isinstance(part, Block):
            if part.tag == "tr":
                yield [cell for cell in part.inside if isinstance(cell, Block) and cell.tag in ("td", "th")]
            elif part.tag in ("tbody", "thead", "tfoot"):
                yield from _rows(part)


def _cells(table: Block) -> list[Filled]:
    """The cells of a table in their places; a cell over several rows pushes those below it to the right."""
    rows = list(_rows(table))
    cells: list[Filled] = []
    taken: dict[int, int] = {}  # column -> first row in which it is free again
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            while taken.get(column, 0) > at:
                column += 1
            height = min(cell.spans[0] or len(rows), len(rows) - at)
            width = min(cell.spans[1] or 1, MAX_COLUMNS + 1)
            text = "\n".join(line.rstrip().lstrip(SOURCE) for line in "".join(_letters(cell)).split("\n") if line.strip())
            cells.append(Filled(text, at, column, height, width))
            taken.update(dict.fromkeys(range(column, column + width), at + height))
            column += width
    return cells
