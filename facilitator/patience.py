"""Wrong codes cost waiting time, for everybody at that address: guessing gets slow, a school behind one address still gets in.

Addresses are kept in memory only, and only for the minute that they count (the memory of the package `limits` keeps them
for ever, which is why it is not used here).
"""

import time
from collections import deque
from collections.abc import Callable

AT_ONE_ADDRESS = 10  # wrong look-ups a minute
IN_ALL = 20  # wrong look-ups a second
LONGEST = 30  # seconds that a look-up may stand in the queue


class TooBusy(Exception):
    """So many wrong codes that this look-up would wait longer than anybody does."""


class Patience:
    def __init__(self, wait: float, sleep: Callable[[float], None], now: Callable[[], float] = time.monotonic):
        self._wait, self._sleep, self._now = wait, sleep, now
        self._wrong: deque[tuple[float, str]] = deque()
        self._turn = 0.0

    def before(self, address: str) -> None:
        """Call before a look-up. Raises TooBusy."""
        now = self._now()
        while self._wrong and self._wrong[0][0] < now - 60:
            self._wrong.popleft()
        pause = self._queue(now)
        if sum(who == address for _, who in self._wrong) > AT_ONE_ADDRESS:
            pause = max(pause, self._wait)
        if pause:
            self._sleep(pause)

    def wrong(self, address: str) -> None:
        self._wrong.append((self._now(), address))

    def _queue(self, now: float) -> float:
        lately = len(self._wrong) > IN_ALL and self._wrong[-1 - IN_ALL][0] > now - 1
        if not lately and self._turn <= now:
            return 0.0
        turn = max(self._turn, now) + 1 / IN_ALL
        if turn - now > LONGEST:
            raise TooBusy
        self._turn = turn
        return turn - now
