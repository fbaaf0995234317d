"""Markdown, as converters and people write it: its text without the marks for headings, bold letters and links, with pipe and HTML tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mubiao.model import Facts
from mubiao.read.flat import tables
from mubiao.read.html import grid
from mubiao.read.joiner import joints
from mubiao.read.page import Page, Writer
from mubiao.read.titles import OPENING

NAMES = (".md", ".markdown")
SURE = 2  # headings, notes or passages in bold letters that make any other text Markdown
OPENS, CLOSES, END = "<table", "</table", ">"
COMMENT, COMMENT_END = "<!--", "-->"
FRONT = re.compile(r"\A---\r?\n(?:[A-Za-z][\w-]*:.*\r?\n|[ \t-].*\r?\n){1,40}?---[ \t]*\r?\n")  # what some programs keep of a text above it
FIELD = re.compile(r"^(title|date|url|source):[ \t]*[\"']?(.*?)[\"']?[ \t]*\r?$", re.MULTILINE)
HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+", re.MULTILINE)
BOLD = re.compile(r"(?P<sign>\*\*|__)(?=\S)(?P<text>[^*_\n]{1,500})(?P=sign)")
NOTE, TO_NOTE = re.compile(r"\[\^[^\]\s]{1,20}\]:[ \t]*"), re.compile(r"\[\^[^\]\s]{1,20}\]|<sup>\s*[\[(]?\d{1,3}[\])]?\s*</sup>", re.IGNORECASE)
DRAWN_LINE = re.compile(r" {0,3}(?:-[ -]*|\*[ *]*|_[ _]*|=+)")
PICTURE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,2000}\)|<img\b[^>\n]{0,2000}>", re.IGNORECASE)
FORMULA = re.compile(r"\$\s{0,3}((?:[\d.,~+-]|\\%|%|\\sim|[ ]){1,40})\$")  # $5.5\%$, as recognition of pages writes numbers
STRUCK = re.compile(r"~~(?=\S)[^~\n]{1,500}~~")
SHORT_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
MARKS = (
    (HEADING, ""),
    (re.compile(r"^ {0,8}(?:[*+] |>)[ \t]*"), ""),
    (BOLD, r"\g<text>"),
    (re.compile(r"(?<![*\w])\*(?=\S)([^*\n]{1,200})(?<=\S)\*(?!\*)", re.ASCII), r"\1"),
    (re.compile(r"`([^`\n]{1,500})`"), r"\1"),
    (re.compile(r"\[([^\]\n]{0,300})\]\([^)\n]{0,2000}\)"), r"\1"),
    (re.compile(r"</?(?:u|b|i|em|strong|font|span|center|p|div|sub|sup)\b[^>\n]{0,200}>", re.IGNORECASE), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])"), r"\1"),
)


def is_markdown(text: str, name: str = "") -> bool:
    """Whether a text is called so, or set with the marks of Markdown.

    >>> is_markdown("# 政府工作报告\\n\\n新增**绿地200公顷**。"), is_markdown("新增绿地200公顷。\\n* 不含绿道")
    (True, False)
    """
    marks = sum(1 for mark in (HEADING, BOLD, TO_NOTE) for _ in mark.finditer(text))
    return name.lower().endswith(NAMES) or marks >= SURE or any(is_table for _, is_table in _by_tables(text))


def read_markdown(text: str, encoding: str, name: str) -> Page:
    """The page of a Markdown text.

    Raises:
        ReadError: a table in it is none of a document.
    """
    writer = Writer()
    text, facts = _without_front(text)
    for part, is_table in _by_tables(_without_comments(text, writer)):
        if is_table:
            cells = [replace(cell, text="\n".join(_without_marks(line, writer) for line in cell.text.split("\n"))) for cell in grid(part, name)]
            writer.table(cells, name)
        else:
            _write(part, writer)
    page = writer.page(f"{encoding}, markdown", facts)
    spans = [table.span for table in page.tables]
    flat = [table for table in tables(page.text) if not any(low <= table.span[0] < high for low, high in spans)]
    every = sorted([*page.tables, *flat], key=lambda table: table.span)
    return replace(page, tables=tuple(every), joints=tuple(joints(page.text, tables=spans)))


def _without_front(text: str) -> tuple[str, Facts]:
    """A text without what a program keeps of it above its first line, and the facts that this tells; its title stands above the text."""
    front = FRONT.match(text.lstrip("\ufeff"))
    if front is None:
        return text, Facts()
    told = {field: value for field, value in FIELD.findall(front[0]) if value}
    url = next((told[name] for name in ("url", "source") if told.get(name, "").startswith("http")), None)
    rest, title = text.lstrip("\ufeff")[front.end() :], told.get("title")
    above = f"{title}\n" if title and title not in rest[:OPENING] else ""
    return above + rest, Facts(title=title, published=told.get("date"), url=url)


def _without_comments(text: str, writer: Writer) -> str:
    """A text without what nobody sees of it."""
    first, *others = text.split(COMMENT)
    for one in others:
        comment, end, rest = one.partition(COMMENT_END)
        writer.left_out["comments"] += bool(end)
        first += rest if end else COMMENT + comment
    return first


def _by_tables(text: str) -> Iterator[tuple[str, bool]]:
    """A text in parts, of which those are marked that are tables in HTML."""
    small, at = text.lower(), 0
    while (start := small.find(OPENS, at)) >= 0 and (close := small.find(CLOSES, start)) >= 0:
        end = close + len(CLOSES) + small[close + len(CLOSES) :][:20].find(END) + 1
        yield text[at:start].strip("\n"), False
        yield text[start:end], True
        at = end
    yield text[at:].strip("\n") if at else text, False


def _write(part: str, writer: Writer) -> None:
    """Write lines without marks; notes apart."""
    for line in part.split("\n"):
        if note := NOTE.match(line):
            writer.note(_without_marks(line[note.end() :], writer))
        elif DRAWN_LINE.fullmatch(line) is None:
            for piece in SHORT_BREAK.split(line) if "|" not in line else [SHORT_BREAK.sub(" ", line)]:
                writer.line(_without_marks(piece, writer))


def _without_marks(line: str, writer: Writer) -> str:
    """A line without marks; pictures, struck text and marks of notes are left out and counted."""
    for what, mark in (("pictures", PICTURE), ("struck text", STRUCK), ("marks of notes", TO_NOTE)):
        line, count = mark.subn("", line)
        writer.left_out[what] += count
    line = FORMULA.sub(lambda match: match[1].replace("\\%", "%").replace("\\sim", "~").replace(" ", ""), line)
    for mark, instead in MARKS:
        line = mark.sub(instead, line)
    return line
