"""The pages: those made from code are up to date, links lead somewhere, and what they tell to type can be typed."""

from __future__ import annotations

import importlib.util
import re
import shlex
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import click
import pytest
from click.testing import CliRunner

import mubiao
from mubiao.cli.main import cli
from mubiao.rule import says
from mubiao.warehouse import Warehouse

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]*))?\)")
NAMED = re.compile(r"\bdocs/[\w-]+\.\w+")
QUERY = re.compile(r"^```sql\n([^`]+)```\n\n```text\n([^`]*)```", re.MULTILINE)
INLINE = re.compile(r"`[^`\n]+`")
CODE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def script(path: Path) -> ModuleType:
    """A script of docs/ or tools/ as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@lru_cache(maxsize=1)
def generator() -> ModuleType:
    """docs/generate.py."""
    return script(DOCS / "generate.py")


# Pages made from code ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["data-dictionary.md", "grammar.md", "indicators.md"])
def test_a_page_made_from_code_is_up_to_date(page: str):
    assert read(DOCS / page) == generator().pages()[page], "run: python docs/generate.py"


def test_every_threshold_of_reading_is_measured_at_the_value_that_it_has():
    used = {(one.module.removeprefix("mubiao."), one.name, str(one.value)) for one in script(ROOT / "tools" / "thresholds.py").thresholds()}
    measured = {tuple(line.split(",")[:3]) for line in read(DOCS / "thresholds.csv").splitlines()[1:]}
    assert used == measured, "run: python tools/thresholds.py data/raw"


def section(title: str) -> str:
    """The part of docs/grammar.md below a heading."""
    return read(DOCS / "grammar.md").partition(f"## {title}\n")[2].partition("\n## ")[0]


def hard_sentences() -> list[tuple[str, list[str]]]:
    """Sentence and lines of its table, without head and rule."""
    _, *parts = re.split(r"^\*\*(.+)\*\*$", section("Ten hard sentences"), flags=re.MULTILINE)
    return [(sentence, table.strip().splitlines()[2:]) for sentence, table in zip(parts[::2], parts[1::2], strict=True)]


def refused_numbers() -> list[tuple[str, list[str]]]:
    """Sentence and what is refused in it: 5万: no_unit: nothing is counted in it."""
    rows = [line.strip("| ").split(" | ") for line in section("Ten numbers that are no rows").strip().splitlines()[2:]]
    return [(sentence, refused.split("; ")) for sentence, refused in rows]


def test_the_grammar_page_holds_ten_hard_sentences():
    assert len(hard_sentences()) == 10


@pytest.mark.parametrize(("sentence", "rows"), hard_sentences())
def test_a_hard_sentence_gives_several_rows(sentence: str, rows: list[str]):
    assert len(rows) > 1


def test_the_grammar_page_holds_ten_sentences_with_refused_numbers():
    assert len(refused_numbers()) == 10


@pytest.mark.parametrize(("sentence", "refused"), refused_numbers())
def test_every_refused_number_has_a_reason(sentence: str, refused: list[str]):
    number, reason, told = refused[0].split(": ", maxsplit=2)
    assert number in sentence
    assert told == says(reason)


# Links and names of files -------------------------------------------------------------------------------------------------


def anchors(page: Path) -> set[str]:
    """How links name the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", CODE.sub("", read(page)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_the_links_of_a_page_lead_somewhere(page: Path):
    links = [(page.parent / target if target else page, anchor) for target, anchor in LINK.findall(INLINE.sub("", CODE.sub("", read(page))))]
    broken = [str(target) for target, anchor in links if not target.exists() or (anchor and anchor not in anchors(target))]
    assert broken == []


def named_pages() -> list[str]:
    """Pages that code or other pages tell to read."""
    sources = [*PAGES, *(ROOT / "src").rglob("*.py"), *(ROOT / "src").rglob("*.toml"), *(ROOT / "src").rglob("*.sql")]
    return sorted({found for path in sources for found in NAMED.findall(read(path))})


@pytest.mark.parametrize("named", named_pages())
def test_a_page_that_is_told_of_exists(named: str):
    assert (ROOT / named).is_file()


# What can be typed --------------------------------------------------------------------------------------------------------


def commands(group: click.Group, *above: str) -> Iterator[tuple[str, ...]]:
    """Names of all commands, those of groups with the group's name before them."""
    for found in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), found)
        yield (*above, found)
        if isinstance(command, click.Group):
            yield from commands(command, *above, found)


def examples(text: str) -> list[str]:
    """Lines that begin with the name of the program, perhaps behind the sign of a shell."""
    return re.findall(r"^ *(?:\$ )?(mubiao [^\[].*)$", text, re.MULTILINE)


def help_of(*words: str) -> str:
    return CliRunner().invoke(cli, [*words, "--help"]).stdout


@pytest.mark.parametrize("words", list(commands(cli)), ids=" ".join)
def test_the_help_of_a_command_holds_an_example(words: tuple[str, ...]):
    assert any(example.startswith(f"mubiao {' '.join(words)}") for example in examples(help_of(*words)))


TYPED = sorted(
    {example for words in [(), *commands(cli)] for example in examples(help_of(*words))}
    | {example for page in PAGES for _, block in CODE.findall(read(page)) for example in examples(block)}
)


@pytest.mark.parametrize("example", TYPED)
def test_an_example_is_understood(example: str):
    command: click.Command = cli
    _, *words = shlex.split(re.split(r" > | \| ", example)[0], comments=True)
    while isinstance(command, click.Group):
        context = click.Context(command)
        words = command.make_parser(context).parse_args(words)[1]  # behind its own options
        found = command.get_command(context, words.pop(0))
        assert found is not None
        command = found
    assert command.make_context(command.name, words).args == []


# The queries of the first page (those of docs/queries.md have tests of their own) -------------------------------------------


@pytest.fixture(scope="module")
def tables(example_tables: Path) -> Iterator[Warehouse]:
    with mubiao.open(example_tables) as opened:
        yield opened


@pytest.mark.parametrize(("query", "output"), QUERY.findall(read(ROOT / "README.md")))
def test_a_query_of_the_first_page_gives_the_rows_below_it(tables: Warehouse, query: str, output: str):
    found = tables.sql(query)
    lines = [found.columns, *([f"{cell:g}" if isinstance(cell, float) else cell or "" for cell in row] for row in found.fetchall())]
    assert [line.split() for line in output.splitlines()] == [" ".join(map(str, line)).split() for line in lines]


@pytest.mark.parametrize("query", re.findall(r"^```sql\n([^`]+)```", read(ROOT / "README.md"), re.MULTILINE))
def test_a_query_of_the_first_page_finds_something(tables: Warehouse, query: str):
    assert tables.sql(query).fetchall() != []


# The example of gold rows -------------------------------------------------------------------------------------------------


@pytest.fixture
def gold_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The document and gold file that docs/gold-format.md shows, as files."""
    blocks = dict(CODE.findall(read(DOCS / "gold-format.md")))
    (tmp_path / "2025.txt").write_text(blocks["text"], encoding="utf-8")
    (tmp_path / "2025.jsonl").write_text(blocks["jsonl"], encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("gold_example")
def test_the_example_of_gold_rows_is_right():
    head, line = CliRunner().invoke(cli, ["evaluate", "2025.jsonl", "--raw", "."]).stdout.splitlines()
    shown = dict(zip(head.split(), line.split(), strict=False))
    assert (shown["gold"], shown["rows"], shown["detection"], shown["strict"]) == ("3", "3", "1.000", "1.000")


@pytest.mark.parametrize("field", ["s", "e", "role", "indicator", "value", "unit", "comparator", "measure", "stage", "year"])
@pytest.mark.usefixtures("gold_example")
def test_every_field_of_the_example_is_needed(field: str):
    example = read(Path("2025.jsonl"))
    Path("2025.jsonl").write_text(example.replace(f'"{field}"', '"other"'), encoding="utf-8")
    assert CliRunner().invoke(cli, ["evaluate", "2025.jsonl", "--raw", "."]).exit_code == 1
