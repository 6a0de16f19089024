"""What one audience of a room is told, and when: a version at most once per tick, as the difference with the one before.

Everybody in a channel has the same version; who joins gets the current one. So all messages go through one queue, in order:
a version (to everybody), or something private (to a few) that leaves the version as it is.
"""

import logging
from collections import deque
from collections.abc import Callable, Iterable

from msgspec import Struct

from facilitator import runtime
from facilitator.frames import encoded, event, spliced

log = logging.getLogger(__name__)

CHUNK = 50  # phones served before others get a turn
BEHIND = 3  # messages that may wait for a slow line before it is skipped
DRAIN = 0.25  # seconds between two looks whether it has caught up


class Version(Struct, frozen=True):
    """The view and stage of an audience at one moment, every part encoded."""

    seq: int
    board: str | None
    kind: str | None
    parts: dict[str, bytes]
    still: bytes  # the stage at 0 seconds: differs only when the stage does
    acts: bytes  # the same without what may wait for a tick


class Message(Struct, frozen=True):
    """To these lines, or to everybody in the channel; `whole`: good for who missed what came before."""

    lines: list | None
    frame: Callable
    whole: bool = False


class Channel:
    """`room` gives `view(audience)`, `stage(audience, at)`, `own(pid)`, `epoch`, `live`, `commits`."""

    def __init__(self, room, audience: str, gap: Callable[[int], float], at_once: bool):
        self.audience, self.lines = audience, set()
        self._room, self._gap, self._at_once = room, gap, at_once
        self._due = None
        self._flushed = 0.0
        self._queue: deque[Message] = deque()
        self._entering = 0
        self._sending = False
        self._draining = False
        self._whole: tuple[Version, bytes] | None = None
        self.owns_stale = False
        self.now = self._version()

    # When

    def touch(self) -> None:
        """Something changed: tell it at the next tick."""
        if self._due or not self._populated():
            return
        gap = self._gap(len(self.lines))
        wait = max(0, self._flushed + gap - runtime.monotonic()) if self._at_once else gap
        self._due = runtime.after(wait, self.flush)

    def act(self) -> None:
        """The console did something: at once when it changed the stage."""
        board = self._room.live.board
        if board != self.now.board or self._stills()[1] != self.now.acts:
            self.flush()
        else:
            self.touch()

    # What

    def flush(self) -> None:
        """When drawing it goes wrong, people keep what they have, and whoever caused it still gets an answer."""
        try:
            self._flush()
        except Exception:
            log.exception("the %s view was not made", self.audience)

    def _flush(self) -> None:
        if self._due:
            self._due.cancel()
            self._due = None
        self._flushed = runtime.monotonic()
        old, new = self.now, self._version()
        self.now = new
        if not self._populated():
            return
        whole = new.board != old.board
        parts = new.parts if whole else {key: part for key, part in new.parts.items() if old.parts.get(key) != part}
        gone = [] if whole else [key for key in old.parts if key not in new.parts]
        stage = whole or new.still != old.still
        owns = self._owns(whole)
        if whole or parts or gone or stage:
            self._tell(head(self._room.epoch, None if whole else old.seq, new, parts, gone, self._stage() if stage else None), owns)
        else:
            self.now = old
            for pid, own in owns.items():
                self.tell_own([line for line in self.lines if line.pid == pid], own)

    def tell_own(self, lines: Iterable, own: bytes) -> None:
        """What changed for one person only, on these lines."""
        lines = [line for line in lines if line in self.lines]
        if lines:
            frame = event("view", with_own(head(self._room.epoch, self.now.seq, self.now, {}, [], None), own))
            for line in lines:
                line.own = own
            self._later(Message(lines, lambda line: frame))

    def whole(self) -> bytes:
        if not self._whole or self._whole[0] is not self.now:
            self._whole = (self.now, spliced(self.now.parts))
        return self._whole[1]

    def welcome(self, line) -> Callable[[], None]:
        """-> the call that makes this line hear what comes after the version of now; for right after its answer."""
        if not self._populated():
            self.flush()
        told = self.now
        self._entering += 1

        def enter():
            self._entering -= 1
            if line.gone:
                return
            self.lines.add(line)
            if self.now.board != told.board:
                self.tell_own([line], self._room.own(line.pid))
            if self.now.seq < self._room.live.seq:
                self.touch()

        return enter

    def repaired(self, before: "Channel") -> None:
        """Takes over the lines of the channel before a repair: nothing that was told counts, everybody gets everything."""
        self.lines = before.lines
        self._tell(head(self._room.epoch, None, self.now, self.now.parts, [], self._stage()), self._owns(True))

    def _populated(self) -> bool:
        return bool(self.lines or self._entering)

    def _tell(self, start: bytes, owns: dict[str, bytes]) -> None:
        """Most people have the same own after a step change (nothing yet): they share one frame, as all do when no own goes along."""
        blank = self._room.own(None) if owns else None
        shared = {own: event("view", with_own(start, own)) for own in {None, blank}}

        def to(line) -> bytes:
            own = owns.get(line.pid)
            return shared.get(own) or event("view", with_own(start, own))

        self._later(Message(None, to))

    def _owns(self, everybody: bool) -> dict[str, bytes]:
        """-> {pid: own} of who must hear it anew: all, or those for whom the console changed something."""
        if not (everybody or self.owns_stale):
            return {}
        self.owns_stale = False
        owns = {pid: self._room.own(pid) for pid in {line.pid for line in self.lines}}
        changed = owns if everybody else {line.pid: owns[line.pid] for line in self.lines if line.own != owns[line.pid]}
        for line in self.lines:
            line.own = owns[line.pid]
        return changed

    def _version(self) -> Version:
        live = self._room.live
        parts = {key: encoded(part) for key, part in self._room.view(self.audience).items()}
        return Version(live.seq, live.board, live.kind, parts, *self._stills())

    def _stills(self) -> tuple[bytes, bytes]:
        stage = self._room.stage(self.audience, 0)
        acts = {key: part for key, part in stage.items() if key not in ("people", "here", "screens", "addresses", "way_in")}
        return encoded(stage), encoded(acts)

    def _stage(self) -> bytes:
        return encoded(self._room.stage(self.audience, self._room.at()))

    # To whom

    def _later(self, message: "Message") -> None:
        """When everything it shows is on disk."""
        self._room.commits.when_durable(self._room.live.seq, lambda: self._enqueue(message))

    def _enqueue(self, message: "Message") -> None:
        self._queue.append(message)
        if not self._sending:
            self._sending = True
            if len(self.lines) <= CHUNK:
                self._send()
            else:
                runtime.spawn(self._send)

    def _send(self) -> None:
        try:
            while self._queue:
                self._send_one(self._queue.popleft())
        finally:
            self._sending = False

    def _send_one(self, message: "Message") -> None:
        lines = list(self.lines) if message.lines is None else message.lines
        for n, line in enumerate(lines, 1):
            line.behind = line.behind and not message.whole
            if line.behind or line.waiting() >= BEHIND:
                self._fall_behind(line)
            else:
                line.push(message.frame(line))
            if n % CHUNK == 0 and n < len(lines):
                runtime.sleep(0)

    # The slow ones

    def _fall_behind(self, line) -> None:
        line.behind = True
        if not self._draining:
            self._draining = True
            runtime.after(DRAIN, self._drain)

    def _drain(self) -> None:
        """Who has caught up with its queue gets the whole view: it missed the differences."""
        for line in [line for line in self.lines if line.behind and not line.waiting()]:
            self._catch_up(line)
        self._draining = any(line.behind for line in self.lines)
        if self._draining:
            runtime.after(DRAIN, self._drain)

    def _catch_up(self, line) -> None:
        start = head(self._room.epoch, None, self.now, {}, [], self._stage(), self.whole())
        line.own = self._room.own(line.pid)
        frame = event("view", with_own(start, line.own))
        self._later(Message([line], lambda to: frame, whole=True))


def head(epoch: str, since: int | None, version: Version, parts: dict, gone: list, stage: bytes | None, whole: bytes | None = None) -> bytes:
    """A `view` without its closing brace, so that an own can be added."""
    start = encoded({"epoch": epoch, "from": since, "seq": version.seq, "board": version.board, "kind": version.kind, "gone": gone})[:-1]
    start += b',"set":' + (whole or spliced(parts))
    return start if stage is None else start + b',"stage":' + stage


def with_own(start: bytes, own: bytes | None) -> bytes:
    return start + b"}" if own is None else start + b',"own":' + own + b"}"

