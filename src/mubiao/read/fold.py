"""Folding: one width, simplified characters, no left-over tags, no spaces inside numbers, and the way back to the text as published.

Most characters are exchanged one for one (those of ``characters.csv`` too, made by tools/make_characters.py); what is taken out
or put in is noted as breaks, so that a span of the folded text leads back to its span in the source by two binary searches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import WIDTH
from mubiao.model import Folded

# Signs that reports use for one another.
SIGNS = str.maketrans("\u3000\u00a0\t∶︰﹕﹪−﹣‐‑‒―─〜∼•‧．﹒〇「」『』", "   :::%-----——~~··..0“”‘’")
EXCHANGED = {**WIDTH, **SIGNS}
COMMENTS = 3  # lines above the pairs of characters.csv: the source with its hash, the hash of the rows, their head

# What is taken out. Each expression begins with its own signs, so that a text is passed over at the speed of a search for a character.
TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
BLOCK = re.compile(r"</?(?:p|div|br|h\d|tr|td|th|li|ul|ol|table|center|title)", re.IGNORECASE)
# PM_{2.5}, from pages read by machine.
SUBSCRIPT = re.compile(r"[_}](?:(?<=_)\{(?=[\d.]{1,4}\})|(?<=_\{\d\})|(?<=_\{\d\d\})|(?<=_\{\d\.\d\}))")
# PM⏎2.5⏎, CO⏎2⏎, from pages on which small figures stand in lines of their own.
LOWERED = re.compile(r"\n(?:(?<=PM\n)(?=(?:2\.5|10) ?\n)|(?<=PM\n2\.5\n)|(?<=PM\n10\n)|(?<=[CSN]O\n)(?=2 ?\n)|(?<=[CSN]O\n2\n))")
DECIMAL = re.compile(r"·(?<=\d·)(?=\d{1,2}[%‰])")  # 1·8%
ITEM = re.compile(r"(\d(?<![^\n。;；]\d)\d?)([.、])")
# 5.300家养老机构, below 4.新增50家, and 1. 20个: the number of an item in front of a number that counts
GLUED = re.compile(r"\d(?<![^\n。;；]\d)\d?\.(?P<blank>[ ]?)(?=\d[\d.]{0,9}[^\d\s.%]{0,3}[\u4e00-\u9fff])")
INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]+")


@lru_cache(maxsize=1)
def _exchange() -> tuple[re.Pattern[str], dict[str, str], frozenset[str]]:
    """What finds characters that are read as others, those with what they are read as, and which to exchange first: what others are read as."""
    lines = files("mubiao.read").joinpath("characters.csv").read_text(encoding="utf-8").splitlines()[COMMENTS:]
    exchange = {chr(sign): chr(other) if isinstance(other, int) else other for sign, other in EXCHANGED.items()}
    exchange |= {line[0]: line[2] for line in lines}
    return re.compile(f"[{re.escape(''.join(exchange))}]"), exchange, frozenset(exchange.keys() & set(exchange.values()))


def as_read(text: str) -> str:
    """A text with each character as it is read: of one width, simplified; as long as it was.

    >>> as_read("鄞州區２０２４年")
    '鄞州区2024年'
    """
    others, exchange, first = _exchange()
    found = set(others.findall(text))
    for sign in (*(found & first), *(found - first)):
        text = text.replace(sign, exchange[sign])
    return text


def years_in_digits(text: str) -> str:
    """A text with the years that it writes in words in digits; as long as it was.

    >>> years_in_digits("二0二四年主要工作")
    '2024年主要工作'
    """
    digits = load().numerals["digit"]
    return expression("year_in_words").sub(lambda match: "".join(str(digits.get(sign, 0)) for sign in match[1]), text)


def _in_words(digit: re.Match[str]) -> str:
    """1|季度 as 一季度: a quarter is named in one way."""
    return next(word for word, value in load().numerals["digit"].items() if value == int(digit[0]))


def _counts(text: str, at: int) -> bool:
    """Whether a number is told in whole things: 4个, but not 4亿元 or 4.5公里."""
    end = next((end for end in range(at, len(text)) if not text[end].isdigit()), at)
    unit = load().units.get(text[end : end + 1])
    return unit is not None and unit.dimension == "count"


def _items_apart(text: str) -> str:
    """The text with another mark behind the number of an item where a point would make one number of it and the next.

    >>> _items_apart("4.新增50家。\\n5.300家机构安装系统。"), _items_apart("1. 20个小区完成改造。"), _items_apart("投资增长。4. 4个项目开工。")
    ('4.新增50家。\\n5、300家机构安装系统。', '1、 20个小区完成改造。', '投资增长。4、 4个项目开工。')
    """
    if not GLUED.search(text):
        return text
    points, last = [], 0
    for item in ITEM.finditer(text):
        number, glued = int(item[1]), GLUED.match(text, item.start())
        if glued is None:
            last = number
        elif (number == last + 1 and (number > 1 or glued["blank"])) or (glued["blank"] and _counts(text, glued.end())):  # no 4.4 projects
            points.append(item.end() - 1)
            last = number
    signs = list(text)
    for point in points:
        signs[point] = "、"
    return "".join(signs)


def _spans_left_out(text: str, joints: Sequence[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """Spans of a text that are no part of what is read, in order, with what stands in their place."""
    found = [(*match.span(), "\n" if BLOCK.match(match[0]) else "") for match in TAG.finditer(text)]
    for gone in (expression("note_mark"), SUBSCRIPT, LOWERED, INVISIBLE, expression("number_gap")):
        found += [(*match.span(), "") for match in gone.finditer(text)]
    found += [(low, high, "") for low, high in joints]
    found += [(*blank, "\n") for blank in _run_in(text)]
    return sorted(found)


def _run_in(text: str) -> Iterator[tuple[int, int]]:
    """The blanks around headings that stand in the line of the text in front, as where the lines of a page were run together."""
    for heading in expression("heading_run_in").finditer(text):
        yield heading.span("before")
        if heading["behind"]:
            yield heading.span("behind")


def fold(source: str, joints: Sequence[tuple[int, int]] = ()) -> Folded:
    """Fold a text.

    Args:
        joints: spans to leave out besides, in order: line breaks inside paragraphs (see :mod:`mubiao.read.joiner`).

    >>> fold("增长１５．　７％").text, fold("请予审议。 一、2024年工作回顾 投资增长5%。").text
    ('增长15.7%', '请予审议。\\n一、2024年工作回顾\\n投资增长5%。')
    """
    text = _items_apart(years_in_digits(expression("quarter").sub(_in_words, DECIMAL.sub(".", as_read(source)))))
    parts: list[str] = []
    breaks, shifts = [0], [0]
    position = length = shift = 0
    for low, high, put in _spans_left_out(text, joints):
        if low < position:
            continue
        parts.append(text[position:low])
        length += low - position
        if put:
            parts.append(put)
            length += 1
        position = high
        shift = position - length
        breaks.append(length)
        shifts.append(shift)
    parts.append(text[position:])
    return Folded("".join(parts), breaks, shifts)
