"""What people are at right now, such as the cell somebody is typing in: shown to the others, gone by itself, never in the log."""

from collections import Counter
from collections.abc import Callable

from facilitator import runtime

SECONDS = 5.0
MOST = 40  # marks on one page


class Passing:
    """Of one room. `changed()` is called when there is something to show or to take away."""

    def __init__(self, changed: Callable[[], None]):
        self._changed = changed
        self._marks: dict[str, tuple[str, dict, float]] = {}  # by person: the board, what they are at, until when

    def mark(self, who: str, board: str, at: dict) -> None:
        """`who` is at this place of the board; `at` is the clean op {card, column, table?}."""
        self._marks[who] = (board, at, runtime.monotonic() + SECONDS)
        runtime.after(SECONDS + 0.1, self._changed)
        self._changed()

    def done(self, who: str) -> None:
        """They did something else, or left."""
        if self._marks.pop(who, None):
            self._changed()

    def of(self, board: str | None, audience: str) -> dict[str, dict]:
        """-> {"typing": {"<card> <column>": people}}, with the table behind it where every table has cells of its own: those are no other phone's concern."""
        now = runtime.monotonic()
        self._marks = {who: mark for who, mark in self._marks.items() if mark[2] > now}
        here = [at for where, at, _ in self._marks.values() if where == board and not (audience == "phone" and "table" in at)]
        counts = Counter(" ".join(str(at[key]) for key in ("card", "column", "table") if key in at) for at in here)
        return {"typing": dict(counts.most_common(MOST))} if counts else {}
