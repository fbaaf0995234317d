"""What the rows of documents are joined with: indicators, places, units, rules of attainment and kinds of words."""

from __future__ import annotations

from dataclasses import dataclass

from mubiao.rows.column import column


@dataclass(slots=True)
class IndicatorRow:
    """One canonical indicator; one row of the table ``indicators``."""

    indicator_id: str = column("string", "identifier")
    name: str = column("string", "Chinese name")
    name_en: str = column("string", "English name")
    theme: str = column("string", "theme, as in observations")
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
    kind: str = column(
        "string",
        "real (constant prices), nominal (of the year), like_for_like, previous_period (month on month), by_population (per head of those "
        "registered) or without (a part)",
    )


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
