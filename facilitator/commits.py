"""Group commit of one room: entries go to disk in batches, and what waits for them is released in order.

An idle room commits at once; a busy one no sooner than 3 ms after the previous commit started. One commit is in flight at a time.
"""

import logging
from collections import deque
from collections.abc import Callable

from facilitator import runtime

log = logging.getLogger(__name__)

PACE = 0.003  # seconds


class Commits:
    """`append(entries) -> durable seq` blocks and runs in `writers`; `failed(error)` is called on the hub, after which nothing more is released."""

    def __init__(self, writers: runtime.Writers, append: Callable, failed: Callable, durable: int):
        self._writers, self._append, self._failed = writers, append, failed
        self.durable = durable
        self._entries: list[dict] = []
        self._waiting: deque[tuple[int, Callable]] = deque()
        self._busy = False
        self._started = 0.0
        self._idle = runtime.Event()

    def add(self, entry: dict) -> None:
        self._entries.append(entry)

    def when_durable(self, seq: int, call: Callable) -> None:
        """`call` may not wait. Calls come in the order in which they were given."""
        if seq <= self.durable and not self._waiting:
            call()
        else:
            self._waiting.append((seq, call))
            self._begin()

    def flushed(self) -> None:
        """Waits until everything is on disk."""
        while self._entries or self._busy:
            self._begin()
            self._idle = runtime.Event()
            self._idle.wait(0.5)

    def _begin(self) -> None:
        if self._busy or not self._entries:
            return
        self._busy = True
        wait = self._started + PACE - runtime.monotonic()
        if wait > 0:
            runtime.after(wait, self._write)
        else:
            self._write()

    def _write(self) -> None:
        batch, self._entries = self._entries, []
        self._started = runtime.monotonic()
        self._writers.submit(self._written, self._append, batch)

    def _written(self, seq: int | None, error: Exception | None) -> None:
        if error:
            self._failed(error)
            return
        self.durable = seq
        while self._waiting and self._waiting[0][0] <= seq:
            self._release(self._waiting.popleft()[1])
        self._busy = False  # after the calls, so that what they add goes into one commit
        self._begin()
        if not self._busy:
            self._idle.set()

    def _release(self, call: Callable) -> None:
        """One call that goes wrong may not keep everybody else waiting for ever."""
        try:
            call()
        except Exception:
            log.exception("an answer was not sent")
