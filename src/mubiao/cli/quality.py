"""mubiao evaluate and mubiao check: how good the rows are, and which to look at."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import click

from mubiao.cli.output import counted, data_option, print_table, review_option
from mubiao.errors import SourceError, UsageError
from mubiao.extracts import read_and_observe
from mubiao.model import Facts
from mubiao.present.heads import in_words
from mubiao.quality.doubts import DOUBTS, look
from mubiao.quality.gold import Gold, check_numbers, read_gold
from mubiao.quality.score import DUTIES, FIELDS, Score, score
from mubiao.quality.unmapped import write_unmapped
from mubiao.read.sources import read_sources
from mubiao.tables.people import remembered
from mubiao.warehouse import Warehouse

GOLD = ".jsonl"  # a file of gold rows, which has the name of its document


@click.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="GOLD…")
@click.option(
    "--raw",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path),
    default=(Path("data/raw"),),
    show_default=True,
    help="Folder of the documents; may be given several times.",
)
@click.option("--show", type=click.IntRange(0), default=0, help="Print up to N misses, false rows and wrong fields of each document.")
@click.option("--rules", is_flag=True, help="Print the share of right rows of each grammar rule.")
def evaluate(gold: tuple[Path, ...], folders: tuple[Path, ...], show: int, rules: bool) -> None:
    """Score the program against gold rows: detection, each field, whole rows; per document and in all.

    GOLD are files of gold rows (docs/gold-format.md) or folders of them; a gold file has the name of its document.

    \b
    Examples:
      mubiao evaluate tests/gold
      mubiao evaluate my/gold --raw my/reports --show 10 --rules
    """
    total, lines = Score(), []
    for path in _gold_files(gold):
        wanted = read_gold(path)
        result = _scored(wanted, folders)
        lines.append(_score_line(wanted.name, result))
        total.add(result)
        for told in result.wrong[:show]:
            click.echo(f"{wanted.name}: {told}")
    if len(lines) > 1:
        lines.append(_score_line("all", total))
    print_table(lines, ("document", "gold", "rows", "detection", "strict", *FIELDS, *DUTIES))
    if rules:
        counted = sorted(total.rules.items(), key=lambda item: -item[1]["rows"])
        print_table([[rule, str(counts["rows"]), f"{counts['right'] / counts['rows']:.3f}"] for rule, counts in counted], ("rule", "rows", "right"))


def _gold_files(given: Iterable[Path]) -> list[Path]:
    files = [path for one in given for path in (sorted(one.glob(f"*{GOLD}")) if one.is_dir() else [one])]
    if not files:
        raise UsageError("no gold files (*.jsonl) there")
    return files


def _scored(gold: Gold, folders: Iterable[Path]) -> Score:
    for folder in folders:
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.is_file() and path.stem == gold.name and path.suffix != GOLD:
                facts, digest = read_sources(folder).get(path.name, (Facts(), None))
                ((document, _, observed),) = read_and_observe(path, facts, digest)
                if gold.sha256 and gold.sha256 not in (document.sha256, hashlib.sha256(document.text.encode()).hexdigest()):
                    raise SourceError(f"{path}: not the text that the gold rows were made of (SHA-256 differs)")
                check_numbers(gold, document.text)
                return score(gold, observed.observations)
    raise SourceError(f"{gold.name}: no such document in {', '.join(map(str, folders))}; give its folder with --raw")


def _score_line(name: str, result: Score) -> list[str]:
    figures = [result.detection, result.strict_row, *(result.share(field) for field in FIELDS)]
    duties = [f"{result.share(name):.3f}" if result.judged[name] else "" for name in DUTIES]
    return [name, str(result.gold), str(result.found + result.false), *(f"{figure:.3f}" for figure in figures), *duties]


@click.command()
@click.option("--unmapped", is_flag=True, help="Write the unmapped phrases with suggestions to a file in the review folder.")
@review_option
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, help="Lines of each list.")
@data_option
def check(unmapped: bool, review: Path | None, limit: int, data: Path) -> None:
    """List what to look at by hand: documents with few rows, low confidence, conflicts, refusals, unmapped indicators.

    With --unmapped, fill the columns decision (an indicator's id, or - where none fits), who, when and why of the file,
    and build again: decisions are kept from build to build.

    \b
    Examples:
      mubiao check
      mubiao check --unmapped
    """
    with Warehouse(data) as warehouse:
        if unmapped:
            path, waiting = write_unmapped(warehouse, review or remembered(data))
            click.echo(f"{counted(waiting, 'phrase waits', 'phrases wait')} for a decision -> {path}")
            return
        for doubt in DOUBTS:
            columns, rows, total = look(warehouse, doubt, limit)
            if not rows:
                click.echo(f"\n{doubt.title}: none")
                continue
            click.echo(f"\n{doubt.title}: {doubt.why}")
            print_table([[_cell(value) for value in row] for row in rows], columns)
            if total > len(rows):
                click.echo(f"… {total - len(rows)} more")


def _cell(value: object) -> str:
    if isinstance(value, str):
        return in_words("gap", value, "en") or value  # what a document lacks, as reading tells it
    return " | ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
