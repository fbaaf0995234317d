"""The group of all commands, and how errors end."""

from __future__ import annotations

import importlib
import io
import os
import sys
from pathlib import Path

import click

import mubiao
from mubiao.errors import MubiaoError, UsageError, WrittenError
from mubiao.lexicon.layers import OWN, own_files
from mubiao.present.visible import visible

JOB_FAILED, WRONG_USAGE = 1, 2
NOTHING_ASKED = getattr(click.exceptions, "NoArgsIsHelpError", ())  # since click 8.2
BROKEN_PIPE = 141  # as a shell tells of a program that wrote to nobody


# Command -> module of mubiao.cli and what the list of commands says of it, so that the list needs none of them: the word lists,
# DuckDB and pandas take a second to load.
COMMANDS = {
    "build": ("build", "Build the tables and the DuckDB file from a folder of documents"),
    "chart": ("chart", "Draw a chart of the tables into a file"),
    "check": ("quality", "List what to look at by hand"),
    "compare": ("query", "Lay the plan of a year, its result and the next year's target side by side"),
    "correct": ("correct", "Write a correction to corrections.csv in the review folder"),
    "evaluate": ("quality", "Score the program against gold rows"),
    "example": ("tables", "Copy the example documents (five of Ningbo and its districts, and published figures) to a folder"),
    "explain": ("explain", "Show how the grammar reads a sentence"),
    "export": ("export", "Write a comparison, a panel, a ranking, or a whole table or view to a file"),
    "extract": ("extract", "Write the rows of any documents to standard output"),
    "figures": ("figures", "Published figures that answer plans with results"),
    "report": ("report", "Write the page of a place and year, or of many places"),
    "schema": ("tables", "List the columns of a table or view, with type and meaning"),
    "show": ("show", "Show a row with its source passage, the number marked"),
    "sql": ("query", "Ask the tables and views in DuckDB SQL"),
    "tables": ("tables", "List the tables and views"),
}


class Commands(click.Group):
    """Commands whose modules are imported when they are asked for."""

    def list_commands(self, ctx: click.Context | None) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context | None, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(f"mubiao.cli.{COMMANDS[cmd_name][0]}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in self.list_commands(ctx)])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(mubiao.__version__, prog_name="mubiao")
@click.option("--lexicon", envvar=OWN, type=click.Path(path_type=Path), help=f"Folder of your own words, laid over ours (or set {OWN}).")
def cli(lexicon: Path | None) -> None:
    """Targets and results of Chinese local governments (目标), as tables that can be compared.

    \b
    Begin with:
      mubiao build                                    # data/raw -> data/parquet
      mubiao compare --jurisdiction 宁波市 --year 2024
      mubiao report --jurisdiction 宁波市 --year 2024
    """
    if lexicon is not None:
        os.environ[OWN] = str(lexicon)  # for the processes of a build too
        own_files()


def main() -> None:
    """Run a command; errors that a user can meet end in one line on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a console or pipe in GBK or cp1252 cannot hold every sign of a document
            stream.reconfigure(encoding="utf-8")
    try:
        status = cli.main(standalone_mode=False)
        sys.exit(status if isinstance(status, int) else 0)
    except NOTHING_ASKED as error:
        error.show()  # the help
        sys.exit(WRONG_USAGE)
    except click.UsageError as error:
        help_of = f"; see {error.ctx.command_path} --help" if error.ctx else ""
        click.echo(f"mubiao: {' '.join(error.format_message().split()).rstrip('.')}{help_of}", err=True)
        sys.exit(WRONG_USAGE)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.exceptions.Abort:
        click.echo("interrupted", err=True)
        sys.exit(JOB_FAILED)
    except WrittenError as error:
        click.echo("\n".join(f"mubiao: {visible(line)}" for line in error.lines), err=True)
        sys.exit(JOB_FAILED)
    except MubiaoError as error:
        click.echo(f"mubiao: {visible(str(error))}", err=True)
        sys.exit(WRONG_USAGE if isinstance(error, UsageError) else JOB_FAILED)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of a pipe has left: nobody is there to tell
        sys.exit(BROKEN_PIPE)
    except MemoryError:
        click.echo("mubiao: needs more memory than there is; ask for less", err=True)
        sys.exit(JOB_FAILED)
    except OSError as error:
        click.echo(visible(f"mubiao: {error.filename or ''}: {error.strerror or error}"), err=True)
        sys.exit(JOB_FAILED)
