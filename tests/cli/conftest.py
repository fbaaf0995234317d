"""The commands: run in this process, with their errors, or as the installed script; and the tables of data/raw to ask."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner, Result

from mubiao.cli.main import cli, main

REPORT = "宁波市2025年政府工作报告\n一、2024年工作回顾\n地区生产总值增长5.4%。\n二、2025年主要任务\n地区生产总值增长5.5%以上，新增绿地200公顷。\n"


@pytest.fixture(scope="session")
def data(example_tables: Path) -> str:
    """The folder of the tables of data/raw, as --data takes it."""
    return str(example_tables)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder that holds report.txt."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run() -> Callable[..., Result]:
    """run("compare", "--year", "2024", …): a command in this process; it must succeed."""

    def run_well(*args: str) -> Result:
        result = CliRunner().invoke(cli, args, catch_exceptions=False)
        assert (result.exit_code, result.stderr) == (0, "")
        return result

    return run_well


@pytest.fixture(scope="session")
def script() -> Path:
    """The installed script."""
    return Path(sys.executable).with_name("mubiao")


class Ended(NamedTuple):
    """How a command ended."""

    status: int
    stdout: str
    stderr: str


@pytest.fixture
def mubiao(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ended]:
    """mubiao("extract", "a.txt", …): a command with what main() makes of its errors."""

    def run_main(*args: str) -> Ended:
        monkeypatch.setattr(sys, "argv", ["mubiao", *args])
        with pytest.raises(SystemExit) as end:
            main()
        return Ended(end.value.code, *capsys.readouterr())

    return run_main


@pytest.fixture
def shell(script: Path) -> Callable[..., Ended]:
    """shell("extract", "a.txt", …): the installed script in a process of its own."""

    def run_script(*args: str) -> Ended:
        done = subprocess.run([script, *args], capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1"}, check=False)
        return Ended(done.returncode, done.stdout, done.stderr)

    return run_script
