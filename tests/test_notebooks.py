"""The notebooks run from top to bottom over freshly built tables and show what they promise; they are stored without outputs."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import mubiao

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "nbs").glob("*.ipynb"))
NINGBO = ROOT / "nbs" / "01-ningbo-2024-2025.ipynb"
Notebook = Any


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the notebooks expect it: tables in data/parquet, and nbs beside."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "nbs").mkdir()
    mubiao.build(ROOT / "data" / "raw", folder / "data" / "parquet")
    return folder


@pytest.fixture(scope="module")
def executed(project: Path) -> Callable[[Path], Notebook]:
    """executed(path): the notebook with its outputs, run once."""
    done: dict[Path, Notebook] = {}

    def run(path: Path) -> Notebook:
        if path not in done:
            notebook = nbformat.read(path, as_version=4)
            where = {"metadata": {"path": str(project / "nbs")}}
            done[path] = nbclient.NotebookClient(notebook, kernel_name="python3", timeout=120, allow_errors=True, resources=where).execute()
        return done[path]

    return run


def code_cells(notebook: Notebook) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def shown(cell: Any) -> str:
    """What a cell shows, charts with their data, whose Chinese letters are written as codes."""
    told = "\n".join(str(text) for output in cell.outputs for text in output.get("data", {}).values())
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), told)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_stored_without_outputs(path: Path):
    stored = [(cell.execution_count, cell.outputs) for cell in code_cells(nbformat.read(path, as_version=4))]
    assert stored == [(None, [])] * len(stored)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_well_formed(path: Path):
    assert nbformat.validator.isvalid(nbformat.read(path, as_version=4))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_runs_without_errors_or_warnings(executed: Callable[[Path], Notebook], path: Path):
    kinds = [output.get("name", output.output_type) for cell in code_cells(executed(path)) for output in cell.outputs]
    assert set(kinds) <= {"execute_result", "display_data", "stdout"}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_every_cell_but_the_first_shows_something(executed: Callable[[Path], Notebook], path: Path):
    assert [cell.source for cell in code_cells(executed(path))[1:] if not shown(cell)] == []


@pytest.mark.parametrize(
    ("code", "shows"),
    [
        ("select doc_id, title", ["宁波市政府工作报告（2024）", "partial", "full"]),
        ("from coverage", ["no_document", "partial", "stated"]),
        ("comparison.loc[", ["地区生产总值", "6%左右", "5.4%", "5.5%以上", "missed"]),
        ('plan_result_next(comparison, theme="economy")', ["地区生产总值", "5.5%以上"]),
        ('plan_result_next(comparison, theme="industry")', ["规上工业增加值"]),
        ("result_elsewhere, next_elsewhere", ["保障性租赁住房", "running_total: 21.3万套", "实际利用外资", "measure_differs: 10%以上"]),
        ("charts.target_changes", ["地区生产总值", "lowered"]),
        ('groupby(["year", "hardness"]', ["hard", "soft", "ceiling"]),
        ("mark_bar", ["左右", "以上", "(无)"]),
        ("from cascade", ["鄞州区", "地区生产总值"]),
        ("from responsibilities", ["市发改委", "市住建局"]),
        ("as passage", ["地区生产总值增长6%左右", "地区生产总值增长5.5%以上"]),
    ],
    ids=[
        "documents", "coverage", "comparison", "chart_of_the_economy", "chart_of_industry", "not_comparable", "changes", "hard_and_soft", "modifiers",
        "districts", "responsibilities", "passages",
    ],
)  # fmt: skip
def test_the_notebook_of_ningbo_shows_what_it_promises(executed: Callable[[Path], Notebook], code: str, shows: list[str]):
    (cell,) = [cell for cell in code_cells(executed(NINGBO)) if code in cell.source]
    assert [text for text in shows if text not in shown(cell)] == []
