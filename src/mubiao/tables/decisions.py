"""Mappings that a person confirmed: phrases without a canonical indicator, with who decided, when and why."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from mubiao.errors import SourceError, Wrong
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.observe.fits import agrees
from mubiao.read.own import check_row, cut, is_date, is_there, rows_of, text_of, whole_rows
from mubiao.rule import Rule, Rules
from mubiao.tables.schema import schema

FILE = "unmapped.csv"
DECIDED = ("decision", "who", "when", "why")
COLUMNS = ("indicator_key", "indicator", "rows", "documents", "measures", "units", "quote", "candidate_1", "candidate_2", "candidate_3", *DECIDED)
NONE = "-"  # decision: no canonical indicator fits


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided on a phrase: an indicator's id, or that none fits."""

    indicator_key: str
    decision: str
    who: str
    when: str
    why: str


def read_decisions(folder: Path) -> dict[str, Decision]:
    """Phrase -> decision, from ``unmapped.csv`` in a folder; empty where there is none.

    Raises:
        SourceError: a column is missing, an indicator does not exist, or a decision lacks who, when or why; names the line,
            or a phrase is decided twice.
    """
    path = folder / FILE
    if not is_there(path):
        return {}
    text = text_of(path)
    reader = rows_of(text, str(path), ("indicator_key", *DECIDED), missing="mubiao check --unmapped writes the file anew")
    decided: dict[str, Decision] = {}
    wrong = Wrong(path)
    with wrong:
        for row in whole_rows(reader, len(text), str(path)):
            where = f"{path}, line {reader.line_num}"
            with wrong:
                check_row(row, where, fewer=True)
                if (row["decision"] or "").strip():
                    found = _checked(row, where)
                    if found.indicator_key in decided:
                        raise SourceError(f"{where}: {cut(found.indicator_key)} is decided twice; keep one line")
                    decided[found.indicator_key] = found
    wrong.end()
    return decided


def _checked(row: dict[str, str], where: str) -> Decision:
    found = Decision(row["indicator_key"], *((row[name] or "").strip() for name in DECIDED))
    wrong = [f"{name}: is empty" for name in ("indicator_key", "who", "why") if not getattr(found, name)]
    if found.decision != NONE and found.decision not in vocabulary().by_id:
        wrong.append(f"decision: no indicator has the id {cut(found.decision)}; write an id of the table indicators, or {NONE} where none fits")
    if not is_date(found.when, whole=True):
        wrong.append(f"when: {cut(found.when)} is no date like 2026-01-31")
    if wrong:
        raise SourceError(*(f"{where}, {told}" for told in wrong))
    return found


def apply_decisions(observations: pa.Table, decisions: dict[str, Decision]) -> pa.Table:
    """Give the decided indicators to rows that have none; such rows carry the rule ``reviewed``.

    A row whose unit the indicator is not counted in keeps none: the phrase means something else there.
    """
    chosen = {key: found.decision for key, found in decisions.items() if found.decision != NONE}
    if not chosen:
        return observations
    ids, themes, rules = (observations[name].to_pylist() for name in ("indicator_id", "theme", "rules"))
    rest = zip(observations["indicator_key"].to_pylist(), observations["measure"].to_pylist(), observations["unit"].to_pylist(), strict=True)
    for index, (key, measure, unit) in enumerate(rest):
        if ids[index] is None and key in chosen and agrees(chosen[key], measure, unit):
            ids[index] = chosen[key]
            themes[index] = vocabulary().by_id[chosen[key]].theme
            rules[index] = [*rules[index], reviewed.name]
    for name, values in (("indicator_id", ids), ("theme", themes), ("rules", rules)):
        at = observations.schema.get_field_index(name)
        observations = observations.set_column(at, observations.schema.field(at), pa.array(values, observations.schema.field(at).type))
    return observations.cast(schema("observations"))


reviewed = Rule("reviewed", "a person confirmed the indicator (data/review)", (), (), apply_decisions)
PERSONS = Rules("source", reviewed)
