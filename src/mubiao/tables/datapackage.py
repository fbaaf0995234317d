"""datapackage.json beside the Parquet files: what a Frictionless reader must know of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mubiao.rows import TABLES
from mubiao.tables.schema import VERSION, schema

FILE = "datapackage.json"
KEYS = {
    "observations": ["observation_id"],
    "tasks": ["task_id"],
    "documents": ["doc_id"],
    "indicators": ["indicator_id"],
    "jurisdictions": ["jurisdiction_code"],
    "units": ["unit"],
    "attainment_rules": ["comparator", "direction"],
    "commitment_kinds": ["commitment"],
    "document_types": ["doc_type"],
}
LIST = "any"  # a list of texts: readers of Frictionless take array for JSON in a text, which Parquet's lists are not
TYPES = {"string": "string", "double": "number", "float": "number", "bool": "boolean", "int8": "integer", "int16": "integer", "int32": "integer"}


def write_package(folder: Path) -> None:
    """Describe the Parquet files of a folder in Frictionless terms.

    Args:
        folder: holds one sub-folder for each table.
    """
    package = {
        "profile": "data-package",
        "name": "mubiao",
        "title": "Quantified targets and results of Chinese local governments",
        "version": VERSION,
        "resources": [_resource(folder, table) for table in TABLES],
    }
    (folder / FILE).write_text(json.dumps(package, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _resource(folder: Path, table: str) -> dict[str, Any]:
    paths = sorted(path.relative_to(folder).as_posix() for path in (folder / table).rglob("*.parquet"))
    described: dict[str, Any] = {"fields": [_field(field) for field in schema(table)]}
    if table in KEYS:
        described["primaryKey"] = KEYS[table]
    resource: dict[str, Any] = {"name": table, "path": paths, "format": "parquet", "mediatype": "application/vnd.apache.parquet", "schema": described}
    return resource


def _field(field: Any) -> dict[str, Any]:
    kind = str(field.type)
    described: dict[str, Any] = {
        "name": field.name,
        "type": LIST if kind.startswith("list") else TYPES[kind],
        "description": field.metadata[b"doc"].decode(),
    }
    if not field.nullable:
        described["constraints"] = {"required": True}
    return described
