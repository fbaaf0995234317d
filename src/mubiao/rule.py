"""A rule of reading: what it does in words, sentences that show it and that do not, and the function, in one object.

Rules stand in ordered lists, each of one kind; the position is the precedence, and the first that applies gives a row, or a
refusal, its name::

    @rule("digits that belong to a name", takes=["…6号线"], refuses=["…6家"])
    def name(text: str, number: Number) -> bool: ...

    RULES = Rules("refusal", name, ...)

Whoever looks for a rule by its name (``mubiao explain``, docs/grammar.md) finds it because its list was made: nothing else
registers it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Generic, ParamSpec, TypeVar

from mubiao.lexicon.signs import any_of

P = ParamSpec("P")
T = TypeVar("T", covariant=True)

# What a rule decides: how a number is read; what it measures, how it is bounded, which kind of figure it is and what it is beside the
# figures in front; targets without a number; why something is no row; of which time it is; what makes a whole document doubtful; and who
# else than a document says it (these read no sentence).
KINDS = ("number", "thing", "bound", "measure", "role", "relative", "refusal", "time", "guard", "source")


@dataclass(frozen=True, slots=True)
class Rule(Generic[P, T]):
    """A named rule.

    Attributes:
        name: what rows and refusals call it.
        says: what it does, in words; printed by ``mubiao explain`` and in docs/grammar.md.
        takes: sentences that show it: read, they give its name. A rule about more than a sentence shows lines with a heading.
        refuses: sentences that nearly do: read, they do not.
        apply: the function; None or False where the rule does not apply.
        needs: expressions and tables of words of which it finds one where it applies; none where that cannot be told.
        needed: what would be wrong without it, where hardly a document at hand shows it.
    """

    name: str
    says: str
    takes: Sequence[str]
    refuses: Sequence[str]
    apply: Callable[P, T]
    needs: Sequence[str] = ()
    needed: str = ""


def rule(
    says: str, *, takes: Sequence[str], refuses: Sequence[str], name: str = "", needs: Sequence[str] = (), needed: str = ""
) -> Callable[[Callable[P, T]], Rule[P, T]]:
    """Make a rule of a function; it is called like the function where no other name is given."""

    def made(apply: Callable[P, T]) -> Rule[P, T]:
        return Rule(name or apply.__name__, says, tuple(takes), tuple(refuses), apply, tuple(needs), needed)

    return made


class Rules(tuple[Rule[P, T], ...]):
    """An ordered list of rules of one kind."""

    made: ClassVar[list[Rules[..., Any]]] = []
    kind: str
    chosen: dict[int, Sequence[Rule[P, T]]]  # rules by their positions, as bits
    last: tuple[str | None, Sequence[Rule[P, T]]]  # the passage that was asked for last, with the rules that may apply to it

    def __new__(cls, kind: str, *rules: Rule[P, T]) -> Rules[P, T]:
        if kind not in KINDS:
            raise ValueError(f"{kind} is none of {', '.join(KINDS)}")
        made = super().__new__(cls, rules)
        made.kind = kind
        made.chosen, made.last = {}, (None, ())
        cls.made.append(made)
        return made

    def within(self, passage: str) -> Sequence[Rule[P, T]]:
        """Those of the rules that may apply where they see no more than a passage: it holds signs of what they need."""
        asked, found = self.last
        if passage != asked:
            any_sign, needing = self._signs
            seen = needing[""]
            for sign in any_sign.findall(passage):
                seen |= needing[sign]
            found = self.chosen.get(seen) or self.chosen.setdefault(seen, tuple(one for at, one in enumerate(self) if seen >> at & 1))
            self.last = passage, found
        return found

    @cached_property
    def _signs(self) -> tuple[re.Pattern[str], Mapping[str, int]]:
        """What finds the signs of any of the rules, and the positions of the rules that need each, as bits; of those that need none under ""."""
        needing = {"": 0}
        for at, one in enumerate(self):
            for sign in any_of(one.needs) or [""]:
                needing[sign] = needing.get(sign, 0) | 1 << at
        return re.compile("|".join(re.escape(sign) for sign in sorted(needing) if sign) or "(?!)"), needing


def rulebook() -> dict[str, dict[str, Rule[..., Any]]]:
    """Every rule of the stages that are loaded: kind -> name -> rule, list by list in the order in which they are asked."""
    made = sorted(Rules.made, key=lambda rules: rules[0].apply.__module__)  # whoever was imported first
    return {kind: {one.name: one for rules in made if rules.kind == kind for one in rules} for kind in KINDS}


def says(name: str) -> str:
    """What the rule of a name does."""
    return next(names[name].says for names in rulebook().values() if name in names)


def first(rules: Sequence[Rule[P, T | None]], *args: P.args, **kwargs: P.kwargs) -> tuple[Rule[P, T | None], T] | None:
    """The first rule of an ordered list that applies, with what it found; None where none does."""
    for one in rules:
        found = one.apply(*args, **kwargs)
        if found is not None and found is not False:
            return one, found
    return None


def decided(rules: Sequence[Rule[P, T | None]], *args: P.args, **kwargs: P.kwargs) -> tuple[str, T]:
    """The name of the first rule that applies and what it found, of a list whose last rule takes whatever comes."""
    found = first(rules, *args, **kwargs)
    if found is None:
        raise AssertionError("the last rule takes whatever comes")
    return found[0].name, found[1]
