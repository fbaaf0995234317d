"""The group of all commands, and how errors end."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import click

import mubiao
from mubiao.cli import build, chart, correct, export, extract, figures, quality, query, report, tables
from mubiao.errors import MubiaoError, UsageError
from mubiao.lexicon.loader import OWN, own_files

JOB_FAILED, WRONG_USAGE = 1, 2
NOTHING_ASKED = getattr(click.exceptions, "NoArgsIsHelpError", ())  # since click 8.2
BROKEN_PIPE = 141  # as a shell tells of a program that wrote to nobody


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
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


COMMANDS = (
    build.build,
    extract.extract,
    query.compare,
    query.sql,
    report.report,
    chart.chart,
    query.show,
    quality.evaluate,
    quality.check,
    correct.correct,
    extract.explain,
    export.export,
    tables.tables,
    tables.schema,
    tables.example,
    figures.figures,
)
for command in COMMANDS:
    cli.add_command(command)


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
    except MubiaoError as error:
        click.echo(f"mubiao: {error}", err=True)
        sys.exit(WRONG_USAGE if isinstance(error, UsageError) else JOB_FAILED)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of a pipe has left: nobody is there to tell
        sys.exit(BROKEN_PIPE)
    except OSError as error:
        click.echo(f"mubiao: {error.filename or ''}: {error.strerror or error}", err=True)
        sys.exit(JOB_FAILED)
