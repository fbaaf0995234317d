"""The digest of the rules: of what they mean, and of all of them."""

from __future__ import annotations

import marshal
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from mubiao.lexicon.layers import OWN
from mubiao.rules_digest import PARTS, _of_package, _placeless, meaning, rules_digest

PACKAGE = Path(str(files("mubiao")))
NOT_RULES = {"deadline", "digests", "__init__", "errors", "memory", "rules_digest", "workers", "tables", "tables.schema"}


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "one", "two"),
    [
        ("a.py", "def f(x):\n    return x\n", 'def f(x):  # a comment\n    """What it does."""\n\n    return (x)\n'),
        ("a.toml", 'words = ["个", "家"]\n', '# units\n\n  words = ["个", "家"]\n'),
    ],
    ids=["code", "words"],
)
def test_comments_docstrings_and_layout_mean_nothing(tmp_path: Path, name: str, one: str, two: str):
    assert meaning(written(tmp_path, name, one)) == meaning(written(tmp_path, name, two))


@pytest.mark.parametrize(
    ("name", "one", "two"),
    [
        ("a.py", "x = 1", "x = 2"),
        ("a.toml", 'x = """\n# a\n"""', 'x = """\n# b\n"""'),
        ("a.toml", 'x = ["个", "家"]', 'x = ["家", "个"]'),
        ("a.csv", "个", "家"),
    ],
    ids=["code", "text_like_a_comment", "order", "other_files"],
)
def test_anything_else_means_something(tmp_path: Path, name: str, one: str, two: str):
    assert meaning(written(tmp_path, name, one)) != meaning(written(tmp_path, name, two))


def test_slices_among_the_constants_of_code_are_told_too():
    """Python 3.14 and later put them there, and marshal of the version that is the same everywhere does not take them."""
    code = compile("x[1:2]", "a.py", "exec")
    told = [marshal.dumps(_placeless(code.replace(co_consts=(slice(1, end), (slice(None),)))), 2) for end in (2, 2, 3)]
    assert told[0] == told[1] != told[2]


def test_the_digest_is_remembered_as_long_as_no_byte_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    first = rules_digest(tmp_path)
    monkeypatch.setattr("mubiao.rules_digest.meaning", lambda path: 1 / 0)
    assert rules_digest(tmp_path) == first


def test_whatever_reading_a_document_imports_is_in_the_digest():
    code = "import sys, mubiao.remembered; print(*(name for name in sys.modules if name.startswith('mubiao.')))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8").stdout.split()
    covered = {part.removesuffix(".py").replace("/", ".") for part in PARTS}
    names = {name.removeprefix("mubiao.") for name in loaded}
    assert {name for name in names if name.split(".")[0] not in covered and name not in covered} <= NOT_RULES


@pytest.mark.parametrize("name", ["views/series.sql", "charts/trends.py", "report/place.py", "export/workbook.py", "lexicon/attainment_rules.csv"])
def test_what_only_compares_or_shows_rows_reads_no_document_again(name: str):
    assert (PACKAGE / name).exists()
    assert name not in dict(_of_package()[0])


def test_the_own_words_of_a_user_are_in_the_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    before = rules_digest(tmp_path)
    (tmp_path / "own").mkdir()
    written(tmp_path / "own", "inflections.toml", '[front]\n"全镇" = "全镇生产总值"\n')
    monkeypatch.setenv(OWN, str(tmp_path / "own"))
    assert rules_digest(tmp_path) != before
