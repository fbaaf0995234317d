"""The expressions: word tables filled in, each checked against its own examples, and each in the file of the stage that asks it."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from mubiao.errors import LexiconError
from mubiao.lexicon.expressions import FOLDER, PLACEHOLDER, entries, expression
from mubiao.lexicon.layers import names_in, read_toml

Add = Callable[[str, str], None]
SOURCE = Path(str(files("mubiao")))
SHARED = f"{FOLDER}/shared.toml"
STAGES = {
    "read": "read",
    "outline": "outline",
    "numbers": "grammar/numbers",
    "phrases": "grammar/phrase",
    "clauses": "grammar/clause",
    "things": "grammar/thing",
    "figures": "grammar/figure",
    "observe": "observe",
}
HEAD = re.compile(r"^# ([a-z_/]+\.py) -+$|^\[(\w+)\]$", re.MULTILINE)


def test_every_expression_keeps_its_own_examples():
    """All in one test, as everywhere where each takes less time than a test of its own would."""
    asked = [(name, kind, example) for name, entry in entries().items() for kind in ("takes", "refuses") for example in entry[kind]]
    assert [one for one in asked if bool(expression(one[0]).search(one[2])) != (one[1] == "takes")] == []


def test_every_expression_says_what_it_finds_and_shows_an_example():
    assert [name for name, entry in entries().items() if not (entry["rule"] and entry["takes"])] == []


def test_a_placeholder_stands_for_any_word_of_a_table(add: Add):
    add("expressions/shared.toml", "[lead]\nrule = 'x'\nexpression = '''^{duties.lead}:'''\ntakes = ['牵头单位:市发改委']\nrefuses = ['配合单位:']")
    assert expression("lead").match("责任单位:市住建局")[0] == "责任单位:"


def test_a_placeholder_stands_for_another_expression(add: Add):
    add("expressions/shared.toml", "[two]\nrule = 'x'\nexpression = '''^{digits}和{digits}$'''\ntakes = ['66和17']\nrefuses = ['66']")
    assert expression("two").match("1,234和5.5")


def test_unit_stands_for_any_unit_that_its_guard_allows(add: Add):
    add("expressions/shared.toml", "[counted]\nrule = 'x'\nexpression = '''^{digits}{unit}'''\ntakes = ['3亩', '20户']\nrefuses = ['3万户']")
    assert expression("counted").match("3户农家")
    assert expression("counted").match("3户籍人口") is None


def test_guards_stand_for_the_characters_that_may_not_follow(add: Add):
    add("expressions/shared.toml", "[person]\nrule = 'x'\nexpression = '''人(?![{guards.人}])'''\ntakes = ['2万人']\nrefuses = ['2万人才']")
    assert expression("person").search("20万人。")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("expression = '''(绿地'''\ntakes = ['绿地']\nrefuses = []", "missing )"),
        ("expression = '''绿地'''\ntakes = ['公园']\nrefuses = []", "does not take 公园"),
        ("expression = '''绿地'''\ntakes = ['绿地']\nrefuses = ['城市绿地']", "takes 城市绿地"),
        ("expression = '''{nothing}'''\ntakes = ['绿地']\nrefuses = []", "no expression is called nothing"),
        ("expression = '''{duties.nothing}'''\ntakes = ['绿地']\nrefuses = []", "no table nothing in duties.toml"),
        ("expression = '''{nothing.lead}'''\ntakes = ['绿地']\nrefuses = []", "no table lead in nothing.toml"),
        ("expression = '''{wrong}'''\ntakes = ['绿地']\nrefuses = []", "the expressions name one another in a circle"),
        ("expression = '''绿地'''\ntakes = ['绿地']", "wants rule, expression, takes and refuses"),
        ("expression = '''绿地'''\ntakes = ['绿地']\nrefuses = []\nnote = 'x'", "wants rule, expression, takes and refuses"),
    ],
    ids=[
        "no_regular_expression", "misses_an_example", "takes_what_it_refuses", "unknown_expression", "unknown_table", "unknown_file", "circle",
        "field_missing", "unknown_field",
    ],
)  # fmt: skip
def test_a_wrong_expression_is_told_by_its_name(add: Add, lines: str, message: str):
    add("expressions/shared.toml", f"[wrong]\nrule = 'x'\n{lines}")
    with pytest.raises(LexiconError) as error:
        expression("wrong")
    assert str(error.value).startswith(f"expressions [wrong]: {message}")


def test_a_circle_over_two_expressions_is_told(add: Add):
    add("expressions/shared.toml", "[one]\nrule = 'x'\nexpression = '''{two}'''\ntakes = ['绿地']\nrefuses = []")
    add("expressions/shared.toml", "[two]\nrule = 'x'\nexpression = '''{one}'''\ntakes = ['绿地']\nrefuses = []")
    with pytest.raises(LexiconError, match="name one another in a circle"):
        expression("one")


def test_an_expression_that_does_not_exist_is_told():
    with pytest.raises(LexiconError, match=r"^expressions \[no_such\]: "):
        expression("no_such")


def test_a_name_in_two_files_is_told(add: Add):
    add("expressions/read.toml", "[digits]\nrule = 'x'\nexpression = '5'\ntakes = ['5']\nrefuses = []")
    with pytest.raises(LexiconError, match=r"expressions/shared\.toml \[digits\]: another file has an expression of that name"):
        expression("digits")


def test_an_expression_in_parts_takes_what_any_of_them_takes(add: Add):
    add("expressions/shared.toml", "[either]\nrule = 'x'\nexpression = ['绿地', '公园$']\ntakes = ['绿地面积', '建公园']\nrefuses = ['公园面积']")
    assert expression("either").search("新增绿地")


def asked_in(path: Path) -> Iterator[str]:
    """The expressions that a module asks by their names."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "expression" and isinstance(node.args[0], ast.Constant):
            yield node.args[0].value


def test_each_stage_has_a_file_of_expressions():
    assert names_in(FOLDER) == sorted(f"{FOLDER}/{name}.toml" for name in (*STAGES, "shared"))


@pytest.mark.parametrize(("file", "folder"), STAGES.items())
def test_a_stage_asks_its_own_expressions_and_shared_ones(file: str, folder: str):
    theirs = {name for other in names_in(FOLDER) if other not in (SHARED, f"{FOLDER}/{file}.toml") for name in read_toml(other)}
    asked = {name for path in sorted((SOURCE / folder).rglob("*.py")) for name in asked_in(path)}
    assert asked & theirs == set()


@pytest.mark.parametrize("file", names_in(FOLDER))
def test_an_expression_is_made_of_those_of_its_file_and_of_shared_ones(file: str):
    ours = read_toml(SHARED) | read_toml(file)
    inner = {(name, word) for name in read_toml(file) for word, table in PLACEHOLDER.findall(str(entries()[name]["expression"])) if not table}
    assert {(name, word) for name, word in inner if word != "unit" and word not in ours} == set()


@pytest.mark.parametrize("file", STAGES)
def test_an_expression_that_one_module_asks_stands_under_its_name(file: str):
    asking: dict[str, set[str]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        for name in asked_in(path):
            asking.setdefault(name, set()).add(path.relative_to(SOURCE).as_posix())
    module, elsewhere = "", []
    for head, name in HEAD.findall((SOURCE / "lexicon" / FOLDER / f"{file}.toml").read_text(encoding="utf-8")):
        module = head or module
        if name and module and asking.get(name, {module}) != {module}:
            elsewhere.append((name, module))
    assert elsewhere == []
