"""Of which firms a figure is that does not say so: 规模以上工业增加值增长9%。分经济类型看,国有控股企业增加值|增长7%; 规模以上工业企业发电量…;
综合能源消费量|…."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.words.things import nouns
from mubiao.lexicon.expressions import expression
from mubiao.model import Task
from mubiao.observe.clauses import begin_of_line, begin_of_sentence
from mubiao.read.fold import as_read
from mubiao.rows import Observation


def named(text: str, folded: Callable[[int], int], reading: Reading, phrase: str, rows: Sequence[Observation], task: Task) -> str:
    """The phrase of a reading: a class of firms or a branch of industry with the statistical scope of the whole whose parts are told, what
    only firms have with the firms that were told of.

    Args:
        text: folded text.
        folded: from a place in the text as published to the one in the folded text.
        phrase: what the reading measures, as published.
        rows: what the document has stated so far.
    """
    name = as_read(phrase)
    if own := expression("of_firms").fullmatch(name):
        return _owned(text, folded, reading, phrase, own, rows)
    if expression("of_any_firm").fullmatch(name) and (firms := _told_of(text, reading)):
        return firms + phrase
    if alone := reading.measure in ("growth", "change") and expression("branch_alone").fullmatch(name):
        whole = _told_last(rows)
        at = alone.start("whose")  # 规模以上工业增加值增长9%。非烟行业增长加快。煤炭开采业|增长7%
        return phrase[:at] + whole["level"] + phrase[at:] + whole["made"] if whole else phrase
    found = expression("made_by_class").fullmatch(name)
    if found is None or found["level"] or not found["whose"]:
        return phrase
    start = reading.span[0]
    whole = _in_front(text, start) or _told_before(text, folded, start, found["made"], rows, task)
    if whole is None:
        return phrase
    at = found.start("whose")  # 规模以上|采矿业增加值, 规模以上工业|国有控股企业增加值
    return phrase[:at] + whole["scope" if found["owned"] else "level"] + phrase[at:]


def _owned(text: str, folded: Callable[[int], int], reading: Reading, phrase: str, own: re.Match[str], rows: Sequence[Observation]) -> str:
    """规模以上工业企业|发电量131亿千瓦时;|综合能源消费量|193万吨: of the firms with which the sentence began, or, of a contract, the paragraph."""
    start = reading.span[0]
    begin = (begin_of_line if own["built"] else begin_of_sentence)(text, start)
    said = list(takewhile(lambda row: folded(row.char_start) >= begin, reversed(rows)))
    told = filter(None, (expression("firms_first").match(as_read(row.indicator)) for row in said))
    firms = next((one for one in told if bool(one["build"]) == bool(own["built"])), None)
    measure = phrase[own.start("own") :]
    if firms is None and own["branch"]:
        return _counted(reading, said, measure) + measure
    if firms is None or (own["lost"] and not own["losers"]):
        return measure  # 亏损企业利润: nor is it theirs
    return (firms["level"] if own["branch"] else firms[0]) + measure


def _told_of(text: str, reading: Reading) -> str:
    """省属企业|创新导向更加突出,研发经费投入增长15.6%: the firms that the clause right in front is about, "" where it is about none."""
    at = min((piece[0] for piece in reading.pieces), default=0)
    found = expression("firms_in_front").search(text, begin_of_sentence(text, at), at)
    return found["firms"] if found else ""


def _counted(reading: Reading, said: Sequence[Observation], measure: str) -> str:
    """高新技术企业284家,实现|工业总产值|79亿元,增长8%: the firms that the sentence counted and that made it, "" for those of the whole place."""
    of_them = [*takewhile(lambda row: measure in row.indicator, said)]
    made = of_them or (reading.measure == "amount" and reading.action in nouns()["inner"])
    counted = next(iter(said[len(of_them) :]), None)
    if not made or counted is None or counted.measure != "amount" or not (counted.cumulative or counted.action is None):
        return ""
    firms = expression("counted_firms").fullmatch(as_read(counted.indicator))
    return counted.indicator[: firms.end("firms")] if firms else ""


def _in_front(text: str, start: int) -> re.Match[str] | None:
    """规模以上工业中,|轻工业增加值|增长5%: the whole that the sentence names."""
    begin = begin_of_sentence(text, start)
    *_, last = (None, *expression("among_firms").finditer(text, begin, start))
    return last


def _told_last(rows: Sequence[Observation]) -> re.Match[str] | None:
    """The whole of a statistical scope that was told last, where nothing but branches, shares and points stand between."""
    for row in reversed(rows):
        told = expression("made_at_end").search(as_read(row.indicator))
        whole = expression("made_by_class").fullmatch(as_read(row.indicator)) if told else None
        if whole and not whole["whose"]:
            return whole if whole["level"] else None
        if whole is None and row.measure in ("growth", "amount"):
            break
    return None


def _told_before(text: str, folded: Callable[[int], int], start: int, made: str, rows: Sequence[Observation], task: Task) -> re.Match[str] | None:
    """The last whole told under the same heading in the same measure, if it has a scope and the paragraph tells its parts."""
    begin = begin_of_line(text, start)
    goes_on = False
    for row in reversed(rows):
        if row.section != list(task.section):
            break
        told = expression("made_at_end").search(as_read(row.indicator))
        if told is None or told["made"] != made:
            continue
        whole, behind = expression("made_by_class").fullmatch(as_read(row.indicator)), folded(row.char_end)
        if whole is None or not (whole["level"] or whole["whose"]):
            break  # 全部工业增加值, 建筑业增加值: another whole stands nearer
        if whole["whose"] is None:
            return whole if goes_on or expression("tells_parts").search(text, max(begin, behind), start) else None
        goes_on = goes_on or (behind > begin and whole["level"] is not None)
    return None
