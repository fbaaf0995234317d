"""Whether a figure is a stock or a running total: an ordered list of rules."""

from __future__ import annotations

from mubiao.grammar.figure.figure import Figure
from mubiao.grammar.words.figures import measures
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.rule import Rules, first, rule


@rule(
    "the text says that it is a running total",
    takes=["累计建成5G基站1.2万个。", "中欧班列累计开行3.6万列。"],
    refuses=["新增高新技术企业300家。"],
)
def said_total(figure: Figure) -> bool:
    return "cumulative" in figure.phrase.flags


@rule(
    "the noun is a level at a time: a running total",
    takes=["金融机构存款余额3987亿元。", "高新技术企业总数达到1500家。"],
    refuses=["粮食总产量达到28亿斤。", "经济总量突破3000亿元。"],
)
def level_noun(figure: Figure) -> bool:
    said = [word for word in measures().level if word in figure.indicator]
    return any(_is_level(figure, word) for word in said) and not _comes_new(figure)


@rule(
    "reaching without a verb of doing tells of a stock: a running total",
    takes=["高新技术企业达到1500家。", "高标准农田达到300万亩。", "新能源装机突破1500万千瓦。", "科技创新平台突破100家。", "高技能人才超过48万人。"],
    refuses=[
        "地区生产总值达到1500亿元。",
        "油菜种植面积达到15万亩。",
        "人均公园绿地面积达到15平方米。",
        "生猪出栏达到45万头。",
        "技工院校招生规模突破3万人。",
        "盘活土地200亩、厂房超过3万平方米。",
        "飞行规模达2061万架次。",
        "完成超3.5万户农户电改。",
    ],
)
def reached_level(figure: Figure) -> bool:
    number, phrase = figure.number, figure.phrase
    reaching = [word for word, cls in phrase.predicate if cls in ("reach", "risen", "fallen")]
    flows = any(word in measures().no_level for word in reaching)  # 完成|超3.5万户|农户电改
    reached = any(word not in measures().no_level for word in reaching)
    if number.of("extent"):
        held = (reached or number.passed) and not any(word in figure.indicator for word in measures().no_stock)
    else:
        lasts = number.in_dimension("person") and (figure.ends("held") or figure.ends("people_there"))
        stands = number.passed and number.unit is not None and not flows and (lasts or number.unit.name in measures().stands)
        held = (stands or (reached and number.of("stock"))) and not figure.ends("flow_end") and not figure.ends("traded")
    return held and phrase.action is None and not phrase.carried and not _comes_new(figure) and not _happens(figure)


@rule(
    "things that are counted by themselves, and no verb of doing: how many there are",
    takes=["高新技术企业2039家，增长8%。", "全市经营主体86万户。", "小学在校学生30796人。", "新能源装机1.7亿千瓦。"],
    refuses=[
        "新增高新技术企业300家。",
        "培育科技型中小企业500家、高新技术企业300家。",
        "23个乡镇卫生院改扩建进展顺利。",
        "新能源装机600万千瓦以上。",
        "新能源并网装机4037万千瓦。",
    ],
)
def bare_stock(figure: Figure) -> bool:
    phrase = figure.phrase
    done = phrase.action is not None or bool(phrase.carried) or figure.ahead or _comes_new(figure)
    number = figure.number
    plain_size = number.in_dimension("power") and not number.after  # 新能源装机600万千瓦以上 may be what is to come new
    things = (number.of("stock") or plain_size) and figure.ends("standing")
    counted = things or (number.of("counted") and figure.ends("people_there"))
    return counted and not phrase.grows and not done and "which" not in phrase.flags


@rule(
    "what there is, or was at the end of the year",
    takes=["年末农业机械总动力56.8万千瓦。", "年末公交线路186条，出租汽车6832辆。"],
    refuses=["年底建成幼儿园12所。", "年末生猪出栏52.3万头。", "全年新开工学校12所。", "年末普通中学毕业生6408人。"],
    needed="in bulletins what there is at the end of a year would be compared with what came new in another",
)
def stands_at_end(figure: Figure) -> bool:
    number, phrase = figure.number, figure.phrase
    if not figure.at_end or number.of("money") or number.of("rate") or phrase.action_class in ("add", "make") or phrase.moves:
        return False
    lasting = number.of("stock") or number.of("extent") or (number.unit is not None and number.unit.name in measures().stands)
    return lasting and not figure.grows and not figure.ends("flow_end") and not figure.ends("traded") and not _comes_new(figure)


def _is_level(figure: Figure, word: str) -> bool:
    """Whether a word of level tells of the figure, not of what is worked on (化解|存量|债务) or how large a thing is (存栏|2000头奶牛场)."""
    before, found, behind = figure.indicator.rpartition(word)
    if any(other in figure.indicator for other in load().words["nouns"]["not_level"]):
        return False  # 经济|总量 is what was made in the year
    if not found or (figure.phrase.action and behind and not before):
        return False
    return not behind[:1].isdigit() and behind[:1] not in load().numerals["magnitude"]


def _happens(figure: Figure) -> bool:
    """2061万|架次: whether the unit counts how often something was done, of which there is no stock."""
    unit = figure.number.unit
    return unit is not None and expression("times_unit").search(unit.name) is not None


def _comes_new(figure: Figure) -> bool:
    """Whether a number says what came into being; the 新增 of a list does not reach its totals (新增里程100公里、总里程300公里)."""
    lexicon, phrase = load().words, figure.phrase
    added = phrase.action_class == "add" and not (phrase.carried and figure.indicator.startswith(tuple(lexicon["particles"]["whole"])))
    return added or measures().flow.search(figure.indicator) is not None


STOCKS = Rules("measure", said_total, level_noun, reached_level, bare_stock, stands_at_end)


def cumulative(figure: Figure, kind: str) -> str:
    """The rule that says that a figure of a kind is a stock or a running total, "" where none does."""
    if kind not in ("amount", "ratio") or figure.number.unit is None:
        return ""
    found = first(STOCKS[:1] if kind == "ratio" else STOCKS, figure)
    return found[0].name if found else ""
