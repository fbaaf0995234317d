"""What a question names: indicators by id or name, and levels of places."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from mubiao.errors import UsageError
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.read.places import ORDER


def indicator_ids(given: Sequence[str]) -> list[str]:
    """Ids of indicators that are given by id or by name.

    Raises:
        UsageError: there is no such indicator; the message tells which may be meant.
    """
    known = vocabulary().by_id
    names = {found.name: found.id for found in known.values()}
    result = []
    for one in given:
        if one not in known and one not in names:
            near = get_close_matches(one, [*known, *names])  # gpd
            like = [
                f"{found.id} ({found.name})" for found in known.values() if one in found.name or one in found.id or {found.id, found.name} & {*near}
            ]
            hint = f"; did you mean {', '.join(like[:4])}" if like else '; mubiao sql "select indicator_id, name from indicators" lists them'
            raise UsageError(f"no indicator is called {one}{hint}")
        result.append(one if one in known else names[one])
    return result


def check_level(level: str) -> None:
    """Refuse what is no level of places.

    Raises:
        UsageError: it names the levels that there are.
    """
    if level not in ORDER:
        raise UsageError(f"no level {level}; there are {', '.join(ORDER)}")
