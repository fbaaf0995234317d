"""A document of which something is missing: its end, or lines in between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.model import Document, Task
from mubiao.outline.duty_labels import is_title
from mubiao.outline.lines import level, lines

LONG = 2000  # characters: a shorter text is an extract that nobody takes for the whole
BEHIND = 0.06  # of a whole report, what may stand behind the call that ends it, annexes apart
FEWEST, NEARLY_ALL = 10, 0.8  # tasks of a list, and the share of them that name who is responsible
FRONT = 2000  # characters in front that may hold the notice of a list
NUMBER = 6  # characters that may stand in front of the title of a list: 附件1:
NEAR_END = 40  # characters at its end that may open a bracket
GOES_ON = ("、", ",", ":")  # what ends so goes on
NUMBERED = 2  # levels of headings whose numbers are counted; items (1.) begin anew under lines that are no headings
STOPS = re.compile(r"[。!?\n]")
CALLS = {"!": "closing_call", "。": "closing_statement"}
SHOWN = 10  # characters of a heading that are named


def without_end(document: Document, tasks: Sequence[Task]) -> bool:
    """Whether a work report lacks the call that ends it (让我们…!), or much stands behind it that is no annex."""
    text = document.folded.text
    if document.facts.doc_type != "work_report" or len(text) < LONG:
        return False
    own = [span for task in tasks if not task.refused and task.kind == "paragraph" and not task.lead_units for span in task.spans]
    end = max(_calls(text), default=0)
    behind = takewhile(lambda span: not _begins_annex(text[slice(*span)]), (span for span in own if span[1] > end))
    return sum(high - max(low, end) for low, high in behind) > BEHIND * sum(high - low for low, high in own)


def list_breaks_off(document: Document, tasks: Sequence[Task]) -> bool:
    """Whether a list whose tasks name who is responsible ends with one that does not, in an enumeration or in a bracket."""
    own = [task for task in tasks if not task.refused]
    if not document.facts.kind.is_list or len(own) < FEWEST:
        return False
    named = sum(bool(task.lead_units) for task in own) >= NEARLY_ALL * len(own)
    end = document.folded.text.rstrip()[-NEAR_END:]
    return (named and not own[-1].lead_units) or end.endswith(GOES_ON) or end.rfind("(") > end.rfind(")")


def list_that_is_not_there(document: Document, tasks: Sequence[Task]) -> str:
    """The last of the lists that a notice sends round, "" where it stands below, too (印发《…目标任务分解》《…民生实事分解》)."""
    if not document.facts.kind.is_list or len(tasks) < FEWEST:
        return ""
    text = document.folded.text
    titles = [match["title"] for match in expression("sent_round").finditer(text, 0, FRONT)]
    below = {line.text for line in lines(text)}
    found = [any(line.endswith(title) and len(line) <= len(title) + NUMBER for line in below) for title in titles]
    return titles[-1] if any(found) and not found[-1] else ""


def _calls(text: str) -> Iterator[int]:
    """Where each sentence ends that may be the last of a report; a text without such marks is looked through once."""
    begin = 0
    for mark in STOPS.finditer(text):
        name = CALLS.get(mark[0])
        if name and expression(name).search(text, begin, mark.end()):
            yield mark.end()
        begin = mark.end()


def _begins_annex(line: str) -> bool:
    return expression("annex").match(line) is not None or is_title(line)


def jumps(text: str) -> Iterator[tuple[int, str]]:
    """Where and what headings are whose number neither begins anew nor follows the one before of its level (一、…三、…).

    Of headings in brackets one alone says nothing: the brackets of the others were lost.

    >>> list(jumps("一、回顾\\n(一)经济\\n(二)民生\\n二、计划\\n(三)交通\\n四、结语"))
    [(28, '四、结语')]
    """
    last: dict[str, int] = {}
    found = [(line, *level(line.text)) for line in lines(text)]
    alone = sum(depth == NUMBERED for _, depth, _ in found) == 1
    for line, depth, written in found:
        words = expression("heading_number").search(written) if 0 < depth < NUMBERED + (not alone) else None
        if words is None:
            continue
        number, form = _worth(words), written.replace(words[0], "")  # 第二部分 is not counted on by 三、
        if number not in (1, last.get(form, 0) + 1):
            yield line.start, line.text[: len(written) + SHOWN]
        last[form] = number


def _worth(words: re.Match[str]) -> int:
    digits = load().numerals["digit"]
    tens = digits.get(words["tens"] or "", 1) if words["ten"] else 0
    return 10 * tens + digits.get(words["ones"] or "", 0)
