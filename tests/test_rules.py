"""Every rule shows itself: what it takes gives its name, alone and in its list, and is read otherwise without it; what it refuses does not."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import mubiao.pipeline  # noqa: F401 - loads every stage that has rules
from grammar.conftest import read
from mubiao.errors import WarehouseError
from mubiao.extracts import read_and_observe
from mubiao.model import Facts
from mubiao.observe.kind import MARKS
from mubiao.read.titles import kind_of
from mubiao.rule import Rule, Rules, first, rule, rulebook

COUNTS = Path(__file__).parents[1] / "docs" / "rules.csv"  # in how many documents each rule fires
BOOK = rulebook()
READING = {kind: rules for kind, rules in BOOK.items() if kind != "source"}
ALL = [one for rules in READING.values() for one in rules.values()]
TITLE = "宁波市2025年政府工作报告\n"
HEADINGS = ("一、2024年工作回顾\n", "二、2025年工作安排\n")
FACTS = Facts(jurisdiction_code="330200", year=2025, doc_type="work_report")
# Rules that nothing but their place in the list keeps apart: those that take what is left, and those that go on with what one in front found.
LEANING = {"several_numbers", "share", "counted", "plain", "modifier_before"}
# Named rules that leave no trace in a document's rows: the tests beside their modules look at them.
TRACELESS = {"against_itself", "relative_in_review", "trend_of_unknown"}
MARKED = {one.name for one in MARKS}  # what they find a row bears as their name


def is_grammar(one: Rule[..., Any]) -> bool:
    return one.apply.__module__.startswith("mubiao.grammar")


def told(alone: bool, sentence: str, folder: Path) -> tuple[set[str], object]:
    """Names of the rules that made rows and refusals of a sentence, and these with their reasons: by itself, or as a document."""
    if alone:
        found = read(sentence)
        return found.rules, (found.rows, found.relative, found.refused)
    read_so = list(documents(sentence, folder))
    return set().union(*(names for names, _ in read_so)), [rows for _, rows in read_so]


untouched = cache(told)  # with all rules as they are: several tests ask that first


def names(one: Rule[..., Any], sentence: str, folder: Path) -> set[str]:
    """Names of the rules that made something of a sentence now, alone where the rule does not look at a document."""
    return told(is_grammar(one), sentence, folder)[0]


def made(one: Rule[..., Any], sentence: str, folder: Path) -> object:
    """What was made of a sentence now; None where nothing can be."""
    try:
        return told(is_grammar(one), sentence, folder)[1]
    except (AssertionError, WarehouseError):
        return None


def documents(sentence: str, folder: Path) -> Iterator[tuple[set[str], object]]:
    """An example as documents, with the names of the rules that fired, and what came of it.

    One that begins with a title of its own is a document, one of several lines is what stands below a title, and others stand below either heading.
    """
    titled = "\n" in sentence and kind_of(sentence.partition("\n")[0]) is not None
    path = folder / ("宁波市.txt" if titled else "report.txt")
    for text in [sentence] if titled else [TITLE + sentence] if "\n" in sentence else [TITLE + heading + sentence for heading in HEADINGS]:
        path.unlink(missing_ok=True)  # some file systems wait for the disk when a file is written over
        path.write_text(text, encoding="utf-8")
        ((found, tasks, observed),) = read_and_observe(path, Facts(jurisdiction_code="330200") if titled else FACTS)
        told = {warning.partition(":")[0] for warning in found.facts.warnings}
        told |= {name for row in observed.observations for name in row.rules} | {refusal.reason for refusal in observed.refusals}
        rows = [replace(row, rules=[name for name in row.rules if name in MARKED]) for row in observed.observations]
        refused = [(refusal.text, refusal.reason) for refusal in observed.refusals]
        yield told | {task.refused or "" for task in tasks}, (rows, refused, found.facts.warnings)


def examples(of: str) -> list[Any]:
    return [pytest.param(one, text, id=f"{one.name}-{text}") for one in ALL if one.name not in TRACELESS for text in getattr(one, of)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where an example lies while it is read as a document."""
    return tmp_path_factory.mktemp("examples")


@pytest.fixture
def silence(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Lets the rules in front of one in its list say nothing, so that it stands alone."""

    def silenced(one: Rule[..., Any]) -> None:
        for rules in Rules.made:
            for other in rules[: rules.index(one)] if one in rules else ():
                object.__setattr__(other, "apply", lambda *args, **kwargs: None)

    before = {id(one): (one, one.apply) for rules in Rules.made for one in rules}
    yield silenced
    for one, apply in before.values():
        object.__setattr__(one, "apply", apply)


@pytest.mark.parametrize(("one", "sentence"), examples("takes"))
def test_a_sentence_that_a_rule_takes_gives_its_name(one: Rule[..., Any], sentence: str, silence: Any, folder: Path) -> None:
    assert one.name in untouched(is_grammar(one), sentence, folder)[0]
    if one.name not in LEANING:
        silence(one)
        assert one.name in names(one, sentence, folder)


@pytest.mark.parametrize(("one", "sentence"), examples("refuses"))
def test_a_sentence_that_a_rule_refuses_does_not(one: Rule[..., Any], sentence: str, silence: Any, folder: Path) -> None:
    assert one.name not in untouched(is_grammar(one), sentence, folder)[0]
    if one.name not in LEANING:
        silence(one)
        assert one.name not in names(one, sentence, folder)


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
def test_a_sentence_of_a_rule_is_read_otherwise_without_it(one: Rule[..., Any], folder: Path) -> None:
    before = [untouched(is_grammar(one), sentence, folder)[1] for sentence in one.takes]
    apply = one.apply
    object.__setattr__(one, "apply", lambda *args, **kwargs: None)
    try:
        assert [made(one, sentence, folder) for sentence in one.takes] != before
    finally:
        object.__setattr__(one, "apply", apply)


def test_every_rule_says_what_it_does_and_shows_where_it_ends() -> None:
    assert [one.name for one in ALL if not all((one.says, one.takes, one.refuses))] == []


def test_a_rule_that_hardly_a_document_shows_says_what_it_is_needed_for() -> None:
    with COUNTS.open(encoding="utf-8", newline="") as file:
        unseen = {row["rule"] for row in csv.DictReader(file) if int(row["documents"]) < 2}
    without = [one.name for one in ALL if one.name in unseen and not one.needed]
    assert without == [], "say in needed= what would be wrong without it, or take it away"


def test_every_rule_stands_in_a_list() -> None:
    made = [one for name in sys.modules if name.startswith("mubiao.") for one in vars(sys.modules[name]).values() if isinstance(one, Rule)]
    listed = {id(one) for rules in Rules.made for one in rules}
    without = sorted({f"{one.apply.__module__}: give {one.name} its place in the Rules of its kind" for one in made if id(one) not in listed})
    assert without == []


def test_no_name_stands_for_two_rules() -> None:
    named = Counter(one.name for rules in Rules.made for one in rules)
    assert [name for name, times in named.items() if times > 1] == []


@rule("an even number", takes=["4"], refuses=["5"])
def even(number: int) -> bool:
    return number % 2 == 0


@rule("half of a large number", takes=["40"], refuses=["4"], name="large")
def half(number: int) -> int | None:
    return number // 2 if number > 9 else None


def test_the_first_rule_of_a_list_that_applies_is_told_with_what_it_found() -> None:
    assert first([half, even], 40) == (half, 20)  # type: ignore[list-item]
    assert first([half, even], 4) == (even, True)  # type: ignore[list-item]
    assert first([half, even], 5) is None  # type: ignore[list-item]


def test_a_rule_is_called_like_its_function_or_by_a_name_of_its_own() -> None:
    assert (even.name, half.name) == ("even", "large")


def test_a_list_of_an_unknown_kind_is_told() -> None:
    with pytest.raises(ValueError, match=r"colour is none of number, thing, "):
        Rules("colour", even)


def test_only_rules_whose_signs_a_passage_holds_are_asked_in_it():
    def says(text: str) -> bool:
        return True

    slashed = rule("needs a slash", takes=[], refuses=[], name="slashed", needs=["/"])(says)
    always = rule("needs nothing", takes=[], refuses=[], name="always")(says)
    rules = Rules("number", slashed, always)
    Rules.made.remove(rules)
    assert [[one.name for one in rules.within(text)] for text in ("1/4", "1", "")] == [["slashed", "always"], ["always"], ["always"]]
