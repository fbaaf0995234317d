"""Published figures -> observations beside those of documents."""

from __future__ import annotations

import hashlib

from mubiao.grammar.phrase import phrases
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.observe import indicators
from mubiao.observe.activity import activity
from mubiao.read.figures import Figure
from mubiao.read.places import gazetteer
from mubiao.rows import DocumentRow, Observation


def observation(figure: Figure) -> Observation:
    """The row of a figure."""
    phrase = phrases.strip(figure.indicator, 0, len(figure.indicator), True)
    action = figure.indicator[phrase.action[0] : phrase.action[1]] if phrase.action else None
    noun = figure.indicator[phrase.start : phrase.end] or figure.indicator
    known = indicators.match(noun, action, True)
    if known and not indicators.agrees(known, figure.measure, figure.unit):
        known = None
    total = any(word in figure.indicator or word in figure.note for word in load().words["nouns"]["total"])
    key = f"{figure.doc_id}|{figure.place.code}|{figure.year}|{figure.stage}|{figure.text}|{figure.measure}"
    return Observation(
        observation_id=hashlib.blake2b(key.encode(), digest_size=8).hexdigest(),
        doc_id=figure.doc_id,
        task_id=None,
        jurisdiction_code=figure.place.code,
        jurisdiction=figure.place.name,
        year=figure.year,
        period_start=figure.year,
        stage=figure.stage,
        indicator_id=known,
        indicator=noun,
        indicator_key=indicators.key(noun),
        indicator_stem=indicators.stem(noun),
        measure=indicators.usual_measure(known, figure.measure),
        comparator=figure.comparator,
        modifier=None,
        value=abs(figure.value),
        value_high=None,
        sign=-1 if figure.value < 0 else 1,
        unit=figure.unit,
        cumulative=total,
        reference=None,
        reference_id=None,
        reference_code=None,
        relation=None,
        action=action,
        action_kind=phrase.action_class or None,
        activity=activity(action or ""),
        commitment=None,
        role="core",
        parent_id=None,
        lead_units=[],
        support_units=[],
        support_text=None,
        officials=[],
        deadline=None,
        section=[],
        item_no=None,
        value_text=figure.value_text,
        quote=figure.text,
        char_start=0,
        char_end=0,
        source_kind="statistics",
        confidence=1.0,
        status=figure.status or None,
        note=figure.note.strip() or None,
        part_of_year=None,
        rules=["published"],
        theme=vocabulary().by_id[known].theme if known else None,
    )


def source(figure: Figure) -> DocumentRow:
    """The document row of a figure's source."""
    title, publisher, date, url = figure.source
    return DocumentRow(
        doc_id=figure.doc_id,
        title=title,
        issuer=publisher or None,
        number=None,
        published=date or None,
        doc_type="statistics",
        jurisdiction_code=figure.place.code,
        jurisdiction=figure.place.name,
        code_in_year=gazetteer().code_in_year(figure.place, figure.year),
        year=figure.year,
        coverage="partial",
        partial_parts=["review", "plan"],
        gaps="single figures",
        url=url or None,
        file=None,
        sha256=None,
        encoding=None,
        inferred=[],
        text=None,
    )
