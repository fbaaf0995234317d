"""The letters of a Word paragraph: which are seen, which are hidden, struck out or marks of notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def w(name: str) -> str:
    """Name of an element or attribute of Word's vocabulary."""
    return f"{{{WORD}}}{name}"


TEXT, BREAK, RUN, SHAPE = w("t"), w("br"), w("r"), w("rPr")
DELETED = {w(name) for name in ("del", "moveFrom")}  # with tracked changes
SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-"}
# What is only around text: runs, links, fields, content controls, and what was inserted or moved here with tracked changes.
AROUND = {
    w(name)
    for name in ("r", "hyperlink", "fldSimple", "sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "dir", "bdo", "ruby", "rubyBase")
}
SYMBOL = w("sym")
SYMBOLS = {0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xBB: "≈", 0xB4: "×", 0xB7: "·", 0xB0: "°"}  # places of the font Symbol
SYMBOL_FONT = "Symbol"
PRIVATE = re.compile("[\uf020-\uf0ff]")  # signs that are written as the place that a font gives them
ALIKE = 0x40  # below it Symbol holds digits, points and signs as all fonts do
HEX = re.compile(r"[0-9A-Fa-f]{4}")
FORMULAS = (f"{{{MATHS}}}oMath", f"{{{MATHS}}}oMathPara")
IN_ONE_LINE = {f"{{{MATHS}}}{name}" for name in ("oMath", "r", "rPr", "t", "oMathParaPr")}  # of a formula that has no fractions, powers and the like
DRAWN = (w("drawing"), w("pict"), w("object"))
ALTERNATIVES, CHOICE = f"{{{MARKUP}}}AlternateContent", f"{{{MARKUP}}}Choice"
BOX = w("txbxContent")
MARK = re.compile(r"[\[(（〔【]?\d{1,3}(?:[,，、]\d{1,3})*[\])）〕】]?|[*※①-⑳]+")
OFF = ("0", "false", "off", "none")


class Letters:
    """Reads paragraphs; counts what it leaves out and keeps the text boxes that it meets."""

    def __init__(self, left_out: Counter[str]) -> None:
        self.left_out = left_out
        self.boxes: list[Any] = []
        self.pictures = 0

    def paragraph(self, element: Any) -> str:
        """Text of a paragraph as a reader of the printed page sees it."""
        return "".join(self._letters(element))

    def _letters(self, block: Any) -> Iterator[str]:
        for element in block:
            if element.tag == TEXT:
                yield self._text(element)
            elif element.tag == BREAK:
                yield "\n" if element.get(w("type"), "textWrapping") == "textWrapping" else ""  # other breaks end a page or column
            elif element.tag in SIGNS:
                yield SIGNS[element.tag]
            elif element.tag == SYMBOL:
                yield self._symbol(element)
            elif element.tag in FORMULAS:
                yield self._formula(element)
            elif element.tag == RUN and (reason := _unread(element)):
                if text := "".join(self._letters(element)):
                    self.left_out[reason] += len(text)
            elif element.tag in AROUND:
                yield from self._letters(element)
            elif element.tag in DELETED:
                self.left_out["deleted text"] += sum(len(found.text or "") for found in element.iter(TEXT, w("delText")))
            elif element.tag in DRAWN or element.tag == ALTERNATIVES:
                self._drawn(element)

    def _text(self, element: Any) -> str:
        """A piece of text; what LibreOffice makes of signs of Symbol in old files stands in the places of that font."""
        text = element.text or ""
        fonts = element.getparent().find(f"{SHAPE}/{w('rFonts')}") if PRIVATE.search(text) else None
        if fonts is None or SYMBOL_FONT not in (fonts.get(w("ascii")), fonts.get(w("hAnsi"))):
            return text
        read = PRIVATE.sub(lambda match: _of_symbol(ord(match[0])), text)
        self.left_out["signs of fonts of symbols"] += len(text) - len(read)
        return read

    def _symbol(self, element: Any) -> str:
        """A sign that Word took from a font of symbols (≥)."""
        written = element.get(w("char"), "")
        code = int(written, 16) if HEX.fullmatch(written) else 0
        sign = _of_symbol(code) if element.get(w("font")) == SYMBOL_FONT else chr(code)
        sign = sign if sign.isprintable() else ""  # a place of another font: a box, an arrow
        self.left_out["signs of fonts of symbols"] += not sign
        return sign

    def _formula(self, element: Any) -> str:
        """What a formula says in one line (≥48%); a fraction in one line would be another number."""
        own = [found for found in element.iter() if isinstance(found.tag, str) and found.tag.startswith(f"{{{MATHS}}}")]
        if any(found.tag not in (*FORMULAS, *IN_ONE_LINE) and len(found) for found in own):
            self.left_out["formulas"] += 1
            return ""
        return "".join(found.text or "" for found in own if found.tag == f"{{{MATHS}}}t")

    def _drawn(self, element: Any) -> None:
        """Keep the text boxes of a drawing; of two ways to draw the same the first."""
        choice = next(element.iter(CHOICE), element)
        found = list(choice.iter(BOX)) or list(element.iter(BOX))
        self.boxes += [box for box in found if next(box.iterancestors(BOX), None) not in found]
        self.pictures += not found


def _of_symbol(code: int) -> str:
    """The sign in a place of the font Symbol (B3 or F0B3)."""
    place = code % 0x100
    return SYMBOLS.get(place, chr(place) if place < ALIKE else "")


def _unread(run: Any) -> str:
    """Why the text of a run is no part of what is read, "" where it is."""
    shape = run.find(SHAPE)
    if shape is None:
        return ""
    if _on(shape, "vanish"):
        return "hidden text"
    if _on(shape, "strike") or _on(shape, "dstrike"):
        return "struck text"
    raised = shape.find(w("vertAlign"))
    if raised is not None and raised.get(w("val")) == "superscript" and _is_mark(run):
        return "marks of notes"
    return ""


def _on(shape: Any, name: str) -> bool:
    found = shape.find(w(name))
    return found is not None and found.get(w("val"), "1") not in OFF


def _is_mark(run: Any) -> bool:
    """Whether a raised run is the mark of a note: a number, a sign or a number in brackets.

    A raised 2 or 3 behind letters of a unit (km², m³) is no mark; behind digits and Chinese signs it is one.
    """
    if not MARK.fullmatch("".join(found.text or "" for found in run.iter(TEXT)).strip()):
        return False
    before = run.getprevious()
    while before is not None and before.tag != RUN:
        before = before.getprevious()
    letters = "".join(found.text or "" for found in before.iter(TEXT)) if before is not None else ""
    return not letters[-1:].isascii() or not letters[-1:].isalpha()
