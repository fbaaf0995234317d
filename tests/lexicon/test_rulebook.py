"""Every rule that a row or a refusal can name is explained in rules.toml, and nothing else is."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from mubiao.errors import LexiconError
from mubiao.grammar.figure import measure, relative
from mubiao.grammar.numbers import refuse
from mubiao.lexicon.rulebook import rulebook
from mubiao.tables import review

SOURCE = Path(str(files("mubiao")))
MODULES = [path for stage in ("grammar", "outline", "observe") for path in sorted(SOURCE.joinpath(stage).rglob("*.py"))]
NAMING = ("rule", "rules", "refused")  # variables, fields and arguments that hold the name of a rule
RETURNING = ("things.py", "measure.py", "attributes.py", "roles.py")  # functions return the name of a rule, alone or last


def strings(node: ast.AST) -> set[str]:
    """All texts of an expression or module."""
    return {part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value}


def named(path: Path) -> Iterator[str]:
    """Rule names that a module writes down where it names a rule."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign):
            left, right = node.targets[0], node.value
            pairs = zip(left.elts, right.elts, strict=True) if isinstance(left, ast.Tuple) and isinstance(right, ast.Tuple) else [(left, right)]
            for target, value in pairs:
                if ast.unparse(target).rpartition(".")[2] in NAMING:
                    yield from strings(value)
        elif isinstance(node, ast.keyword) and node.arg in NAMING:
            yield from strings(node.value)
        elif isinstance(node, ast.Return) and path.name in RETURNING:
            last = node.value.elts[-1:] if isinstance(node.value, ast.Tuple) else [node.value]
            yield from set().union(*(strings(part) for part in last if isinstance(part, ast.Constant)))


def test_rules_that_refuse_a_number_are_explained():
    assert {rule.__name__ for rule in refuse.RULES} <= set(rulebook())


def test_rules_of_relative_targets_are_explained():
    assert set(relative.RULES) <= set(rulebook())


def test_rules_that_tell_the_measure_are_explained():
    assert set(measure.MEASURES) <= set(rulebook())


def test_the_rule_of_confirmed_mappings_is_explained():
    assert review.RULE in rulebook()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_rules_that_a_module_names_are_explained(path: Path):
    assert set(named(path)) - set(rulebook()) == set()


def test_every_explained_rule_is_a_function_or_a_name_in_the_code():
    code = [ast.parse(path.read_text(encoding="utf-8")) for path in MODULES]
    functions = {node.name for tree in code for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    assert set(rulebook()) - functions - set().union(*map(strings, code)) - {review.RULE} == set()


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ('[new]\ndigits = "again"', "rules.toml [new] digits: "),
        ('[new]\nblue = ""', "rules.toml [new] blue: "),
        ("[new]\nblue = 5", "rules.toml [new] blue: "),
    ],
    ids=["explained_twice", "says_nothing", "is_no_text"],
)
def test_a_rule_that_is_explained_twice_or_not_at_all_is_told(add: Callable[[str, str], None], lines: str, message: str):
    add("rules.toml", lines)
    with pytest.raises(LexiconError) as error:
        rulebook()
    assert str(error.value).startswith(message)
