"""The tree is the order of work: a stage imports itself and earlier stages only, code holds no Chinese words, modules are short."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.resources import files
from operator import attrgetter
from pathlib import Path

import pytest

from mubiao.rule import Rule, Rules

SOURCE = Path(str(files("mubiao")))
ORDER = [
    "errors",
    "limits",
    "deadline",
    "digests",
    "lexicon",
    "rule",
    "model",
    "rows",
    "read",
    "outline",
    "grammar",
    "observe",
    "tables",
    "extracts",
    "memory",
    "workers",
    "rules_digest",
    "remembered",
    "assemble",
    "folder",
    "gathered",
    "pipeline",
    "cluster",
    "wide",
    "asked",
    "panels",
    "warehouse",
    "present",
    "quality",
    "charts",
    "report",
    "export",
    "cli",
    "__main__",
]
MODULES = sorted(path for path in SOURCE.rglob("*.py") if path.name != "__init__.py" or path.parent != SOURCE)
WORDLESS = ("grammar", "outline", "observe", "read", "tables")
LONGEST = 220  # lines of a module
HAN = re.compile(r"[\u4e00-\u9fff]")

# Words that may stand in code: examples in messages, and what the yearly lists of places write where there is no city.
ALLOWED = {
    "read/places.py": [
        "no jurisdiction has the code {text}; codes are those of GB/T 2260, as 330200 for 宁波市",
        "no jurisdiction is called {text}; give a full name (宁波市, 宁波市鄞州区) or a GB/T 2260 code (330200)",
    ],
}

MAPPED = ("lexicon", "read", "outline", "grammar/thing", "observe")  # stages whose face tells the way through their modules
ROOMS = ["words", "numbers", "phrase", "clause", "thing", "figure"]  # of the grammar, in the order of a sentence's way through them


def stage(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def named(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@cache  # every module is asked several things
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes(path: Path) -> list[ast.AST]:
    """All nodes of a module."""
    return list(ast.walk(parsed(path)))


def imported(path: Path) -> set[str]:
    """Stages that a module imports, wherever in it."""
    names: set[str] = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides the stage"
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    face = {name for name in names if name.startswith("mubiao.") and name.split(".")[1] not in ORDER}
    assert not face, f"{path}: the package's face stands above all stages; take {', '.join(face)} from where it is made"
    return {name.split(".")[1] for name in names if name.startswith("mubiao.")} & set(ORDER)


def strings(path: Path) -> Iterator[str]:
    """Texts of a module's code; parts of an f-string stand together, docstrings and what a rule says and shows are left out."""
    documented = [node for node in nodes(path) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)]
    left_out = {id(node.body[0].value) for node in documented if ast.get_docstring(node) is not None}
    rules = [node for node in nodes(path) if isinstance(node, ast.Call) and ast.unparse(node.func) in ("rule", "Rule")]
    shown = [part for node in rules for part in (*node.args, *(keyword.value for keyword in node.keywords))]
    left_out |= {id(part) for node in shown for part in ast.walk(node)}
    for node in nodes(path):
        if isinstance(node, ast.JoinedStr):
            left_out.update(id(part) for part in node.values)
            yield ast.unparse(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in left_out:
            yield node.value


def test_every_folder_and_module_has_its_place_in_the_order():
    assert {stage(path) for path in MODULES} == {*ORDER, "views"}, "name a new stage in ORDER, behind all that it imports"


def test_a_stage_imports_only_itself_and_earlier_ones():
    """Of each module that does otherwise, the stages that its own stands before: move what both need to an earlier one."""

    def later(path: Path) -> list[str]:
        earlier = ORDER[: ORDER.index(stage(path)) + 1] if stage(path) in ORDER else []
        return sorted(imported(path) - set(earlier), key=ORDER.index)

    assert {named(path): found for path in MODULES if (found := later(path))} == {}


def test_a_room_of_the_grammar_imports_only_itself_and_earlier_ones():
    """Of each module that does otherwise, the rooms that its own stands before: the drivers stand beside the rooms, not in them."""

    def later(path: Path) -> list[str]:
        modules = {node.module or "" for node in nodes(path) if isinstance(node, ast.ImportFrom)}
        asked = {module.split(".")[2] for module in modules if module.startswith("mubiao.grammar.")}
        return sorted(asked - set(ROOMS[: ROOMS.index(path.parent.name) + 1]))

    assert {named(path): found for path in sorted(SOURCE.glob("grammar/*/*.py")) if (found := later(path))} == {}


@pytest.mark.parametrize("name", MAPPED)
def test_the_map_of_a_stage_names_every_module_of_it(name: str):
    told = set(re.findall(r"\w+", ast.get_docstring(parsed(SOURCE / name / "__init__.py")) or ""))
    there = {path.stem for path in (SOURCE / name).glob("*.py")} - {"__init__"}
    assert there - told == set(), f"give each its place in the map of {name}/__init__.py"


@pytest.mark.parametrize("driver", ["parse", "sentence"])
def test_the_drivers_of_the_grammar_name_no_rule(driver: str):
    module = import_module(f"mubiao.grammar.{driver}")
    written = {ast.unparse(node) for node in nodes(SOURCE / "grammar" / f"{driver}.py") if isinstance(node, ast.Name | ast.Attribute)}
    named = {name for name in written if name.partition(".")[0] in vars(module) and isinstance(attrgetter(name)(module), Rule | Rules)}
    assert named == set(), "ask the list of its kind in the module of the rule"


def test_views_hold_nothing_but_sql():
    assert {entry.suffix for entry in (SOURCE / "views").iterdir() if entry.is_file()} == {".sql", ".py"}
    assert [type(node) for node in parsed(SOURCE / "views" / "__init__.py").body] == [ast.Expr]


def test_code_holds_no_chinese_words():
    """Words belong into a data file of src/mubiao/lexicon, with an example each."""

    def found(path: Path) -> list[str]:
        allowed = ALLOWED.get(named(path), [])
        return [text for text in strings(path) if HAN.search(text) and not any(words in text for words in allowed)]

    assert {named(path): texts for path in MODULES if stage(path) in WORDLESS and (texts := found(path))} == {}


def test_no_module_is_longer_than_a_few_screens():
    """More lines do more than one thing: split them by what they do."""
    lines = {named(path): path.read_text(encoding="utf-8").count("\n") for path in MODULES}
    assert {name: count for name, count in lines.items() if count > LONGEST} == {}


@pytest.mark.parametrize("words", [words for entries in ALLOWED.values() for words in entries])
def test_every_exception_is_still_needed(words: str):
    (name,) = [name for name, entries in ALLOWED.items() if words in entries]
    assert any(words in text for text in strings(SOURCE / name))
