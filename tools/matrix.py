"""``make test`` in fresh clones, for several Pythons and choices of versions, and whether all of them build the same bytes.

Each clone has an environment of its own. Tables of data/raw are built in each; where pyarrow has the same version, their Parquet
files must be the same. Pythons that are not found are told and passed over.

    python tools/matrix.py                                               # 3.11 to 3.14 with constraints.txt, the newest, 3.11 with the lowest
    python tools/matrix.py --python 3.12 --versions constraints newest
    python tools/matrix.py --versions constraints --tests tests/tables   # only some tests, without linters
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
VERSIONS = ("constraints", "newest", "lowest")
CONSTRAINTS = {"constraints": "constraints.txt", "newest": "", "lowest": "lowest.txt"}
LOWEST_PYTHON = PYTHONS[0]  # the lowest versions have no wheels for later ones
BYTES = """
import hashlib, pathlib, sys, mubiao, pyarrow
mubiao.build("data/raw", sys.argv[1])
files = sorted(pathlib.Path(sys.argv[1], "current").resolve().rglob("*.parquet"))
print(pyarrow.__version__, hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16])
"""


def main() -> None:
    """Clone, install, test, build."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", nargs="+", default=PYTHONS, help="versions or paths of interpreters")
    parser.add_argument("--versions", nargs="+", default=VERSIONS, choices=VERSIONS)
    parser.add_argument("--tests", nargs="+", default=(), help="only these, by pytest alone")
    given = parser.parse_args()
    failed = False
    bytes_of: dict[str, set[str]] = defaultdict(set)
    with TemporaryDirectory() as folder:
        for python in given.python:
            interpreter = found(python)
            if interpreter is None:
                print(f"{python}: no such interpreter here", flush=True)
                continue
            for versions in given.versions:
                if versions == "lowest" and python in PYTHONS and python != LOWEST_PYTHON:
                    continue
                begin = time.perf_counter()
                clone = Path(folder) / "clone"
                passed, told = tested(clone, interpreter, versions, given.tests)
                arrow, digest = built(clone)
                if digest:
                    bytes_of[arrow].add(digest)
                tables = f"pyarrow {arrow}, Parquet {digest}" if digest else "no tables"
                print(f"{python} {versions}: {told}; {time.perf_counter() - begin:.0f} s; {tables}", flush=True)
                failed |= not passed or not digest
                shutil.rmtree(clone)
    differing = [arrow for arrow, digests in bytes_of.items() if len(digests) > 1]
    if differing:
        print(f"not the same bytes with pyarrow {', '.join(differing)}")
    sys.exit(failed or bool(differing))


def found(python: str) -> Path | None:
    """An interpreter by its path or version: on the path of programs, or among those of pyenv."""
    if Path(python).is_file():
        return Path(python)
    if named := shutil.which(f"python{python}"):
        works = subprocess.run([named, "-c", ""], capture_output=True, check=False)  # a shim of pyenv may lead nowhere
        if not works.returncode:
            return Path(named)
    kept = sorted(Path.home().glob(f".pyenv/versions/{python}*/bin/python3"))
    return kept[-1] if kept else None


def tested(clone: Path, interpreter: Path, versions: str, tests: Sequence[str]) -> tuple[bool, str]:
    """Whether the tests of a fresh clone pass, and the last line of what they say."""
    subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
    if versions == "lowest":
        lowest = subprocess.run([sys.executable, "tools/lowest.py"], cwd=clone, capture_output=True, check=True, encoding="utf-8").stdout
        (clone / "lowest.txt").write_text(lowest, encoding="utf-8")
    make = ["make", f"PYTHON={interpreter}", f"CONSTRAINTS={CONSTRAINTS[versions]}"]
    if tests:
        subprocess.run([*make, ".venv/installed-test"], cwd=clone, check=False, stdout=subprocess.DEVNULL)
        command = [".venv/bin/pytest", *tests]
    else:
        command = [*make, "test"]
    ended = subprocess.run(command, cwd=clone, capture_output=True, encoding="utf-8", check=False)
    lines = (ended.stdout.strip() or ended.stderr.strip()).splitlines()  # what pip warns of would push the names of failed tests out
    if ended.returncode:
        print("\n".join(lines[-40:]), flush=True)
    summary = next((line for line in reversed(lines) if re.search(r"\d+ (?:passed|failed)", line)), lines[-1] if lines else "")
    return not ended.returncode, summary.strip("= ")


def built(clone: Path) -> tuple[str, str]:
    """Version of pyarrow, and a digest of all Parquet files that a build of data/raw makes; "" where nothing could be installed or built."""
    ended = subprocess.run([".venv/bin/python", "-c", BYTES, "tables"], cwd=clone, capture_output=True, check=False, encoding="utf-8")
    arrow, _, digest = ended.stdout.strip().partition(" ")
    return arrow, digest


if __name__ == "__main__":
    main()
