"""A page without what it says twice: half of its bytes would be the same names, sources and tags again and again."""

from __future__ import annotations

import re

from mubiao.report.words import say

BLANKS = re.compile(r"\n\s+")
BLOCK = re.compile(r"\n(?=</?(?:blockquote|dd|details|div|dl|dt|li|p|section|summary|tr|ul)\b)")  # which begin a line anyway
ALONE = re.compile(r'<(\w+)([^<>]*)><span data-en="([^"]*)">([^<]*)</span></\1>')  # an element that holds nothing but what words.Bilingual writes
IN_TWO = re.compile(r'(<(?!text\b)\w[^<>]*) data-en="([^"]*)">([^<]*)(?=</)')  # a label of a chart may have room in one language only
CITED = re.compile(r"<cite>([^<]*(?:<(?!code>|/cite>)[^<]*)*) (?=<code>)")


def lean(text: str) -> str:
    """A page, its script or style without what only sets out its source.

    >>> lean("<p>\\n\\n  6%</p>")
    '<p>\\n6%</p>'
    """
    return BLOCK.sub("", BLANKS.sub("\n", text))


def translated_once(html: str) -> str:
    """The English of a phrase only where the phrase stands first: page.js looks it up for the others.

    >>> translated_once('<dt><span data-en="Plan">计划</span></dt><dt><span data-en="Plan">计划</span></dt><b>≥<span data-en="plans">计划</span></b>')
    '<dt data-en="Plan">计划</dt><dt data-en>计划</dt><b>≥<span data-en="plans">计划</span></b>'
    """
    known: dict[str, str] = {}

    def translated(found: re.Match[str]) -> str:
        head, english, chinese = found.groups()
        if known.get(chinese) == english:
            return f"{head} data-en>{chinese}"
        known.setdefault(chinese, english)
        return found[0]

    return IN_TWO.sub(translated, ALONE.sub(r'<\1\2 data-en="\3">\4</\1>', html))


def cited_once(html: str) -> str:
    """The name of a source only where a row is first taken from it; page.js puts it in the place of the links from the others.

    >>> cited_once("<cite>报告 <time>2024</time> <code>1a</code></cite><cite>报告 <time>2024</time> <code>2b</code></cite>")
    '<cite><span id="c0">报告 <time>2024</time></span> <code>1a</code></cite><cite><a href="#c0">见前引</a> <code>2b</code></cite>'
    """
    known: dict[str, str] = {}

    def cited(found: re.Match[str]) -> str:
        source = found[1]
        if source in known:
            return f'<cite><a href="#{known[source]}">{say("cited_before").zh}</a> '
        known[source] = f"c{len(known)}"
        return f'<cite><span id="{known[source]}">{source}</span> '

    return CITED.sub(cited, html)
