"""How far the column ``confidence`` can be trusted, and the figures that gold rows give for lexicon/confidence.toml.

Printed: of each bin of confidence the rows and the share that is right in every field, expected calibration error and Brier
score; the same with figures measured on all other documents (cross-validated), also document by document; the measured
share of each rule and sign of doubt; and the file as it would be.

    python benchmarks/calibrate.py                  # tests/gold with the texts of data/raw
    python benchmarks/calibrate.py --gold tests/gold FOLDER --texts data/raw FOLDER --leave-out WORD
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

import inputs
from calibration import Case, Figures, binned, cases, crossed, fit, interval, quality, said_by
from mubiao.observe import confidence
from tables import table

DOUBTFUL = 0.9  # rows below it are looked at first
SIGNS = {
    "mapped": "a canonical indicator",
    "": "no indicator, phrase of usual length",
    "short": "no indicator, very short phrase",
    "long": "no indicator, very long phrase",
}
GROUP = ("rows", "right", "share", "95 % interval")


def main() -> None:
    """Print the tables and the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    inputs.add_gold(parser)
    chosen = parser.parse_args()
    judged: list[Case] = []
    for gold, entry in inputs.gold_documents(chosen.gold, chosen.texts, chosen.leave_out):
        judged += cases(gold, entry.observe()[0][1].observations)
    figures, honest = fit(judged), crossed(judged)
    _reliability("As the file says now", judged)
    _reliability("With the figures proposed below, on the rows that they were measured on", said_by(figures, judged))
    _reliability("Cross-validated: each document with the figures measured on all others", honest)
    print("\n## Document by document, cross-validated\n")
    print(table(("document", *GROUP, "confidence said"), _documents(honest)))
    print("\n## Signs and rules\n")
    print(table(("", *GROUP), _groups(judged)))
    print(f"\n## confidence.toml\n\n```toml\n{_toml(figures, judged)}\n```")


def _reliability(title: str, judged: Sequence[Case]) -> None:
    found = quality(judged)
    low = [case for case in judged if case.said < DOUBTFUL]
    wrong = sum(not case.right for case in judged)
    print(f"\n## {title}\n")
    lines = [[f"{above:g} to {up_to:g}", *_shares(group), f"{_said(group):.3f}"] for above, up_to, group in binned(judged)]
    print(table(("confidence", *GROUP, "said on average"), lines))
    print(f"\nExpected calibration error {found.error:.3f}; Brier score {found.brier:.4f} (one figure for all rows: {found.brier_of_mean:.4f}).")
    print(f"The {len(low)} of {len(judged)} rows below {DOUBTFUL:g} hold {sum(not case.right for case in low)} of the {wrong} wrong ones.")


def _shares(group: Sequence[Case]) -> list[str]:
    right = sum(case.right for case in group)
    low, high = interval(right, len(group))
    return [str(len(group)), str(right), f"{right / len(group):.3f}", f"{low:.2f} to {high:.2f}"]


def _said(group: Sequence[Case]) -> float:
    return sum(case.said for case in group) / len(group)


def _documents(judged: Sequence[Case]) -> Iterator[list[str]]:
    for name in sorted({case.document for case in judged}):
        group = [case for case in judged if case.document == name]
        yield [name, *_shares(group), f"{_said(group):.3f}"]
    yield ["all", *_shares(judged), f"{_said(judged):.3f}"]


def _groups(judged: Sequence[Case]) -> Iterator[list[str]]:
    """Signs, then rules of phrases that no sign says anything of."""
    for sign, name in SIGNS.items():
        if group := [case for case in judged if case.sign == sign]:
            yield [name, *_shares(group)]
    plain = [case for case in judged if not case.sign]
    for rule in sorted({case.rule for case in plain}, key=lambda rule: (-sum(case.rule == rule for case in plain), rule)):
        yield [f"usual length, `{rule}`", *_shares([case for case in plain if case.rule == rule])]


def _toml(figures: Figures, judged: Sequence[Case]) -> str:
    """The file with what each figure was counted on."""
    plain = [case for case in judged if not case.sign]
    own = set(figures["rules"])
    groups = {
        **{rule: [case for case in plain if case.rule == rule] for rule in own},
        "other": [case for case in plain if case.rule not in own],
        **{sign: [case for case in judged if case.sign == sign] for sign in figures["signs"]},
    }
    counted = {name: f"{sum(case.right for case in group)} of {len(group)} right" for name, group in groups.items()}
    parts = [(part, [f"{name} = {value:g}  # {counted[name]}" for name, value in values.items()]) for part, values in figures.items()]
    parts.append(("kinds", [f"{name} = {value:g}" for name, value in confidence.table()["kinds"].items()]))  # read by eye, not of gold rows
    return "\n\n".join("\n".join([f"[{part}]", *lines]) for part, lines in parts)


if __name__ == "__main__":
    main()
