"""mubiao explain: how a sentence is read."""

from __future__ import annotations

import click

from mubiao.grammar.explain import explain as explain_sentence


@click.command()
@click.argument("sentence")
def explain(sentence: str) -> None:
    """Show how the grammar reads a sentence: which rules fired, what was refused and why.

    \b
    Example:
      mubiao explain "新增绿地200公顷、绿道100公里，地区生产总值增长6%左右。"
    """
    for line in explain_sentence(sentence):
        click.echo(line)
