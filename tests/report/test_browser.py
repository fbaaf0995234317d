"""The page in a real browser, without a network; the fixture skips where there is none."""

from __future__ import annotations

import re


def test_nothing_goes_wrong(rendered: tuple[str, str]) -> None:
    assert [entry for entry in rendered[1].splitlines() if "CONSOLE" in entry] == []


def test_the_script_runs_under_the_policy_of_the_page(rendered: tuple[str, str]) -> None:
    assert re.search(r'<div class="tools" role="search">', rendered[0]), "tools are hidden until the script has run"


def test_hostile_text_did_not_become_an_element(rendered: tuple[str, str]) -> None:
    assert re.findall(r"<script>\s*alert", rendered[0]) == []
