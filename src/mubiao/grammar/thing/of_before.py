"""Whose a noun is by what stands in front of it: the owner of a rate of its form, the beginning of what makes a known indicator of it."""

from __future__ import annotations

from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.pieces import WORD
from mubiao.grammar.words.things import nouns
from mubiao.lexicon.vocabulary import plain, vocabulary
from mubiao.rule import rule


@rule(
    "a bare rate behind another of the same form is of whom that one is",
    takes=["刑释解教人员安置率达到95%以上，帮教率达到98%以上。", "高速公路服务区充电桩覆盖率100%，完好率98%。"],
    refuses=["城镇化率62%，绿化率38%。", "秸秆利用率96%，农膜回收率88%。", "刑释解教人员安置率95%。城镇化率62%。"],
)
def same_rate(case: Case) -> Found | None:
    """刑释解教人员|安置率…,|帮教率: of a word and 率, where the rate in front is no indicator by itself and says of whom."""
    head, rate, noun = case.state.head, tuple(nouns()["rate_end"]), case.noun
    bare = case.named and len(noun) == WORD + 1 and noun.endswith(rate) and plain(noun) not in vocabulary().forms and case.phrase.action is None
    if not bare or len(head) != 1 or head[0][0] < case.state.sentence[0] or case.topic_nearer:
        return None
    low, high = head[0][:2]
    whose = high - len(noun)
    by_itself = plain(case.said((low, high))) in vocabulary().forms
    return one((low, whose), case.span, heads=False) if case.text.endswith(rate, low, high) and whose - low >= WORD and not by_itself else None


@rule(
    "a noun that is an indicator only with the beginning of what was told in front of it",
    takes=["支持培养高层次人才995人、团队79个。", "集装箱航线147条、吞吐量2329万标准箱。"],
    refuses=["高新技术企业达到1260家，研发中心突破500家。", "改造老旧小区1291个、各类管网1500公里。"],
)
def known_with_head(case: Case) -> Found | None:
    """高层次人才|995人、|团队|79个: the beginning of the head that makes a known indicator of the noun, where it is none by itself."""
    head, forms, noun = case.state.head, vocabulary().forms, case.noun
    here = case.named and len(head) == 1 and head[0][0] >= case.state.sentence[0] and case.phrase.action is None and not case.topic_nearer
    if not here or case.state.parts.open or plain(noun) in forms:
        return None
    low, high = head[0][:2]
    whose = next(((low, end) for end in range(high, low + WORD - 1, -1) if plain(case.text[low:end] + noun) in forms), None)
    return one(whose, case.span, heads=False) if whose and case.said(whose) not in nouns()["shared_front"] else None  # 老旧|小区、各类管网
