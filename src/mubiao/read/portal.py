"""What a portal tells of an article: its meta tags and its block of facts (发布机构, 发文字号, 发布日期)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mubiao.lexicon.loader import load
from mubiao.model import Facts

FACTS = ("title", "issuer", "number", "published", "index_number")
SPACE = re.compile(r"\s+")
LABEL = re.compile(r"(?<=[ \n])(?:[\u4e00-\u9fff] ?){2,6}[:：]")
LONGEST = 80  # characters of a label with its value
DATE = re.compile(r"((?:19|20)\d\d)\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})")
PLACES = "td, th, dt, li, span, p, b, strong, em, label, div"
PARTED = {"td", "th", "dt", "dd", "li", "span", "p", "label", "div", "br"}  # what stands in these is no part of what stands beside
COUNTED = ("number", "index_number")  # facts that hold a digit; others write that there is none
CHILDREN, PIECES = 12, 200  # of an element that is a label with its value: elements directly in it, texts and ends of lines in all of it


def facts_of(tree: LexborHTMLParser) -> Facts:
    """Title, issuer, number, date of publication and index number of a page: from its meta tags, else from its block of facts."""
    words = load().words["portal"]
    keys = {meta: fact for fact in FACTS for meta in words[f"meta_{fact}"]}
    found: dict[str, str] = {}
    for node in tree.css("meta[name]"):
        fact = keys.get((node.attributes.get("name") or "").strip().lower())
        if fact and (value := (node.attributes.get("content") or "").strip()):
            found.setdefault(fact, value)
    expressions = {fact: _labels(words[fact]) for fact in FACTS}
    sure = set(found)  # facts that a meta tag tells, or a label that no other outdoes
    for node in tree.css(PLACES):
        for text in _by_labels(_short(node)):
            for fact, expression in expressions.items():
                match = expression.match(text)
                is_late = match is not None and SPACE.sub("", match[1]) in words["late"]
                if not match or fact in sure or (fact in found and is_late):
                    continue
                value = _value(text[match.end() :]) or ("" if text[match.end() :] else _beside(node))
                if value and _may_be(fact, value) and not any(other.match(value) for other in expressions.values()):
                    found[fact] = value
                    if not is_late:
                        sure.add(fact)
    date = DATE.search(found.get("published", ""))
    published = f"{date[1]}-{int(date[2]):02d}-{int(date[3]):02d}" if date else None
    return Facts(
        title=found.get("title"), issuer=found.get("issuer"), number=found.get("number"), published=published, index_number=found.get("index_number")
    )


def _labels(words: Iterable[str]) -> re.Pattern[str]:
    """Any of some labels, which may be set wide (索 引 号：) or stand in brackets ([发文字号])."""
    wide = "|".join(" ?".join(map(re.escape, word)) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"[\[【]?\s*({wide})\s*(?:[\]】]\s*[:：]?|[:：]|$)")


def _by_labels(text: str) -> Iterator[str]:
    """A short text, and what stands in it from each further label on (发布日期：2025-02-12 文号：甬政发〔2025〕3号)."""
    if text:
        yield text
        yield from (text[match.start() :] for match in LABEL.finditer(text))


def _value(text: str) -> str:
    """What stands behind a label, up to the next blank or element."""
    return SPACE.split(text.strip(), maxsplit=1)[0]


def _may_be(fact: str, value: str) -> bool:
    """Whether a value is no label beside an empty one, says not that there is none, and is no counter in place of an issuer."""
    if value.endswith((":", "：")) or (fact == "issuer" and value[0].isdigit()):
        return False
    return fact not in COUNTED or any(char.isdigit() for char in value)


def _short(node: LexborNode) -> str:
    """Text of an element that may be a label; "" of longer ones, whose children are asked by themselves."""
    return _set_out(node) if len(list(islice(_children(node), CHILDREN + 1))) <= CHILDREN else ""


def _set_out(node: LexborNode) -> str:
    """Text of an element, what stands in different cells, items and spans of it on lines of their own; "" where it is long."""
    pieces: list[str] = []
    left: list[LexborNode | str] = [node]
    while left and len(pieces) + len(left) <= PIECES:
        one = left.pop()
        if isinstance(one, str):
            pieces.append(one)
        elif one.tag == "-text":
            pieces.append(SPACE.sub(" ", one.text_content or ""))
        else:
            end = "\n" if one.tag in PARTED else ""
            left += [end, *reversed(list(islice(_children(one), PIECES))), end]
    text = "\n".join(filter(None, (SPACE.sub(" ", line).strip() for line in "".join(pieces).split("\n"))))
    return text if not left and len(text) <= LONGEST else ""


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _beside(node: LexborNode) -> str:
    """Text of the next element."""
    behind = node.next
    while behind is not None and not behind.text(deep=True).strip():
        behind = behind.next
    if behind is None:
        return ""
    text = _set_out(behind).partition("\n")[0]
    return _value(text) if behind.tag == "-text" else text
