"""Markdown tables, aligned so that they also read well on a screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; all columns but the first stand on the right."""
    lines = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(_width(line[at]) for line in lines) for at in range(len(head))]
    body = [[_padded(cell, width, at == 0) for at, (cell, width) in enumerate(zip(line, widths, strict=True))] for line in lines]
    rule = ["-" * width if at == 0 else "-" * (width - 1) + ":" for at, width in enumerate(widths)]
    return "\n".join(f"| {' | '.join(line)} |" for line in (body[0], rule, *body[1:]))


def _padded(cell: str, width: int, left: bool) -> str:
    space = " " * (width - _width(cell))
    return cell + space if left else space + cell


def _width(text: str) -> int:
    """Columns on a screen: Chinese characters take two."""
    return sum(2 if "\u2e80" <= char <= "\uffef" else 1 for char in text)
