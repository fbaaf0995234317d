"""Where the parts end that 其中 began: 其中农村2000个,|新增停车位3万个."""

from __future__ import annotations

from functools import cached_property

from mubiao.grammar.clause.clauses import Segment
from mubiao.grammar.figure.figure import growing
from mubiao.grammar.figure.of_its_own import of_its_own
from mubiao.grammar.figure.reading import Passage
from mubiao.grammar.numbers.number import Number
from mubiao.grammar.phrase.phrase import Phrase
from mubiao.grammar.thing.relational import relational, without_total
from mubiao.grammar.thing.state import State
from mubiao.grammar.words.things import fused, heads, nouns
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import vocabulary


class BehindParts:
    """A number that follows parts, with the phrase in front of it."""

    def __init__(self, text: str, state: State, passage: Passage, segment: Segment, phrase: Phrase) -> None:
        self.text, self.state, self.passage, self.segment, self.phrase = text, state, passage, segment, phrase
        self.said = passage.readings[-1] if passage.readings else None
        self.part = self.said if self.said is not None and self.said.role == "sub" else None

    def is_none(self) -> bool:
        """Whether it is no part any more: a new verb ends the parts, where they had none, in another unit, or in a sentence of its own;
        so do a name that measures what the parts do not (其中网上零售额…,|进出口总额), what is known by itself and paid or told per head
        (其中亿元以上项目10个,|实际利用外资5123万美元), a sentence that measures another thing (工业投资…。其中技改投资…;|贷款余额…),
        and a total (其中企业2100户,|总量4.6万户)."""
        text, phrase = self.text, self.phrase
        if self._counted_here or self._contributes or self._begins_parts:
            return False
        if self._exceeds_whole:
            return True
        if self._noun in nouns()["total"] or text.endswith(tuple(nouns()["of_all"]), phrase.start, phrase.end):
            return True  # 户籍人口21万人。其中,城镇人口8万人;|出生人口|1290人
        if (self._told_by_itself and not self._of_kind) or self._of_its_own:
            return True
        if self.segment.first and expression("whole_again").match(text, phrase.start, phrase.end):
            return True  # 债务限额1105亿元,其中专项债务380亿元,|全市|债务余额1071亿元
        opens = self.said is None or self.said.sentence != self.state.sentence
        begins = self.segment.left[0] == self.state.sentence[0]
        noun = self._noun  # 其中人工造林2万亩,|森林覆盖率提高到38%, but not |占比40%
        known = noun in vocabulary().forms
        level = known and not growing(phrase)  # 消费支出2.4万元,增长7%,其中食品支出…,|恩格尔系数30.1%: no growth is like it
        rate = self.segment.first and self.segment.number.of("rate") and (level or not self._alike) and (known or not relational(noun))
        another = self._measures_another() or (rate and known and not self._measures_the_same)
        # 其中博士19名,|万人有效发明专利拥有量|16.8件
        measured = not (self.segment.number.of("counted") or self.segment.number.of("rate"))  # 其中可采摘面积16万亩,|茶叶总产量|2.1万吨
        of_all = measured or text.startswith(tuple(load().words["particles"]["per"]), phrase.start, phrase.end)
        whole = known and self.segment.first and of_all and not self._alike and not relational(noun)
        other = (opens and not self._alike) or ((opens or rate) and another) or whole or self._leaves_list()
        act = self.state.parts.act and self._alike
        return other or (phrase.action is not None and not self._of_part and (begins or not act))

    @property
    def _counted_here(self) -> bool:
        """其中61个省重点项目|(已)完成投资274.5亿元: whether its clause has counted, as a part, what it tells more of."""
        head, (low, high) = self.state.head, self.segment.left
        if self.segment.first or not head or head[-1][0] < self.segment.clause[0] or low == high:
            return False
        return self.text[head[-1][1] : low] in {"", *load().words["modifiers"]["adverb"]}

    @property
    def _told_by_itself(self) -> bool:
        """其中网上零售额增长10%,|固定资产投资|增长4%: whether it opens a clause with the name of something that is measured; within a list
        (其中税收8亿元、非税收入2亿元) the next is a part as the first was."""
        noun, low = self._noun, self.segment.left[0]
        opens = self.segment.first and self.text[low - 1 : low] in {",", ";"}
        return opens and not relational(noun) and (noun in vocabulary().forms or bool(self._own))

    @property
    def _of_kind(self) -> bool:
        """其中制造业投资增长12%,|民间投资|增长8%: whether it measures what the part in front of it does, or the whole where the part does not
        say; where it names no measure (出口…,|进口), whether it ends as they do or is counted as a part is."""
        parts = [reading for reading in self.passage.readings if reading.role == "sub"]
        name = parts[-1].indicator(self.text) if parts else ""
        own, of_part = self._own, heads().metric.tail(name, 0, len(name))
        if _excludes(self._noun, self._whole):
            return False  # 第二产业投资增长7%,其中工业投资增长8%,|第三产业投资|增长5%
        if _excludes(self._noun, name):
            return True  # 其中城镇居民人均可支配收入1.3万元,|农村居民人均纯收入|5338元
        number = self.segment.number
        beside = [part.number.unit for part in parts if part.number and part.sentence == parts[-1].sentence]
        if number.of("counted") and number.unit in beside:
            return True  # 医疗卫生机构386个,其中医院26个,|村卫生室|304个
        if own and own != self._noun:
            return own == of_part if of_part else self._measures_the_same
        return self._noun[-1] in name + self._whole

    @property
    def _of_its_own(self) -> bool:
        """工作站46家,其中国家级12家,|院士工作站|38家: whether it is a thing of its own behind classes of another."""
        cores = [self.passage.readings[index] for index in self.state.read.cores]
        parts = [reading for reading in self.passage.readings if reading.role == "sub" and reading.sentence == self.state.sentence]
        return bool(parts) and of_its_own(self.text, self.segment, self.phrase, cores, parts)

    @property
    def _exceeds_whole(self) -> bool:
        """专任教师4011人,其中小学1920人,|在校学生62576人: more than there is of the whole, or as many for each of so many people."""
        number, opens = self.segment.number, tuple(load().words["particles"]["per"])
        cores = [self.passage.readings[index] for index in self.state.read.cores]
        of_part = self.part.parent if self.part else None
        if of_part is not None:  # 油料产量14万吨,增长9%,其中油菜籽产量11万吨,增长10%;|蔬菜产量|50万吨
            whole = self.passage.readings[of_part].pieces
            cores = [reading for reading in self.passage.readings if reading.pieces == whole] or cores
        wholes = [core.number.value or 0 for core in cores if core.number and core.number.unit == number.unit and core.measure == "amount"]
        if not wholes or number.of("rate") or (self.state.parts.go_on and of_part is None):
            return False  # 生产总值…;人均生产总值7.4万元。其中,第一产业增加值…: the whole may be told further in front
        return self.text.startswith(opens, self.phrase.start, self.phrase.end) or (number.value or 0) > max(wholes)

    @property
    def _begins_parts(self) -> bool:
        """市场消费总额8995亿元。其中,|实现社会消费品零售总额|4976亿元: the first of a sentence that opens with 其中, verb or not, or that
        goes on behind a semicolon with parts of its kind."""
        state, said = self.state, self.said
        if said is not None and said.sentence == state.sentence:
            return False
        alike = self._alike or expression("counted_branches").search(self._whole) is not None  # 36个行业实现增长。其中,|纺织业增长8.6%
        opens = said is not None and alike and expression("parts_open").match(self.text, *state.sentence) is not None
        return state.parts.kin or opens

    @property
    def _contributes(self) -> bool:
        """其中制造业增长6%,|拉动工业增长|3个百分点, 其中税收收入8亿元,|占财政总收入的比重|66.7%: what the part adds to the whole."""
        phrase, verb = self.phrase, self.phrase.last_verb
        share = self.text.startswith(tuple(nouns()["share_of"]), phrase.start, phrase.end)
        adds = share or (verb is not None and self.text[slice(*verb)] in nouns()["contributing"])
        return self.part is not None and adds and (not share or self.part.sentence == self.state.sentence)

    @property
    def _of_part(self) -> bool:
        """其中亿元以上项目46个,总投资326亿元,|完成投资|32亿元: what is measured as that which was told last of the part itself; or as
        the whole has been already (项目120个,完成投资86亿元,其中亿元以上项目45个,|完成投资|62亿元); or money that came new to it
        (贷款余额1200亿元,其中住房贷款320亿元,|当年新增|45亿元)."""
        part, head, noun = self.part, self.state.head, self._noun
        if part is None or part.number is None or part.sentence != self.state.sentence:
            return False
        if self.phrase.empty and self.phrase.action_class == "add" and self.segment.number.of("money"):
            return part.number.unit == self.segment.number.unit
        told = len(part.pieces) > 1 and bool(head) and part.pieces[0][0] == head[0][0]
        wholes = [self.passage.readings[index].pieces for index in self.state.read.cores]
        if any(pieces and self.text[slice(*pieces[-1][:2])] == noun for pieces in wholes):
            return True
        return told and part.number.unit == self.segment.number.unit and relational(noun)

    @cached_property
    def _alike(self) -> bool:
        """Whether it is told in the unit of the whole, or of a part with a verb of its own; what each has (养老金月人均) is part of no sum."""
        if expression("per_head_at_end").search(self.text, self.phrase.start, self.phrase.end):
            return False
        cores = [self.passage.readings[index] for index in self.state.read.cores]
        if self.state.parts.go_on:  # 项目100个,总投资600亿元。其中,5亿元以上项目17个: of all that the sentence before told
            told = [core.number for core in cores if core.sentence == cores[-1].sentence]
        else:  # 产量268万吨,增长1.8%: the same thing in two units
            told = [core.number for core in cores if core.pieces == cores[-1].pieces]
        if self.part and self.state.parts.act:
            told.append(self.part.number)  # 其中新开工28个、|竣工|15个
        return any(_alike(number, self.segment.number) for number in told if number)

    def _leaves_list(self) -> bool:
        """其中医院36个、卫生院22个,|床位8123张: what is counted in another unit behind a list of parts is told of the whole; behind a
        single part (其中医院36个,床位8123张) it may be told of the part."""
        part, segment = self.part, self.segment
        number, before = segment.number, self.passage.readings[-2:]
        if part is None or part.number is None or number.of("rate") or self.phrase.empty or not segment.first or number.unit == part.number.unit:
            return False
        listed = all(reading.role == "sub" and reading.number and reading.number.unit == part.number.unit for reading in before)
        if listed and before[0].pieces[:1] == before[1].pieces[:1]:
            return False  # 其中,第一产业增加值18亿元,增长3.5%,两年平均增长4%;|第二产业增加值: two rates of one part are no list
        return listed and expression("joined").search(self.text, before[0].span[1], before[1].span[0]) is not None

    @property
    def _noun(self) -> str:
        return self.text[self.phrase.start : self.phrase.end]

    @property
    def _own(self) -> str:
        """What the noun measures (技改|投资), "" where that is not known."""
        return heads().metric.tail(self.text, self.phrase.start, self.phrase.end) or ""

    @property
    def _whole(self) -> str:
        """The whole that the parts are of."""
        head = self.state.parts.whole[1]
        return self.text[slice(*head[-1][:2])] if head else ""

    @property
    def _measures_the_same(self) -> bool:
        """固定资产投资50亿元,其中技改投资增长6%,|房地产投资|增长8%: whether the noun measures what the whole does."""
        return bool(self._own) and self._own in self._whole + without_total(self._whole)

    def _measures_another(self) -> bool:
        """工业投资…。其中技改投资…;|贷款余额…: whether a noun measures what neither the whole nor its last part does."""
        text, state, own, whole = self.text, self.state, self._own, self._whole
        if not own or not whole or self._measures_the_same:
            return False
        if self.part and any(text.endswith(own, *piece[:2]) for piece in self.part.pieces):
            return False  # 其中,第一产业增加值18亿元,占5.1%;|第二产业增加值
        if expression("parts_open").match(text, *state.sentence):
            return False  # 生产总值…。其中,第一产业增加值…
        return not any(word in whole and own in shares for word, shares in fused().items())  # 进出口…。其中,出口…;进口…


def _excludes(name: str, other: str) -> bool:
    """第二产业投资 and 第三产业投资, 城镇居民 and 农村居民: whether two are of a row of kinds of which none is part of another."""
    own, beside = (expression("series_of").match(said) for said in (name, other))
    kind = own.lastgroup if own else None
    return bool(own and beside and kind and kind == beside.lastgroup and own[kind] != beside[kind])


def _alike(number: Number, other: Number) -> bool:
    """Whether two numbers are told in one unit; shares are told in % or in ‰."""
    return number.unit == other.unit or (number.in_dimension("percentage") and other.in_dimension("percentage"))
