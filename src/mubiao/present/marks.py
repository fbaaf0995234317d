"""Chinese punctuation: marks between Han are full-width (W3C clreq), whatever program wrote the text."""

from __future__ import annotations

import re

FULL = {"(": "（", ")": "）", ",": "，", ":": "：", ";": "；"}
AFTER_HAN = re.compile(r"(?<=[\u3400-\u9fff％%”）])[(),:;](?!\d) ?|(?<=[\u3400-\u9fff])\((?=\d)| ?\((?=[→\u3400-\u9fff])|(?<=\d)\)$")


def full_width(text: str) -> str:
    """A text with full-width marks where they stand between or behind Chinese words.

    >>> full_width("5.1% (预计)"), full_width("高新技术企业(累计)"), full_width("1,500 (a)")
    ('5.1%（预计）', '高新技术企业（累计）', '1,500 (a)')
    """
    return AFTER_HAN.sub(lambda found: FULL[found[0].strip()], text)
