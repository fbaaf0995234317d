"""A rule of reading: what it does in words, sentences that show it and that do not, and the function, in one object.

Rules stand in ordered lists, one for each kind; the position is the precedence, and the first that applies gives a row, or a
refusal, its name::

    @rule("digits that belong to a name", takes=["…6号线"], refuses=["…6家"])
    def name(text: str, number: Number) -> bool: ...

    RULES = (name, ...)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T", covariant=True)


@dataclass(frozen=True, slots=True)
class Rule(Generic[P, T]):
    """A named rule.

    Attributes:
        name: what rows and refusals call it.
        says: what it does, in words; printed by ``mubiao explain`` and in docs/grammar.md.
        takes: sentences that show it: read, they give its name.
        refuses: sentences that nearly do: read, they do not.
        apply: the function; None or False where the rule does not apply.
    """

    name: str
    says: str
    takes: Sequence[str]
    refuses: Sequence[str]
    apply: Callable[P, T]


def rule(says: str, *, takes: Sequence[str], refuses: Sequence[str], name: str = "") -> Callable[[Callable[P, T]], Rule[P, T]]:
    """Make a rule of a function; it is called like the function where no other name is given."""

    def made(apply: Callable[P, T]) -> Rule[P, T]:
        return Rule(name or apply.__name__, says, tuple(takes), tuple(refuses), apply)

    return made


def first(rules: Sequence[Rule[P, T]], *args: P.args, **kwargs: P.kwargs) -> tuple[Rule[P, T], T] | None:
    """The first rule of an ordered list that applies, with what it found; None where none does."""
    for one in rules:
        found = one.apply(*args, **kwargs)
        if found is not None and found is not False:
            return one, found
    return None
