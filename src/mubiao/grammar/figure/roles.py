"""What a reading is beside those before it: a part (其中), a second tier (力争达到8%)."""

from __future__ import annotations

from mubiao.grammar.clause.clauses import Clause
from mubiao.grammar.figure.figure import growing
from mubiao.grammar.figure.no_quantity import NO_QUANTITY, change_of_change, milestone, moved_by_nothing
from mubiao.grammar.figure.reading import Passage, Reading
from mubiao.grammar.figure.stock import bare_stock, reached_level
from mubiao.grammar.figure.wholes import is_whole_again, whole_of_part
from mubiao.grammar.phrase.phrase import Phrase
from mubiao.grammar.thing.found import Found
from mubiao.grammar.thing.head import is_qualifier
from mubiao.grammar.thing.state import State
from mubiao.lexicon.loader import load
from mubiao.rule import Rules, first, rule


def add(text: str, reading: Reading, phrase: Phrase, found: Found, state: State, passage: Passage) -> None:
    """Give a reading its role and add it to the passage; readings that turn out to be none get the name of the reason."""
    previous = passage.readings[state.read.last] if state.read.last is not None else None
    if previous and second_tier.apply(previous, reading, phrase):
        reading.role, reading.parent = "stretch", state.read.last
        reading.more_rules.append(second_tier.name)
    elif previous and found.goes_on and same_as_before.apply(previous, reading, phrase):
        reading.measure, reading.measure_rule = previous.measure, same_as_before.name
        if _bolder(phrase) and not phrase.action:
            reading.role, reading.parent = "stretch", state.read.last
    if previous and rate_of_difference.apply(text, passage.readings[state.read.last - 1] if state.read.last else previous, previous, reading):
        reading.measure, reading.relation, reading.reference = previous.measure, previous.relation, previous.reference
        reading.sign, reading.action, reading.measure_rule = previous.sign, "", rate_of_difference.name
    if previous and moves_alike.apply(previous, reading, phrase):
        reading.sign = previous.sign
        reading.more_rules.append(moves_alike.name)
    if previous and milestone.apply(previous, reading, phrase):
        previous.refused = milestone.name
    if previous and bare_stock.name in reading.more_rules and comes_as_well.apply(previous, reading):
        reading.cumulative, reading.action_kind = False, previous.action_kind
        reading.more_rules[reading.more_rules.index(bare_stock.name)] = comes_as_well.name
    whole = whole_of_part(text, reading, state, passage) if state.parts.open and reading.role == "core" else None
    if whole is not None and not (found.handed and is_whole_again(reading, state, passage)):
        reading.role, reading.parent = "sub", whole
        if part_of_total.apply(passage.readings[whole], reading):
            reading.cumulative = True
            reading.more_rules.append(part_of_total.name)
        elif passage.readings[whole].action_kind in ("add", "make"):  # 新登记5.2万户,其中个体工商户4万户; 新开工143个,其中10亿元以上达16个
            stood = [name for name in reading.more_rules if name in (bare_stock.name, reached_level.name)]
            reading.cumulative = reading.cumulative and not stood
            reading.more_rules = [name for name in reading.more_rules if name not in stood]
    elif state.parts.open and whole is None and reading.role == "core" and not state.read.cores:
        state.parts.open = False  # 牲畜存栏较多,其中|奶牛10.7万头|,羊44.3万只: of no whole, nor are those behind it parts of the first
    refusal = first(NO_QUANTITY, text, reading)
    reading.refused = refusal[0].name if refusal else ""
    if previous and not reading.refused and change_of_change.apply(previous, reading):
        reading.refused = change_of_change.name
    if previous and previous.refused == moved_by_nothing.name and reading.pieces == previous.pieces:
        reading.refused = previous.refused  # 拉动GDP增长3.4个百分点,|比去年同期提高0.6个百分点
    passage.readings.append(reading)
    state.read.last = len(passage.readings) - 1
    state.read.unit = reading.unit or ""
    if reading.role == "core":
        state.read.cores.append(state.read.last)
    state.listed.things.append(reading.pieces)


def are_parts(text: str, clause: Clause, state: State, passage: Passage) -> bool:
    """改造老旧小区126个(中心城区80个、县城46个): a bracket that tells of parts without 其中; a single part says that it is one by its level, or
    by a noun that ends alike (示范村100个(精品村20个))."""
    whole = passage.readings[state.read.last].number if state.read.last is not None else None
    parts = [segment.number for segment in clause.segments]
    if not clause.bracket or not parts or whole is None or whole.value is None or whole.bounded_end + 1 != clause.span[0]:
        return False
    noun = passage.readings[state.read.last].indicator(text)[-1:] if state.read.last is not None else ""
    if len(parts) == 1 and not is_qualifier(text, *clause.segments[0].left) and not text.endswith(noun, *clause.segments[0].left):
        return False
    named = all(part.unit == whole.unit and segment.left[0] < segment.left[1] for part, segment in zip(parts, clause.segments, strict=True))
    return named and sum(part.value or 0 for part in parts) <= whole.value


@rule(
    "things counted in the unit of what came new just in front came new as well",
    takes=["新增私营企业40户，个体工商户300户。"],
    refuses=["新增床位300张，高新技术企业30家。", "新增私营企业40户。个体工商户300户。", "引进私营企业40户，个体工商户300户。"],
    needed="300户 that came in a year would be compared with all there are",
)
def comes_as_well(previous: Reading, reading: Reading) -> bool:
    return previous.sentence == reading.sentence and previous.action_kind == "add" and previous.unit == reading.unit


@rule(
    "a number without a noun and verb of its own, or behind 力争达到, has the measure of the one before",
    takes=["固定资产投资增长8%、力争达到10%。"],
    refuses=["固定资产投资增长8%、民间投资占比达到60%。", "经营主体净增98万户、突破1900万户。"],
)
def same_as_before(previous: Reading, reading: Reading, phrase: Phrase) -> bool:
    if (previous.measure == "change" and reading.cumulative) or (phrase.action and "previous" in phrase.flags):
        return False
    if previous.number is None or reading.number is None or previous.number.unit != reading.number.unit or reading.relation:
        return False
    return not phrase.predicate or (_bolder(phrase) and not growing(phrase))


def _bolder(phrase: Phrase) -> bool:
    """Whether a promise is that of a second tier: 力争, or the 争 of 保5%|争8%."""
    modifiers = load().words["modifiers"]
    return phrase.commitment in modifiers["stretch"] | modifiers["bolder"]


@rule(
    "what a rate did against one time it did against another, with the sign that was told first",
    takes=["工业增加值下降0.8%，降幅比上年收窄2.6个百分点，比上半年收窄4个百分点。"],
    refuses=["工业增加值增长0.8%，增幅比上年收窄2.6个百分点，降幅比上半年收窄4个百分点。"],
    needed="a fall that grew smaller would be a further fall",
)
def moves_alike(previous: Reading, reading: Reading, phrase: Phrase) -> bool:
    """降幅比上年收窄2.6个百分点,|比上半年收窄|4个百分点: a fall that grew smaller, though the fall is said once."""
    alike = previous.action == reading.action and previous.measure == reading.measure == "change" and previous.pieces == reading.pieces
    return alike and len(phrase.predicate) == 1 and previous.unit == reading.unit and previous.sign != reading.sign


@rule(
    "how much of the plan a difference to it is, and no growth of the year",
    takes=["教育支出15亿元，比上年预算增加2亿元，增长15.4%。"],
    refuses=["教育支出15亿元，比预算增加2亿元，增长8%。", "教育支出15亿元，比上年增加2亿元，增长15.4%。"],
)
def rate_of_difference(text: str, amount: Reading, previous: Reading, reading: Reading) -> bool:
    """教育支出15亿元,比上年预算增加2亿元,|增长15.4%: 2 of 13."""
    found, by, rate = (one.number for one in (amount, previous, reading))
    if previous.relation not in ("above", "below") or reading.measure != "growth" or not amount.pieces == previous.pieces == reading.pieces:
        return False
    if not (found and by and rate and found.value and by.value and rate.value) or found.unit != by.unit:
        return False
    planned = found.value - by.value if previous.relation == "above" else found.value + by.value
    decimals = len(text[rate.start : rate.end].rstrip("%").partition(".")[2])
    return planned > 0 and round(by.value / planned * 100, decimals) == rate.value


@rule(
    "a part of a stock or running total is one, where nothing says that it is new",
    takes=["高新技术企业累计达到350家，其中国家级20家。", "累计建成充电桩4000个，其中公共充电桩2000个。"],
    refuses=["高新技术企业达到350家，其中新认定50家。", "建成充电桩4000个，其中公共充电桩2000个。"],
)
def part_of_total(whole: Reading, reading: Reading) -> bool:
    if reading.cumulative or not whole.cumulative or whole.number is None or reading.number is None:
        return False
    alike = whole.measure == reading.measure == "amount" and whole.number.unit == reading.number.unit
    return alike and not (reading.action and not reading.carried and reading.action_kind)


@rule(
    "the same thing and measure, with a bolder promise",
    takes=["地区生产总值确保增长15%、力争增长20%。"],
    refuses=["地区生产总值确保增长15%、工业增加值力争增长20%。", "地区生产总值力争增长20%。"],
    needed="one thing would have two core targets for a year, 15% and 20%",
)
def second_tier(previous: Reading, reading: Reading, phrase: Phrase) -> bool:
    before, number = previous.number, reading.number
    if before is None or number is None or before.value is None or number.value is None or not growing(phrase):
        return False
    same = reading.pieces == previous.pieces and reading.measure == previous.measure and before.unit == number.unit
    stretch = load().words["modifiers"]["stretch"]
    return same and phrase.commitment in stretch and previous.commitment not in stretch and number.value > before.value


# Asked of a reading beside the one before it.
TIERS = Rules("role", second_tier)
MEASURES = Rules("measure", same_as_before, moves_alike, rate_of_difference)
NEW = Rules("measure", comes_as_well)
TOTALS = Rules("measure", part_of_total)
