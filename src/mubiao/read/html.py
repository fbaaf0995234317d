"""Web pages: the article with its tables, the fields of its head, and nothing of the menus around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mubiao.errors import ReadError
from mubiao.lexicon.affix import pattern
from mubiao.lexicon.loader import load
from mubiao.read.decode import decode
from mubiao.read.limits import MAX_COLUMNS, MAX_DEPTH, MAX_HTML, MAX_OPEN
from mubiao.read.page import Filled, Page, Writer
from mubiao.read.portal import facts_of

CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
HEAD = 4096  # bytes in which a page says its encoding
CHINESE = {**dict.fromkeys(("gb2312", "gbk"), "gb18030"), **dict.fromkeys(("big5", "big5-hkscs", "cp950"), "big5hkscs")}  # what holds all of it
UNSEEN = ("script", "style", "noscript", "template", "svg", "iframe", "select", "button", "input", "textarea", "nav", "footer", "head", "object")
STRUCK = ("del", "s", "strike")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
AROUND = re.compile(
    r"(?:^|[-_\s])(?:nav|navi|menu|footer|foot|breadcrumb|crumbs?|position|location|dqwz|share|bshare|related?|xgxx|xgwd|hot|sidebar|side|aside|pagination|"
    r"toolbar|tools|counter|visit|copyright|friend-?links?|links|comments?|search|login|qrcode|ewm|advert|ads?)(?:$|[-_\s\d])",
    re.IGNORECASE,
)
BLOCKS = {
    "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "main", "center", "tr", "td", "th",
    "blockquote", "pre", "body", "header", "aside", "form", "figure", "figcaption", "table", "caption", "tbody", "thead", "tfoot", "address", "html",
}  # fmt: skip
CONTAINER = re.compile(r"<(/?)(?:div|span|table|td|b|i|u|font|em|strong|a|ul|ol|section|center|blockquote)\b", re.IGNORECASE)
RAISED = re.compile(r"[\[(（〔【]?\d{1,3}[\])）〕】]?|[*※①-⑳]+")
BREAKS = re.compile(r"(?<=[\u2e80-\uffef])\s*\n\s*(?=[\u2e80-\uffef])")  # a line break of the source inside a Chinese word
SPACE = re.compile(r"[ \t\r\n\f]+")
LINKED = 0.6  # share of a block's characters inside links from which on it is a menu or a list of other articles
MOST = 0.5  # share of the page's characters that a block holds which is no menu, whatever it is called
NOISE = 80  # characters of a block that may be a counter or a row of buttons


@dataclass(slots=True)
class Block:
    """An element with what stands in it, and how many of its characters are seen and linked."""

    tag: str
    mark: str = ""
    spans: tuple[int, int] = (1, 1)
    inside: list[Block | str] = field(default_factory=list)
    chars: int = 0
    linked: int = 0


def read_html(data: bytes, name: str) -> Page:
    """The page of an HTML file.

    Raises:
        ReadError: too large, in no encoding known here, nested without end, or without text.
    """
    if len(data) > MAX_HTML:
        raise ReadError(f"{name}: a web page of more than {MAX_HTML // 1_000_000} MB; save its text as .txt or DOCX")
    text, encoding = decode(_declared(data), name)
    if _open(text) > MAX_OPEN:
        raise ReadError(f"{name}: elements inside one another more than {MAX_DEPTH} deep; save its text as .txt or DOCX")
    tree = LexborHTMLParser(text)
    writer = Writer()
    root = _Tree(writer, name).block(tree.body) if tree.body else Block("body")
    _Article(root, writer, name).write()
    if not any(line.strip() for line in writer.lines):
        raise ReadError(f"{name}: the web page holds no text; it may be filled by a program when it is shown, save it as PDF")
    return writer.page(f"html, {encoding}", facts_of(tree))


def _declared(data: bytes) -> bytes:
    """Content as UTF-8 where the page is in the encoding that it declares; else as it is, to be told by its characters."""
    found = CHARSET.search(data[:HEAD])
    declared = found[1].decode("ascii", "ignore").lower() if found else ""
    try:
        return data.decode(CHINESE.get(declared, declared)).encode() if declared else data
    except (LookupError, UnicodeDecodeError):
        return data


def _open(text: str) -> int:
    """The most containers that are open at a time."""
    depth = most = 0
    for match in CONTAINER.finditer(text):
        depth = max(0, depth + (-1 if match[1] else 1))
        most = max(most, depth)
    return most


class _Tree:
    """Takes what is seen of a tree of elements."""

    def __init__(self, writer: Writer, name: str) -> None:
        self.writer = writer
        self.name = name
        self.last = ""  # the last character seen

    def block(self, node: LexborNode, depth: int = 0, linked: bool = False) -> Block:
        if depth > MAX_DEPTH:
            raise ReadError(f"{self.name}: elements inside one another more than {MAX_DEPTH} deep; save its text as .txt or DOCX")
        attributes = node.attributes
        found = Block(node.tag or "", f"{attributes.get('class') or ''} {attributes.get('id') or ''}", _spans(node))
        child = node.child
        while child is not None:
            if child.tag == "-text":
                self._text(found, child.text_content or "", linked)
            elif child.tag == "br":
                found.inside.append("\n")
            elif reason := self._unseen(child):
                if reason != "unseen":
                    self.writer.left_out[reason] += len(child.text(deep=True).strip())
            elif not (child.tag or "-").startswith(("-", "!")):
                inner = self.block(child, depth + 1, linked or child.tag == "a")
                found.inside.append(inner)
                found.chars += inner.chars
                found.linked += inner.linked
            child = child.next
        return found

    def _text(self, found: Block, text: str, linked: bool) -> None:
        found.inside.append(text.replace("\u200b", "") if found.tag == "pre" else SPACE.sub(" ", BREAKS.sub("", text)))
        seen = text.strip()
        found.chars += len(seen)
        found.linked += len(seen) if linked else 0
        self.last = seen[-1:] or self.last

    def _unseen(self, node: LexborNode) -> str:
        """Why an element is not read, "" where it is."""
        if node.tag in UNSEEN:
            return "unseen"
        if node.tag in STRUCK:
            return "struck text"
        if HIDDEN.search(node.attributes.get("style") or "") or "hidden" in node.attributes:
            return "hidden text"
        if node.tag == "sup" and RAISED.fullmatch(node.text(deep=True).strip()) and not (self.last.isascii() and self.last.isalpha()):
            return "marks of notes"
        return ""


def _spans(node: LexborNode) -> tuple[int, int]:
    def number(name: str) -> int:
        value = (node.attributes.get(name) or "1").strip()
        return int(value) if value.isdigit() and len(value) < 10 else 1

    return (number("rowspan"), number("colspan")) if node.tag in ("td", "th") else (1, 1)


class _Article:
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
        if block is self.root or block.tag not in BLOCKS or block.tag in ("td", "th", "tr", "tbody"):
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
            text = "\n".join(line.strip() for line in "".join(_letters(cell)).split("\n") if line.strip())
            cells.append(Filled(text, at, column, height, width))
            taken.update(dict.fromkeys(range(column, column + width), at + height))
            column += width
    return cells
