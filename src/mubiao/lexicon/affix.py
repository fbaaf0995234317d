"""Longest words at the edges of a span: the engine under every rule that takes a word off a phrase."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

Tree: TypeAlias = "dict[str, Tree]"


class Affixes:
    """A word list asked for the longest word that begins or ends at a place.

    Args:
        words: word -> name of its class.
    """

    __slots__ = ("_head", "_tail", "words")

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = dict(words)
        self._head: dict[str, tuple[int, ...]] = _lengths(self.words, 0)
        self._tail: dict[str, tuple[int, ...]] = _lengths(self.words, -1)

    @classmethod
    def of(cls, words: Iterable[str]) -> Affixes:
        """A list of words whose classes nobody asks for."""
        return cls(dict.fromkeys(words, ""))

    def head(self, text: str, start: int, end: int) -> str | None:
        """The longest word that begins at ``start`` and ends by ``end``."""
        for length in self._head.get(text[start : start + 1], ()):
            if start + length <= end and (word := text[start : start + length]) in self.words:
                return word
        return None

    def tail(self, text: str, start: int, end: int) -> str | None:
        """The longest word that ends at ``end`` and begins at ``start`` or later."""
        if end <= start:
            return None
        for length in self._tail.get(text[end - 1], ()):
            if end - length >= start and (word := text[end - length : end]) in self.words:
                return word
        return None

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where words stand in a text: from left to right, at each place the longest."""
        at = 0
        while at < len(text):
            word = self.head(text, at, len(text)) if text[at] in self._head else None
            if word:
                yield at, at + len(word)
            at += len(word or text[at])


def _lengths(words: Iterable[str], index: int) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[index], set()).add(len(word))
    return {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()}


def pattern(words: Iterable[str]) -> str:
    """A regular expression for any of the words, longest first, as a trie: no backtracking over the list."""
    tree: Tree = {}
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branch(tree)


def _branch(node: Tree) -> str:
    options = [re.escape(char) + _branch(child) for char, child in sorted(node.items()) if char]
    if not options:
        return ""
    body = options[0] if len(options) == 1 else "(?:" + "|".join(options) + ")"
    return f"(?:{body})?" if "" in node else body
