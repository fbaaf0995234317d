"""Draw every chart from its example, with a page of them, for the site: python docs/gallery.py

What it writes stands under no version control: the examples are tests already (tests/charts/test_declared.py).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from mubiao import charts
from mubiao.charts.declare import CHARTS, Declared

HERE = Path(__file__).parent
FOLDER = HERE / "gallery"
EXAMPLES = HERE.parent / "tests" / "charts" / "examples.toml"


def main() -> None:
    """Write the pictures and the page."""
    FOLDER.mkdir(exist_ok=True)
    lines = ["# Gallery", "", "Every chart of `mubiao.charts`, drawn from its example. `mubiao chart NAME … -o FILE` draws it from your tables.", ""]
    examples = tomllib.loads(EXAMPLES.read_text(encoding="utf-8"))
    for chart in CHARTS.values():
        rows = pd.DataFrame(examples[chart.name])
        frame = rows.reindex(columns=[*dict.fromkeys([*rows.columns, *chart.columns])])
        charts.save(chart.draw(frame), FOLDER / f"{chart.name}.svg")
        lines += _entry(chart)
    (HERE / "gallery.md").write_text("\n".join(lines), encoding="utf-8")


def _entry(chart: Declared) -> Iterator[str]:
    yield from (f"## {chart.name}", "", f"{chart.about} View: `{chart.view}`.", "", f"![{chart.name}](gallery/{chart.name}.svg)", "")
    yield from ("```python", f'mubiao.charts.{chart.name}(wh.sql("from {chart.view} where …").df(), language="en")', "```", "")


if __name__ == "__main__":
    main()
