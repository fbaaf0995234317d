"""What a portal tells of an article: its meta tags and its block of facts (发布机构, 发文字号, 发布日期)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mubiao.lexicon.affix import pattern
from mubiao.lexicon.loader import load
from mubiao.model import Facts

FACTS = ("title", "issuer", "number", "published", "index_number")
SPACE = re.compile(r"\s+")
LABEL = re.compile(r"(?<= )[\u4e00-\u9fff]{2,6}[:：]")
LONGEST = 80  # characters of a label with its value
DATE = re.compile(r"((?:19|20)\d\d)\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})")
PLACES = "td, th, dt, li, span, p, b, strong, em, label, div"


def facts_of(tree: LexborHTMLParser) -> Facts:
    """Title, issuer, number, date of publication and index number of a page: from its meta tags, else from its block of facts."""
    words = load().words["portal"]
    keys = {meta: fact for fact in FACTS for meta in words[f"meta_{fact}"]}
    found: dict[str, str] = {}
    for node in tree.css("meta[name]"):
        fact = keys.get((node.attributes.get("name") or "").strip().lower())
        if fact and (value := (node.attributes.get("content") or "").strip()):
            found.setdefault(fact, value)
    expressions = {fact: re.compile(rf"[\[【]?\s*({pattern(words[fact])})\s*[\]】]?\s*([:：]|$)") for fact in FACTS}
    sure = set(found)  # facts that a meta tag tells, or a label that no other outdoes
    for node in tree.css(PLACES):
        for text in _parts(_short(node)):
            for fact, expression in expressions.items():
                match = expression.match(text)
                if not match or fact in sure or (fact in found and match[1] in words["late"]):
                    continue
                value = _value(text[match.end() :]) or ("" if text[match.end() :] else _beside(node))
                if value and not any(other.match(value) for other in expressions.values()):
                    found[fact] = value
                    if match[1] not in words["late"]:
                        sure.add(fact)
    date = DATE.search(found.get("published", ""))
    published = f"{date[1]}-{int(date[2]):02d}-{int(date[3]):02d}" if date else None
    return Facts(
        title=found.get("title"), issuer=found.get("issuer"), number=found.get("number"), published=published, index_number=found.get("index_number")
    )


def _parts(text: str) -> Iterator[str]:
    """A short text, and what stands in it from each further label on (发布日期：2025-02-12 文号：甬政发〔2025〕3号)."""
    if text:
        yield text
        yield from (text[match.start() :] for match in LABEL.finditer(text))


def _value(text: str) -> str:
    """What stands behind a label, up to the next one."""
    return text.strip().split("  ")[0].partition(" ")[0] if text.strip() else ""


def _short(node: LexborNode) -> str:
    """Text of an element that may be a label; "" of longer ones, whose children are asked by themselves."""
    if node.child is not None and sum(1 for _ in _first(node)) > 12:
        return ""
    text = SPACE.sub(" ", node.text(deep=True)).strip()
    return text if len(text) <= LONGEST else ""


def _first(node: LexborNode) -> list[LexborNode]:
    """The first children of an element."""
    children: list[LexborNode] = []
    child = node.child
    while child is not None and len(children) < 13:
        children.append(child)
        child = child.next
    return children


def _beside(node: LexborNode) -> str:
    """Text of the next element."""
    behind = node.next
    while behind is not None and not behind.text(deep=True).strip():
        behind = behind.next
    text = SPACE.sub(" ", behind.text(deep=True)).strip() if behind is not None else ""
    return text if len(text) <= LONGEST else ""
