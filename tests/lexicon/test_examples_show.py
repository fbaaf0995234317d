"""Words show in their own examples: a sentence is read otherwise once the word is gone. unshown.tsv lists those that do not yet.

All of them take minutes (``python tools/words.py shown``); here a few of every table are asked.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from importlib import import_module
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "tools"))
tool = import_module("words")

UNSHOWN = {tuple(line.split("\t")) for line in Path(__file__).with_name("unshown.tsv").read_text(encoding="utf-8").splitlines()}
EVERY = 40  # one of so many words of a table is asked, the last at least


def test_words_that_are_not_excepted_show_in_their_examples() -> None:
    by_table = defaultdict(list)
    for word in tool.words():
        if (word.file, f"[{word.table}]", word.text) not in UNSHOWN:
            by_table[word.file, word.table].append(word)
    asked = [word for words in by_table.values() for word in words[::-EVERY]]
    assert tool.unshown(asked) == []


def test_every_exception_is_a_word() -> None:
    assert {(word.file, f"[{word.table}]", word.text) for word in tool.words()} >= UNSHOWN


def test_a_word_that_nothing_depends_on_is_found() -> None:
    word = next(word for word in tool.words() if word.text == "名列")
    assert tool.unshown([word._replace(example="名列前茅")]) == [word._replace(example="名列前茅")]
