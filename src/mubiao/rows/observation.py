"""What a document states: one quantity, one row."""

from __future__ import annotations

from dataclasses import dataclass

from mubiao.rows.column import column, optional


@dataclass(slots=True, kw_only=True)
class Observation:
    """One quantity that a document states; one row of the table ``observations``."""

    observation_id: str = column("string", "stable key, from document, span, indicator and measure")
    doc_id: str = column("string", "document in which it stands")
    task_id: str | None = optional("string", "item of the document in which it stands")
    jurisdiction_code: str = column("string", "GB/T 2260 code of the place that the figure is of, as of today's list")
    jurisdiction: str = column("string", "name of the place, as of today's list")
    year: int = column("int16", "year that the value is for; the last year of a longer period")
    period_start: int = column("int16", "first year of the period; equals year except for figures of several years")
    stage: str = column("string", "target or result")
    indicator_id: str | None = optional("string", "canonical indicator, null where none is known")
    indicator: str = column("string", "as written, with what coordination left out put back")
    indicator_key: str = column("string", "the phrase without width, quotes, brackets and inflection: lines up what has no canonical indicator")
    indicator_stem: str = column("string", "indicator_key without a leading level (省级, 国家级), which one year may name and the next leave out")
    measure: str = column("string", "amount, growth, ratio, change or relative")
    comparator: str = column("string", "eq, ge, gt, le, lt or approx")
    modifier: str | None = optional("string", "the literal word(s) that made the comparator: 以上, 左右, 控制在…以内")
    value: float | None = optional("double", "in unit, 万 and 亿 expanded, without sign; the lower end of a range; null for relative")
    value_high: float | None = optional("double", "upper end of a range")
    sign: int = column("int8", "-1 where the verb tells of a fall (下降5%), else 1; sign * value is the figure with its sign")
    unit: str | None = optional("string", "base unit as people write it")
    cumulative: bool = column("bool", "a stock or running total rather than the year's own flow")
    reference: str | None = optional("string", "what a relative target or a difference is measured against")
    reference_id: str | None = optional("string", "canonical indicator that the reference names, null where none is known")
    reference_code: str | None = optional("string", "place whose figure of the same indicator is the reference (全省平均水平), null for none")
    relation: str | None = optional(
        "string",
        "how it stands to the reference: with, above, below, at_least, at_most; set (by a superior), share, trend; "
        "fulfilment (a share of a target) and of_earlier (a share of an earlier year, or of a mean), which are never compared",
    )
    action: str | None = optional("string", "verb: 新增, 建成, 控制在")
    action_kind: str | None = optional(
        "string",
        "what the verb tells: add (comes newly into being), make (is done), change (grows or shrinks), "
        "reach (there is so much in all: 突破, 达到); null for none",
    )
    activity: str | None = optional(
        "string",
        "what the verb tells of building work: started, finished, mixed (both), renewed, extended (built and renewed, or built and gone on with); "
        "null for others",
    )
    commitment: str | None = optional("string", "strength of the promise: 确保, 力争, 争取, 预计")
    role: str = column("string", "core; sub (a part: 其中…); stretch (second tier of a two-tier target)")
    parent_id: str | None = optional("string", "observation of which it is a part or the second tier")
    lead_units: list[str] = optional("list<string>", "units that lead the task; an empty list, not null, where none is told")
    support_units: list[str] = optional("list<string>", "units that help")
    support_text: str | None = optional("string", "supporting units as written")
    officials: list[str] = optional("list<string>", "leading officials as written")
    deadline: str | None = optional("string", "deadline as written")
    section: list[str] = optional("list<string>", "headings above it")
    item_no: str | None = optional("string", "number of the item as written")
    value_text: str | None = optional("string", "the number as written with its modifiers")
    quote: str | None = optional("string", "the clause; null for a published figure whose file quotes nothing")
    char_start: int = column("int32", "span of number and unit in the decoded text (of the phrase for relative): first character")
    char_end: int = column("int32", "end of the span, half-open")
    source_kind: str = column("string", "document (extracted) or statistics (a published figure entered with its source)")
    confidence: float = column(
        "float",
        "0 to 1: share of the project's own gold rows of this kind that are right in every field; on other documents 10 to 30 of 100 rows are wrong",
    )
    status: str | None = optional("string", "estimate (预计), preliminary (初步核算) or revised; null for a final figure")
    note: str | None = optional(
        "string", "what to mind: as entered with a published figure, or in a bracket behind the number of a document (不含水域); else null"
    )
    part_of_year: str | None = optional("string", "the part of a year that it is for (上半年), as written; compared with the same part only")
    rules: list[str] = column("list<string>", "names of the grammar rules that made it")
    base_value: float | None = optional("double", "what a change starts from, in unit (162 of 由162个整合为123个); null where none is told")
    scope: str | None = optional(
        "string", "the part of the place or of the whole that it is for (市本级, 规上, 城镇), as written; null for the whole"
    )
    basis: str | None = optional("string", "how it is measured (实际, 名义, 同口径, 可比价, 现价), as written; null where not told")
    attribute: str | None = optional("string", "约束性 (binding) or 预期性 (expected), as a plan's table says; null where not told")
    corrected: str | None = optional("string", "which correction by hand made the row what it is; null for none")
    theme: str | None = optional(
        "string",
        "theme of its indicator (economy, agriculture, industry, innovation, investment, consumption, opening, finance, talent, employment, "
        "education, health, social, culture, urban, environment, digital, governance); null where none is known",
    )
    doc_type: str | None = optional("string", "kind of the document in which it stands, as in documents")
    signed_value: float | None = column("double", "value with its sign: -5 for 下降5%; use it for averages and charts", init=False)

    def __post_init__(self) -> None:
        self.signed_value = None if self.value is None else self.sign * self.value

    @property
    def found_by(self) -> str:
        """Name of the rule that found what is measured: the first of its rules."""
        return self.rules[0]
