"""A doer, what it did, and to what, in one phrase in front of a number: 湘江科学城|新引进|研发平台|30个."""

from __future__ import annotations

from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.vocabulary import plain, vocabulary
from mubiao.rule import rule


@rule(
    "the verb between who did it and what is counted is the action",
    takes=["湘江科学城新引进研发平台30个。", "雄安新区开工重点项目240个。", "“双招双引”行动突破重大技术254项。", "南海深海考古累计提取文物928件。"],
    refuses=["城镇新增就业50万人。", "园区签约项目30个。", "新引进研发平台30个。", "市场化引进机构新设企业30家。"],
)
def acted(case: Case) -> Found | None:
    """湘江科学城|新引进|研发平台: whose they are and what, without what was done; not where all is one name (城镇新增就业)."""
    if not case.named or case.segment.number.of("rate") or case.phrase.action or plain(case.noun) in vocabulary().forms:
        return None
    low, high = case.span
    did = expression("did").search(case.text, low + 1, high)
    if did is None:
        return None
    case.phrase.action = case.phrase.last_verb = did.span("running" if did["running"] else "verb")
    case.phrase.action_class = "make"
    return one((low, did.start()), (did.end(), high))
