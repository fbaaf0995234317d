"""Newspaper pages: passages printed twice, and other articles on the same page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mubiao.lexicon.affix import Affixes, pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.outline.lines import Line, level
from mubiao.rule import Rules, rule

LONG = 12  # a shorter line may come twice on purpose
TERMINAL = "。!?;:”）)】」"
TITLE = (10, 48)  # characters of a newspaper headline


@lru_cache(maxsize=1)
def titles_and_authors() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The report's own title, and organisations that are no government."""
    words = load().words["headings"]
    return re.compile(pattern(words["report_title"])), re.compile(pattern(words["other_author"]))


@rule(
    "stands in another article on the same page",
    takes=[
        "【紧接第3版】新建垃圾分类点300个，覆盖小区200个。\n（记者 王小明 通讯员 李雷）",
        "【紧接第3版】新建口袋公园50个。\n宁波通商银行精心搭建科技金融生态圈\n贷款余额增长20%。",
    ],
    refuses=["新建垃圾分类点300个，覆盖小区200个。\n宁波通商银行精心搭建科技金融生态圈\n贷款余额增长20%。"],
)
def foreign_article(lines: Sequence[Line], below: frozenset[str]) -> set[int]:
    """Lines behind the links of a site, and on a page of a newspaper those of other articles, wherever they are printed."""
    behind = set(range(behind_links(lines), len(lines)))
    if not any(expression("continued").search(line.text) or expression("byline").fullmatch(line.text) for line in lines):
        return behind
    foreign = _before_bylines(lines) | _under_headlines(lines, below)
    texts = {lines[at].text for at in foreign if len(lines[at].text) >= LONG}
    return behind | foreign | {at for at, line in enumerate(lines) if line.text in texts}


@rule(
    "stands in a passage printed twice",
    takes=["支持关键核心技术攻关100项以上，攻克一批成果。\n新建口袋公园50个。\n支持关键核心技术攻关100项以上，攻克一批成果。"],
    refuses=["新建口袋公园50个。\n新建口袋公园50个。"],
    needed="what is printed twice would be counted twice",
)
def repeated_passage(lines: Sequence[Line], below: frozenset[str]) -> set[int]:
    seen: set[str] = set()
    result = set()
    for at, line in enumerate(lines):
        if len(line.text) >= LONG and line.text in seen:
            result.add(at)
        seen.add(line.text)
    return result


LINES = Rules("refusal", foreign_article, repeated_passage)


@rule(
    "stands in the navigation of a web page",
    takes=["发布时间：2024-02-02 17:48", "浏览次数：1200次"],
    refuses=["接待游客1200人次。"],
)
def site_noise(text: str) -> bool:
    return _noise().head(text, 0, len(text)) is not None


@lru_cache(maxsize=1)
def _noise() -> Affixes:
    return Affixes(dict.fromkeys(load().words["headings"]["noise"], "noise"))


NOISE = Rules("refusal", site_noise)


def refused_lines(lines: Sequence[Line], below: frozenset[str]) -> list[str]:
    """For each line the name of the rule by which its numbers do not count, "" where they do.

    Args:
        below: names of jurisdictions below the report's own; a headline that names one opens another article.
    """
    names = {at: one.name for one in reversed(LINES) for at in one.apply(lines, below) or ()}
    return [names.get(at, "") for at in range(len(lines))]


def behind_links(lines: Sequence[Line]) -> int:
    """Where other articles of the site begin that stand below the document (相关新闻); behind the last line where none do."""
    links = (at for at, line in enumerate(lines) if at > len(lines) // 2 and expression("links_below").fullmatch(line.text))
    return next(links, len(lines))


def _before_bylines(lines: Sequence[Line]) -> set[int]:
    """A byline closes an article of somebody else: back to where the page breaks off in mid-sentence."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        if expression("byline").fullmatch(line.text):
            begin = at
            while begin > 0 and lines[begin - 1].text[-1] in TERMINAL and not level(lines[begin - 1].text)[0]:
                begin -= 1
            found.update(range(begin, at + 1))
    return found


def _under_headlines(lines: Sequence[Line], below: frozenset[str]) -> set[int]:
    """From the headline of another article to the title of the report or the end of the page."""
    own, other = titles_and_authors()
    found: set[int] = set()
    foreign = False
    for at, line in enumerate(lines):
        if own.search(line.text) and len(line.text) <= 20:
            foreign = False
        elif _is_headline(line) and (other.search(line.text) or any(name in line.text for name in below)):
            foreign = True
        if foreign:
            found.add(at)
    return found


def _is_headline(line: Line) -> bool:
    return TITLE[0] <= len(line.text) <= TITLE[1] and line.text[-1] not in TERMINAL and not level(line.text)[0] and "。" not in line.text
