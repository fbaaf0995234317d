"""Constraints of the lowest versions that pyproject.toml allows: ``python tools/lowest.py > lowest.txt; make test CONSTRAINTS=lowest.txt``."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

NEEDED = re.compile(r"([\w.-]+)(?:\[[\w,-]+\])?>=([\d.]+)")


def lowest(project: dict[str, object]) -> list[str]:
    """``name==version`` of each package that the program and its tests need with a lowest version."""
    told = project["project"]
    assert isinstance(told, dict)
    lines = (*told["dependencies"], *told["optional-dependencies"]["test"])
    return sorted("==".join(found.groups()) for line in lines if (found := NEEDED.match(line)))


if __name__ == "__main__":
    print("\n".join(lowest(tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")))))
