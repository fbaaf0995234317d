"""The tables that depend on no document: indicators, jurisdictions, units, rules of attainment, kinds of commitment."""

from __future__ import annotations

from collections.abc import Sequence

from mubiao.lexicon.loader import load, read_toml
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.read.places import gazetteer
from mubiao.rows import AttainmentRule, CommitmentKind, IndicatorRow, JurisdictionRow, UnitRow


def reference_tables(rules: Sequence[AttainmentRule]) -> dict[str, Sequence[object]]:
    """Name of a table -> its rows.

    Args:
        rules: when a target counts as met.
    """
    return {
        "indicators": _indicators(),
        "jurisdictions": _jurisdictions(),
        "units": _units(),
        "attainment_rules": rules,
        "commitment_kinds": _commitment_kinds(),
    }


def _indicators() -> list[IndicatorRow]:
    constant = read_toml("real_growth.toml")["constant_prices"]
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
            real_growth=found.id in constant,
            parent=found.parent or None,
            aliases=list(found.aliases),
            confused_with=list(found.confused_with),
            definition=found.definition,
            source=found.source or None,
            example=found.example,
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
    units = load().units
    return [UnitRow(*entry) for entry in sorted({(unit.name, unit.dimension, units.get(unit.name, unit).factor) for unit in units.values()})]


def _commitment_kinds() -> list[CommitmentKind]:
    tables = {"hard_promise": "hard", "soft_promise": "soft"}
    return [CommitmentKind(word, tables[table]) for word, table in sorted(load().table("modifiers", *tables).items())]
