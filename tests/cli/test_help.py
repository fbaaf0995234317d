"""Every command explains itself with an example; wrong usage ends with status 2."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from mubiao import __version__
from mubiao.cli.main import cli

COMMANDS = sorted(set(cli.commands) - {"figures"})


def test_the_commands_are_all_there():
    assert {"build", "extract", "compare", "sql", "report", "show", "evaluate", "check", "explain", "figures"} <= set(cli.commands)


@pytest.mark.parametrize("option", ["--help", "-h"])
@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_holds_an_example(run, command: str, option: str):
    assert f"\n  mubiao {command} " in run(command, option).stdout.replace("    mubiao", "  mubiao")


def test_the_help_of_figures_add_holds_an_example(run):
    assert "mubiao figures add bulletin-2025.csv" in run("figures", "add", "--help").stdout


@pytest.mark.xfail(strict=True, reason="these two help texts have no example")
@pytest.mark.parametrize("command", [["figures"], ["figures", "columns"]], ids=" ".join)
def test_the_help_of_the_figures_commands_holds_an_example(run, command: list[str]):
    assert f"mubiao {' '.join(command)} " in run(*command, "--help").stdout.partition("\n\n")[2]


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
        (["extract", "report.txt", "--type", "speech"], "Error: Invalid value for '--type': 'speech' is not one of 'work_report',"),
        (["extract", "report.txt", "--format", "xml"], "Error: Invalid value for '--format': 'xml' is not one of 'jsonl',"),
        (["extract", "report.txt", "--year", "soon"], "Error: Invalid value for '--year': 'soon' is not a valid integer."),
        (["compare", "--year", "2024"], "Error: Missing option '--jurisdiction'."),
        (["compare", "--jurisdiction", "宁波市"], "Error: Missing option '--year'."),
        (["compare", "--jurisdiction", "宁波市", "--year", "2024", "--place", "x"], "Error: No such option '--place'"),
        (["sql"], "Error: Missing argument 'QUERY'."),
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
    assert result.stderr.splitlines()[-1].startswith("Error: Missing option '--jurisdiction'.")


@pytest.mark.xfail(strict=True, reason="wrong usage is told in four lines, the usage and a hint at the help before it")
def test_wrong_usage_is_told_in_one_line(mubiao):
    assert len(mubiao("compare", "--year", "2024").stderr.splitlines()) == 1
