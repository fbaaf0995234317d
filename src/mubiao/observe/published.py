"""Published figures -> observations beside those of documents."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from mubiao.grammar.clause.comparison import Compared, share_of_its_own
from mubiao.grammar.phrase import phrases
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.observe import fits, indicators, keys
from mubiao.observe.activity import activity, verb_kind
from mubiao.read.figures import PublishedFigure, read_figures
from mubiao.read.own import cut
from mubiao.read.places import gazetteer
from mubiao.rows import DocumentRow, Observation
from mubiao.rule import Rule, Rules

STATISTICS = "statistics"  # kind of a document that holds published figures


@dataclass(frozen=True, slots=True)
class _Named:
    """What a phrase names: the thing without its verb, the verb, and the canonical indicator."""

    noun: str
    action: str | None
    kind: str | None
    known: str | None
    scope: str | None

    @staticmethod
    def of(words: str, figure: PublishedFigure, unit: str | None) -> _Named:
        phrase = phrases.strip(words, 0, len(words), True)
        action = words[phrase.action[0] : phrase.action[1]] if phrase.action else None
        noun = words[phrase.start : phrase.end] or words
        known = indicators.named(noun, action, True, figure.measure, unit)
        return _Named(noun, action, phrase.action_class or None, known.id if known else None, known.scope if known else None)


def _answered(figure: PublishedFigure, said: _Named) -> _Named:
    """The same for what a figure answers: 新来甬大学生 35万人 is the result of a plan for 新引进大学生.

    An identifier names the whole indicator only; a phrase of the plan names the verb as well, which tells new from total.
    """
    if figure.answers in vocabulary().by_id:
        return replace(said, known=figure.answers, scope=None)
    return _Named.of(figure.answers, figure, figure.unit) if figure.answers else said


def _share(figure: PublishedFigure) -> Compared:
    """一般公共预算收入完成调整预算|98.3%: a share of what was planned is no growth of the thing in front of it."""
    words = figure.indicator
    found = share_of_its_own(words, 0, len(words)) if figure.measure == "ratio" else Compared(len(words))
    return found if found.end else Compared(len(words))


def observation(figure: PublishedFigure) -> Observation:
    """The row of a figure. It keeps its own words; what it answers decides which plans it stands beside."""
    share = _share(figure)
    said = _Named.of(figure.indicator[: share.end], figure, figure.unit)
    asked = _answered(figure, said)
    total = any(word in figure.indicator or word in figure.note for word in load().words["nouns"]["total"])
    near, far = abs(figure.value), None if figure.value_high is None else abs(figure.value_high)
    if far is not None and far < near:  # 下降3%—5%: values are told without their sign, the smaller first
        near, far = far, near
    key = f"{figure.doc_id}|{figure.place.code}|{figure.year}|{figure.stage}|{figure.text}|{figure.measure}"
    return Observation(
        observation_id=hashlib.blake2b(key.encode(), digest_size=8).hexdigest(),
        doc_id=figure.doc_id,
        jurisdiction_code=figure.place.code,
        jurisdiction=figure.place.name,
        year=figure.year,
        period_start=figure.year,
        stage=figure.stage,
        indicator_id=asked.known,
        indicator=said.noun,
        indicator_key=keys.key(asked.noun),
        indicator_stem=keys.stem(asked.noun),
        measure=figure.measure if share.relation else fits.usual_measure(asked.known, figure.measure),
        comparator=figure.comparator,
        modifier=figure.modifier or None,
        value=near,
        value_high=far,
        sign=-1 if figure.value < 0 else 1,
        unit=figure.unit,
        cumulative=total,
        action=said.action or asked.action,
        action_kind=verb_kind(said.action or asked.action or "", said.kind or asked.kind or "", said.noun, ""),
        activity=activity(said.action or asked.action or ""),
        role="core",
        value_text=figure.value_text,
        quote=figure.quote or None,
        char_start=0,
        char_end=0,
        source_kind=STATISTICS,
        confidence=1.0,
        status=figure.status or None,
        note=figure.note.strip() or None,
        rules=[published.name],
        reference=share.reference(0),
        relation=share.relation,
        scope=figure.scope or asked.scope,
        basis=figure.basis or None,
        theme=vocabulary().by_id[asked.known].theme if asked.known else None,
        doc_type=STATISTICS,
    )


def read_fitting(path: Path) -> tuple[list[PublishedFigure], list[str]]:
    """The figures of a file that can be of what they name, and a message for each cell that is wrong.

    Raises:
        SourceError: the file cannot be read as UTF-8, or a column is missing or stands twice.
    """
    figures, wrong = read_figures(path)
    told = {figure.where: reason for figure in figures if (reason := _unfit(figure))}
    return [figure for figure in figures if figure.where not in told], wrong + list(told.values())


def _unfit(figure: PublishedFigure) -> str:
    """Why a figure cannot be of the indicator that it names; "" for nothing."""
    for words in filter(None, (figure.indicator, figure.answers)):
        known = words if words in vocabulary().by_id else _Named.of(words, figure, unit=None).known
        if known and (usual := fits.unit_instead(known, figure.measure, figure.unit)):
            name = vocabulary().by_id[known].name
            return f"{figure.where}, unit: {cut(figure.unit)} is no unit of {cut(words)}; {name} is told in {usual}"
    return ""


published = Rule("published", "a published figure entered with its source", (), (), observation)
SOURCES = Rules("source", published)


def source(figure: PublishedFigure) -> DocumentRow:
    """The document row of a figure's source."""
    title, publisher, date, url = figure.source
    return DocumentRow(
        doc_id=figure.doc_id,
        title=title,
        issuer=publisher or None,
        published=date or None,
        doc_type=STATISTICS,
        jurisdiction_code=figure.place.code,
        jurisdiction=figure.place.name,
        code_in_year=gazetteer().code_in_year(figure.place, figure.year),
        year=figure.year,
        coverage="partial",
        partial_parts=["review", "plan"],
        gaps="single figures",
        url=url or None,
    )
