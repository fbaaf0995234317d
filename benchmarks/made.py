"""Documents made to be long or hard, written into a folder with their sources table, as the raw folder has them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from pathlib import Path

import inputs

OPENING = "2024年政府工作报告\n\n"
OPENING_OF_RESULTS = "2024年民生实事完成情况\n\n"
CLAUSE = "新增绿地258公顷，"
CLAUSES = 200_000
GOALS = 4_000
DIGITS = 2_000_000
BYTES = 10_000_000
PARTS = (8, 4, 2, 1)  # growth is watched from an eighth of the whole
SOURCE = '[[document]]\nfile = "{name}"\njurisdiction_code = "330200"\nyear = 2024\n\n'
NUMERALS = "123456789"
SHIFTED = [str.maketrans(NUMERALS, NUMERALS[by:] + NUMERALS[:by]) for by in range(len(NUMERALS))]


def one_clause(times: int) -> str:
    """One sentence without end."""
    return OPENING + CLAUSE * times


def results(times: int) -> str:
    """Goals, each with what was done of it, how much of it that is and what it cost."""
    return OPENING_OF_RESULTS + "".join(f"新建公园{9 + at}个，已开工{1 + at}个，开工率{at % 90}%，完成投资{1 + at}亿元。\n" for at in range(times))


def digits(texts: Iterable[str], length: int) -> str:
    """Real text, so that it is a Chinese document at all, and one number without end."""
    return f"{OPENING}{''.join(texts)}\n新增绿地{'7' * length}公顷。"


def long_report(texts: Iterable[str], size: int) -> str:
    """Real text over and over, up to so many bytes.

    A passage that comes again counts once, so each round has other digits, and a mark in front of each line where the
    digits come round.
    """
    parts, length, texts = [OPENING], len(OPENING.encode()), list(texts)
    for turn in count():
        mark = "※" * (turn // len(SHIFTED))
        for text in texts:
            part = "".join(f"{mark}{line}\n" for line in text.translate(SHIFTED[turn % len(SHIFTED)]).splitlines() if line.strip())
            parts.append(part)
            length += len(part.encode())
            if length >= size:
                return "".join(parts).encode()[:size].decode(errors="ignore")
    raise AssertionError("never reached")


def write(folder: Path, text: str) -> Path:
    """A folder with one document."""
    folder.mkdir()
    (folder / "made.txt").write_text(text, encoding="utf-8")
    (folder / "sources.toml").write_text(SOURCE.format(name="made.txt"), encoding="utf-8")
    return folder


def write_all(folder: Path) -> dict[str, list[Path]]:
    """Each kind in four lengths, the longest last; each is twice as long as the one before."""
    texts = [entry.read().text for entry in inputs.documents([inputs.RAW])]
    kinds = {
        "real text, 10 MB": lambda part: long_report(texts, BYTES // part),
        f"one clause {CLAUSES:,} times": lambda part: one_clause(CLAUSES // part),
        f"{GOALS:,} goals and their results": lambda part: results(GOALS // part),
        f"a number of {DIGITS:,} digits": lambda part: digits(texts, DIGITS // part),
    }
    return {kind: [write(folder / f"{at}-{part}", make(part)) for part in PARTS] for at, (kind, make) in enumerate(kinds.items())}
