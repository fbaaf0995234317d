"""Words show in their own examples: a sentence is read otherwise once the word is gone. unshown.tsv lists those that do not yet.

``python tools/words.py shown`` lists them.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "tools"))
tool = import_module("words")

UNSHOWN = {tuple(line.split("\t")) for line in Path(__file__).with_name("unshown.tsv").read_text(encoding="utf-8").splitlines()}


def test_words_that_are_not_excepted_show_in_their_examples() -> None:
    asked = [word for word in tool.words() if (word.file, f"[{word.table}]", word.text) not in UNSHOWN]
    assert tool.unshown(asked) == []


def test_every_exception_is_a_word() -> None:
    assert {(word.file, f"[{word.table}]", word.text) for word in tool.words()} >= UNSHOWN


def test_a_word_that_nothing_depends_on_is_found() -> None:
    word = next(word for word in tool.words() if word.text == "名列")
    assert tool.unshown([word._replace(example="名列前茅")]) == [word._replace(example="名列前茅")]
