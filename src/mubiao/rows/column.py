"""How a table is declared: a class, each field of it a column with its Arrow type and its meaning."""

from __future__ import annotations

from dataclasses import field
from typing import Any


def column(kind: str, doc: str, **default: object) -> Any:
    """A column of a table: Arrow type and meaning, from which schema and data dictionary are made."""
    return field(metadata={"type": kind, "doc": doc}, **default)  # type: ignore[call-overload]


def optional(kind: str, doc: str) -> Any:
    """A column of which a source may say nothing: None where it is not given, or an empty list."""
    return column(kind, doc, default_factory=list) if kind.startswith("list") else column(kind, doc, default=None)
