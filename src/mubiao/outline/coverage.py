"""How much of a document is there, where the sources table does not say: silence in a missing part says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mubiao.lexicon.loader import load
from mubiao.model import PARTS, Document, Facts, Task
from mubiao.outline.torn import jumps, list_breaks_off, list_that_is_not_there, without_end

LONG = 40  # a last line of so many characters is text, not a signature
NAMED = 3  # headings that are named
BREAKS_OFF, LIST_ENDS, NO_LIST, NO_END, JUMP = TORN = (
    "breaks off in mid-sentence", "its last task breaks off", "a list that it sends round is not in it:", "no call ends it",
    "headings follow on nothing:",
)  # fmt: skip
TERMINAL = tuple("。!?;:”）)】」")


def with_coverage(document: Document, tasks: Sequence[Task]) -> Document:
    """The document with its coverage filled in and marked as inferred, unchanged where it was given."""
    if document.facts.coverage is not None:
        return document
    gaps = _gaps(document, tasks)
    facts = replace(
        document.facts,
        coverage="partial" if gaps else "full",
        partial_parts=tuple(part for part in PARTS if any(part in parts for parts in gaps.values())),
        gaps="; ".join(gaps) or None,
        inferred=tuple(sorted((*document.facts.inferred, "coverage"))),
    )
    return replace(document, facts=facts)


def _gaps(document: Document, tasks: Sequence[Task]) -> dict[str, tuple[str, ...]]:
    """What is missing -> the parts that it concerns."""
    gaps: dict[str, tuple[str, ...]] = {}
    if _is_excerpt(document.path, document.facts):
        gaps["an excerpt"] = PARTS
    told = {task.part for task in tasks if not task.refused}
    parts = document.facts.kind.parts
    if parts == PARTS:
        gaps.update({f"no {part}": (part,) for part in PARTS if part not in told})
    last = next((task for task in reversed(tasks) if not task.refused and task.spans[-1][1] - task.spans[-1][0] >= LONG), None)
    if last and last.kind == "paragraph" and not document.folded.text[: last.spans[-1][1]].rstrip().endswith(TERMINAL):
        gaps[BREAKS_OFF] = (last.part,)
    if list_breaks_off(document, tasks):
        gaps[LIST_ENDS] = ("plan",)
    if missing := list_that_is_not_there(document, tasks):
        gaps[f"{NO_LIST} {missing}"] = ("plan",)
    if last and without_end(document, tasks):
        gaps[NO_END] = (last.part,)
    if "no review" not in gaps and (found := list(jumps(document.folded.text))):
        missed = {_part_at(tasks, place + side) for place, _ in found for side in (0, -1)}
        gaps[f"{JUMP} {', '.join(said for _, said in found[:NAMED])}"] = tuple(part for part in PARTS if part in missed)
    return gaps


def _part_at(tasks: Sequence[Task], place: int) -> str:
    """The part that a place of the folded text stands in."""
    return next((task.part for task in reversed(tasks) if task.spans and task.spans[0][0] <= place), tasks[0].part if tasks else "")


def _is_excerpt(name: str, facts: Facts) -> bool:
    return any(word in source for word in load().words["headings"]["excerpt"] for source in (name, facts.title or ""))
