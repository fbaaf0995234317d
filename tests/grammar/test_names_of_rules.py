"""Every rule that a row or a refusal can name is explained."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from mubiao.grammar.rulebook import rulebook

SOURCE = Path(str(files("mubiao")))
MODULES = [path for stage in ("grammar", "outline", "observe") for path in sorted(SOURCE.joinpath(stage).rglob("*.py"))]
NAMING = ("rule", "rules", "refused")  # variables, fields and arguments that hold the name of a rule
RETURNING = ("attributes.py", "roles.py")  # functions return the name of a rule, alone or last


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


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_rules_that_a_module_names_are_explained(path: Path):
    assert set(named(path)) - set().union(*rulebook().values()) == set()
