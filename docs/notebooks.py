"""Make the notebooks anew: the one of twenty questions from queries.md, and the outputs of all: python docs/notebooks.py

Outputs are stored so that people see them on the web. The tables are built from data/raw into a folder of their own.
"""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

import nbclient
import nbformat
from nbformat import NotebookNode

import mubiao

ROOT = Path(__file__).parents[1]
NOTEBOOKS = ROOT / "nbs"
QUESTIONS = NOTEBOOKS / "03-twenty-questions.ipynb"
ASKED = {"place": "宁波市", "year": 2024}  # by the page of questions
ADDRESS = re.compile(" at 0x[0-9a-f]+")  # of an object in memory
LONGEST_OUTPUT = 200_000  # characters; what is longer is shown only where the notebook is run


def main() -> None:
    """Write every notebook with its outputs."""
    nbformat.write(questions(), QUESTIONS)
    with tempfile.TemporaryDirectory() as folder:
        mubiao.build(ROOT / "data" / "raw", Path(folder) / "data" / "parquet")
        for path in sorted(NOTEBOOKS.glob("*.ipynb")):
            notebook = nbformat.read(path, as_version=4)
            nbclient.NotebookClient(notebook, kernel_name="python3", timeout=120, resources={"metadata": {"path": folder}}).execute()
            nbformat.write(tidied(notebook, folder), path)


def questions() -> NotebookNode:
    """The questions of queries.md as a notebook: a heading, what it tells, and a cell that asks it."""
    text = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
    first = nbformat.read(NOTEBOOKS / "01-ten-minutes.ipynb", as_version=4)
    setup = next(cell.source for cell in first.cells if "mubiao.open" in cell.source)
    cells = [
        nbformat.v4.new_markdown_cell("# 二十个问题\n\nTwenty questions and their queries in DuckDB SQL. Made from docs/queries.md."),
        nbformat.v4.new_code_cell(f'PLACE, YEAR = "{ASKED["place"]}", {ASKED["year"]}', metadata={"tags": ["parameters"]}),
        nbformat.v4.new_code_cell(setup),
    ]
    for title, body in re.findall(r"^## (\d+\. .+?)\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL):
        told, _, rest = body.partition("```sql\n")
        query, given = parameters(rest.partition("```")[0].rstrip())
        cells += [
            nbformat.v4.new_markdown_cell(f"## {title}\n\n{told.strip()}"),
            nbformat.v4.new_code_cell(f'wh.sql(\n    """\n{query}\n"""{given}\n).df().head(10)'),
        ]
    book = nbformat.v4.new_notebook(cells=cells, metadata=first.metadata)
    for number, cell in enumerate(book.cells):
        cell.id = f"cell-{number:02d}"
    return book


def parameters(query: str) -> tuple[str, str]:
    """A query that asks for the notebook's place and year instead of those of the page, and what is given to it."""
    wanted = {"place": f"'{ASKED['place']}'", "year": str(ASKED["year"])}
    used = [name for name, said in wanted.items() if f"= {said}" in query]
    for name in used:
        query = query.replace(f"= {wanted[name]}", f"= ${name}")
    return query, "".join(f",\n    {name}={name.upper()}" for name in used) + ("," if used else "")


def tidied(notebook: NotebookNode, folder: str) -> NotebookNode:
    """Without times, folders and addresses of this run and outputs that no page could show: the same tables give the same file."""
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            shown = output.get("data", {})
            for kind, value in list(shown.items()):
                if isinstance(value, str):
                    shown[kind] = ADDRESS.sub("", value.replace(os.path.realpath(folder), "…").replace(folder, "…"))
                if len(str(value)) > LONGEST_OUTPUT and len(shown) > 1:
                    del shown[kind]
    return notebook


if __name__ == "__main__":
    main()
