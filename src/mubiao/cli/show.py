"""mubiao show: a row with its source passage."""

from __future__ import annotations

from pathlib import Path

import click
from rich.text import Text

from mubiao.cli.output import console, data_option, print_table, short
from mubiao.errors import WarehouseError
from mubiao.present.visible import visible
from mubiao.warehouse import Warehouse

AROUND = 60  # characters of context to either side of a marked number
SHOWN = """
    select o.*, d.title, d.issuer, d.published, d.url, d.text
    from observations o
    join documents d using (doc_id)
    where observation_id = $id
"""


@click.command()
@click.argument("observation_id")
@data_option
def show(observation_id: str, data: Path) -> None:
    """Show a row with its source passage, the number marked.

    \b
    Examples:
      mubiao sql "select observation_id, quote from observations where indicator_id = 'gdp'"    # whose ids are what show takes
      mubiao show OBSERVATION_ID
    """
    with Warehouse(data) as warehouse:
        rows = short(warehouse.sql(SHOWN, id=observation_id).to_arrow_table()).to_pylist()
    if not rows:
        raise WarehouseError(f"no observation {observation_id}; ids stand in the column observation_id of observations and plan_result_next")
    row = rows[0]
    text = row.pop("text")
    print_table([[name, _value(value)] for name, value in row.items() if value not in (None, [])], ("column", "value"))
    if text is not None:
        console().print(_passage(text, row["char_start"], row["char_end"]))


def _value(value: object) -> str:
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


def _passage(text: str, start: int, end: int) -> Text:
    """The words around a span; 【】 mark it, so that it is seen without colours too."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    passage = Text(f"\n…{visible(before)}【")
    passage.append(visible(text[start:end]), style="bold reverse")
    return passage.append(f"】{visible(after)}…")
