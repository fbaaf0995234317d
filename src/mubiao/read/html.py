"""Web pages: what is seen of them, with the fields of their head, their notes and what is left out."""

from __future__ import annotations

import re
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mubiao.errors import ReadError
from mubiao.read.article import Article, Block, cells_of
from mubiao.read.decode import HAN, decode
from mubiao.read.limits import MAX_DEPTH, MAX_ELEMENTS, MAX_HTML, MAX_OPEN
from mubiao.read.page import Filled, Page, Writer
from mubiao.read.portal import facts_of

CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
HEAD = 4096  # bytes in which a page says its encoding
CHINESE = {**dict.fromkeys(("gb2312", "gbk"), "gb18030"), **dict.fromkeys(("big5", "big5-hkscs", "cp950"), "big5hkscs")}  # what holds all of it
UNSEEN = ("script", "style", "noscript", "template", "svg", "iframe", "select", "button", "input", "textarea", "nav", "footer", "head", "object")
STRUCK = ("del", "s", "strike")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
CONTAINER = re.compile(r"<(/?)(?:div|span|table|td|b|i|u|font|em|strong|a|ul|ol|section|center|blockquote)\b", re.IGNORECASE)
RAISED = re.compile(r"[\[(（〔【]?\d{1,3}[\])）〕】]?|[*※①-⑳]+")
# Word, LibreOffice and office programs for the web tie a note to its mark by links between anchors of these names, and say what is a note.
TO_NOTE = re.compile(r"#(?:_(?:ftn|edn|msocom|msoanchor|cmnt)|sd(?:foot|end)note|cmnt)(?:ref|_ref)?_?\d", re.IGNORECASE)
NOTE = re.compile(r"(?:ftn|edn|sdfootnote|sdendnote)\d+")
IS_NOTE, IS_COMMENT = re.compile(r"mso-element\s*:\s*(?:foot|end)note\s*(?:;|$)"), re.compile(r"mso-element\s*:\s*comment")
LONGEST_MARK = 8  # characters of the mark of a note or comment
BREAKS = re.compile(r"(?<=[\u2e80-\uffef])\s*\n\s*(?=[\u2e80-\uffef])")  # a line break of the source inside a Chinese word
SPACE = re.compile(r"[ \t\r\n\f]+")
OF_SITE = re.compile(r"[_|>]| [-—–·] |--+")  # parts the title of a page from the names of its site and columns


def read_html(data: bytes, name: str) -> Page:
    """The page of an HTML file.

    Raises:
        ReadError: too large, of too many elements, in no encoding known here, nested without end, or without text.
    """
    if len(data) > MAX_HTML:
        raise ReadError(f"{name}: a web page of more than {MAX_HTML // 1_000_000} MB; save its text as .txt or DOCX")
    text, encoding = decode(_declared(data), name)
    if text.count("</") > MAX_ELEMENTS or text.count("<") > 2 * MAX_ELEMENTS:
        raise ReadError(f"{name}: a web page of more than {MAX_ELEMENTS} elements; save its text as .txt or DOCX, a list as XLSX")
    if _open(text) > MAX_OPEN:
        raise ReadError(f"{name}: elements inside one another more than {MAX_DEPTH} deep; save its text as .txt or DOCX")
    tree = LexborHTMLParser(text)
    writer = Writer()
    root = _Tree(writer, name).block(tree.body) if tree.body else Block("body")
    Article(root, writer, name).write()
    if not any(line.strip() for line in writer.lines):
        raise ReadError(f"{name}: the web page holds no text; it may be filled by a program when it is shown, save it as PDF")
    return replace(writer.page(f"html, {encoding}", facts_of(tree)), called=_called(tree))


def grid(markup: str, name: str) -> list[Filled]:
    """The cells of a table that stands in a text as HTML."""
    table = LexborHTMLParser(markup).css_first("table")
    return cells_of(_Tree(Writer(), name).block(table)) if table else []


def _declared(data: bytes) -> bytes:
    """Content as UTF-8 where the page is in the encoding that it declares; else as it is, to be told by its characters."""
    found = CHARSET.search(data[:HEAD])
    declared = found[1].decode("ascii", "ignore").lower() if found else ""
    try:
        return data.decode(CHINESE.get(declared, declared)).encode() if declared else data
    except (LookupError, UnicodeDecodeError):
        return data


def _called(tree: LexborHTMLParser) -> tuple[str, ...]:
    """The title of a page without the names of its site and columns behind it."""
    found = tree.css_first("head title")
    parts = OF_SITE.split(SPACE.sub(" ", found.text()).strip()) if found else []
    return tuple(part for part in parts if part)[:1]


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
        found = Block(node.tag or "", f"{attributes.get('class') or ''} {attributes.get('id') or ''}", _spans(node), is_note=_is_note(node))
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
                inner = self.block(child, depth + 1, linked or (child.tag == "a" and "href" in child.attributes))
                found.inside.append(inner)
                found.chars += inner.chars
                found.linked += inner.linked
                found.plain += inner.plain
            child = child.next
        return found

    def _text(self, found: Block, text: str, linked: bool) -> None:
        found.inside.append(text.replace("\u200b", "") if found.tag == "pre" else SPACE.sub(" ", BREAKS.sub("", text)))
        seen = text.strip()
        found.chars += len(seen)
        letters = len(HAN.findall(seen))
        found.linked += letters if linked else 0
        found.plain += 0 if linked else letters
        self.last = seen[-1:] or self.last

    def _unseen(self, node: LexborNode) -> str:
        """Why an element is not read, "" where it is."""
        if node.tag in UNSEEN:
            return "unseen"
        if node.tag in STRUCK:
            return "struck text"
        if HIDDEN.search(node.attributes.get("style") or "") or "hidden" in node.attributes:
            return "hidden text"
        if IS_COMMENT.search(node.attributes.get("style") or "") or "msocomtxt" in (node.attributes.get("class") or ""):
            return "comments"
        if node.tag == "a" and TO_NOTE.search(node.attributes.get("href") or "") and len(node.text(deep=True).strip()) <= LONGEST_MARK:
            return "marks of notes"
        if node.tag == "sup" and RAISED.fullmatch(node.text(deep=True).strip()) and not (self.last.isascii() and self.last.isalpha()):
            return "marks of notes"
        return ""


def _is_note(node: LexborNode) -> bool:
    return NOTE.fullmatch(node.attributes.get("id") or "") is not None or IS_NOTE.search(node.attributes.get("style") or "") is not None


def _spans(node: LexborNode) -> tuple[int, int]:
    def number(name: str) -> int:
        value = (node.attributes.get(name) or "1").strip()
        return int(value) if value.isdigit() and len(value) < 10 else 1

    return (number("rowspan"), number("colspan")) if node.tag in ("td", "th") else (1, 1)
