"""The rows of the tables: each class is one table, each field a column with its Arrow type and its meaning."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


def column(kind: str, doc: str, **default: object) -> Any:
    """A column of a table: Arrow type and meaning, from which schema and data dictionary are made."""
    return field(metadata={"type": kind, "doc": doc}, **default)  # type: ignore[call-overload]


@dataclass(slots=True)
class Observation:
    """One quantity that a document states; one row of the table ``observations``."""

    observation_id: str = column("string", "stable key, from document, span, indicator and measure")
    doc_id: str = column("string", "document in which it stands")
    task_id: str | None = column("string", "item of the document in which it stands")
    jurisdiction_code: str = column("string", "GB/T 2260 code of the place that the figure is of, as of today's list")
    jurisdiction: str = column("string", "name of the place, as of today's list")
    year: int = column("int16", "year that the value is for; the last year of a longer period")
    period_start: int = column("int16", "first year of the period; equals year except for figures of several years")
    stage: str = column("string", "target or result")
    indicator_id: str | None = column("string", "canonical indicator, null where none is known")
    indicator: str = column("string", "as written, with what coordination left out put back")
    indicator_key: str = column("string", "the phrase without width, quotes, brackets and inflection: lines up what has no canonical indicator")
    indicator_stem: str = column("string", "indicator_key without a leading level (省级, 国家级), which one year may name and the next leave out")
    measure: str = column("string", "amount, growth, ratio, change or relative")
    comparator: str = column("string", "eq, ge, gt, le, lt or approx")
    modifier: str | None = column("string", "the literal word(s) that made the comparator: 以上, 左右, 控制在…以内")
    value: float | None = column("double", "in unit, 万 and 亿 expanded, without sign; the lower end of a range; null for relative")
    value_high: float | None = column("double", "upper end of a range")
    sign: int = column("int8", "-1 where the verb tells of a fall (下降5%), else 1; sign * value is the figure with its sign")
    unit: str | None = column("string", "base unit as people write it")
    cumulative: bool = column("bool", "a stock or running total rather than the year's own flow")
    reference: str | None = column("string", "what a relative target or a difference is measured against")
    reference_id: str | None = column("string", "canonical indicator that the reference names, null where none is known")
    reference_code: str | None = column("string", "place whose figure of the same indicator is the reference (全省平均水平), null for none")
    relation: str | None = column(
        "string",
        "how it stands to the reference: with, above, below, at_least, at_most; set (by a superior), share, trend; "
        "fulfilment (a share of a target) and of_earlier (a share of an earlier year), which are never compared",
    )
    action: str | None = column("string", "verb: 新增, 建成, 控制在")
    action_kind: str | None = column(
        "string",
        "what the verb tells: add (comes newly into being), make (is done), change (grows or shrinks), "
        "reach (there is so much in all: 突破, 达到); null for none",
    )
    activity: str | None = column(
        "string",
        "what the verb tells of building work: started, finished, mixed (both), renewed, extended (built and renewed, or built and gone on with); "
        "null for others",
    )
    commitment: str | None = column("string", "strength of the promise: 确保, 力争, 争取, 预计")
    role: str = column("string", "core; sub (a part: 其中…); stretch (second tier of a two-tier target)")
    parent_id: str | None = column("string", "observation of which it is a part or the second tier")
    lead_units: list[str] = column("list<string>", "units that lead the task")
    support_units: list[str] = column("list<string>", "units that help")
    support_text: str | None = column("string", "supporting units as written")
    officials: list[str] = column("list<string>", "leading officials as written")
    deadline: str | None = column("string", "deadline as written")
    section: list[str] = column("list<string>", "headings above it")
    item_no: str | None = column("string", "number of the item as written")
    value_text: str | None = column("string", "the number as written with its modifiers")
    quote: str | None = column("string", "the clause; null for a published figure whose file quotes nothing")
    char_start: int = column("int32", "span of number and unit in the decoded text (of the phrase for relative): first character")
    char_end: int = column("int32", "end of the span, half-open")
    source_kind: str = column("string", "document (extracted) or statistics (a published figure entered with its source)")
    confidence: float = column("float", "0 to 1: share of gold rows of its kind that are right in every field (docs/confidence.md)")
    status: str | None = column("string", "estimate (预计), preliminary (初步核算) or revised; null for a final figure")
    note: str | None = column(
        "string", "what to mind: as entered with a published figure, or in a bracket behind the number of a document (不含水域); else null"
    )
    part_of_year: str | None = column("string", "the part of a year that it is for (上半年), as written; such rows are not compared")
    rules: list[str] = column("list<string>", "names of the grammar rules that made it")
    base_value: float | None = column(
        "double", "what a change starts from, in unit (162 of 由162个整合为123个); null where none is told", default=None
    )
    scope: str | None = column(
        "string", "the part of the place or of the whole that it is for (市本级, 规上, 城镇), as written; null for the whole", default=None
    )
    basis: str | None = column("string", "how it is measured (实际, 名义, 同口径, 可比价, 现价), as written; null where not told", default=None)
    attribute: str | None = column("string", "约束性 (binding) or 预期性 (expected), as a plan's table says; null where not told", default=None)
    corrected: str | None = column("string", "which correction by hand made the row what it is; null for none", default=None)
    theme: str | None = column("string", "chapter of the vocabulary that its indicator belongs to; null where none is known", default=None)
    doc_type: str | None = column("string", "kind of the document in which it stands, as in documents", default=None)
    signed_value: float | None = column("double", "value with its sign: -5 for 下降5%; use it for averages and charts", init=False)

    def __post_init__(self) -> None:
        self.signed_value = None if self.value is None else self.sign * self.value

    @property
    def found_by(self) -> str:
        """Name of the rule that found what is measured: the first of its rules."""
        return self.rules[0]


@dataclass(slots=True)
class Refusal:
    """One number that is no quantity of this government; one row of the table ``refusals``."""

    doc_id: str = column("string", "document in which it stands")
    task_id: str | None = column("string", "item of the document in which it stands")
    char_start: int = column("int32", "first character in the decoded text")
    char_end: int = column("int32", "end of the span, half-open")
    text: str = column("string", "the number as written")
    reason: str = column("string", "name of the rule that refused it")
    quote: str = column("string", "the words around it")
    corrected: str | None = column("string", "which correction by hand dropped its row; null where a rule refused it", default=None)


@dataclass(slots=True)
class TaskRow:
    """One item of a document, with who is responsible; one row of the table ``tasks``."""

    task_id: str = column("string", "stable key")
    doc_id: str = column("string", "document in which it stands")
    jurisdiction_code: str = column("string", "GB/T 2260 code of the document's government")
    year: int = column("int16", "year that the document plans")
    kind: str = column("string", "task (item of a list), row (of a table) or paragraph")
    part: str = column("string", "review or plan")
    section: list[str] = column("list<string>", "headings above it")
    item_no: str | None = column("string", "number as written")
    text: str = column("string", "its text as published")
    lead_units: list[str] = column("list<string>", "units that lead")
    support_units: list[str] = column("list<string>", "units that help")
    support_text: str | None = column("string", "supporting units as written")
    officials: list[str] = column("list<string>", "leading officials as written")
    deadline: str | None = column("string", "deadline as written")
    char_start: int = column("int32", "first character in the decoded text")
    char_end: int = column("int32", "end of the span, half-open")
    refused: str | None = column("string", "why its numbers do not count: repeated_passage, foreign_article, glossary, site_noise")
    jurisdiction: str | None = column("string", "name of the place, as of today's list", default=None)


@dataclass(slots=True)
class DocumentRow:
    """One source; one row of the table ``documents``."""

    doc_id: str = column("string", "stable key: the file name without its ending; figures:… for a source of published figures")
    title: str | None = column("string", "title")
    issuer: str | None = column("string", "who issued it")
    number: str | None = column("string", "document number: 鄞政办发〔2024〕2号")
    published: str | None = column("string", "date of publication, ISO 8601 as far as known")
    doc_type: str = column("string", "work_report, task_breakdown, livelihood_projects, plan_report, bulletin, progress_report or statistics")
    jurisdiction_code: str = column("string", "GB/T 2260 code as of today's list")
    jurisdiction: str = column("string", "name as of today's list")
    code_in_year: str = column("string", "code of its time: 330222 for 慈溪县 of 1985")
    year: int = column("int16", "year that it plans (for statistics: that it tells of)")
    coverage: str = column("string", "full or partial")
    partial_parts: list[str] = column("list<string>", "parts that are incomplete: review, plan; silence there says nothing")
    gaps: str | None = column("string", "what is missing")
    url: str | None = column("string", "where it was published")
    file: str | None = column("string", "file name")
    sha256: str | None = column("string", "SHA-256 of the file")
    encoding: str | None = column("string", "encoding that it was read in")
    inferred: list[str] = column("list<string>", "facts read from title, text or file name instead of the sources table")
    text: str | None = column("string", "decoded text, line ends made LF; spans count its characters")
    warnings: list[str] = column(
        "list<string>", "what is odd about it as a whole, each with its name in front (docs/guards.md)", default_factory=list
    )
    found_in: list[str] = column("list<string>", "where each inferred fact was found: year: title; doc_type: speech", default_factory=list)
    index_number: str | None = column("string", "number under which a portal files it: 索引号", default=None)


@dataclass(slots=True)
class IndicatorRow:
    """One canonical indicator; one row of the table ``indicators``."""

    indicator_id: str = column("string", "identifier")
    name: str = column("string", "Chinese name")
    name_en: str = column("string", "English name")
    theme: str = column("string", "chapter of the vocabulary")
    measures: list[str] = column("list<string>", "usual measures")
    unit: str | None = column("string", "base unit, null where it varies")
    nature: str = column("string", "flow, stock, rate or count")
    direction: str = column("string", "higher, lower, ceiling, floor, band (a ceiling, but a lower target asks for no more: prices) or none")
    real_growth: bool = column("bool", "its growth is told in constant prices, so that levels do not give it")
    parent: str | None = column("string", "indicator of which it is a part")
    aliases: list[str] = column("list<string>", "patterns of other wordings")
    confused_with: list[str] = column("list<string>", "indicators that it is not")
    definition: str = column("string", "what it measures")
    source: str | None = column("string", "where it is defined")
    example: str = column("string", "as reports write it")
    both_of: list[str] = column("list<string>", "indicators of which it is said at once: 城乡居民收入", default_factory=list)


@dataclass(slots=True)
class JurisdictionRow:
    """One place; one row of the table ``jurisdictions``."""

    jurisdiction_code: str = column("string", "GB/T 2260 code as of today's list")
    jurisdiction: str = column("string", "name as of today's list")
    full_name: str = column("string", "with the names of the places above: 浙江省宁波市鄞州区")
    names: list[str] = column("list<string>", "all names, also former and short ones")
    level: str = column("string", "province, prefecture or county")
    parent_code: str | None = column("string", "code of the place above")


@dataclass(slots=True)
class UnitRow:
    """One unit of measure; one row of the table ``units``."""

    unit: str = column("string", "unit as the column unit of observations has it")
    dimension: str = column("string", "units of one dimension convert into each other; in count nothing does")
    factor: float = column("double", "reference units of the dimension that one of it is")
    counts: bool = column("bool", "what comes new in a year and what there is in all are two numbers of it (新认定1300家, 突破4500家)")
    classifier: bool = column("bool", "counts a thing whatever it is called: 30家 and 30个 of one thing are the same")


@dataclass(slots=True)
class AttainmentRule:
    """When a target counts as met; one row of the table ``attainment_rules``."""

    comparator: str = column("string", "comparator of the target")
    direction: str = column("string", "direction of the indicator; any for all")
    better: str = column("string", "higher: a result at or above the target meets it; lower: at or below; equal: only the number itself")
    strict: bool = column("bool", "whether a result equal to the target misses it (突破)")
    tolerance_points: float = column("double", "for percentages: a shortfall of so many points is near")
    tolerance_share: float = column("double", "for other units: a shortfall of so large a share of the target is near")
    note: str = column("string", "the rule in words")


@dataclass(slots=True)
class CommitmentKind:
    """How hard a word of commitment is; one row of the table ``commitment_kinds``."""

    commitment: str = column("string", "word of commitment: 确保, 力争")
    kind: str = column("string", "hard or soft")


@dataclass(slots=True)
class BasisKind:
    """What a word for how a figure is measured means; one row of the table ``basis_kinds``."""

    basis: str = column("string", "as written: 实际, 可比价, 同口径")
    kind: str = column("string", "real (constant prices), nominal (prices of the year), like_for_like or previous_period (month on month)")


@dataclass(slots=True)
class ScopeWord:
    """What a word in a scope says of it; one row of the table ``scope_words``."""

    word: str = column("string", "as written: 省级, 自治区级, 产业")
    kind: str = column("string", "the level that it names (nation, province, province_up, city, city_up, county); end: it leaves the part the same")
    alone: bool = column("bool", "it names a level only where it is the whole scope: 省, but not the 省 of 省属")


@dataclass(slots=True)
class DocumentKind:
    """What a kind of document tells; one row of the table ``document_types``."""

    doc_type: str = column("string", "kind as the column doc_type of documents has it")
    looks_back: bool = column("bool", "it tells results, so that its silence on a result says something")
    looks_ahead: bool = column("bool", "it tells targets")
    own_year: bool = column("bool", "its results are those of the year in its title, not of the year before")


TABLES = {
    "observations": Observation,
    "tasks": TaskRow,
    "documents": DocumentRow,
    "indicators": IndicatorRow,
    "jurisdictions": JurisdictionRow,
    "refusals": Refusal,
    "units": UnitRow,
    "attainment_rules": AttainmentRule,
    "commitment_kinds": CommitmentKind,
    "document_types": DocumentKind,
    "basis_kinds": BasisKind,
    "scope_words": ScopeWord,
}
