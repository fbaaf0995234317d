"""Extracts of many documents made from those of a few that were read: for measuring all of a build but the reading.

The documents of corpus.py come place by place, 21 years each. Those of the first place are read; those of every other place have
its rows for the same year under names, codes and ids of their own. A file of which something was changed has one row less.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa

import corpus
from mubiao.digests import Digests
from mubiao.errors import MubiaoError
from mubiao.memory import Entry, Memory
from mubiao.model import Facts
from mubiao.read.places import gazetteer
from mubiao.remembered import Source, entry_key, extract

IDS = ("observation_id", "parent_id")
NAMED = ("doc_id", "task_id", "file")  # begin with the name of the document's file


def write(raw: Path, documents: int) -> None:
    """Files of so many documents, each with nothing in it but its name, since none of them is read."""
    raw.mkdir(parents=True, exist_ok=True)
    names = (f"{place.code}-{year}.txt" for place in corpus.places() for year in corpus.YEARS)
    for name in islice(names, documents):
        (raw / name).write_text(name, encoding="utf-8")


def copied(sources: Sequence[Source], folder: Path, rules: str) -> Iterator[tuple[int, Entry | MubiaoError]]:
    """What ``build`` takes in the place of processes that read."""
    memory = Memory(folder)
    with TemporaryDirectory() as passing:
        pattern = partial(_read, Path(passing), rules, cache={})
        for index, source in enumerate(sources):
            stem = Path(source.name).stem
            code, _, year = stem.partition("-")
            entry = pattern(year)
            about = {**entry.about, "documents": [_moved(one, source, code) for one in entry.about["documents"]]}
            tables = {name: _renamed(entry.read(name), source, code) for name in entry.tables}
            if source.path.read_text(encoding="utf-8") != source.name:
                tables["observations"] = tables["observations"].slice(1)
            yield index, memory.write(entry_key(source, Digests().of(source.path), rules), about, tables)


def _read(folder: Path, rules: str, year: str, cache: dict[str, Entry]) -> Entry:
    """What was read from the document of the first place for a year."""
    if year not in cache:
        name, text = next((name, text) for name, text in corpus.made() if Path(name).stem.endswith(year))
        path = folder / name
        path.write_text(text, encoding="utf-8")
        entry = extract(Source(path, name, Facts(), None), Memory(folder), rules)
        assert isinstance(entry, Entry), entry
        cache[year] = entry
    return cache[year]


def _moved(told: dict[str, object], source: Source, code: str) -> dict[str, object]:
    rows = told["rows"]
    assert isinstance(rows, dict)
    own = {(code if place == told["place"] else place): number for place, number in rows.items()}
    return {"id": Path(source.name).stem, "place": code, "same": source.name, "rows": own}


def _renamed(table: pa.Table, source: Source, code: str) -> pa.Table:
    """Rows with the place, document and ids of another one."""
    if not len(table):
        return table
    stem = Path(source.name).stem
    first = table["doc_id"][0].as_py()
    moved = {name: [_own(one, code) for one in table[name].to_pylist()] for name in IDS if name in table.column_names}
    for name in NAMED:
        if name in table.column_names:
            moved[name] = [one and one.replace(first, stem) for one in table[name].to_pylist()]
    place = first.partition("-")[0]
    codes = [name for name in ("jurisdiction_code", "code_in_year") if name in table.column_names]
    moved |= {name: [code if one == place else one for one in table[name].to_pylist()] for name in codes}
    if "jurisdiction" in table.column_names:
        named = gazetteer().by_code[code].name
        both = zip(moved["jurisdiction_code"], table["jurisdiction"].to_pylist(), strict=True)
        moved["jurisdiction"] = [named if own == code else one for own, one in both]
    for name, values in moved.items():
        at = table.schema.get_field_index(name)
        table = table.set_column(at, table.schema.field(at), [pa.array(values, table.schema.field(at).type)])
    return table


def _own(identifier: str | None, code: str) -> str | None:
    return identifier and blake2b(f"{identifier}{code}".encode(), digest_size=8).hexdigest()
