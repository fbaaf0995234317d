"""The tables that depend on no document: indicators, jurisdictions, units, rules of attainment, kinds of commitment, of basis and of scope."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from mubiao.lexicon.layers import read_toml
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.model import DOCUMENT_TYPES
from mubiao.read.places import gazetteer
from mubiao.rows import BasisKind, CommitmentKind, DocumentKind, IndicatorRow, JurisdictionRow, ScopeWord, UnitRow


def _indicators() -> list[IndicatorRow]:
    both = {word: said.partition("=")[2].split("|") for word, said in read_toml("comparable.toml")["both_of"].items()}
    return [
        IndicatorRow(
            indicator_id=found.id,
            name=found.name,
            name_en=found.name_en,
            theme=found.theme,
            measures=list(found.measures),
            unit=found.unit or None,
            nature=found.nature,
            direction=found.direction,
            real_growth=found.real_growth,
            parent=found.parent or None,
            aliases=list(found.aliases),
            confused_with=list(found.confused_with),
            definition=found.definition,
            source=found.source or None,
            example=found.example,
            both_of=both.get(found.id, []),
        )
        for found in vocabulary().by_id.values()
    ]


def _jurisdictions() -> list[JurisdictionRow]:
    index = gazetteer()
    return [
        JurisdictionRow(place.code, place.name, index.full_name(place), list(place.names), place.level, place.parent or None)
        for place in index.by_code.values()
    ]


def _units() -> list[UnitRow]:
    """Units by the name that observations have; several surfaces share one."""
    units, classifiers = load().units, load().words["comparable"]["classifier"]
    entries = {(unit.name, unit.dimension, units.get(unit.name, unit).factor, "accumulates" in unit.traits) for unit in units.values()}
    return [UnitRow(*entry, entry[0] in classifiers) for entry in sorted(entries)]


def _document_types() -> list[DocumentKind]:
    return [DocumentKind(kind.name, "review" in kind.parts, "plan" in kind.parts, kind.own_year) for kind in DOCUMENT_TYPES.values()]


def _commitment_kinds() -> list[CommitmentKind]:
    tables = {"hard_promise": "hard", "soft_promise": "soft"}
    return [CommitmentKind(word, tables[table]) for word, table in sorted(load().table("modifiers", *tables).items())]


def _basis_kinds() -> list[BasisKind]:
    kinds = load().table("comparable", "real", "nominal", "like_for_like", "previous_period", "by_population", "without")
    return [BasisKind(word, kind) for word, kind in sorted(kinds.items())]


def _scope_words() -> list[ScopeWord]:
    kinds = load().table("comparable", "nation", "province", "province_up", "city", "city_up", "county", "end")
    return [ScopeWord(word, kind, word in load().words["comparable"]["alone"]) for word, kind in sorted(kinds.items())]


# Tables of which the rows are those of the words and places that come with the package, or are a user's own.
ROWS_OF: Mapping[str, Callable[[], Sequence[object]]] = {
    "indicators": _indicators,
    "jurisdictions": _jurisdictions,
    "units": _units,
    "commitment_kinds": _commitment_kinds,
    "document_types": _document_types,
    "basis_kinds": _basis_kinds,
    "scope_words": _scope_words,
}
