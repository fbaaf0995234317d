"""Gold rows: what a file of them may hold, and what is said of a line that is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mubiao.errors import SourceError
from mubiao.quality.gold import Gold, check_numbers, read_gold

ROW = {
    "s": 10, "e": 14, "indicator": "绿道", "role": "core", "value": 30, "unit": "公里", "comparator": "eq", "measure": "amount",
    "stage": "target", "year": 2025,
}  # fmt: skip


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Gold]:
    """Reads a file of the lines given: text as it stands, rows as JSON."""

    def run(*lines: str | dict[str, Any]) -> Gold:
        path = tmp_path / "report.jsonl"
        path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
        return read_gold(path)

    return run


def test_rows_without_a_head_judge_the_whole_document(read: Callable[..., Gold]) -> None:
    found = read(ROW)

    assert (found.name, found.rows, found.spans, found.sha256) == ("report", [ROW], None, None)
    assert found.judges(123_456)


def test_a_head_names_the_judged_stretches_and_the_text(read: Callable[..., Gold]) -> None:
    found = read({"spans": [[0, 20], [40, 60]], "sha256": "ab12"}, ROW)

    assert (found.rows, found.spans, found.sha256) == ([ROW], [(0, 20), (40, 60)], "ab12")


@pytest.mark.parametrize(("position", "judged"), [(0, True), (19, True), (20, False), (39, False), (40, True), (60, False)])
def test_stretches_are_half_open(read: Callable[..., Gold], position: int, judged: bool) -> None:
    assert read({"spans": [[0, 20], [40, 60]]}, ROW).judges(position) is judged


def test_empty_lines_are_passed_over(read: Callable[..., Gold]) -> None:
    assert read(ROW, "", ROW).rows == [ROW, ROW]


@pytest.mark.parametrize("role", ["dup", "ignore", "relative"])
def test_rows_that_are_not_scored_need_no_number(read: Callable[..., Gold], role: str) -> None:
    row = {"s": 10, "e": 14, "indicator": "居民收入", "role": role}

    assert read(row).rows == [row]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        pytest.param("绿道30公里", "no JSON (Expecting value)", id="no JSON"),
        pytest.param("[1, 2]", "a row must be a JSON object", id="no object"),
        pytest.param({**ROW, "role": "main"}, "role must be one of core, sub, stretch, dup, ignore, relative", id="an unknown role"),
        pytest.param({**ROW, "s": "10"}, "s must be a number", id="a position that is no number"),
        pytest.param({**ROW, "value": None}, "value must be a number", id="an empty value"),
        pytest.param({**ROW, "indicator": 5}, "indicator must be a text", id="an indicator that is no text"),
        pytest.param({**ROW, "comparator": "≥"}, "comparator must be one of eq, ge, gt, le, lt, approx", id="a sign for a comparator"),
        pytest.param({**ROW, "measure": "count"}, "measure must be one of amount, growth, ratio, change, relative", id="an unknown measure"),
        pytest.param({**ROW, "stage": "plan"}, "stage must be one of target, result", id="an unknown stage"),
        pytest.param({name: ROW[name] for name in ROW if name != "s"}, "s is missing", id="no position"),
        pytest.param({name: ROW[name] for name in ROW if name != "indicator"}, "indicator is missing", id="no indicator"),
        pytest.param({name: ROW[name] for name in ROW if name != "value"}, "value is missing", id="no value"),
        pytest.param({name: ROW[name] for name in ROW if name != "year"}, "year is missing", id="no year"),
        pytest.param({**ROW, "e": 10}, "the span is empty", id="an empty span"),
    ],
)
@pytest.mark.parametrize("head", [pytest.param([], id="first line"), pytest.param([{"spans": [[0, 90]]}, ROW], id="third line")])
def test_a_wrong_row_names_file_and_line(
    read: Callable[..., Gold], tmp_path: Path, head: list[Any], wrong: str | dict[str, Any], message: str
) -> None:
    with pytest.raises(SourceError) as error:
        read(*head, wrong)

    assert str(error.value) == f"{tmp_path / 'report.jsonl'}, line {len(head) + 1}: {message}"


def test_empty_lines_count_when_a_wrong_row_is_named(read: Callable[..., Gold]) -> None:
    with pytest.raises(SourceError, match="line 3: the span is empty"):
        read(ROW, "", {**ROW, "e": 10})


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_lines_end_with_line_feeds_only(tmp_path: Path, line_end: str) -> None:
    lines = [json.dumps(row, ensure_ascii=False) for row in (ROW, {**ROW, "quote": "绿道\u2028\x8530公里"}, {**ROW, "role": "main"})]
    (tmp_path / "report.jsonl").write_bytes(line_end.join(lines).encode())
    with pytest.raises(SourceError, match="line 3: role must be one of"):
        read_gold(tmp_path / "report.jsonl")


@pytest.mark.parametrize(
    ("spans", "message"),
    [
        ([[0, 9], [20, 30]], "line 2: the row lies outside of the judged stretches"),
        ([[0, 9, 12]], r"line 1: spans must be pairs of positions, \[\[start, end\], …\]"),
        ([["a", "b"]], "line 1: spans must be pairs of positions"),
        (5, "line 1: spans must be pairs of positions"),
        ([[20, 0]], "line 1: a judged stretch is empty"),
    ],
    ids=["row_outside", "three_numbers", "letters", "no_list", "reversed"],
)
def test_a_wrong_head_is_told(read: Callable[..., Gold], spans: object, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read({"spans": spans}, ROW)


def test_a_span_that_does_not_hold_its_number_is_told(read: Callable[..., Gold]) -> None:
    gold = read({**ROW, "number": "30公里"})
    with pytest.raises(SourceError, match="report: the row 10-14 should hold 30公里, but the document has '绿道30' there"):
        check_numbers(gold, "二、2025年任务\n绿道30公里。")


def test_a_span_that_holds_its_number_is_well(read: Callable[..., Gold]) -> None:
    assert check_numbers(read({**ROW, "number": "30公里"}), "二、2025年任务\n30公里绿道。") is None


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"none\.jsonl: no such file$"):
        read_gold(tmp_path / "none.jsonl")
