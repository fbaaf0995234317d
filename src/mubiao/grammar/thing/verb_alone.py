"""A number without a noun of its own whose verb names what is counted: 造林18.6万亩, 开工3800套."""

from __future__ import annotations

from mubiao.grammar.phrase import phrases
from mubiao.grammar.phrase.phrase import LISTED, trimmed
from mubiao.grammar.thing import objects
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.pieces import Piece, Pieces
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.things import nouns
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.vocabulary import plain, vocabulary
from mubiao.rule import rule


@rule(
    "an activity that is counted itself",
    takes=["完成造林18.6万亩。", "完成培训5万人次。", "投入8000万元、造林3万亩。"],
    refuses=["完成职业技能培训5万人次。"],
)
def activity(case: Case) -> Found | None:
    """造林18.6万亩: an activity that is counted itself."""
    verb, state = case.phrase.last_verb, case.state
    if verb is not None and not case.alone and case.phrase.empty and case.said(verb) in nouns()["activity"]:
        return Found([[(verb,)] for _ in case.group])  # 搬迁9028户、2.63万人
    if not case.unnamed or verb is None:
        return None
    done = _with_activity(case, verb)
    said, unit = case.said(done), case.segment.number.unit.name if case.segment.number.unit else ""
    if done == verb and said not in nouns()["activity"] and not (said in nouns()["activity_of"] and (not state.subject or unit != state.read.unit)):
        return None
    here = bool(state.head) and (state.head[0][0] >= state.sentence[0] or state.subject[:-1] == state.head)  # 中学51所;在校学生5万人,|招生|
    if said in nouns()["dependent"] and here and unit != state.head_unit:
        return one(*state.head, done, heads=False)  # 普通高校7所,|招生|3.6万人
    if said in nouns()["dependent"] and (school := _school_of(case)):
        return one(*school, done, heads=False)
    if state.topic.said and (at := case.text.find(said, *state.topic.said[0][:2])) > 0:
        return one((state.topic.said[0][0], at + len(said)))
    if whom := _for_whom(case):
        return one(whom, done)
    if case.segment.first or not state.subject or unit == state.read.unit or plain(said) in vocabulary().forms:
        return one(done)
    if expression("bare_money").fullmatch(case.text, *state.subject[-1][:2]):
        return one(done)  # 投入8000万元、|架桥|3座: money by itself builds nothing
    return one(*without_verb(case.text, state.subject), done)


def _school_of(case: Case) -> Pieces:
    """高中阶段|在校生27.9万人,招生10.9万人: whose pupils the sentence has told of, () where it has of none."""
    head = case.state.head
    if not head or head[0][0] < case.state.sentence[0]:
        return ()
    low, high = head[-1][:2]
    pupils = next((word for word in nouns()["people_there"] if case.text.endswith(word, low, high)), "")
    return (*head[:-1], (low, high - len(pupils))) if pupils and high - len(pupils) > low else ()


def _for_whom(case: Case) -> Piece | None:
    """为|服务热线拨打企业|提供服务64.8万项: for whom something was done that says too little by itself."""
    phrase, (low, _) = case.phrase, case.segment.left
    if phrase.preposition not in edges().serving or phrase.action is None:
        return None
    at = case.text.rfind(phrase.preposition, low, phrase.action[0] - len(phrase.preposition))
    return (at + len(phrase.preposition), phrase.action[0]) if at >= 0 else None


def _with_activity(case: Case, verb: Piece) -> Piece:
    """完成|造林更新: the verb with the activity in front of it in the same chain, the verb alone where there is none."""
    action = case.phrase.action or verb
    for low in range(action[0], verb[0]):
        word = edges().actions.head(case.text, low, verb[0])
        if word in nouns()["activity"] and low + len(word) == verb[0]:
            return low, verb[1]
    return verb


def without_verb(text: str, pieces: Pieces) -> Pieces:
    """河道疏浚 -> 河道."""
    low, high = pieces[-1][:2]
    word = edges().actions.tail(text, low, high)
    return (*pieces[:-1], (low, high - len(word))) if word and len(word) < high - low else pieces


@rule(
    "a verb in front of a bare number shares the noun of the next, behind another verb",
    takes=["开工建设15个、建成8个城中村改造项目。", "新建20个、改造提升50个城市公园。"],
    refuses=["棚户区改造开工1.8万套、建成1.2万套。", "造林18万亩、新增5万亩草地。", "开工15个，建成8个城中村改造项目。"],
)
def named_by_next(case: Case) -> Found | None:
    """开工|15个、建成|8个|城中村改造项目: the noun that stands behind the next number."""
    action, following, text = case.phrase.action, case.following, case.text
    if not case.unnamed or action is None or following is None or case.said(action) in nouns()["activity"] | nouns()["activity_of"]:
        return None
    alike = following.number.unit == case.segment.number.unit and text.startswith(LISTED, case.segment.number.bounded_end)
    verb = phrases.strip(text, *following.left, False) if alike else None
    low, high = trimmed(text, *following.right)
    if verb is None or not verb.empty or verb.action is None or low >= high:
        return None
    return one((low, objects.without_progress(text, low, high)))


@rule(
    "a batch in front of a bare number is one of what the next number counts",
    takes=["持续推进首批12项及第二批14项重点改革。", "发布第一批32个、第二批45个应用场景。"],
    refuses=["首批12项，第二批14项重点改革。", "首批12项改革及第二批14项重点改革。"],
)
def batch_of_next(case: Case) -> Found | None:
    """首批|12项及第二批14项|重点改革: the batch, of what stands behind the next number."""
    following, text = case.following, case.text
    if not case.named or following is None or case.behind[0] < case.behind[1] or not expression("batch").fullmatch(case.noun):
        return None
    alike = following.number.unit == case.segment.number.unit and expression("and_batch").match(text, case.segment.number.bounded_end)
    low, high = trimmed(text, *following.right)
    return one(case.span, (low, objects.without_progress(text, low, high))) if alike and low < high else None


@rule(
    "nothing but the verb names what is counted",
    takes=["全年开工3800套。"],
    refuses=["全年开工保障性住房3800套。"],
    needed="开工3800套 would be of nothing",
)
def action_only(case: Case) -> Found | None:
    """巡演20场: nothing but the verb names what is counted."""
    return one(case.phrase.action) if case.unnamed and case.phrase.action else None
