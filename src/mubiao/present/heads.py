"""What people who read Chinese find at the head of a column, and codes as Chinese words, for sheets that are read and not computed with."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from mubiao.present.labels import codes, en, in_one_language, zh
from mubiao.present.marks import full_width

if TYPE_CHECKING:
    import pandas as pd


@lru_cache(maxsize=2)
def _read_toml(file: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(file).read_text(encoding="utf-8"))


def _heads() -> dict[str, Any]:
    return _read_toml("heads.toml")


def meaning_in_chinese(meaning: str) -> str:
    """What a column means, in Chinese; as it is where nobody wrote it down.

    >>> meaning_in_chinese("of the target of the year after: base unit as people write it"), meaning_in_chinese("of mine")
    ('次年目标：计量单位（不含万、亿）', 'of mine')
    """
    known, sides = _read_toml("meanings.toml")["meanings"], _read_toml("meanings.toml")["sides"]
    side, _, rest = meaning.partition(": ")
    if meaning not in known and side in sides and rest in known:
        return f"{sides[side]}：{known[rest]}"
    return str(known.get(meaning, meaning))


def sheet(name: str) -> str:
    """Chinese name of a sheet; its own where it has none.

    >>> sheet("comparison"), sheet("observations")
    ('对比', 'observations')
    """
    found: str = _heads()["sheets"].get(name, name)
    return found


def head(column: str, where: str = "") -> str:
    """Chinese head of a column; its name where it has none.

    Args:
        where: the table or view; a name may mean another thing in each of them.

    >>> head("next_unit"), head("unit"), head("unit", "responsibilities"), head("plan_b")
    ('次年目标单位', '单位', '责任单位', 'plan_b')
    """
    told = _heads()
    found: str | None = told["in"].get(where, {}).get(column) or told["alone"].get(column)
    side, _, rest = column.partition("_")
    if not found and side in told["sides"] and rest in told["of_a_side"]:
        found = told["sides"][side] + told["of_a_side"][rest]
    return found or column


def in_chinese(frame: pd.DataFrame, where: str = "") -> pd.DataFrame:
    """A table under Chinese heads, its codes as words; numbers, names and quotes as they are.

    Args:
        frame: of a panel, ``attrs["ways"]`` tells what its columns hold.
        where: the table or view that it was taken from.

    >>> import pandas as pd
    >>> in_chinese(pd.DataFrame({"attainment": ["missed"], "gap": [-0.6]})).to_dict("records")
    [{'判定': '未完成', '差距': -0.6}]
    """
    own = heads_of_ways(frame)
    ways = frame.attrs.get("ways", {})
    said: pd.DataFrame = frame.apply(lambda column: _said(ways.get(column.name, (str(column.name),))[-1], column))
    said.columns = [own.get(str(name)) or head(str(name), where) for name in frame.columns]
    return said


def heads_of_ways(frame: pd.DataFrame) -> dict[str, str]:
    """Heads of the columns of a wide panel: 地区生产总值增速目标（%）."""
    return {name: _of_way(*way) for name, way in frame.attrs.get("ways", {}).items()}


def _of_way(_: str, indicator: str, measure: str, cumulative: bool, activity: str, unit: str, column: str) -> str:
    how = f"{zh('activity', activity)}{zh('measure', measure) if measure != 'amount' else ''}{zh('flow', 'cumulative') if cumulative else ''}"
    return f"{indicator}{how}{head(column)}" + (f"（{unit}）" if unit else "")


def code_heads() -> list[str]:
    """Heads of the three columns of :func:`coded`."""
    return list(_heads()["code_list"].values())


def coded() -> list[tuple[str, str, str]]:
    """Head of a column of codes, code, and the word that stands for it."""
    told = [(head(name), code, zh(kind, code)) for name, kind in _heads()["codes"].items() for code in codes(kind)]
    truth = _heads()["truth"]
    return [*told, *((truth["head"], code, truth[code]) for code in ("true", "false"))]


def _said(name: str, column: pd.Series[Any]) -> pd.Series[Any]:
    if name == "attainment_rule":
        return column.map(in_one_language, na_action="ignore")
    kind = _heads()["codes"].get(name) or _heads()["codes"].get(name.partition("_")[2] if name.partition("_")[0] in _heads()["sides"] else "")
    if len(column) and column.dropna().map(lambda value: value is True or value is False).all() and column.notna().any():
        return column.map(lambda value: _heads()["truth"][str(value).lower()], na_action="ignore")
    if not kind or not all(in_words(kind, told) for told in column.dropna()):
        return column
    return column.map(lambda told: in_words(kind, told), na_action="ignore")


def in_words(kind: str, told: str, language: str = "zh") -> str:
    """A code as a word, Chinese or English, also several with what they tell of (no review; no plan: 2025); "" where one of them is no code.

    >>> in_words("gap", "no review; a list that it sends round is not in it: 附件1"), in_words("gap", "见附件")
    ('没有回顾部分；所印发的清单未收录：附件1', '')
    >>> in_words("gap", "no plan; no call ends it", "en")
    'no plan; may be cut off: the closing appeal (让我们…！) is missing'
    """
    said = [one.partition(": ") for one in str(told).split("; ")]
    if not all(code in codes(kind) for code, _, _ in said):
        return ""
    if language == "en":
        return "; ".join(en(kind, code) + (f": {which}" if which else "") for code, _, which in said)
    return "；".join(zh(kind, code) + (f"：{full_width(which)}" if which else "") for code, _, which in said)
