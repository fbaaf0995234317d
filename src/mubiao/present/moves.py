"""What a change of a target means: harder or easier, told by the side that is better for its indicator."""

from __future__ import annotations

MOVES = ("harder", "easier", "up", "down", "kept")
UPWARD, DOWNWARD = ("higher", "floor"), ("lower", "ceiling")  # sides on which an indicator is better


def move_of(change: str, direction: str | None, falls: bool) -> str:
    """What a raised or lowered target means for those who must reach it.

    Args:
        change: raised, lowered or kept, of ``target_changes``.
        direction: of the indicator.
        falls: both targets are falls (下降3% and then 4%): raised is then deeper.

    >>> move_of("lowered", "lower", False), move_of("raised", "higher", False), move_of("raised", "lower", True), move_of("lowered", None, False)
    ('harder', 'harder', 'harder', 'down')
    """
    if change == "kept":
        return "kept"
    rises = (change == "raised") is not falls
    if direction not in (*UPWARD, *DOWNWARD):
        return "up" if rises else "down"
    return "harder" if rises is (direction in UPWARD) else "easier"
