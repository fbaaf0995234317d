"""A build that is killed leaves the last good tables, whatever it was doing; benchmarks/kills.py does it at random moments, and often."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

import mubiao

TEXT = "{place}2025年政府工作报告\n二、2025年主要任务\n新增绿地{number}公顷，新增绿道{number}公里。\n"
BUILD = "import mubiao, sys; mubiao.build(sys.argv[1], sys.argv[2], workers=2)"

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="processes are ended in another way here")


def write(raw: Path, number: int) -> None:
    raw.mkdir(exist_ok=True)
    for place in ("宁波市", "成都市"):
        (raw / f"{place}.txt").write_text(TEXT.format(place=place, number=number), encoding="utf-8")


def values(out: Path) -> list[float]:
    with mubiao.open(out) as opened:
        return [value for (value,) in opened.sql("select value from observations").fetchall()]


def test_builds_that_are_killed_leave_the_last_good_tables(tmp_path: Path):
    raw, out = tmp_path / "raw", tmp_path / "out"
    write(raw, 100)
    mubiao.build(raw, out)
    for number, when in ((200, "observations"), (300, "mubiao.duckdb")):
        write(raw, number)
        before = values(out)
        with subprocess.Popen([sys.executable, "-c", BUILD, raw, out]) as build:
            for look in count():
                if build.poll() is not None or (out / "versions" / ".building" / when).exists():
                    break
                if look % 8 == 0:  # to open the tables takes as long as to build such small ones
                    assert values(out) == before
                with suppress(subprocess.TimeoutExpired):
                    build.wait(0.05)  # the core is the build's
            build.kill()
        assert values(out) in (before, [float(number)] * 4)  # the last: it was faster than this test
    mubiao.build(raw, out)
    assert values(out) == [300.0] * 4
    assert [path.name for path in (out / "versions").iterdir() if path.name.startswith(".")] == []
