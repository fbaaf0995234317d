"""A digest of the rules that rows depend on: of what they mean, so that a comment changes nothing."""

from __future__ import annotations

import ast
import marshal
import re
import sys
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.resources import files
from pathlib import Path
from types import CodeType

from mubiao.lexicon.layers import own_files

PARTS = (
    "grammar",
    "lexicon",
    "observe",
    "outline",
    "read",
    "extracts.py",
    "limits.py",
    "model",
    "remembered.py",
    "rows",
    "rule.py",
    "tables/changed_rows.py",
    "tables/corrected.py",
    "tables/corrections.py",
    "tables/reference.py",
    "tables/schema.py",
    "tables/settable.py",
)
JUDGING = "lexicon/attainment_rules.csv"  # no row depends on it, only the verdicts on rows that were compared
REMEMBERED = "rules"
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
BLOCKS = ("body", "orelse", "finalbody")


def rules_digest(folder: Path) -> str:
    """Digest of code and words of the stages up to rows, of a user's own words, and of the packages that they use.

    Args:
        folder: where the digest is remembered for as long as no byte of the code changes.
    """
    ours, of_ours = _of_package()
    own = own_files()
    names = [f"own/{path.parent.name}/{path.name}" for path in own]
    bytes_digest = sha256(repr((of_ours, names)).encode() + b"".join(map(Path.read_bytes, own))).hexdigest()
    try:
        known, digest = (folder / REMEMBERED).read_text(encoding="utf-8").split()
    except (OSError, ValueError):
        known = digest = ""
    if known != bytes_digest:
        digest = _of_meanings((*ours, *zip(names, own, strict=True)), bytes_digest)
        (folder / REMEMBERED).write_text(f"{bytes_digest} {digest}", encoding="utf-8")
    return digest


@lru_cache(maxsize=1)
def _of_package() -> tuple[tuple[tuple[str, Path], ...], str]:
    """Names and paths of our files, and the digest of their bytes: taken once, as a process runs the code that it has loaded."""
    package = Path(str(files("mubiao")))
    every = ((path.relative_to(package).as_posix(), path) for part in PARTS for path in _files(package / part))
    named = tuple((name, path) for name, path in every if name != JUDGING)
    told = repr((_packages(), sys.version_info[:2], [name for name, _ in named])).encode()
    return named, sha256(told + b"".join(path.read_bytes() for _, path in named)).hexdigest()


@lru_cache(maxsize=1)
def _of_meanings(named: tuple[tuple[str, Path], ...], _: str) -> str:
    return sha256(repr((_packages(), [(name, meaning(path)) for name, path in named])).encode()).hexdigest()


def _files(entry: Path) -> list[Path]:
    return [path for path in ([entry] if entry.is_file() else sorted(entry.rglob("*"))) if path.is_file() and path.suffix != ".pyc"]


def meaning(path: Path) -> bytes:
    """A file of code or words without comments, docstrings and the numbers of lines."""
    data = path.read_bytes()
    if path.suffix == ".py":
        tree = ast.parse(data)
        _without_docstrings(tree)
        return marshal.dumps(_placeless(compile(tree, path.name, "exec", dont_inherit=True)), 2)  # later formats tell what is shared
    if path.suffix == ".toml" and b'"""' not in data and b"'''" not in data:
        lines = (line.strip() for line in data.splitlines())
        return b"\n".join(line for line in lines if line and not line.startswith(b"#"))
    return data


def _without_docstrings(node: ast.AST) -> None:
    for name in BLOCKS:
        for inner in getattr(node, name, []) if isinstance(getattr(node, name, None), list) else []:
            _without_docstrings(inner)
    if isinstance(node, DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
        node.body = node.body[1:] or [ast.copy_location(ast.Pass(), node.body[0])]


def _placeless(code: CodeType) -> CodeType:
    return code.replace(co_consts=tuple(map(_marshallable, code.co_consts)), co_firstlineno=1, co_linetable=b"", co_filename="")


def _marshallable(const: object) -> object:
    """A constant of code as any version of marshal takes it: from Python 3.14 on some are slices."""
    if isinstance(const, CodeType):
        return _placeless(const)
    if isinstance(const, slice):
        return "slice", const.start, const.stop, const.step
    return tuple(map(_marshallable, const)) if isinstance(const, tuple) else const


@lru_cache(maxsize=1)
def _packages() -> list[tuple[str, str]]:
    """Versions of the packages that mubiao cannot do without."""
    found = []
    try:
        needed = [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in requires("mubiao") or [] if "extra ==" not in line]
    except PackageNotFoundError:  # run from its sources
        needed = []
    for name in sorted(needed):
        try:
            found.append((name, version(name)))
        except PackageNotFoundError:
            found.append((name, ""))
    return found
