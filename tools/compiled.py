"""Build the compiled wheel and the pure one from this folder, and compare the tables that both make of data/raw, byte by byte.

Run by an interpreter that has what mubiao needs; it needs a C compiler, and takes some minutes::

    python tools/compiled.py
    python tools/compiled.py FOLDER     # speed over other documents too, text or DOCX
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
SWITCH = "HATCH_BUILD_HOOK_ENABLE_MYPYC"  # turns the hook of pyproject.toml on
COPIED = ("pyproject.toml", "README.md", "LICENSE", "src", "data")
TABLES = """
import hashlib, pathlib, sys, mubiao, mubiao.grammar.parse
mubiao.build(sys.argv[1], sys.argv[2])
files = sorted(pathlib.Path(sys.argv[2], "current").resolve().rglob("*.parquet"))
print(pathlib.Path(mubiao.grammar.parse.__file__).suffix, hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16])
"""
SPEED = """
import pathlib, sys, time
from mubiao.errors import MubiaoError
from mubiao.extracts import read_and_observe
from mubiao.model import Facts
def read(folder):
    characters = 0
    for path in sorted(path for path in pathlib.Path(folder).rglob("*") if path.suffix in (".txt", ".docx")):
        try:
            characters += sum(len(document.text) for document, _, _ in read_and_observe(path, Facts()))
        except MubiaoError:
            pass  # says neither place nor year
    return characters
read(sys.argv[1])  # the word lists are compiled
begin = time.process_time()
print(round(read(sys.argv[2]) / (time.process_time() - begin)))
"""


def main() -> None:
    """Build, compare, measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "data/raw", help="documents to measure the speed on")
    given = parser.parse_args()
    with TemporaryDirectory() as scratch:
        wheels = {name: wheel(Path(scratch, name), switch) for name, switch in (("pure", "false"), ("compiled", "true"))}
        told = {name: ran(TABLES, found, ROOT / "data/raw", Path(scratch, name, "tables")).split() for name, found in wheels.items()}
        best = dict.fromkeys(wheels, 0)
        for _ in range(3):  # by turns, so that other work on the machine bears on both
            for name, found in wheels.items():
                best[name] = max(best[name], int(ran(SPEED, found, ROOT / "data/raw", given.folder)))
    for name, (kind, digest) in told.items():
        print(f"{name}: grammar read from *{kind}, Parquet {digest}, {best[name]:,} characters/s")
    print(f"compiled is {best['compiled'] / best['pure']:.2f} times as fast")
    if told["compiled"][0] == ".py" or told["pure"][1] != told["compiled"][1]:
        sys.exit("the compiled wheel is not compiled, or does not make the same tables")


def wheel(folder: Path, switch: str) -> Path:
    """Where a wheel of this folder is unpacked."""
    source = folder / "source"
    source.mkdir(parents=True)
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("*.so", "*.pyd", "__pycache__"))
        else:
            shutil.copy(ROOT / name, source)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(source)]
    subprocess.run(command, check=True, env={**os.environ, SWITCH: switch})
    unpacked = folder / "unpacked"
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        archive.extractall(unpacked)
    return unpacked


def ran(program: str, package: Path, *arguments: Path) -> str:
    """What a program prints that finds mubiao in a folder."""
    command = [sys.executable, "-c", program, *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(package)}, cwd=package)
    return done.stdout.strip().splitlines()[-1]


if __name__ == "__main__":
    main()
