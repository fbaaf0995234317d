"""Chinese punctuation: marks between Han are full-width (W3C clreq), whatever program wrote the text."""

from __future__ import annotations

import re

FULL = {"(": "（", ")": "）", ",": "，", ":": "：", ";": "；"}
HAN = "\u3400-\u9fff"
AFTER_HAN = re.compile(rf"(?<=[{HAN}％%”）])[(),:;](?!\d) ?|(?<=[{HAN}])\((?=\d)| ?\((?=[→{HAN}])|(?<=\d),(?=[{HAN}])|(?<=\d)\)$")


def full_width(text: str) -> str:
    """A text with full-width marks where they stand between or behind Chinese words.

    >>> full_width("5.1% (预计)"), full_width("高新技术企业(累计)"), full_width("1,500 (a)"), full_width("报告(2025,续页)")
    ('5.1%（预计）', '高新技术企业（累计）', '1,500 (a)', '报告（2025，续页）')
    """
    return AFTER_HAN.sub(lambda found: FULL[found[0].strip()], text)
