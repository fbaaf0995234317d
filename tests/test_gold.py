"""The gold gate: rows written down by hand are found again, and no figure falls under its floor."""

from __future__ import annotations

import hashlib
import importlib.util
import tomllib
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from mubiao.extracts import read_and_observe
from mubiao.model import Facts
from mubiao.quality.gold import Gold, read_gold
from mubiao.quality.score import DUTIES, FIELDS, Score, score
from mubiao.read.sources import read_sources
from mubiao.rows import Observation

ROOT = Path(__file__).parents[1]
GOLD, RAW = ROOT / "tests" / "gold", ROOT / "data" / "raw"
SHARED = ROOT.parent / "shared"  # the judge and more documents, where the project is developed
ELSEWHERE = (
    "230200-qiqihar-2014-work-report", "340000-anhui-2025-work-report", "440000-guangdong-2026-work-report",
    "450600-fangchenggang-2009-work-report", "460000-hainan-2026-work-report", "500000-chongqing-2025-work-report",
)  # fmt: skip
NAMES = sorted(path.stem for path in GOLD.glob("*.jsonl"))
SLACK = 0.02  # a floor further below its figure is to be raised


FINGERPRINT = "gold"  # in a table of floors: of the gold rows that they were measured on


def floors(file: str) -> dict[str, dict[str, Any]]:
    """Document (or all) -> figure -> floor, and the fingerprint of its gold rows."""
    return tomllib.loads((GOLD / file).read_text(encoding="utf-8"))


def told(file: str) -> list[tuple[str, str, float]]:
    """Document, figure and floor."""
    return [(name, figure, floor) for name, wanted in floors(file).items() for figure, floor in wanted.items() if figure != FINGERPRINT]


def gold_file(name: str) -> Path:
    """The gold rows of a document."""
    return (SHARED / "gold" / "dev-elsewhere" if name in ELSEWHERE else GOLD) / f"{name}.jsonl"


def fingerprint(name: str) -> str:
    """What tells one state of the gold rows of a document (or of all) from another."""
    digest = hashlib.sha256()
    for one in NAMES if name == "all" else [name]:
        digest.update(gold_file(one).read_bytes())
    return digest.hexdigest()[:16]


FLOORS, FLOORS_ELSEWHERE = told("floors.toml"), told("floors-elsewhere.toml")


@lru_cache(maxsize=16)
def extracted(name: str) -> tuple[Gold, list[Observation]]:
    """Gold rows of a document and the rows that mubiao makes of it."""
    if name in ELSEWHERE:
        path = SHARED / "corpus" / "text" / f"{name}.txt"
        return read_gold(gold_file(name)), read_and_observe(path, Facts())[0][2].observations
    path = RAW / f"{name}.txt"
    facts, digest = read_sources(RAW)[path.name]
    return read_gold(gold_file(name)), read_and_observe(path, facts, digest)[0][2].observations


@lru_cache(maxsize=16)
def scored(name: str) -> Score:
    """The score of a document, or of all of data/raw."""
    if name != "all":
        return score(*extracted(name))
    total = Score()
    for one in NAMES:
        total.add(score(*extracted(one)))
    return total


def figure_of(result: Score, figure: str) -> float:
    """A figure by its name: detection, strict, or a field."""
    return {"detection": result.detection, "strict": result.strict_row}.get(figure, result.share(figure))


@pytest.fixture(scope="module")
def judge() -> ModuleType:
    """The scoring program that the gold rows came with."""
    path = SHARED / "gold" / "score.py"
    if not path.is_file():
        pytest.skip("the scoring program of the gold rows is not here")
    spec = importlib.util.spec_from_file_location("judge", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def elsewhere() -> None:
    """The documents of other places, which are no part of the project."""
    if not all((SHARED / "corpus" / "text" / f"{name}.txt").is_file() for name in ELSEWHERE):
        pytest.skip("the documents of other places are not here")


@pytest.mark.parametrize(("name", "figure", "floor"), FLOORS, ids=[f"{name}-{figure}" for name, figure, _ in FLOORS])
def test_no_figure_falls_under_its_floor(name: str, figure: str, floor: float) -> None:
    assert figure_of(scored(name), figure) >= floor, "\n".join(scored(name).wrong)


@pytest.mark.parametrize(("name", "figure", "floor"), FLOORS, ids=[f"{name}-{figure}" for name, figure, _ in FLOORS])
def test_floors_rise_with_the_figures(name: str, figure: str, floor: float) -> None:
    assert figure_of(scored(name), figure) - floor <= SLACK, "python tests/gold/raise_floors.py"


@pytest.mark.parametrize("name", ["all", *NAMES])
def test_every_document_has_a_floor_for_each_figure(name: str) -> None:
    judged = {figure for figure in DUTIES if scored(name).judged[figure]}

    assert set(floors("floors.toml")[name]) == {FINGERPRINT, "detection", "strict", *FIELDS, *judged}


@pytest.mark.parametrize("name", ["all", *NAMES])
def test_floors_were_measured_on_the_gold_that_is_here(name: str) -> None:
    assert floors("floors.toml")[name][FINGERPRINT] == fingerprint(name), "gold rows have changed: python tests/gold/raise_floors.py"


@pytest.mark.parametrize("name", NAMES)
def test_figures_are_those_of_the_judge(judge: ModuleType, name: str) -> None:
    gold, rows = extracted(name)
    given: list[dict[str, Any]] = [asdict(row) for row in rows if gold.judges(row.char_start)]
    counts: dict[str, int] = dict.fromkeys(("gold", "hit", "false", "strict", *judge.FIELDS), 0)
    judge.add(counts, judge.score(gold.rows, given))
    figures = judge.figures(counts)

    assert scored(name).detection == pytest.approx(figures["detect"][2])
    assert scored(name).strict_row == pytest.approx(figures["strict"][2])
    assert {field: scored(name).share(field) for field in judge.FIELDS} == pytest.approx(figures["fields"])


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize(("name", "figure", "floor"), FLOORS_ELSEWHERE, ids=[f"{name}-{figure}" for name, figure, _ in FLOORS_ELSEWHERE])
def test_reports_of_other_places_keep_their_floors(name: str, figure: str, floor: float) -> None:
    assert figure_of(scored(name), figure) >= floor, "\n".join(scored(name).wrong)
