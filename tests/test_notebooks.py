"""The notebooks run for every place and year that the tables hold, and are stored with outputs that people see on the web."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
jupyter_client = pytest.importorskip("jupyter_client")
alt = pytest.importorskip("altair")

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "nbs").glob("*.ipynb"))
TEN_MINUTES, PLACES, QUESTIONS, TRUST, OWN = NOTEBOOKS
Notebook = Any


@pytest.fixture(scope="module")
def project(example_tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the notebooks expect it: tables in data/parquet."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "data").mkdir()
    (folder / "data" / "parquet").symlink_to(example_tables)
    return folder


def read(path: Path) -> Notebook:
    return nbformat.read(path, as_version=4)


def code_cells(notebook: Notebook) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def shown(cell: Any) -> str:
    """What a cell shows, charts with their data, whose Chinese letters are written as codes."""
    told = "\n".join(str(text) for output in cell.outputs for text in output.get("data", {}).values())
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), told)


def run(path: Path, parameters: str) -> dict[str, Any]:
    """Run the cells of a notebook in this process, with other parameters; give the names that it leaves behind."""
    names: dict[str, Any] = {}
    for cell in code_cells(read(path)):
        tree = ast.parse(parameters if "parameters" in cell.metadata.get("tags", []) and parameters else cell.source)
        last = ast.Expression(tree.body.pop().value) if isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, path.name, "exec"), names)
        if last is not None:
            _displayed(eval(compile(last, path.name, "eval"), names))
    return names


def _displayed(value: Any) -> None:
    """Draw a value as Jupyter would: only then a chart is made."""
    if isinstance(value, alt.TopLevelMixin):
        value.to_dict()
    elif hasattr(value, "_repr_html_"):
        value._repr_html_()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_well_formed_and_stored_with_outputs(path: Path) -> None:
    notebook = read(path)
    nbformat.validate(notebook)
    kinds = {output.get("name", output.output_type) for cell in code_cells(notebook) for output in cell.outputs}
    assert kinds <= {"execute_result", "display_data"}
    assert "execute_result" in kinds, "python docs/notebooks.py"


@pytest.mark.parametrize("parameters", ['PLACE, YEAR = "宁波市", 2024', 'PLACE, YEAR = "鄞州区", 2024', 'PLACE, YEAR = "慈溪市", 2021'])
@pytest.mark.parametrize("path", [TEN_MINUTES, QUESTIONS, TRUST], ids=lambda path: path.name)
def test_it_runs_for_every_place_and_year(project: Path, monkeypatch: pytest.MonkeyPatch, path: Path, parameters: str) -> None:
    monkeypatch.chdir(project)
    run(path, parameters)["wh"].close()


@pytest.mark.parametrize("parameters", [f'LEVEL, YEAR, INDICATOR = "{level}", {year}, "{one}"' for level, year, one in (
    ("prefecture", 2024, "gdp"), ("county", 2024, "gdp"), ("prefecture", 2022, "foreign_investment_used"),
)])  # fmt: skip
def test_places_beside_each_other_for_every_level(project: Path, monkeypatch: pytest.MonkeyPatch, parameters: str) -> None:
    monkeypatch.chdir(project)
    names = run(PLACES, parameters)
    assert set(names["written"]) == {"panel.csv", "panel.dta", "panel.xlsx"}
    names["wh"].close()


@pytest.mark.parametrize(("place", "year"), [("宁波市", 2025), ("广东省", 2020), ("鄞州区", 2010)])
def test_own_documents_of_any_place_and_year(place: str, year: int) -> None:
    names = run(OWN, f'FOLDER, PLACE, YEAR = None, "{place}", {year}')
    assert names["report"].documents == 1
    assert len(names["report"].bad) == 1
    names["wh"].close()


def test_a_folder_of_own_documents(tmp_path: Path) -> None:
    for year in (2018, 2019):
        text = f"大连市政府工作报告\n——{year}年1月8日\n一、{year - 1}年工作回顾\n新增就业3万人。\n二、{year}年工作安排\n新增就业4万人。\n"
        (tmp_path / f"{year}.txt").write_text(text, encoding="utf-8")
    names = run(OWN, f'FOLDER, PLACE, YEAR = {str(tmp_path)!r}, "大连市", 2018')
    assert (names["report"].documents, names["report"].bad) == (2, [])
    assert list(names["wh"].compare("大连市", 2018)["next_text"]) == ["4万人"]
    names["wh"].close()


@pytest.fixture(scope="module")
def kernel(project: Path) -> Iterator[Any]:
    """A kernel that runs in the folder, one notebook after another: most of its time goes into its start and into what the first imports."""
    manager = jupyter_client.KernelManager(kernel_name="python3")
    manager.client_class = "jupyter_client.asynchronous.AsyncKernelClient"
    manager.start_kernel(cwd=str(project))
    yield manager
    manager.shutdown_kernel(now=True)


def test_the_first_notebook_runs_in_a_kernel_and_shows_what_it_promises(kernel: Any) -> None:
    notebook = nbclient.NotebookClient(read(TEN_MINUTES), km=kernel, timeout=120).execute()
    told = "\n".join(shown(cell) for cell in code_cells(notebook))
    promised = ["地区生产总值", "6%左右", "5.4%", "5.5%以上", "missed", "no_document", "partial", "hard", "soft", "ceiling", "市发改委"]
    assert [text for text in promised if text not in told] == []


def test_a_build_works_inside_a_kernel(kernel: Any) -> None:
    """DuckDB behaves otherwise in Jupyter: its bar of progress wants a package of its own."""
    notebook = nbclient.NotebookClient(read(OWN), km=kernel, timeout=120).execute()
    assert "口袋公园" in "\n".join(shown(cell) for cell in code_cells(notebook))


def test_the_twenty_questions_are_those_of_the_page() -> None:
    asked = [line for cell in read(QUESTIONS).cells if cell.cell_type == "markdown" for line in cell.source.splitlines() if line.startswith("## ")]
    page = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8").splitlines()
    assert asked == [line for line in page if re.match(r"## \d+\. ", line)], "python docs/notebooks.py"
