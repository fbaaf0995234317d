"""No row is malformed by its form: a few phrases told one by one, and every row of a folder of reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mubiao.errors import MubiaoError
from mubiao.grammar.thing.well_formed import flaw, mended
from mubiao.model import Facts
from mubiao.pipeline import extract_file
from mubiao.read.fold import fold

ROOT = Path(__file__).parents[2]
OURS = sorted((ROOT / "data" / "raw").glob("*.txt"))
CORPUS = sorted(path for path in (ROOT.parent / "shared" / "corpus").glob("*") if path.suffix in (".txt", ".docx"))


@pytest.mark.parametrize(
    ("phrase", "wrong"),
    [
        ("中外合作办学机构(项目", "half"),
        ("城市公园、口袋公园”保有量", "half"),
        ("销售收入、利税分别占全市", "handed_out"),
        ("水功能区达标率均为", "cut_end"),
        ("生活补贴标准分别从", "cut_end"),
        ("北部湾港新", "cut_end"),
        ("级场馆", "cut_beginning"),
        ("类文体赛事", "cut_beginning"),
        ("六是实施加装电梯", "item"),
        ("2.改造道路", "item"),
        ("残疾人、40万3岁以下婴幼儿", "quantity"),
        ("省属企业由66户整合", "quantity"),
        ("绿地|绿道", "mark"),
        ("木", "short"),
        ("", "empty"),
    ],
)
def test_what_no_indicator_looks_like_is_known_by_its_form(phrase: str, wrong: str) -> None:
    assert flaw(phrase) == wrong


@pytest.mark.parametrize(
    "phrase",
    [
        "城市更新",
        "网上行为",
        "普通高中",
        "个人住房贷款",
        "类脑智能",
        "10亿元以上项目",
        "和美乡村",
        "贸易自由",
        "每10万人刑事案件数",
        "县(市)",
        "5G基站",
    ],
)
def test_nouns_that_look_alike_are_none(phrase: str) -> None:
    assert flaw(phrase) == ""


@pytest.mark.parametrize(
    ("text", "span", "rest"),
    [
        ("新获批机构(项目)", (3, 8), "机构(项目)"),
        ("重大工程全部", (0, 6), "重大工程"),
        ("各类赛事活动", (1, 6), "赛事活动"),
        ("优秀作品奖、居全国第5位", (0, 12), "优秀作品奖"),
    ],
)
def test_what_was_cut_off_is_mended(text: str, span: tuple[int, int], rest: str) -> None:
    ((low, high),) = mended(text, (span,))
    assert text[low:high] == rest


def malformed(path: Path) -> Iterator[str]:
    try:
        rows, _ = extract_file(path, Facts())
    except MubiaoError:
        return
    for row in rows:
        if wrong := flaw(fold(row.indicator).text):
            yield f"{path.name} {row.value_text}: {row.indicator} ({wrong})"


@pytest.mark.parametrize("path", OURS[:1], ids=lambda path: path.stem)
def test_no_row_of_our_own_documents_is_malformed(path: Path) -> None:
    assert list(malformed(path)) == []


@pytest.mark.skipif(not CORPUS, reason="no folder of reports beside the project")
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_no_row_of_the_reports_beside_the_project_is_malformed(path: Path) -> None:
    assert list(malformed(path)) == []
