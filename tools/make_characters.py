"""Make the table of traditional characters, src/mubiao/read/characters.csv, from OpenCC's dictionary (Apache-2.0 licence).

Run ``python tools/make_characters.py`` after ``pip install -e .[characters]``; the same dictionary gives the same bytes. Each
line holds a traditional character and the simplified one that is read in its place. A character that the name of a place has
today (乾县) stays: there it is simplified writing. The first line names the source and its hash, the second the hash of the rows below.
"""

from __future__ import annotations

import hashlib
import sys
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

READ = Path(__file__).parents[1] / "src" / "mubiao" / "read"
LAST = "\uffff"  # rarer characters stand in no report
HEADER = "traditional,simplified"


def dictionary() -> Path:
    """The dictionary in the package: a character, and what it may be written as, the usual one first."""
    spec = find_spec("opencc")
    if spec is None or not spec.submodule_search_locations:
        sys.exit("the package opencc-python-reimplemented is missing; install mubiao with the extra characters")
    return Path(spec.submodule_search_locations[0]) / "dictionary" / "TSCharacters.txt"


def main() -> None:
    path = dictionary()
    today = set((READ / "places.csv").read_text(encoding="utf-8"))
    pairs = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        traditional, options = line.split("\t")
        usual = options.split()[0]
        if usual != traditional and max(usual, traditional) <= LAST and traditional not in today:
            pairs[traditional] = usual
    body = "".join(f"{line}\n" for line in (HEADER, *(f"{one},{other}" for one, other in sorted(pairs.items()))))
    source = (
        f"# opencc-python-reimplemented {version('opencc-python-reimplemented')} {path.name} sha256 {hashlib.sha256(path.read_bytes()).hexdigest()}"
    )
    table = READ / "characters.csv"
    table.write_text(f"{source}\n# rows sha256 {hashlib.sha256(body.encode()).hexdigest()}\n{body}", encoding="utf-8", newline="\n")
    print(f"{table.name}: {len(pairs)} characters")


if __name__ == "__main__":
    main()
