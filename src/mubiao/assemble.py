"""From the extracts of all documents to the files of their tables: province by province, so that memory does not grow with their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

import pyarrow as pa
import pyarrow.compute as pc

from mubiao.memory import Entry
from mubiao.tables.schema import VERSION, to_arrow
from mubiao.tables.store import Staged, in_order, prefecture, province

OBSERVATIONS = "observations"
BY_DOCUMENT = ("documents", "tasks", "refusals")

Read = Callable[[Entry, str], pa.Table]
Decide = Callable[[pa.Table], pa.Table]


@dataclass(frozen=True, slots=True)
class Kept:
    """One document of a build.

    Attributes:
        entry: where its rows lie, alone or with those of other documents of its file.
        alone: whether they lie there alone.
        rows: number of observations by place.
    """

    doc_id: str
    place: str
    entry: Entry
    alone: bool
    rows: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Published:
    """Rows that come from no document: published figures and their sources.

    Attributes:
        tables: of observations and documents.
    """

    tables: Mapping[str, pa.Table]

    def within(self, name: str, digits: str) -> pa.Table:
        """The rows of the places whose code begins so."""
        table = self.tables[name] if name in self.tables else to_arrow(name, ())
        return table.filter(pc.starts_with(table["jurisdiction_code"], digits)) if "jurisdiction_code" in table.column_names else table

    def codes(self, name: str) -> set[str]:
        """Places of the rows."""
        return set(self.tables[name]["jurisdiction_code"].to_pylist()) if name in self.tables else set()


def write_rows(staged: Staged, documents: Sequence[Kept], published: Published, read: Read, decide: Decide, decided: str) -> None:
    """Write the four tables whose rows come from documents.

    Args:
        read: a table of an entry.
        decide: what people decided, applied to observations; ``decided`` is a digest of it.
    """
    documents = sorted(documents, key=lambda one: one.doc_id)
    for name in BY_DOCUMENT:
        parts: dict[str, list[Kept]] = {province(code): [] for code in published.codes(name)}
        for one in documents:
            parts.setdefault(province(one.place), []).append(one)
        for part, members in sorted(parts.items()):
            extra = published.within(name, part[:2])
            made_of = _digest_of(name, [(one.entry.key, one.doc_id) for one in members], _content(extra))
            staged.write_part(name, part, made_of, _by_document(name, members, extra, read))
        if not parts:
            staged.write(name, to_arrow(name, ()))
    _write_observations(staged, documents, published, read, decide, decided)


def _write_observations(staged: Staged, documents: Sequence[Kept], published: Published, read: Read, decide: Decide, decided: str) -> None:
    places: dict[str, dict[str, list[Kept]]] = defaultdict(dict)
    for code in published.codes(OBSERVATIONS):
        places[province(code)].setdefault(prefecture(code), [])
    for one in documents:
        for code in sorted({prefecture(code) for code in one.rows}):
            places[province(code)].setdefault(code, []).append(one)
    for part, members in sorted(places.items()):
        chosen = [(code, [(one.entry.key, one.doc_id) for one in told]) for code, told in sorted(members.items())]
        made_of = _digest_of(OBSERVATIONS, chosen, _content(published.within(OBSERVATIONS, part[:2])), decided)
        chunks = (
            in_order(decide(_of_places(code[:4], told, published.within(OBSERVATIONS, code[:4]), read))) for code, told in sorted(members.items())
        )
        staged.write_part(OBSERVATIONS, part, made_of, chunks)
    if not places:
        staged.write(OBSERVATIONS, to_arrow(OBSERVATIONS, ()))


def _of_places(digits: str, documents: Sequence[Kept], extra: pa.Table, read: Read) -> pa.Table:
    """All observations of the places of one prefecture."""
    found = [extra]
    for entry, members in _by_entry(documents):
        rows = _only(read(entry, OBSERVATIONS), members)
        elsewhere = any(not code.startswith(digits) for one in members for code in one.rows)
        found.append(rows.filter(pc.starts_with(rows["jurisdiction_code"], digits)) if elsewhere else rows)
    return pa.concat_tables(found)


def _by_document(name: str, documents: Sequence[Kept], extra: pa.Table, read: Read) -> Iterator[pa.Table]:
    yield extra
    for entry, members in _by_entry(documents):
        yield _only(read(entry, name), members)


def _by_entry(documents: Iterable[Kept]) -> Iterator[tuple[Entry, list[Kept]]]:
    for _, run in groupby(documents, key=lambda one: one.entry.key):
        members = list(run)
        yield members[0].entry, members


def _only(rows: pa.Table, documents: Sequence[Kept]) -> pa.Table:
    """The rows of some documents of a file."""
    if documents[0].alone:
        return rows
    return rows.filter(pc.is_in(rows["doc_id"], pa.array([one.doc_id for one in documents])))


def _content(table: pa.Table) -> str:
    digest = sha256()
    for column in table.combine_chunks().columns:
        digest.update(repr(column.to_pylist()).encode())
    return digest.hexdigest()


def _digest_of(*made_of: object) -> str:
    return sha256(repr((VERSION, pa.__version__, *made_of)).encode()).hexdigest()
