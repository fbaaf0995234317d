"""Every sentence of examples/*.toml gives exactly the rows and refusals that stand below it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from .conftest import read

FILES = sorted(Path(__file__).with_name("examples").glob("*.toml"))
EXAMPLES = [example for path in FILES for example in tomllib.loads(path.read_text(encoding="utf-8"))["example"]]
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


@pytest.mark.parametrize("example", as_parameters(EXAMPLES))
def test_a_sentence_gives_these_rows_and_no_others(example: dict[str, Any]) -> None:
    found = read(example["text"])

    assert found.rows == example.get("rows", [])
    assert found.relative == example.get("relative", [])
    assert found.refused == example.get("refused", [])
    assert "rule" not in example or example["rule"] in found.rules, "the rule that it shows does not fire in it"
    assert "not_rule" not in example or example["not_rule"] not in found.rules, "it is a near miss, and none of the rule"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_examples_hold_only_known_fields(path: Path) -> None:
    examples = tomllib.loads(path.read_text(encoding="utf-8"))["example"]

    assert {name for example in examples for name in example} <= FIELDS


def test_no_sentence_comes_twice() -> None:
    texts = [example["text"] for example in EXAMPLES]

    assert sorted({text for text in texts if texts.count(text) > 1}) == []
