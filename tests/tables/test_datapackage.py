"""Frictionless reads the tables as datapackage.json describes them."""

from __future__ import annotations

from pathlib import Path

import pytest

import mubiao

frictionless = pytest.importorskip("frictionless", reason="needs frictionless: pip install mubiao[test]")


def test_every_resource_validates(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "宁波市2025.txt").write_text("二、2025年主要任务\n地区生产总值增长5.5%左右，新增绿地200公顷。", encoding="utf-8")
    mubiao.build(raw, tmp_path / "out")
    report = frictionless.validate(str((tmp_path / "out" / "current").resolve() / "datapackage.json"))
    assert [(task.name, error.message) for task in report.tasks for error in task.errors] == []
    assert report.valid
