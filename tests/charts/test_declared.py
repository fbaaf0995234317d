"""What charts declare: the columns of their views, an example each, and one switch for the language."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from mubiao import charts
from mubiao.charts.declare import CHARTS, EMPTY, Declared
from mubiao.cli.main import cli
from mubiao.errors import UsageError
from mubiao.warehouse import Warehouse

from .frames import EXAMPLES, SUMMARY, drawn, example, spec, table


@pytest.fixture(params=list(CHARTS))
def declared(request: pytest.FixtureRequest) -> Declared:
    return CHARTS[request.param]


def test_every_declared_column_stands_in_its_view(declared: Declared, warehouse: Warehouse) -> None:
    held = set(warehouse.sql(f"from {declared.view} limit 0").columns)
    asked = {column for option, column in declared.asks.items() if option != "level"}
    missing = {*declared.columns, *asked} - held
    assert missing == set(), f"the view {declared.view} has no such column"


def test_an_example_holds_only_columns_of_its_view(declared: Declared, warehouse: Warehouse) -> None:
    assert set(example(declared).columns) - set(warehouse.sql(f"from {declared.view} limit 0").columns) == set()


def test_every_example_draws_something(declared: Declared) -> None:
    assert drawn(declared.name).name != EMPTY


def test_an_empty_frame_gives_a_chart_of_one_sentence(declared: Declared) -> None:
    drawn = declared.draw(example(declared).head(0))
    assert (drawn.name, drawn.to_dict()["mark"]["text"][:4]) == (EMPTY, "没有数据")


def test_the_frame_of_another_view_is_refused(declared: Declared) -> None:
    with pytest.raises(UsageError, match=f"no column {declared.columns[0]}.*take it from the view {declared.view}"):
        declared.draw(example(declared).drop(columns=declared.columns[0]))


def test_labels_are_of_one_language() -> None:
    titles = [charts.verdicts(table(SUMMARY), language=language).to_dict()["layer"][0]["encoding"]["x"]["title"] for language in ("zh", "en")]
    assert titles == ["目标数", "number of targets"]


def test_another_language_is_refused() -> None:
    with pytest.raises(UsageError, match="there are zh and en"):
        charts.verdicts(table(SUMMARY), language="fr")


def test_an_indicator_has_its_english_name_in_english() -> None:
    held = CHARTS["rank"]
    drawn = held.draw(example(held), language="en").to_dict()
    assert "Gross regional product" in drawn["title"]["text"]
    assert drawn["title"]["frame"] == "bounds"  # begins at the left edge of all panels, as their titles do


@pytest.mark.parametrize("name", ["plan_result_next", "target_changes", "cascade"])
def test_a_picture_that_is_taken_away_says_its_place_and_year(name: str) -> None:
    head = spec(name)["title"]
    assert (head["text"][:3], head["text"][-1], len(head["subtitle"])) == ("甲市，", "年", 1)


def test_no_example_is_without_a_chart() -> None:
    assert set(EXAMPLES) - set(CHARTS) == set()


def test_every_module_that_declares_a_chart_is_known_to_the_package() -> None:
    modules = {path.stem for path in Path(charts.__path__[0]).glob("*.py") if "\n@declared(" in path.read_text(encoding="utf-8")}
    unknown = modules - {held.draw.__module__.rpartition(".")[2] for held in CHARTS.values()}
    unnamed = set(CHARTS) - set(charts.__all__)
    assert unknown == set(), "import their charts in charts/__init__.py"
    assert unnamed == set(), "name them in __all__ of charts/__init__.py"


def test_the_command_names_every_chart_and_what_it_asks_for() -> None:
    told = CliRunner().invoke(cli, ["chart", "--help"], prog_name="mubiao").output
    assert "rank --level --indicator --year" in " ".join(told.split())
    assert [name for name in CHARTS if f" {name} " not in told] == []


def run(data: Path, *args: str) -> str:
    done = CliRunner().invoke(cli, ["chart", *args, "--data", str(data)], catch_exceptions=False)
    return done.stdout.strip()


def test_the_command_writes_a_picture(tables: Path, tmp_path: Path) -> None:
    path = run(tables, "verdicts", "--jurisdiction", "宁波市", "--year", "2025", "-o", str(tmp_path / "a.svg"))
    assert "目标数" in Path(path).read_text(encoding="utf-8")


def test_the_command_draws_places_beside_each_other(tables: Path, tmp_path: Path) -> None:
    path = run(tables, "rank", "--level", "prefecture", "--indicator", "gdp", "--year", "2025", "-o", str(tmp_path / "a.svg"))
    assert "5.5%左右" in Path(path).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["pie"], "no chart is called pie; there are"),
        (["verdict"], "no chart is called verdict; did you mean verdicts"),
        (["rank", "--year", "2024"], "rank asks for --level, --indicator, --year; give --level, --indicator"),
        (["coverage", "--jurisdiction", "宁波市", "--year", "2024"], "leave out --year"),
    ],
    ids=["no such chart", "a misspelt one", "something is missing", "something is needless"],
)
def test_what_a_chart_asks_for_is_told(tmp_path: Path, args: list[str], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        CliRunner().invoke(cli, ["chart", *args, "-o", str(tmp_path / "a.png")], catch_exceptions=False, standalone_mode=False)
