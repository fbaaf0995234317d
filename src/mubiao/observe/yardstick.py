"""What a figure is measured against: the nation, the place above, the place itself or another of its indicators."""

from __future__ import annotations

from mubiao.lexicon.expressions import expression
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.observe import indicators
from mubiao.observe.place_named import whole
from mubiao.read.places import Place
from mubiao.rule import Rules, rule


def measured_against(reference: str | None, own: Place, place: Place) -> tuple[str | None, str | None]:
    """The place and the indicator that a reference speaks of; None for the place itself and for the same indicator.

    全省平均水平 -> the province; 全国居民收入平均增速 -> the nation and its incomes; 经济增长 -> the place's own growth. Of a
    phrase that says more of a place (全省重点企业) nothing is known.

    Args:
        own: place of the document.
        place: place of the figure; of a part of the document's the whole of it is a yardstick (鄞州区高于全市).
    """
    if not reference:
        return None, None
    all_of = whole(reference, own)
    code = all_of.place.code if all_of and (all_of.place != own or place != own) else None
    end = all_of.end if all_of and code else 0
    if code and expression("mean_level").fullmatch(reference, end):
        return code, None
    known = indicators.reference(reference[end:])
    return (code, known) if known else (None, None)


@rule(
    "an indicator of the whole place that is held against the whole place is said of parts of it, whichever they are",
    takes=["有条件的县要多贡献，经济增速要高于全市水平。"],
    refuses=[
        "奉化、宁海要多贡献，经济增速要高于全市水平。",
        "县域经济增速高于全市水平。",
        "经济增速要高于全省水平。",
        "鄞州区经济增速要高于全市水平。",
    ],
    needed="what is asked of some counties would be a target of the whole",
)
def against_itself(reference: str | None, phrase: str, known: str | None, own: Place) -> bool:
    if reference is None or known is None:
        return False
    of_part = vocabulary().by_id[known].parent or indicators.parts()[0].head(phrase, 0, len(phrase))  # 制造业投资, 县域经济
    all_of = None if of_part else whole(reference, own)
    return all_of is not None and all_of.place == own and expression("mean_level").fullmatch(reference, all_of.end) is not None


ITSELF = Rules("refusal", against_itself)
