"""What the benchmarks read: the documents of data/raw and of other folders, and gold rows with their texts."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mubiao.extracts import read_and_observe
from mubiao.model import Document, Facts
from mubiao.observe.observe import Observed
from mubiao.quality.gold import Gold, read_gold
from mubiao.read.document import read_documents
from mubiao.read.sources import read_sources

ROOT = Path(__file__).resolve().parent.parent
RAW = ROOT / "data" / "raw"
GOLD = ROOT / "tests" / "gold"
ABOUT = ("readme.md", "readme.txt")


@dataclass(frozen=True)
class Input:
    """A document to read: its path and what the sources table of its folder says of it."""

    path: Path
    facts: Facts

    def read(self) -> Document:
        """Decode, fold and identify it."""
        return read_documents(self.path, self.facts, None, self.path.name)[0]

    def observe(self) -> list[tuple[Document, Observed]]:
        """Everything from bytes to rows, of each document that the file holds."""
        return [(document, observed) for document, _, observed in read_and_observe(self.path, self.facts, None, self.path.name)]


def add_leave_out(parser: argparse.ArgumentParser) -> None:
    """The argument that keeps files aside."""
    parser.add_argument("--leave-out", nargs="*", default=[], metavar="WORD", help="files with one of these words in their names are not opened")


def add_gold(parser: argparse.ArgumentParser) -> None:
    """Arguments of the benchmarks that need gold rows."""
    parser.add_argument("--gold", type=Path, nargs="*", default=[GOLD], help="folders of gold rows (default: tests/gold)")
    parser.add_argument("--texts", type=Path, nargs="*", default=[RAW], help="folders of their texts (default: data/raw)")
    add_leave_out(parser)


def documents(places: Iterable[Path], leave_out: Sequence[str] = ()) -> list[Input]:
    """All documents below some folders in order of their names; a file stands for itself."""
    found: list[Input] = []
    for place in places:
        folder = place.parent if place.is_file() else place
        known = read_sources(folder)
        inside = [place] if place.is_file() else sorted(folder.rglob("*"))
        paths = [path for path in inside if path.suffix.lower() in (".txt", ".docx") and path.name.lower() not in ABOUT]
        kept = [path for path in paths if not any(word in path.name for word in leave_out)]
        found += [Input(path, known.get(path.relative_to(folder).as_posix(), (Facts(), None))[0]) for path in kept]
    return found


def gold_documents(gold: Sequence[Path], texts: Sequence[Path], leave_out: Sequence[str]) -> Iterator[tuple[Gold, Input]]:
    """Gold rows with the document that they were written for, which bears the same name."""
    by_name = {entry.path.stem: entry for entry in documents(texts, leave_out)}
    files = [path for folder in gold for path in sorted(folder.glob("*.jsonl")) if not any(word in path.name for word in leave_out)]
    for path in files:
        if path.stem not in by_name:
            raise SystemExit(f"{path}: no text of this name in {', '.join(map(str, texts))}; give its folder with --texts")
        yield read_gold(path), by_name[path.stem]
