"""How the grammar reads a sentence: every number with the rules that made a row of it and where they were fired, or the one that refused it."""

from __future__ import annotations

from collections.abc import Iterator

from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.parse import parse
from mubiao.read.fold import fold
from mubiao.rule import says


def explain(sentence: str) -> Iterator[str]:
    """The derivation of a sentence, line by line.

    >>> print("\\n".join(explain("城镇登记失业率控制在3.5%以内。")))
    3.5%  =  城镇登记失业率 | ratio | le 3.5 %
        phrase     城镇登记失业率
        modifier   控制在…以内
        action     控制在
        noun_first: the noun in front of the number [城镇登记失业率]
        digits: digits, with thousands, decimals and magnitudes [3.5%]
        bound_behind: a word behind the number [控制在3.5%以内]
        share: a percentage without a word of growth: a ratio [控制在3.5%以内]
    """
    text = fold(sentence).text
    passage = parse(text)
    found: list[tuple[int, list[str]]] = [(reading.span[0], _derivation(text, reading)) for reading in passage.readings if not reading.refused]
    refused = [(number.start, number.end, number.refused or "") for number in passage.refused]
    refused += [(*reading.span, reading.refused) for reading in passage.readings if reading.refused]
    found += [(start, [f"{text[start:end]}  is no row: {name}: {says(name)}"]) for start, end, name in refused]
    if not found:
        yield "nothing here states a quantity or a relative target"
    for _, lines in sorted(found, key=lambda item: item[0]):
        yield from lines


def _derivation(text: str, reading: Reading) -> list[str]:
    number = reading.number
    indicator = reading.indicator(text)
    if number is None:
        lines = [f"{text[slice(*reading.span)]}  =  {indicator} | relative | {reading.relation} {reading.reference}"]
    else:
        value = f"{number.value:,.10g}" + (f"—{number.high:,.10g}" if number.high is not None else "") + f" {number.unit.name if number.unit else ''}"
        lines = [f"{text[number.start : number.end]}  =  {indicator} | {reading.measure} | {reading.comparator} {value}"]
    told = {
        "phrase": " + ".join(piece[2] if len(piece) > 2 else text[piece[0] : piece[1]] for piece in reading.pieces),
        "modifier": reading.modifier, "action": reading.action, "commitment": reading.commitment, "reference": reading.reference,
        "role": reading.role if reading.role != "core" else "", "total": "a running total" if reading.cumulative else "",
    }  # fmt: skip
    lines += [f"    {name:10} {value}" for name, value in told.items() if value]
    return lines + [f"    {name}: {says(name)} [{text[start:end].strip()}]" for name, start, end in reading.fired()]
