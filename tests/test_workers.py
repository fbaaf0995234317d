"""Many jobs in several processes, of which some die."""

from __future__ import annotations

import os
import signal
import threading
from multiprocessing import active_children
from pathlib import Path

import pytest

from mubiao.deadline import TooLong
from mubiao.workers import Killed, cores, in_processes

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="processes are ended in another way here")


def double(number: int) -> int:
    return 2 * number


def double_or_die(number: int) -> int:
    """A job that takes its process with it whenever it is asked 7."""
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def double_the_second_time(job: tuple[int, Path]) -> int:
    """A job that dies the first time, as one that had too little memory beside others."""
    number, mark = job
    if number == 7 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def double_or_linger(job: tuple[int, Path]) -> int:
    """A job that takes a minute over 7, and leaves a mark then."""
    number, mark = job
    if number == 7:
        threading.Event().wait(60)
        mark.touch()
    return 2 * number


def too_long(number: int) -> TooLong:
    return TooLong()


def test_that_a_document_takes_too_long_comes_out_of_a_process():
    assert [(number, str(told)) for number, told in in_processes(too_long, [1], workers=2)] == [(0, "takes longer than 120 seconds; split it")]


def test_there_is_a_core():
    assert cores() >= 1


def test_every_job_has_its_result():
    assert sorted(in_processes(double, range(30), workers=2)) == [(number, 2 * number) for number in range(30)]


def test_a_job_that_kills_its_process_twice_is_told_and_the_others_are_done():
    found = dict(in_processes(double_or_die, range(30), workers=2))
    assert isinstance(found.pop(7), Killed)
    assert found == {number: 2 * number for number in range(30) if number != 7}


def test_a_job_whose_process_died_is_tried_again_alone(tmp_path: Path):
    found = dict(in_processes(double_the_second_time, [(number, tmp_path / "mark") for number in range(30)], workers=2))
    assert found == {number: 2 * number for number in range(30)}


def test_who_has_had_enough_does_not_wait_for_the_jobs_under_way(tmp_path: Path):
    jobs = in_processes(double_or_linger, [(7, tmp_path / "mark"), (8, tmp_path / "mark")], workers=2)
    assert next(jobs) == (1, 16)
    jobs.close()
    assert not (tmp_path / "mark").exists()
    assert active_children() == []
