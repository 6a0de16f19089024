"""How fast one person may go: 20 ops a second, 60 in a burst. By person, because a whole school can stand behind one address.

Ours, because the memory of the package `limits` starts a thread for nearly every call: 300 us for each op, more than all the rest.
"""

from facilitator import runtime

RATE, BURST = 20.0, 60.0


class Pace:
    """One person's: a bucket that runs over at BURST and fills with RATE a second."""

    __slots__ = ("_left", "_seen")

    def __init__(self):
        self._left, self._seen = BURST, runtime.monotonic()

    def allows(self, ops: int) -> bool:
        now = runtime.monotonic()
        self._left = min(BURST, self._left + (now - self._seen) * RATE)
        self._seen = now
        if self._left < ops:
            return False
        self._left -= ops
        return True
