"""Every command explains itself (tests/test_docs.py tries the examples); wrong usage ends with status 2."""

from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner

from mubiao import __version__
from mubiao.cli.main import COMMANDS as LISTED
from mubiao.cli.main import cli

COMMANDS = sorted(LISTED)


def test_the_commands_are_all_there():
    assert {"build", "extract", "compare", "sql", "report", "show", "evaluate", "check", "explain", "figures"} <= set(COMMANDS)


@pytest.mark.parametrize("option", ["--help", "-h"])
@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_begins_with_its_usage(run, command: str, option: str):
    assert run(command, option).stdout.startswith(f"Usage: cli {command} ")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_list_of_commands_says_what_their_help_begins_with(command: str):
    found = cli.get_command(None, command)
    assert found is not None
    assert " ".join((found.help or "").split()).startswith(LISTED[command][1])


def test_the_list_of_commands_loads_none_of_them():
    ask = "from mubiao.cli.main import cli; cli.main(['--help'], standalone_mode=False)"
    heavy = f"import sys; {ask}; print(sorted({{'duckdb', 'pandas', 'pyarrow', 'rich', 'mubiao.grammar'}} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", heavy], capture_output=True, encoding="utf-8", check=True).stdout.splitlines()[-1] == "[]"


def test_explaining_a_sentence_loads_no_tables():
    heavy = "import sys, mubiao.cli.explain; print(sorted({'duckdb', 'pandas', 'pyarrow', 'rich'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", heavy], capture_output=True, encoding="utf-8", check=True).stdout.splitlines() == ["[]"]


def test_the_help_of_the_program_says_where_to_begin(run):
    shown = run("--help").stdout
    assert "mubiao build" in shown
    assert "mubiao compare --jurisdiction 宁波市 --year 2024" in shown


def test_the_version(run):
    assert run("--version").stdout == f"mubiao, version {__version__}\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["summarise"], "Error: No such command 'summarise'."),
        (["extract"], "Error: Missing argument 'FILE…'."),
        (["extract", "report.txt", "--type", "speech"], "Error: Invalid value for '--type': 'speech' is not one of "),
        (["extract", "report.txt", "--format", "xml"], "Error: Invalid value for '--format': 'xml' is not one of 'jsonl',"),
        (["extract", "report.txt", "--year", "soon"], "Error: Invalid value for '--year': 'soon' is not a valid integer."),
        (["compare", "--year", "2024"], "Error: Missing option '--jurisdiction'."),
        (["compare", "--jurisdiction", "宁波市"], "Error: Missing option '--year'."),
        (["compare", "--jurisdiction", "宁波市", "--year", "2024", "--place", "x"], "Error: No such option '--place'"),
        (["show"], "Error: Missing argument 'OBSERVATION_ID'."),
        (["explain"], "Error: Missing argument 'SENTENCE'."),
        (["evaluate"], "Error: Missing argument 'GOLD…'."),
        (["check", "--limit", "0"], "Error: Invalid value for '--limit': 0 is not in the range x>=1."),
        (["build", "--workers", "0"], "Error: Invalid value for '--workers': 0 is not in the range 1<=x<=64."),
        (["figures", "remove"], "Error: No such command 'remove'."),
        (["figures", "add"], "Error: Missing argument 'FILE.csv'."),
    ],
    ids=lambda value: " ".join(part for part in value if part.isascii()) if isinstance(value, list) else "",
)
def test_wrong_usage_ends_with_status_2_and_says_what_is_wrong(args: list[str], message: str):
    result = CliRunner().invoke(cli, args)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1].startswith(message)
    assert result.stdout == ""


def test_no_command_at_all_shows_the_help(shell):
    result = shell()
    assert (result.status, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: mubiao [OPTIONS] COMMAND [ARGS]...")


def test_the_script_ends_wrong_usage_with_status_2(shell):
    result = shell("compare", "--year", "2024")
    assert (result.status, result.stdout) == (2, "")
    assert result.stderr == "mubiao: Missing option '--jurisdiction'; see mubiao compare --help\n"


@pytest.mark.parametrize("args", [["compare", "--year", "2024"], ["summarise"], ["extract", "report.txt", "--type", "speech"], ["figures", "remove"]])
def test_wrong_usage_is_told_in_one_line(mubiao, args: list[str]):
    result = mubiao(*args)
    assert (result.status, result.stdout, len(result.stderr.splitlines())) == (2, "", 1)
