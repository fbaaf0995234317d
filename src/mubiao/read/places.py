"""Jurisdictions: GB/T 2260 codes, names of every year since 1980, levels and parents.

The data are ``places.csv``, made by tools/make_places.py from yearly lists; its first line names their source and hash. A place
keeps the code that it has in the last list, so that 慈溪县 of 1985 is 330282; ``code_in_year`` gives the code of its time.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from mubiao.errors import PlaceError
from mubiao.lexicon.loader import load

LEVELS = {"1": "province", "2": "prefecture", "3": "county"}
ORDER = tuple(LEVELS.values())  # the highest first
NATION = "000000"  # has no line in the lists; found by its code only, so that 全国 in a phrase is no name of a place
FIRST = 1980  # year of the oldest list
COMMENTS = 2  # lines above the header: the source with its hash, the hash of what follows


@dataclass(frozen=True, slots=True)
class Place:
    """One jurisdiction as of the last list.

    Attributes:
        code: GB/T 2260, six digits.
        name: full name (鄞州区); ``names`` also holds former ones and short forms.
        level: nation, province, prefecture or county. Municipalities under the central government are provinces.
        parent: code of the jurisdiction above, "" for a province.
        dissolved: no longer in the last list.
        former_codes: other codes that it had, each with its first and last year.
    """

    code: str
    name: str
    names: tuple[str, ...]
    level: str
    parent: str
    dissolved: bool
    former_codes: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True)
class Gazetteer:
    """All places, found by code or by name."""

    by_code: dict[str, Place]
    by_name: dict[str, tuple[Place, ...]]

    def find(self, query: str) -> Place:
        """A place by code (330200), name (宁波市) or short name (宁波); a parent in front settles doubts (宁波市鄞州区).

        Raises:
            PlaceError: no such place, or several.
        """
        text = query.strip()
        if text.isdigit():
            if text in self.by_code:
                return self.by_code[text]
            raise PlaceError(f"no jurisdiction has the code {text}; codes are those of GB/T 2260, as 330200 for 宁波市")
        found = self._by_path(text)
        if len(found) == 1:
            return found[0]
        if not found:
            raise PlaceError(f"no jurisdiction is called {text}; give a full name (宁波市, 宁波市鄞州区) or a GB/T 2260 code (330200)")
        names = ", ".join(f"{self.full_name(place)} {place.code}" for place in found[:5])
        raise PlaceError(f"{text} could be {names}; give the code")

    def _by_path(self, text: str) -> tuple[Place, ...]:
        if exact := self.bearers(text):
            top = min(ORDER.index(place.level) for place in exact)
            return tuple(place for place in exact if ORDER.index(place.level) == top)
        for cut in range(len(text) - 1, 1, -1):
            above = self.by_name.get(text[:cut])
            if above:
                below = self._by_path(text[cut:])
                return tuple(place for place in below if any(self.within(place, parent) for parent in above))
        return ()

    def bearers(self, name: str) -> tuple[Place, ...]:
        """The places that a full or short name may mean: of all that ever bore it the existing ones, and of these those that bear it now.

        Where none of these is called like it any more, it is that of a place that is no more (莱芜市 is not 新泰市, which once bore its name)."""
        places = self.by_name.get(name, ())
        gone = tuple(place for place in places if place.dissolved and place.name == name)
        if gone and not any(place.name.startswith(name[:-1]) for place in places if not place.dissolved):
            return gone
        for keep in (lambda place: not place.dissolved, lambda place: place.name.startswith(name), lambda place: place.name == name):
            places = tuple(filter(keep, places)) or places
        return places

    def within(self, place: Place, parent: Place) -> bool:
        """Whether a place lies in another."""
        while place.parent:
            if place.parent == parent.code:
                return True
            place = self.by_code[place.parent]
        return False

    def full_name(self, place: Place) -> str:
        """浙江省宁波市鄞州区."""
        return (self.full_name(self.by_code[place.parent]) if place.parent else "") + place.name

    def code_in_year(self, place: Place, year: int) -> str:
        """The code that the place had in a year (1980 to 2024; other years take the nearest)."""
        for code, first, last in place.former_codes:
            if first <= max(year, FIRST) <= last:
                return code
        return place.code


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Load the table once."""
    lines = files(__package__).joinpath("places.csv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(lines[COMMENTS:]))
    last = max(row["last_year"] for row in rows)
    places = {row["code"]: _place_of_line(row, last) for row in rows}
    by_name: dict[str, list[Place]] = {}
    for place in places.values():
        for name in place.names:
            by_name.setdefault(name, []).append(place)
        if (name := _shorter(place)) and name not in by_name:
            by_name[name] = [place]
    nation = Place(NATION, _nation(), (_nation(),), "nation", "", False)
    return Gazetteer({NATION: nation, **places}, {name: tuple(found) for name, found in by_name.items()})


def _shorter(place: Place) -> str:
    """凉山州 for 凉山彝族自治州: the short name with the last character of the full one; "" for other places."""
    ends = tuple(load().words["places"]["autonomous"])
    short = max((name for name in place.names if name != place.name and place.name.startswith(name)), key=len, default="")
    return short + place.name[-1] if short and place.name.endswith(ends) else ""


def _nation() -> str:
    """What it is called."""
    return min(load().words["places"]["whole_nation"])


def _place_of_line(row: dict[str, str], last: str) -> Place:
    former = [(code, *years.split("-")) for code, _, years in (entry.partition(":") for entry in row["former_codes"].split())]
    return Place(
        code=row["code"],
        name=row["name"],
        names=tuple(row["names"].split()),
        level=LEVELS[row["rank"]],
        parent=row["parent"],
        dissolved=row["last_year"] < last,
        former_codes=tuple((code, int(first), int(until)) for code, first, until in former),
    )
