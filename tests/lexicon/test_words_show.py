"""Every word of these tables is read in its own example: the column of the row shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from mubiao.extracts import read_and_observe
from mubiao.lexicon.layers import read_toml
from mubiao.model import Facts
from mubiao.rows import Observation

HEADINGS = ("一、2024年工作回顾", "二、2025年工作安排")
SHOWN: dict[tuple[str, str], Callable[[Observation], str | None]] = {
    ("actions", "make"): lambda row: row.action,
    ("comparators", "before"): lambda row: row.modifier,
    ("comparators", "after"): lambda row: row.modifier,
    ("comparators", "bound"): lambda row: row.modifier,
    ("units", "length"): lambda row: row.value_text,
    ("units", "area"): lambda row: row.value_text,
    ("units", "mass"): lambda row: row.value_text,
}
# Words that do not show: verbs that stand in the name of a thing as often as in front of one, and those of the clause in front.
NOT_SHOWN = {"运营", "下达", "对接", "探索", "试点", "征地", "强", "转型发展", "提速发展"}


def example_of(entry: object) -> str:
    """The example of a word: the entry itself, or the last of its fields."""
    return str(entry if isinstance(entry, str) else entry[2] if len(entry) > 2 else entry[-1]).rstrip("。")  # type: ignore[arg-type,index]


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Observation]]:
    """The rows of every example, in a review and in a plan."""
    examples = {example_of(entry) for file, table in SHOWN for entry in read_toml(f"{file}.toml")[table].values()}
    found: dict[str, list[Observation]] = defaultdict(list)
    for number, heading in enumerate(HEADINGS):
        path: Path = tmp_path_factory.mktemp("examples") / f"{number}.txt"
        path.write_text(f"政府工作报告\n{heading}\n" + "".join(f"{example}。\n" for example in sorted(examples)), encoding="utf-8")
        ((document, _, observed),) = read_and_observe(path, Facts(jurisdiction_code="330200", year=2025, doc_type="work_report"))
        for row in observed.observations:
            start = document.text.rfind("\n", 0, row.char_start) + 1
            found[document.text[start : document.text.find("\n", row.char_start)].removesuffix("。")].append(row)
    return found


def test_every_word_shows_in_the_row_of_its_own_example(rows: dict[str, list[Observation]]):
    missed = {
        word
        for (file, table), shown in SHOWN.items()
        for word, entry in read_toml(f"{file}.toml")[table].items()
        if not any(word in (shown(row) or "") for row in rows[example_of(entry)])
    }
    assert missed <= NOT_SHOWN
