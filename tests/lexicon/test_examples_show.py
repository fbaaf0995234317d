"""Words show in their own examples: a sentence is read otherwise once the word is gone (``python tools/words.py shown`` lists those that do not)."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "tools"))
tool = import_module("words")


def test_every_word_shows_in_its_example() -> None:
    assert tool.unshown(tool.words()) == []


def test_a_word_that_its_example_does_not_need_is_found() -> None:
    needless = tool.words()[0]._replace(example="为民办实事")  # no number, nothing to read
    assert tool.unshown([needless]) == [needless]
