"""The article of a web page: its blocks without the menus, counters and lists of other articles around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mubiao.lexicon.affix import pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.read.limits import MAX_CELLS
from mubiao.read.page import Filled, Writer
from mubiao.read.portal import FACTS

AROUND = re.compile(
    r"(?:^|[-_\s])(?:nav|navi|menu|footer|foot|breadcrumb|crumbs?|position|location|dqwz|share|bshare|related?|xgxx|xgwd|hot|sidebar|side|aside|pagination|"
    r"toolbar|tools|counter|visit|copyright|friend-?links?|links|comments?|search|login|qrcode|ewm|advert|ads?)(?:$|[-_\s\d])",
    re.IGNORECASE,
)
BLOCKS = {
    "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "main", "center", "tr", "td", "th",
    "blockquote", "pre", "body", "header", "aside", "form", "figure", "figcaption", "table", "caption", "tbody", "thead", "tfoot", "address", "html",
}  # fmt: skip
LINKED = 0.6  # share of a block's Chinese characters inside links from which on it is a menu or a list of other articles
BESIDE = 20  # Chinese characters outside links that a menu holds at most; what holds more is asked part by part
MOST = 0.5  # share of the page's characters that a block holds which is no menu, whatever it is called
SOURCE = " \t\r\n\f"  # blanks of the source, which nobody sees; others set out the names of parts
NOISE = 80  # characters of a block that may be a counter or a row of buttons
COLON, LONGEST_LABEL = ":： ", 8
SENTENCE = "。"  # neither holds one
LABELS = 2  # cells that are labels of a portal's facts and nothing else, which make a table the block of these
PARAGRAPHS = 3  # of a cell that is the article


@dataclass(slots=True)
class Block:
    """An element with what stands in it, its characters, the Chinese ones in and outside links, and whether it is a foot- or endnote."""

    tag: str
    mark: str = ""
    spans: tuple[int, int] = (1, 1)
    inside: list[Block | str] = field(default_factory=list)
    chars: int = 0
    linked: int = 0
    plain: int = 0
    is_note: bool = False


class Article:
    """Writes the blocks of a page that are no menus."""

    def __init__(self, root: Block, writer: Writer, name: str) -> None:
        self.root = root
        self.writer = writer
        self.name = name
        words = load().words["portal"]
        self.noise = re.compile(pattern(words["noise"]))
        self.labels = {label for fact in FACTS for label in words[fact]} - set(words["late"]) - set(words["title"])
        self.line: list[str] = []

    def write(self) -> None:
        self._block(self.root)
        self._end()

    def _block(self, block: Block) -> None:
        if reason := self._left_out(block):
            self.writer.left_out[reason] += block.chars
            return
        if block.tag == "img":
            self.writer.left_out["pictures"] += 1
        if block.is_note:
            self._end()
            if text := " ".join(_text(block).split()):
                self.writer.note(text)
            return
        if block.tag == "table" and not _is_layout(block):
            self._end()
            self.writer.table(cells_of(block), self.name)
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
        if block is self.root or block.is_note or block.tag not in BLOCKS:
            return ""
        if block.chars < MOST * self.root.chars and (AROUND.search(block.mark) or block.tag == "aside"):
            return "menus"
        if block.linked > LINKED * (block.linked + block.plain) and block.plain <= BESIDE and not block.tag.startswith("h"):
            return "menus"
        if block.tag == "table" and sum(self._is_label(cell) for row in _rows(block) for cell in row) >= LABELS:
            return "facts of the portal"
        if block.chars <= NOISE and SENTENCE not in (text := _text(block)):
            return "counters and buttons" if self.noise.search(text) or expression("page_counter").search(text) else ""
        return ""

    def _is_label(self, cell: Block) -> bool:
        return cell.chars <= LONGEST_LABEL and _text(cell).strip(COLON) in self.labels

    def _end(self) -> None:
        for text in "".join(self.line).split("\n"):
            if text.strip():
                self.writer.line(text.strip())
        self.line = []


def _text(block: Block) -> str:
    return "".join(_letters(block)).strip()


def _letters(block: Block) -> Iterator[str]:
    for part in block.inside:
        if isinstance(part, str):
            yield part
        else:
            if part.tag in BLOCKS:
                yield "\n"
            yield from _letters(part)


def _is_layout(table: Block) -> bool:
    """Whether a table only sets out the page: another one stands inside, it has one column, or one of its cells is the article."""
    rows = list(_rows(table))
    return (
        any(_how_many(cell, "table") for row in rows for cell in row)
        or max(map(len, rows), default=0) < 2
        or any(_is_article(cell, row, table) for row in rows for cell in row)
    )


def _is_article(cell: Block, row: Sequence[Block], table: Block) -> bool:
    """Whether a cell holds most of a table in paragraphs, with nothing but menus beside it."""
    others = sum(other.plain for other in row if other is not cell)
    return cell.plain > MOST * table.plain and others <= BESIDE and _how_many(cell, "p", "div", "br") >= PARAGRAPHS


def _how_many(block: Block, *tags: str) -> int:
    """How many elements of a kind stand in a block."""
    return sum((part.tag in tags) + _how_many(part, *tags) for part in block.inside if isinstance(part, Block))


def _rows(block: Block) -> Iterator[list[Block]]:
    for part in block.inside:
        if isinstance(part, Block):
            if part.tag == "tr":
                yield [cell for cell in part.inside if isinstance(cell, Block) and cell.tag in ("td", "th")]
            elif part.tag in ("tbody", "thead", "tfoot"):
                yield from _rows(part)


def cells_of(table: Block) -> list[Filled]:
    """The cells of a table in their places; a cell over several rows pushes those below it to the right."""
    rows = list(_rows(table))
    cells: list[Filled] = []
    begun: set[int] = set()
    above: list[tuple[int, int, int]] = []  # cells that go on below: first column, the one behind them, first row in which these are free
    for at, row in enumerate(rows):
        if at * len(begun) > MAX_CELLS:
            break  # the writer refuses it
        above = sorted(one for one in above if one[2] > at)
        column, passed, open_ = 0, 0, []
        for cell in row:
            while passed < len(above) and above[passed][0] <= column:
                column = max(column, above[passed][1])
                passed += 1
            height, width = min(cell.spans[0] or len(rows), len(rows) - at), cell.spans[1] or 1
            text = "\n".join(line.rstrip().lstrip(SOURCE) for line in "".join(_letters(cell)).split("\n") if line.strip())
            cells.append(Filled(text, at, column, height, width))
            begun.add(column)
            open_ += [(column, column + width, at + height)] if height > 1 else []
            column += width
        above += open_
    return cells
