"""The page's own sentences in two languages: Chinese in the page, English beside it for the switch."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from markupsafe import Markup, escape

from mubiao.errors import LexiconError
from mubiao.present.cells import number
from mubiao.present.labels import en, in_one_language, zh
from mubiao.present.marks import full_width
from mubiao.present.places import english_place
from mubiao.present.visible import visible
from mubiao.read.places import gazetteer

FILE, PARTS = "words.toml", "parts.txt"


class Bilingual(NamedTuple):
    """One text in Chinese and in English."""

    zh: str
    en: str

    def __html__(self) -> str:
        """Chinese, with the English that page.js puts in its place."""
        return self._marked(escape(visible(self.zh)))

    @property
    def parted(self) -> Markup:
        """The same in a title, where long names may break between their words only (parts.txt).

        >>> str(Bilingual("社会消费品零售总额", "社会消费品零售总额").parted)
        '社会消费品<wbr>零售总额'
        """
        chinese = str(escape(visible(self.zh)))
        for name, broken in _broken_names().items():
            chinese = chinese.replace(name, broken)
        return Markup(self._marked(Markup(chinese)))

    def _marked(self, chinese: Markup) -> str:
        english = visible(self.en)
        return str(chinese if self.en == self.zh else Markup('<span data-en="{}">{}</span>').format(english, chinese))


@lru_cache(maxsize=1)
def _words() -> dict[str, Bilingual]:
    entries = tomllib.loads(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))
    for key, pair in entries.items():
        if not isinstance(pair, list) or len(pair) != 2:
            raise LexiconError(f"{FILE}: {key}: want [Chinese, English]")
    return {key: Bilingual(*pair) for key, pair in entries.items()}


@lru_cache(maxsize=1)
def _broken_names() -> dict[str, str]:
    """Names with breaks between their words, the longest first: 城镇居民人均可支配收入 holds 居民人均可支配收入."""
    lines = files(__package__).joinpath(PARTS).read_text(encoding="utf-8").splitlines()
    names = sorted((line for line in lines if "|" in line), key=len, reverse=True)
    return {name.replace("|", ""): name.replace("|", "<wbr>") for name in names}


def say(key: str, **given: object) -> Bilingual:
    """A sentence of words.toml; what is given as :class:`Bilingual` stands in each language in its own words.

    >>> say("judged_missed", judged=8, missed=3, names=Bilingual("就业", "jobs")).zh
    '能核对的8项目标中，3项未完成：就业'
    """
    chinese, english = _words()[key]
    return Bilingual(chinese.format(**_of(given, 0)), english.format(**_of(given, 1)))


def label(kind: str, code: str | None) -> Bilingual:
    """The label of a code of the tables (present/labels.toml)."""
    return Bilingual(full_width(zh(kind, code)), en(kind, code))


def figured(value: float, unit: str | None) -> Bilingual:
    """A value in its unit.

    >>> figured(1100000, "人")
    Bilingual(zh='110万人', en='1.1 million people')
    """
    return Bilingual(number(value, unit), number(value, unit, "en"))


def place_name(code: str, name: str) -> Bilingual:
    """A place in two languages.

    >>> place_name("330200", "宁波市")
    Bilingual(zh='宁波市', en='Ningbo')
    """
    return Bilingual(name, english_place(code, name))


def full_name(code: str) -> Bilingual:
    """A place and those above it.

    >>> full_name("330212")
    Bilingual(zh='浙江省宁波市鄞州区', en='Yinzhou District, Ningbo, Zhejiang')
    """
    known, above = gazetteer(), []
    while code:
        above.append(known.by_code[code])
        code = above[-1].parent
    return Bilingual("".join(place.name for place in reversed(above)), ", ".join(english_place(place.code, place.name) for place in above))


def two(note: str) -> Bilingual:
    """A note of the tables that says the same in two languages.

    >>> two("高于才完成 · met above the number").en
    'met above the number'
    """
    return Bilingual(in_one_language(note), in_one_language(note, "en"))


def listed(names: list[Bilingual], most: int = 3) -> Bilingual:
    """Names one after the other; where there are more than fit, the first ones and 等.

    >>> listed([Bilingual("甲", "a"), Bilingual("乙", "b")])
    Bilingual(zh='甲、乙', en='a, b')
    """
    unique = list(dict.fromkeys(names))
    shown, more = unique[:most], unique[most:]
    return Bilingual(
        "、".join(name.zh for name in shown) + ("等" if more else ""),
        ", ".join(name.en for name in shown) + (" and others" if more else ""),
    )


def sentences(told: Sequence[Bilingual]) -> Bilingual:
    """Sentences one after the other, which blanks part in English only.

    >>> sentences([Bilingual("甲。", "A."), Bilingual("乙。", "B.")])
    Bilingual(zh='甲。乙。', en='A. B.')
    """
    return Bilingual("".join(one.zh for one in told), " ".join(one.en for one in told))


def read_out(name: Bilingual, parts: Sequence[Bilingual]) -> Bilingual:
    """What a picture shows in one sentence.

    >>> read_out(Bilingual("就业", "jobs"), [Bilingual("2024年5%", "2024 5%"), Bilingual("2025年6%", "2025 6%")]).en
    'jobs: 2024 5%; 2025 6%'
    """
    return Bilingual(
        *(
            head + colon + semicolon.join(told)
            for head, colon, semicolon, told in zip(name, say("colon"), say("semicolon"), zip(*parts, strict=True), strict=True)
        )
    )


def _of(given: Mapping[str, object], language: int) -> dict[str, object]:
    return {name: value[language] if isinstance(value, Bilingual) else value for name, value in given.items()}
