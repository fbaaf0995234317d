"""Short texts cut into items, as the tests of this folder look at them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from mubiao.model import Document, Facts, Task
from mubiao.outline.outline import outline
from mubiao.read.document import read_documents
from mubiao.read.fold import fold

RAW = Path(__file__).parents[2] / "data" / "raw"


@dataclass(frozen=True)
class Item:
    """One item of a document: its texts instead of spans, everything else as the outline gives it."""

    texts: list[str]
    task: Task

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    @property
    def duty(self) -> tuple[list[str], list[str]]:
        """Leading and supporting units."""
        return self.task.lead_units, self.task.support_units


def made(
    text: str, doc_type: str = "work_report", year: int | None = 2025, code: str = "330200", name: str = "report.txt", **facts: object
) -> Document:
    """A document of a text, with 宁波市 in 2025 as its place and year."""
    known = Facts(doc_type=doc_type, jurisdiction_code=code, year=year, **facts)  # type: ignore[arg-type]
    return Document("report", name, text, fold(text), "utf-8", "", known)


def cut(document: Document) -> list[Item]:
    """The items of a document."""
    return [Item([document.folded.text[start:end] for start, end in task.spans], task) for task in outline(document)]


@pytest.fixture
def document() -> Callable[..., Document]:
    return made


@pytest.fixture
def items() -> Callable[..., list[Item]]:
    """items(text, doc_type=…, year=…) -> the items of a text."""
    return lambda text, *args, **facts: cut(made(text, *args, **facts))


@pytest.fixture(scope="session")
def published() -> Callable[[str, str, str, int], list[Item]]:
    """The items of a file of data/raw."""

    def read(name: str, doc_type: str, code: str, year: int) -> list[Item]:
        return cut(read_documents(RAW / name, Facts(doc_type=doc_type, jurisdiction_code=code, year=year))[0])

    return read
