"""Every sentence of examples/*.toml gives exactly the rows and refusals that stand below it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from .conftest import read

FILES = sorted(Path(__file__).with_name("examples").glob("*.toml"))
EXAMPLES = [example for path in FILES for example in tomllib.loads(path.read_text(encoding="utf-8"))["example"]]
RIGHT = [example for example in EXAMPLES if "wrong" not in example]
FIELDS = {"text", "rows", "relative", "refused", "rule", "not_rule", "wrong"}


def as_parameters(examples: list[dict[str, Any]]) -> list[Any]:
    """One test for each example; those known to be read wrongly must fail until they are mended."""
    return [
        pytest.param(
            example,
            id=example["text"].replace("\n", "⏎"),
            marks=[pytest.mark.xfail(strict=True, reason=example["wrong"])] if "wrong" in example else [],
        )
        for example in examples
    ]


told = cache(read)  # those that show a rule are asked twice


@pytest.mark.parametrize("example", as_parameters(EXAMPLES))
def test_a_sentence_gives_these_rows_and_no_others(example: dict[str, Any]) -> None:
    found = told(example["text"])

    assert found.rows == example.get("rows", [])
    assert found.relative == example.get("relative", [])
    assert found.refused == example.get("refused", [])


@pytest.mark.parametrize("example", as_parameters([example for example in RIGHT if "rule" in example]))
def test_the_rule_that_an_example_shows_fires_in_it(example: dict[str, Any]) -> None:
    assert example["rule"] in told(example["text"]).rules


@pytest.mark.parametrize("example", as_parameters([example for example in RIGHT if "not_rule" in example]))
def test_a_near_miss_is_none_of_the_rule(example: dict[str, Any]) -> None:
    assert example["not_rule"] not in told(example["text"]).rules


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_examples_hold_only_known_fields(path: Path) -> None:
    examples = tomllib.loads(path.read_text(encoding="utf-8"))["example"]

    assert {name for example in examples for name in example} <= FIELDS


def test_no_sentence_comes_twice() -> None:
    texts = [example["text"] for example in EXAMPLES]

    assert sorted({text for text in texts if texts.count(text) > 1}) == []
