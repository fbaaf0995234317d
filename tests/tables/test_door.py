"""The door for SQL: whatever is asked, nothing is written, read or left behind."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

import mubiao
from mubiao.errors import MubiaoError, WarehouseError
from mubiao.tables.door import Limits
from mubiao.warehouse import Warehouse

REPORT = "宁波市2025年政府工作报告\n一、2024年工作回顾\n地区生产总值增长5.4%。\n二、2025年主要任务\n地区生产总值增长5.5%以上，新增绿地200公顷。\n"
secret = ["a variable of the program that asks"]

REFUSED = [line for line in Path(__file__).with_name("refused_queries.txt").read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A working folder with tables and a file that nobody may see."""
    folder = tmp_path_factory.mktemp("door")
    (folder / "raw").mkdir()
    (folder / "raw" / "report.txt").write_text(REPORT, encoding="utf-8")
    mubiao.build(folder / "raw", folder / "tables")
    (folder / "seen.csv").write_text("a\n1\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        yield folder


@pytest.fixture(scope="module")
def warehouse(folder: Path) -> Iterator[Warehouse]:
    with mubiao.open(folder / "tables") as opened:
        yield opened


def state(folder: Path) -> dict[str, tuple[int, int]]:
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


DEEP = ["select " + "(" * 20_000 + "1" + ")" * 20_000, "select " + "[" * 5_000 + "1" + "]" * 5_000]
LONG = [" union all ".join(["select 1"] * 20_000), "select " + ",".join(f"{at} as a" for at in range(20_000))]


@pytest.mark.parametrize("attack", [*REFUSED, "", "select 1;\ndrop table units"])
def test_what_is_no_select_over_the_tables_is_refused_in_one_line(folder: Path, warehouse: Warehouse, attack: str):
    before = state(folder)
    with pytest.raises(MubiaoError, match=r"^SQL: ") as error:
        warehouse.sql(attack).fetchall()
    assert "\n" not in str(error.value)
    assert state(folder) == before


@pytest.mark.parametrize("attack", [*DEEP, *LONG], ids=["brackets", "lists", "unions", "columns"])
def test_what_would_take_long_to_plan_is_refused_at_once(warehouse: Warehouse, attack: str):
    with pytest.raises(WarehouseError, match=r"Max expression depth|memory exhausted|a query of more than 50,000 characters"):
        warehouse.sql(attack)


@pytest.mark.parametrize("query", ["from duckdb_secrets()", "from duckdb_settings()", "from checkpoint()", "from query('show tables')"])
def test_what_duckdb_tells_of_itself_leaves_nothing_and_names_no_folder_of_who_asks(folder: Path, warehouse: Warehouse, query: str):
    before = state(folder)
    assert str(Path.home() / ".duckdb") not in str(warehouse.sql(query).fetchall())
    assert state(folder) == before


def test_what_a_refusal_tells_names_no_folder_of_who_asks_either(warehouse: Warehouse):
    with pytest.raises(WarehouseError) as error:
        warehouse.sql("from duckdb_extension_repositories()")
    assert str(Path.home()) not in str(error.value)


def test_after_all_that_the_answers_are_the_same(folder: Path, warehouse: Warehouse):
    with mubiao.open(folder / "tables") as fresh:
        everything = "select * from observations order by observation_id"
        assert warehouse.sql(everything).fetchall() == fresh.sql(everything).fetchall()
        assert warehouse.compare("宁波市", 2024).equals(fresh.compare("宁波市", 2024))
        tables = "select * from (show all tables) where not temporary"  # whether it lists the answer that it makes itself is left to DuckDB
        assert warehouse.sql(tables).fetchall() == fresh.sql(tables).fetchall()


@pytest.mark.parametrize(
    "query",
    [
        "from units limit 1", "table units", "values (1)", "with a as (select 1) from a", "show tables", "describe units", "summarize units",
        "select 1;", "select 1; -- done", "select 1 -- ;", "/* first */ select ';' as sign ;", "select * from query('select 1')",
        "-- a query\nfrom units", "/* my query */ select 'a query' as query",
        "from (pivot (select year, stage from observations) on stage in ('target', 'result') using count(*))",
    ],
)  # fmt: skip
def test_whatever_is_one_select_is_answered(warehouse: Warehouse, query: str):
    assert len(warehouse.sql(query).fetchall()) >= 1


@pytest.mark.skipif(duckdb.__version__ < "2", reason="such a pivot is several statements to DuckDB 1.5")
@pytest.mark.parametrize(
    "query",
    [
        "pivot growth on jurisdiction using any_value(plan)", "pivot growth on jurisdiction using any_value(plan); -- done",
        "from (pivot growth on jurisdiction using any_value(plan))",
    ],
)  # fmt: skip
def test_a_pivot_lays_places_beside_each_other(warehouse: Warehouse, query: str):
    growth = "select jurisdiction, plan from comparison where indicator_id = 'gdp' and measure = 'growth' and plan_year = 2025"
    answer = warehouse.sql(f"with growth as ({growth}) {query}")
    assert dict(zip(answer.columns, answer.fetchall()[0], strict=True)) == {"宁波市": "5.5%以上"}


def test_a_share_of_nothing_is_null_not_nan(warehouse: Warehouse):
    assert warehouse.sql("select 0 / 0 as share, 1 / 0 as times").fetchall() == [(None, None)]


def test_columns_of_one_name_are_told_apart(warehouse: Warehouse):
    answer = warehouse.sql("select 1 as a, 2 as a, 3 as b")
    assert (answer.columns, answer.fetchall()) == (["a", "a_1", "b"], [(1, 2, 3)])
    answer = warehouse.sql("select 1 as a, 2 as a_1, 3 as a, 4 as A")
    assert (len({name.lower() for name in answer.columns}), answer.fetchall()) == (4, [(1, 2, 3, 4)])


def test_the_order_of_a_query_is_kept(warehouse: Warehouse):
    assert warehouse.sql("select x from range(5000) as many(x) order by x desc").fetchall() == [(x,) for x in range(4999, -1, -1)]


def test_an_answer_does_not_change_when_it_is_read_again(warehouse: Warehouse):
    answer = warehouse.sql("select random() as x")
    assert answer.fetchall() == answer.fetchall()


@pytest.mark.parametrize(
    ("query", "limits", "line"),
    [
        (
            "select count(*) from range(1000000000000) a, range(1000000) b",
            Limits(seconds=0.05),
            "SQL: no answer within 0.05 seconds; ask for less, or allow more time",
        ),
        (
            "with recursive r as (select 1 as x union all select x + 1 from r) select count(*) from r",
            Limits(seconds=0.05),
            "SQL: no answer within 0.05 seconds; ask for less, or allow more time",
        ),
        ("from range(11)", Limits(rows=10), "SQL: more than 10 rows; ask for less (limit 1000), or allow more rows"),
        (
            "select list(x) from range(100000000) as many(x)",
            Limits(memory=100_000_000),
            "SQL: the answer needs more memory than a query may take; ask for less, or allow more memory",
        ),
    ],
    ids=["endless", "endless_recursion", "rows", "memory"],
)
def test_a_query_ends_at_its_limits(folder: Path, query: str, limits: Limits, line: str):
    before = state(folder)
    with Warehouse(folder / "tables", limits) as warehouse, pytest.raises(WarehouseError) as error:
        warehouse.sql(query)
    assert str(error.value) == line
    assert state(folder) == before


def test_as_many_rows_as_are_allowed_come(folder: Path):
    with Warehouse(folder / "tables", Limits(rows=10)) as warehouse:
        assert len(warehouse.sql("from range(10)").fetchall()) == 10


@pytest.mark.parametrize("seconds", [0, -1, float("inf"), float("nan"), 86_401])
def test_seconds_are_more_than_none_and_at_most_a_day(seconds: float):
    with pytest.raises(WarehouseError, match="seconds; give more than 0"):
        Limits(seconds=seconds)


@pytest.mark.parametrize("rows", [0, -1, 2**63])
def test_rows_are_more_than_none_and_can_be_counted(rows: int):
    with pytest.raises(WarehouseError, match="rows; give more than 0"):
        Limits(rows=rows)


@pytest.mark.parametrize("query", [None, 5, b"select 1"], ids=["none", "number", "bytes"])
def test_a_query_is_a_text(warehouse: Warehouse, query: object):
    with pytest.raises(WarehouseError, match="a query is a text, not "):
        warehouse.sql(query)  # type: ignore[arg-type]


def test_a_query_that_is_no_text_is_refused(warehouse: Warehouse):
    with pytest.raises(WarehouseError, match="no text in UTF-8"):
        warehouse.sql("select \udcff")


def test_a_warehouse_that_is_closed_says_so(folder: Path):
    with mubiao.open(folder / "tables") as warehouse:
        pass
    with pytest.raises(WarehouseError, match="SQL: the warehouse is closed; open it again"):
        warehouse.sql("select 1")


def test_questions_asked_at_once_do_not_meet(folder: Path):
    """Nor does one that is too long end the others."""
    with Warehouse(folder / "tables", Limits(seconds=20)) as warehouse, ThreadPoolExecutor(4) as threads:
        slow = threads.submit(warehouse._door.ask, "select count(*) from range(1000000000000) a, range(1000000) b", None, Limits(seconds=0.05))
        answers = [threads.submit(lambda x=x: warehouse.sql("select $x as a, count(*) as a from range(1000)", x=x).fetchall()) for x in range(20)]
        assert [answer.result() for answer in answers] == [[(x, 1000)] for x in range(20)]
        assert "no answer within" in str(slow.exception())
