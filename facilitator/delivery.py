"""Messages to everybody in a channel, one after the other, so that nobody hears a later one first. Who does not read is skipped,
and gets the whole view when it does again.
"""

from collections import deque
from collections.abc import Callable

from msgspec import Struct

from facilitator import runtime

CHUNK = 50  # lines served before others get a turn
BEHIND = 3  # messages that may wait for a slow line before it is skipped
DRAIN = 0.25  # seconds between two looks whether it has caught up


class Message(Struct, frozen=True):
    """`frame(line)` is what goes to a line, None for nothing; `lines` None: to everybody; `whole`: good for who missed what came before."""

    lines: list | None
    frame: Callable
    whole: bool = False


class Delivery:
    """`catch_up(line)` is called when a line that was skipped reads again; it should send a whole message."""

    def __init__(self, catch_up: Callable):
        self.lines: set = set()
        self._catch_up = catch_up
        self._queue: deque[Message] = deque()
        self._sending = self._draining = False

    def send(self, message: Message) -> None:
        self._queue.append(message)
        if not self._sending:
            self._sending = True
            if len(self.lines) <= CHUNK:
                self._send()
            else:
                runtime.spawn(self._send)

    def stop(self) -> set:
        """-> the lines, for whoever takes over."""
        lines, self.lines = self.lines, set()
        self._queue.clear()
        return lines

    def _send(self) -> None:
        try:
            while self._queue:
                self._send_one(self._queue.popleft())
        finally:
            self._sending = False

    def _send_one(self, message: Message) -> None:
        lines = list(self.lines) if message.lines is None else message.lines
        for n, line in enumerate(lines, 1):
            line.behind = line.behind and not message.whole
            if line.behind or line.waiting() >= BEHIND:
                self._fall_behind(line)
            elif frame := message.frame(line):
                line.push(frame)
            if n % CHUNK == 0 and n < len(lines):
                runtime.sleep(0)

    def _fall_behind(self, line) -> None:
        line.behind = True
        if not self._draining:
            self._draining = True
            runtime.after(DRAIN, self._drain)

    def _drain(self) -> None:
        for line in [line for line in self.lines if line.behind and not line.waiting()]:
            self._catch_up(line)
        self._draining = any(line.behind for line in self.lines)
        if self._draining:
            runtime.after(DRAIN, self._drain)
