"""Every rule of the grammar, by kind: where ``mubiao explain`` and docs/grammar.md take its name and words from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from mubiao.grammar.clause import attributes
from mubiao.grammar.figure import bound, measure, relative
from mubiao.grammar.numbers import forms, refuse
from mubiao.grammar.thing import things
from mubiao.lexicon.rulebook import rulebook as words
from mubiao.rule import Rule

# Kind -> the ordered lists of its rules. A new list is named here.
RULES: Mapping[str, Sequence[Rule[Any, Any]]] = {
    "number": forms.RULES,
    "thing": things.THINGS,
    "bound": bound.BOUNDS,
    "measure": (*measure.MEASURES, *measure.STOCKS),
    "relative": (*relative.RULES, *relative.OF_THE_SAME),
    "refusal": (*refuse.RULES, *attributes.RULES),
}


@lru_cache(maxsize=1)
def rulebook() -> dict[str, dict[str, str]]:
    """Kind of rules -> name -> what it does; rules that are no objects yet come from rules.toml."""
    book = {kind: {one.name: one.says for one in RULES.get(kind, ())} for kind in {**words(), **RULES}}
    for kind, names in words().items():
        book[kind] |= names
    return book


def says(name: str) -> str:
    """What the rule of a name does."""
    return next(names[name] for names in rulebook().values() if name in names)
