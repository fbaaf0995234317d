"""Newspaper pages: passages printed twice, and other articles on the same page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mubiao.lexicon.affix import pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.outline.lines import Line, level

LONG = 12  # a shorter line may come twice on purpose
TERMINAL = "。!?;:”）)】」"
TITLE = (10, 48)  # characters of a newspaper headline


@lru_cache(maxsize=1)
def expressions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The report's own title, and organisations that are no government."""
    words = load().words["headings"]
    return re.compile(pattern(words["report_title"])), re.compile(pattern(words["other_author"]))


def refusals(lines: Sequence[Line], below: frozenset[str]) -> list[str]:
    """For each line the reason why its numbers do not count, "" where they do.

    Args:
        below: names of jurisdictions below the report's own; a headline that names one opens another article.
    """
    links = _behind_links(lines)
    result = [reason or ("foreign_article" if at >= links else "") for at, reason in enumerate(_repeated(lines))]
    if not any(expression("continued").search(line.text) or expression("byline").fullmatch(line.text) for line in lines):
        return result
    foreign = _before_bylines(lines) | _under_headlines(lines, below)
    texts = {lines[at].text for at in foreign if len(lines[at].text) >= LONG}
    return ["foreign_article" if at in foreign or line.text in texts else result[at] for at, line in enumerate(lines)]


def _repeated(lines: Sequence[Line]) -> list[str]:
    seen: set[str] = set()
    result = []
    for line in lines:
        again = len(line.text) >= LONG and line.text in seen
        seen.add(line.text)
        result.append("repeated_passage" if again else "")
    return result


def _behind_links(lines: Sequence[Line]) -> int:
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
    own, other = expressions()
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
