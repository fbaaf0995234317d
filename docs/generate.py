"""Write the pages that are made from code and data: data-dictionary.md, indicators.md and grammar.md.

Run it after a change of columns, views, words or rules; a test fails while the pages are not what it writes::

    python docs/generate.py
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb

import mubiao.pipeline  # noqa: F401 - loads every stage that has rules
from mubiao.grammar.explain import explain
from mubiao.grammar.parse import parse
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import THEMES, vocabulary
from mubiao.present.labels import en, zh
from mubiao.read.fold import fold
from mubiao.rows import TABLES
from mubiao.rule import rulebook
from mubiao.tables.attainment import read_rules
from mubiao.tables.database import create_views, view_files
from mubiao.tables.grain import head_comment
from mubiao.tables.meanings import asked, kind_in_words, meaning
from mubiao.tables.schema import schema, to_arrow

HERE = Path(__file__).parent
MADE = "<!-- made by docs/generate.py; do not edit -->"
LONGEST = 200  # characters of an example that are shown


def main() -> None:
    """Write all pages."""
    for name, page in pages().items():
        (HERE / name).write_text(page, encoding="utf-8")


def pages() -> dict[str, str]:
    """File name -> text of every page."""
    made = {"data-dictionary.md": _dictionary(), "indicators.md": _indicators(), "grammar.md": _grammar()}
    return {name: "\n".join([MADE, *lines]).rstrip() + "\n" for name, lines in made.items()}


def _table(head: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "| " + " | ".join("---" for _ in head) + " |"
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |"
    yield ""


def _dictionary() -> Iterator[str]:
    yield "# Data dictionary"
    yield ""
    yield "Tables are Parquet files under `data/parquet/` and tables of `mubiao.duckdb`; views stand in the database only."
    yield "`observations` is partitioned by `jurisdiction_code` and `year`. Empty means that the column may be null; a list never is:"
    yield "where there is nothing to tell it holds nothing, in views too."
    yield ""
    for table, row in TABLES.items():
        yield f"## {table}"
        yield ""
        yield (row.__doc__ or "").splitlines()[0]
        yield ""
        yield from _table(
            ["column", "type", "empty", "meaning"],
            [[f"`{field.name}`", str(field.type), "yes" if field.nullable else "", field.metadata[b"doc"].decode()] for field in schema(table)],
        )
    yield from _views()
    yield from _units()
    yield "## Rules of attainment"
    yield ""
    yield "The table `attainment_rules`; put a file `attainment_rules.csv` of your own into the raw folder to change it."
    yield ""
    rules = [
        [rule.comparator, rule.direction, rule.better, f"{rule.tolerance_points:g}", f"{rule.tolerance_share:g}", rule.note] for rule in read_rules()
    ]
    yield from _table(["comparator", "direction", "better", "tolerance, points", "tolerance, share", "rule"], rules)


def _views() -> Iterator[str]:
    connection = duckdb.connect()
    for table in TABLES:
        rows = to_arrow(table, [])  # noqa: F841 - DuckDB finds it by its name
        connection.execute(f"create table {table} as select * from rows")
    create_views(connection)
    heads = {name: head_comment(sql) for _, name, sql in view_files()}
    columns = {name: connection.execute(f"describe {name}").fetchall() for name in heads}
    yield "## Views"
    yield ""
    yield "One `.sql` file each in `src/mubiao/views/`. What is made as a table is filled once, at the build."
    yield ""
    for name in asked():
        yield f"### {name}"
        yield ""
        yield heads[name]
        yield ""
        told = [[f"`{column[0]}`", kind_in_words(column[1]), meaning(column[0], name)] for column in columns[name]]
        yield from _table(["column", "type", "meaning"], told)
    yield "## Steps on the way to the views"
    yield ""
    yield "Views that others read, in the order in which they are made; nobody needs them to ask a question, and their columns may change."
    yield ""
    for name in [name for name in heads if name not in asked()]:
        yield f"### {name}"
        yield ""
        yield heads[name]
        yield ""
        yield ", ".join(f"`{column[0]}` {kind_in_words(column[1])}" for column in columns[name])
        yield ""


def _units() -> Iterator[str]:
    yield "## Units"
    yield ""
    yield "Units of one dimension convert into each other by their factors. In `count` nothing converts: 家 is not 个, but for indicators that"
    yield "are counted in several classifiers."
    yield ""
    units: dict[str, dict[str, float]] = {}
    for unit in load().units.values():
        units.setdefault(unit.dimension, {})[unit.name] = load().units.get(unit.name, unit).factor
    rows = [[dimension, ", ".join(f"{name} ({factor:g})" for name, factor in names.items())] for dimension, names in units.items()]
    yield from _table(["dimension", "units (factor)"], rows)


def _indicators() -> Iterator[str]:
    known = vocabulary()
    yield "# Canonical indicators"
    yield ""
    yield f"{len(known.by_id)} indicators with {len(known.forms)} wordings, from `src/mubiao/lexicon/indicators/`."
    yield "In aliases `[x]` may stand or not, `(x|y)` is one of them."
    yield ""
    for theme in THEMES:
        yield f"## {zh('theme', theme)} {en('theme', theme)}"
        yield ""
        rows = [
            [
                f"`{found.id}`", found.name, found.name_en, ", ".join(found.measures), found.unit, found.nature, found.direction,
                _code(found.aliases), _code(found.confused_with), found.definition + (f" ({found.source})" if found.source else ""),
            ]
            for found in known.by_id.values()
            if found.theme == theme
        ]  # fmt: skip
        yield from _table(["id", "名称", "name", "measures", "unit", "nature", "better", "aliases", "not", "definition"], rows)


def _code(patterns: Sequence[str]) -> str:
    """As code: [x](y|z) would be a link."""
    return " ".join(f"`{one}`" for one in patterns)


def _grammar() -> Iterator[str]:
    yield "# How sentences are read"
    yield ""
    yield 'What follows is printed by the program itself; `mubiao explain "句子"` prints the derivation of any sentence.'
    yield ""
    yield "## Ten hard sentences"
    yield ""
    for sentence in _lines("hard_sentences.txt"):
        yield f"**{sentence}**"
        yield ""
        yield from _table(["indicator", "value", "unit", "comparator", "measure", "role", "against", "rule"], _readings(sentence))
    yield "## Ten numbers that are no rows"
    yield ""
    yield from _table(
        ["sentence", "what is refused, and why"], [[sentence, "; ".join(_refused(sentence))] for sentence in _lines("refused_numbers.txt")]
    )
    yield "## All rules"
    yield ""
    yield "The last column says in how many documents a rule fires: those of `data/raw`, and reports of provinces, cities and counties"
    yield "that are no part of the project (`tools/count_rules.py`). What a rule that fires in hardly any is needed for stands behind the count."
    yield ""
    counted = _counted()
    for kind, rules in rulebook().items():
        yield f"### {kind}"
        yield ""
        head = ["rule", "what it does", "a sentence that shows it", "and one that does not", "documents"]
        yield from _table(
            head,
            [
                [f"`{one.name}`", one.says, _example(one.takes), _example(one.refuses), _why(counted.get(one.name, ""), one.needed)]
                for one in rules.values()
            ],
        )


def _why(counted: str, needed: str) -> str:
    return f"{counted}: without it {needed}" if needed else counted


def _counted() -> dict[str, str]:
    """In how many of the documents that were counted a rule fires; nothing for one that nobody counted yet."""
    with (HERE / "rules.csv").open(encoding="utf-8", newline="") as file:
        return {row["rule"]: f"{row['documents']} of {row['of_documents']}" for row in csv.DictReader(file)}


def _example(sentences: Sequence[str]) -> str:
    """The first sentence; of an example of several lines the first lines, parted by strokes, as far as somebody reads."""
    lines = [line if len(line) <= LONGEST else f"{line[:LONGEST]}…" for line in "".join(sentences[:1]).replace("|", "｜").splitlines()]
    return " / ".join(lines[:4]) + (" …" if len(lines) > 4 else "")


def _lines(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def _readings(sentence: str) -> list[list[str]]:
    text = fold(sentence).text
    rows = []
    for reading in parse(text).readings:
        number = reading.number
        if not reading.refused:
            value = "" if number is None else f"{number.value:,.10g}"
            unit = number.unit.name if number and number.unit else ""
            against = f"{reading.relation} {reading.reference}" if reading.reference else ""
            bound = reading.comparator if number else ""
            rows.append([reading.indicator(text), value, unit, bound, reading.measure, reading.role, against, f"`{reading.rules[0]}`"])
    return rows


def _refused(sentence: str) -> list[str]:
    return [line.replace("  is no row", "") for line in explain(sentence) if "  is no row: " in line]


if __name__ == "__main__":
    sys.exit(main())
