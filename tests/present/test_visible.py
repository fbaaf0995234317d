"""Hidden signs are named, and text that runs from right to left leaves alone what stands beside it."""

from __future__ import annotations

import unicodedata

import pandas as pd
import pytest
from markupsafe import Markup

from mubiao.present.visible import one_line, visible, visible_cell, visible_frame

ORDERING = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")  # bidirectional classes of Unicode


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("新增绿地200公顷\n新增绿道30公里\t", "新增绿地200公顷\n新增绿道30公里\t"),
        ("绿道\u202e03公里", "绿道[U+202E]03公里"),
        ("绿道\x1b[31m30公里", "绿道[U+001B][31m30公里"),
        ("\0", "[U+0000]"),
        ("\udcff", "[U+DCFF]"),
        ("绿道\ufffe\uffff", "绿道[U+FFFE][U+FFFF]"),
        ("绿道\U000e0041", "绿道[U+E0041]"),
        ("אב", "\u2068אב\u2069"),
        ("\u2069אב\u202e", "\u2068[U+2069]אב[U+202E]\u2069"),
    ],
    ids=["chinese", "reversed", "colour", "nothing", "half", "no_characters", "no_shape", "from_the_right", "that_breaks_out"],
)
def test_what_is_hidden_is_named(text: str, shown: str):
    assert visible(text) == shown


def test_no_sign_that_orders_letters_is_left():
    ordering = [
        chr(at) for at in range(0x3000) if unicodedata.bidirectional(chr(at)) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    ]
    assert len(ordering) == 9
    assert visible("".join(ordering)) == "".join(f"[U+{ord(sign):04X}]" for sign in ordering)


def test_what_was_made_visible_stays_as_it_is():
    for text in ("绿道\u202e30公里", "אב\u202e"):
        assert visible(visible(text)) == visible(text)


def test_a_name_begins_no_line_of_its_own():
    assert one_line("a.txt\n\u2028b") == "a.txt[U+000A][U+2028]b"


def test_what_is_no_text_and_what_is_markup_stay():
    assert [visible_cell(value) for value in (None, 1.5, ["\0"])] == [None, 1.5, ["\0"]]
    assert visible_cell(Markup("<b>\u200e</b>")) == "<b>\u200e</b>"


def test_only_texts_of_a_frame_change():
    frame = pd.DataFrame({"quote": ["绿道\u202e", None], "value": [1.0, None], "year": [2024, 2025]})
    shown = visible_frame(frame)
    assert shown["quote"].tolist()[0] == "绿道[U+202E]"
    assert shown["value"].equals(frame["value"])
    assert shown["year"].equals(frame["year"])
