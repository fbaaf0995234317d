"""mubiao (目标): the targets and results that local governments in China publish, as tables that can be compared.

One direction of flow, a folder or module each, and every one imports only what stands before it::

    lexicon -> read -> outline -> grammar -> observe -> tables -> views -> warehouse -> charts -> report
    words      text    tasks      numbers    rows       Parquet   SQL      compare      Altair    pages

    import mubiao
    rows = mubiao.extract("report.txt", jurisdiction="宁波市")   # pandas DataFrame
    mubiao.build("data/raw", "data/parquet")
    wh = mubiao.open()                                           # data/parquet by default
    wh.sql("select * from target_changes").df()
    wh.compare("宁波市", 2024)
    mubiao.charts.plan_result_next(wh.compare("宁波市", 2024))    # altair.Chart
"""

from __future__ import annotations

import importlib
import warnings
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from mubiao.errors import MubiaoError
from mubiao.tables import BUILT

if TYPE_CHECKING:
    import pandas as pd

    from mubiao.gathered import BuildReport
    from mubiao.warehouse import Warehouse

__version__ = "0.3.0"
__all__ = ["MubiaoError", "build", "charts", "extract", "open"]


def extract(path: str | Path, jurisdiction: str | None = None, year: int | None = None, doc_type: str | None = None) -> pd.DataFrame:
    """Everything that one document states: a row for each target and result, columns as in the table ``observations``.

    Args:
        path: a text, web page, PDF, Word file, sheet or archive of these; its kind is told by its content.
        jurisdiction: code or name of the government that speaks; read from the text or file name where not given.
        year: the year that the document plans; read where not given.
        doc_type: work_report, task_breakdown, livelihood_projects, plan_report, bulletin or progress_report; read where not given.

    Returns:
        A row for each quantity: ``value`` in its ``unit`` as written, ``value_high`` of a range, ``year`` and ``stage`` (target or result),
        ``quote`` and its place in the text.

    Raises:
        ReadError: the file cannot be read, or nobody can tell whose it is or for which year.
        PlaceError: no such place, or several of the name.

    Warns:
        UserWarning: of several documents in the file nobody can tell one's place or year; the rows of the others come back.
    """
    from mubiao.pipeline import extract_file, given_facts
    from mubiao.tables.schema import to_arrow

    observed, unknown = extract_file(Path(path), given_facts(jurisdiction, year, doc_type))
    for line in unknown:
        warnings.warn(line, stacklevel=2)
    rows: pd.DataFrame = to_arrow("observations", observed).to_pandas()
    return rows


def build(raw: str | Path = "data/raw", out: str | Path = BUILT, workers: int = 1, review: str | Path | None = None) -> BuildReport:
    """Everything from a folder of documents to Parquet tables and the DuckDB file.

    Args:
        raw: documents, ``sources.toml`` and CSV files of published figures.
        out: folder of the tables; what is there already and has not changed is not read again.
        workers: processes; the tables are the same with any number.
        review: folder of corrections and mappings; ``review`` beside the raw folder where it is not given.

    Returns:
        Counts of documents and rows, and a line for each file that could not be read: bad files do not raise.

    Raises:
        MubiaoError: the folder or its table of sources is wrong, another build is running there, or nothing can be written.
    """
    from mubiao.pipeline import build as build_tables

    return build_tables(Path(raw), Path(out), workers, None if review is None else Path(review))


def open(path: str | Path = BUILT) -> Warehouse:
    """The built tables and views, for reading; see :class:`mubiao.warehouse.Warehouse`.

    Raises:
        WarehouseError: no tables there, or tables of another version.
    """
    from mubiao.warehouse import Warehouse

    return Warehouse(path)


def __getattr__(name: str) -> ModuleType:
    """``mubiao.charts`` is loaded when it is asked for: Altair takes a second."""
    if name == "charts":
        return importlib.import_module("mubiao.charts")
    raise AttributeError(f"module mubiao has no attribute {name}")
