"""What one row of each table and view is, as the classes of rows and the heads of the .sql files say it."""

from __future__ import annotations

import re

from mubiao.rows import TABLES
from mubiao.tables.database import view_files

BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
OPENING = "One row is "


def head_comment(sql: str) -> str:
    """The comment at the head of a .sql file, as one line; where it broke, Chinese words go on without a space."""
    lines = []
    for line in sql.splitlines():
        if not line.startswith("--"):
            break
        lines.append(line.removeprefix("--").strip())
    return BETWEEN_HAN.sub("", " ".join(lines))


def grains() -> dict[str, str]:
    """Name of a table or view -> what one row of it is, in the order in which they are made.

    >>> grains()["observations"], grains()["series"][:22]
    ('one quantity that a document states', 'one place, thing, meas')
    """
    tables = {name: (row.__doc__ or "").partition(";")[0] for name, row in TABLES.items()}
    views = {name: head_comment(sql).removeprefix(OPENING) for _, name, sql in view_files()}
    return {name: said[:1].lower() + said[1:].partition(". ")[0].partition(": ")[0].rstrip(".") for name, said in {**tables, **views}.items()}
