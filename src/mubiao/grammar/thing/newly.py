"""Growth of what came new (新登记企业1.2万家、增长8%): it is told of what came, not of all that there is."""

from __future__ import annotations

from mubiao.grammar.phrase.right_edge import added_at_end
from mubiao.grammar.phrase.verbs import verb_at
from mubiao.grammar.thing.pieces import Pieces
from mubiao.grammar.words.edges import edges
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.vocabulary import plain, vocabulary


def as_new(text: str, thing: Pieces, low: int, high: int) -> Pieces:
    """The thing that grows, with the verb in front that says that it is new; as it is where there is none.

    Args:
        low, high: where the sentence begins, and the number of the growth. No other number than how many came stands in between: behind
            a level (新增企业2万家,达到30万家,增长8%) all of them grow.
    """
    if len(thing) != 1 or len(thing[0]) > 2:
        return thing  # of several pieces, or a share of a word (三次产业)
    start, end = thing[0][:2]
    known = vocabulary().forms.get(plain(text[start:end]))
    if known and vocabulary().by_id[known].nature == "flow":
        return thing  # 新增|城镇就业|1.2万人,增长5%: of what comes anew every year the name needs no word for it
    if start < low or expression("told_between").search(text[end:high]):
        return thing
    return ((start - len(added_at_end(text, low, start) or ""), end),)


def says_new(text: str, low: int, high: int) -> bool:
    """Whether a name opens with a verb that tells of what came new: 新登记市场主体, 新增贷款."""
    kit, verb = edges(), verb_at(text, low, high) or ""
    return kit.new.head(verb, 0, len(verb)) is not None or verb in kit.adds.words
