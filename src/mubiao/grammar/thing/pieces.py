"""What an indicator is made of: spans, not strings, so that it is always made of the document's own words.

A thing is a tuple of pieces (start, end); a piece with a text of its own (城镇 out of 城乡) carries it as third element.
"""

from __future__ import annotations

Piece = tuple[int, int] | tuple[int, int, str]
Pieces = tuple[Piece, ...]

WORD = 2  # characters of a word: the least that names a thing, and that two nouns have in common where they are built alike
LITTLE = 4  # a noun of so few characters says too little without what is said of it (6个企业品牌入选…)


def words_of(text: str, pieces: Pieces) -> str:
    """The words that pieces make up."""
    return "".join([piece[2] if len(piece) > 2 else text[piece[0] : piece[1]] for piece in pieces]).strip(" 、,:")
