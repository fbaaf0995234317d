"""A kind of document is told in three places: model/doctypes.py, the words of its titles, its label. Each is asked for by name."""

from __future__ import annotations

import pytest

from mubiao.lexicon.loader import load
from mubiao.model import DEFAULT_TYPE, DOCUMENT_TYPES, Facts
from mubiao.present.labels import codes, en, zh


@pytest.mark.parametrize("name", DOCUMENT_TYPES)
def test_it_has_words_that_its_titles_hold(name: str) -> None:
    called = load().words["doctypes"].get(name)
    assert called, f"say in lexicon/doctypes.toml, table [{name}], what titles call it"


@pytest.mark.parametrize("name", DOCUMENT_TYPES)
def test_it_has_a_label_in_both_languages(name: str) -> None:
    labelled = name in codes("doc_type")
    assert labelled, f"give {name} a label in present/labels.toml, table [doc_type]"
    assert zh("doc_type", name) != en("doc_type", name)


def test_a_document_that_does_not_say_what_it_is_looks_back_and_ahead() -> None:
    assert Facts().kind.name == DEFAULT_TYPE
    assert Facts().kind.parts == ("review", "plan")


@pytest.mark.parametrize(("name", "own_year"), [("bulletin", True), ("work_report", False)])
def test_it_says_whose_year_its_results_are(name: str, own_year: bool) -> None:
    assert Facts(doc_type=name).kind.own_year is own_year
