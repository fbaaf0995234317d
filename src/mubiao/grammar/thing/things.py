"""What a number measures: the ordered list of rules that turn a segment into the pieces of its indicator(s)."""

from __future__ import annotations

from collections.abc import Iterator

from mubiao.grammar.thing import well_formed
from mubiao.grammar.thing.acted import acted, done_next, helped
from mubiao.grammar.thing.alike import at_next_stage, overlap, overlaps_topic, parallel, same_act, same_measured, same_stem
from mubiao.grammar.thing.answered import answered
from mubiao.grammar.thing.bracket import before_bracket
from mubiao.grammar.thing.branches import branch_of_whole
from mubiao.grammar.thing.carried import carried, mean_of_it, per_head_before
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.contribution import added_by_each, adding_to_growth, contribution, giving_share, moved
from mubiao.grammar.thing.counted_list import drawn, households_and_persons, people_and_cattle
from mubiao.grammar.thing.each_of import each
from mubiao.grammar.thing.earned import made_by_counted
from mubiao.grammar.thing.elided import subject_before, told_again
from mubiao.grammar.thing.for_use import share_for_use, spent_on
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.host import earned_by_host
from mubiao.grammar.thing.in_front import share_of_own_whole
from mubiao.grammar.thing.in_house import in_house
from mubiao.grammar.thing.in_town import in_town
from mubiao.grammar.thing.inside import disposed, done_inside, influenced, inner_verb, modifier_before, qualifier_behind, same_doer, served
from mubiao.grammar.thing.labelled import class_of_goods, labelled
from mubiao.grammar.thing.money import funded, used_for
from mubiao.grammar.thing.noun_first import dependent, head_before, noun_first, towards
from mubiao.grammar.thing.number_first import number_first, passing_each, total_of_following
from mubiao.grammar.thing.of_before import known_with_head, same_rate
from mubiao.grammar.thing.of_class import class_of_places
from mubiao.grammar.thing.of_industry import firms_of_industry
from mubiao.grammar.thing.of_scope import made_by_scope
from mubiao.grammar.thing.people import part_of_people, share_of_people
from mubiao.grammar.thing.pieces import WORD, words_of
from mubiao.grammar.thing.reaching import reaching
from mubiao.grammar.thing.revenue import collected_by, spent_of_it
from mubiao.grammar.thing.same_measure import sold_or_kept, tail_before
from mubiao.grammar.thing.several import respectively, respectively_before, respectively_done, several_numbers
from mubiao.grammar.thing.some_of import some_did, some_of
from mubiao.grammar.thing.told_first import another_behind, heading, statement_before, topic
from mubiao.grammar.thing.verb_alone import action_only, activity, batch_of_next, named_by_next
from mubiao.grammar.thing.won import won_at
from mubiao.grammar.words.things import nouns
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.rule import Rule, Rules, rule

ThingRule = Rule[[Case], "Found | None"]


@rule(
    "a noun that says too little takes the topic of the sentence in front",
    takes=[
        "培育县域重点产业链，出台25条举措。",
        "推进职业技能提升，开设课程30门。",
        "加强与央企合作，签约合作项目38个。",
        "建立招商引资新机制，新引进项目1000个。",
    ],
    refuses=[
        "继续抓好学校布局结构调整，新建和改造10所学校。",
        "培育县域重点产业链，出台25条惠企举措。",
        "紧紧围绕工作主线，出台28条措施。",
    ],
)
def thin(case: Case) -> Found | None:
    """开展提质行动,开工|项目|; not where the topic begins with the noun (学校布局调整,新建学校)."""
    topic = case.state.topic.said
    if not case.alone or not topic or case.phrase.preposition or not case.segment.first or expression("only_label").fullmatch(case.said(topic[0])):
        return None  # 完成情况:建成学校10所
    if expression("says_how").match(words_of(case.text, topic)):
        return None
    means = expression("new_means").search(case.text, *topic[-1][:2])
    if means and means.start() - topic[-1][0] > WORD:
        topic = (*topic[:-1], (topic[-1][0], means.start()))  # 建立招商引资|新机制,新引进项目
    found = next((found for _, found in candidates(case, thin.name)), Found([[()]]))
    thing = found.things[0][0]
    built = case.phrase.action and any(word in case.said(case.phrase.action) for word in load().words["actions"]["built"])
    programme = expression("programme").search(case.text, *topic[-1][:2])  # 对口援青和东西部协作持续深化,落实资金27亿元
    if (case.segment.number.of("money") or built) and not case.state.topic.acts and not programme:
        return None  # 评审制度进一步规范,核减资金2.08亿元; 教育事业优质发展,新建学校3所: not of what went on by itself
    if len(found.things[0]) > 1 or len(thing) != 1:
        return None
    noun = case.said(thing[0])
    if noun in nouns()["thin"] and case.text.endswith(noun, *topic[-1][:2]):
        return one(*topic, modifier=found.modifier)  # 引进一批技术成果,转化|成果|500项
    if noun not in nouns()["thin"] or case.text.startswith(noun, topic[0][0]):
        return None
    *front, (begin, stop, *_) = topic
    if case.text.endswith(noun[:WORD], begin, stop) and stop - begin > WORD:
        topic = (*front, (begin, stop - WORD))  # 与央企|合作,签约|合作项目
    return one(*topic, *thing, modifier=found.modifier)


# The first that applies, and finds what is well formed, names the thing. Each says itself of which cases it speaks.
THINGS = Rules(
    "thing",
    # what words of its own tell, whatever stands around: 投入3亿元|新建学校, 33个行业中,有25个, 惠及|企业
    used_for, some_of, some_did, at_next_stage, done_next, moved, reaching, giving_share, won_at, collected_by, spent_of_it, thin,
    # several numbers behind one phrase
    share_of_own_whole, respectively_before, added_by_each, adding_to_growth, respectively_done, respectively, several_numbers,
    households_and_persons, people_and_cattle, drawn,
    # a noun behind the number
    total_of_following, made_by_scope, earned_by_host, made_by_counted, passing_each, number_first, answered, each,
    # no noun: what the sentence has told of
    named_by_next, batch_of_next, activity, subject_before, told_again, before_bracket, funded,
    # a noun in front that says too little: with the head of the item before
    class_of_places, sold_or_kept, part_of_people, share_of_people, in_house, in_town, head_before, share_for_use, spent_on, mean_of_it,
    per_head_before,
    firms_of_industry, same_doer, dependent, same_rate, topic, labelled, class_of_goods, parallel, contribution, towards, carried,
    overlap, overlaps_topic,
    same_act, same_measured, same_stem,
    # a noun in front, with more around it
    qualifier_behind, helped, influenced, statement_before, another_behind,
    inner_verb, done_inside, acted, served, tail_before, branch_of_whole, disposed, modifier_before,
    # whatever is left
    known_with_head, action_only, heading, noun_first,
)  # fmt: skip


def candidates(case: Case, besides: str = "") -> Iterator[tuple[ThingRule, Found]]:
    """Every reading of a case that a rule finds, in the order of the rules, but for one of them; each is asked once."""
    asked = case.asked
    for one_rule in THINGS:
        name = one_rule.name
        if name == besides:
            continue
        if name not in asked:
            asked[name] = one_rule.apply(case)
        if found := asked[name]:
            yield one_rule, found


def things(case: Case) -> tuple[str, Found]:
    """For each number of a case the thing(s) it measures, and the name of the rule that found them: the first candidate that is
    well formed; ("", nothing) where there is none."""
    for one_rule, found in candidates(case):
        made = [[well_formed.mended(case.text, thing) for thing in several] for several in found.things]
        if not any(well_formed.flaw(words_of(case.text, thing)) for several in made for thing in several):
            return one_rule.name, Found(made, found.modifier, found.handed, found.goes_on, found.heads, found.listed)
    return "", Found([[()] for _ in case.group], listed=0 if case.alone else case.state.listed.several)
