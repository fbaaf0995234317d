"""Tables of figures: what each row states in each column of values.

A row is named by its cell of names; unit, stage and years come from the heads (see :mod:`mubiao.outline.heads`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.model import Facts, Statement
from mubiao.outline.captions import of_caption, part_of_caption
from mubiao.outline.cell_statements import asked_in, statement, unit_of
from mubiao.outline.columns import Column
from mubiao.outline.columns import column as column_of
from mubiao.outline.grids import Grid, GridCell, is_title_row
from mubiao.outline.heads import columns_of, is_value
from mubiao.outline.row_names import PartRows, is_growth, named_in, says_part
from mubiao.outline.rows import ROW_NUMBER, Row
from mubiao.outline.table_refusals import table_column
from mubiao.outline.turned import turned
from mubiao.outline.units import caption_unit

LEVELS = ("result", "estimate", "target")  # kinds of columns that tell values of single years
NO_VALUES = ("name", "goal", "done", "unit", "attribute", "duty")


def rows_of(rows: Grid, facts: Facts, source: str, above: Sequence[str] = ()) -> list[Row]:
    """The rows below the head with what they state; empty where the table is none of figures.

    Args:
        source: the text as published.
        above: the lines that stand above the table; one may tell the unit of all values.
    """
    rows = turned(rows)
    found = columns_of(rows, of_caption(facts, above), above)
    if not found:
        return []
    height, columns = found
    columns = [replace(one, part_of_year=one.part_of_year or part_of_caption(above)) if one.stage == "result" else one for one in columns]
    table = Figures(columns, source, caption_unit([*above, *(cell.text for row in rows[:height] for cell in row if cell and cell.own)]))
    result: list[Row] = []
    section = ""
    for row in rows[height:]:
        filled = [cell for cell in row if cell and cell.text]
        if is_title_row(row) or (len(filled) == 1 and filled[0].own and not expression("digit").search(filled[0].text)):
            section = filled[0].text if filled else section
            continue
        made = table.row(row)
        made.section = section
        result.append(made)
    return result


class Figures:
    """Reads one row after another; which are parts depends on the rows above."""

    def __init__(self, columns: Sequence[Column], source: str, caption: str) -> None:
        self.columns, self.source, self.caption = columns, source, caption
        self.named = next((column.at for column in columns if column.kind in ("name", "goal")), 0)  # numbers of rows stand in front of it
        self.parts = PartRows(source)
        self.told = False  # whether a cell in front of the names tells that they are parts, until another stands there
        self.above: Statement | None = None  # of the last row with a name of its own
        self.thing = ("", "")  # what the last row is named by that rows of its parts and branches leave out, and its unit

    def row(self, row: Sequence[GridCell | None]) -> Row:
        result = Row()
        cells = [(cell, column) for cell, column in zip(row, self.columns, strict=True) if cell and self._written(cell).strip()]
        by_kind = {column.kind: cell for cell, column in reversed(cells)}
        if number := next((cell for cell, column in cells if not column.kind and column.at < self.named and ROW_NUMBER.fullmatch(cell.text)), None):
            result.number = number.text
        names = [cell for cell, column in cells if column.kind == "name" and not ROW_NUMBER.fullmatch(cell.text)]
        if len(names) > 1 or any(column.kind == "name" and column.at == self.named for _, column in cells):
            self.told = any(says_part(cell.text) for cell in names[:-1])
        goal, done = by_kind.get("goal"), by_kind.get("done")
        named = goal is not None and not names and not expression("digit").search(goal.text)
        if done and (named or names) and is_value(done.text):  # 新建改建公厕 | 50座 | 52座 among rows whose deeds are sentences
            cells = [(cell, replace(column, kind="result") if cell is done else column) for cell, column in cells]
            done = None
        if goal and named and any(column.is_value for _, column in cells):
            names = [goal]
        elif goal and goal.own:
            result.spans.append((goal.start, goal.end))
            result.planned = any(column_of(column.head).kind in ("done", "result") for column in self.columns)
        if done and done.own:
            result.done = [(done.start, done.end)]
        if names:
            result.statements = self.statements(cells, names[-1])
        elif values := [cell for cell, column in cells if column.is_value]:
            result.statements = [replace(one, refused="table_cell") for one in self.statements(cells, values[0])]
        if result.statements:
            own = [cell for cell, _ in cells if cell.own]  # one merged over several rows stands in the first of them
            result.extent = (min(cell.start for cell in own), max(cell.end for cell in own))
        return result

    def _written(self, cell: GridCell) -> str:
        """A cell as published: folding takes 〔17〕 for the mark of a note."""
        return self.source[slice(*cell.published)]

    def statements(self, cells: Sequence[tuple[GridCell, Column]], named: GridCell) -> list[Statement]:
        """What the cells of a row state; numbers in columns that tell no target or result are refused."""
        by_kind = {column.kind: cell for cell, column in reversed(cells)}
        name, unit = named_in(named, self.source)
        attribute = by_kind.get("attribute")
        shown = [cell.published for cell, _ in cells if cell.own or cell is named]  # one merged over several rows stands in the first of them
        shared = Statement(
            name=name,
            cell=named.published,
            unit=unit_of(by_kind.get("unit")) or unit,
            caption=self.caption,
            attribute=attribute.text if attribute else None,
            quote=(min(low for low, _ in shown), max(high for _, high in shown)),
            part=self.parts.holds(named, self.told),
        )
        if self.above and is_growth(self.source[slice(*name)]) and _in_percent(unit_of(by_kind.get("unit")) or unit, cells):
            quote = min(self.above.cell[0], shared.quote[0]), shared.quote[1]
            shared = replace(shared, name=self.above.name, unit="%", caption="", part=self.above.part, grew=True, quote=quote)
        else:
            self.above = shared
        thing = self._left_out(self.source[slice(*shared.name)], shared.unit, shared.part)
        told: list[Statement] = []
        levels = sum(1 for cell, column in cells if column.kind in LEVELS and self._written(cell)[:1].isdigit())
        for cell, column in cells:
            written = self._written(cell)
            if not cell.own or column.kind in NO_VALUES or not expression("digit").search(written):
                continue
            if not table_column.apply(column, written):
                one = statement(shared, cell, column, self.source, levels)
                told.append(replace(one, thing=one.thing or thing, column=column.at))
            elif column.kind or column.at > self.named or not ROW_NUMBER.fullmatch(cell.text):
                told.append(replace(shared, cell=cell.published, refused=table_column.name))
        return [*self._asked_for(told), *told]

    def _asked_for(self, told: Sequence[Statement]) -> list[Statement]:
        """What a goal that names a row asks for by a number of its own, where a cell tells how much of it was done (新增4000张养老床位 | 4385)."""
        done = [one for one in told if one.stage == "result" and not one.refused and expression("digits").fullmatch(self.source[slice(*one.cell)])]
        asked = asked_in(self.source[slice(*done[0].name)]) if len(done) == 1 else None
        if asked is None:
            return []
        span = (done[0].name[0] + asked[0], done[0].name[0] + asked[1])
        return [replace(done[0], cell=span, stage="target", estimated=False, part_of_year="", head="", column=self.named)]

    def _left_out(self, name: str, unit: str, part: bool) -> str:
        """What a row leaves out of its name: below 固定资产投资 its part 工业, and 第二产业 part or not, are investments and no value added."""
        words = load().words["columns"]
        ends = sorted((words["thing"] | words["left_out"]) - words["level"], key=len)
        if own := next((word for word in reversed(ends) if name.endswith(word)), ""):
            self.thing = own, unit
            return ""
        if not part and not name.endswith(tuple(words["bearer"])):
            self.thing = "", ""
        return self.thing[0] if unit in (self.thing[1], "%", "") else ""


def _in_percent(unit: str, cells: Sequence[tuple[GridCell, Column]]) -> bool:
    """Whether a row is told in per cent, by its unit or in every cell."""
    return unit == "%" or all("%" in cell.text for cell, column in cells if column.is_value)
