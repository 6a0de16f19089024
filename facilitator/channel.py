"""What one audience of a room is told, and when: a version at most once per tick, as the difference with the one before.

Everybody in a channel has the same version; who joins gets the current one. What only some must hear (their own) leaves the version as it is.
"""

import logging
from collections.abc import Callable, Iterable

from msgspec import Struct

from facilitator import runtime
from facilitator.delivery import Delivery, Message
from facilitator.frames import encoded, event, spliced

log = logging.getLogger(__name__)

PATIENT = ("people", "here", "screens", "addresses", "way_in")  # parts of the stage that may wait for a tick


class Version(Struct, frozen=True):
    """The view and stage of an audience at one moment, every part encoded."""

    seq: int
    board: str | None
    kind: str | None
    parts: dict[str, bytes]
    stage: bytes  # at 0 seconds: differs only when the stage does
    urgent: bytes  # the same without what may wait


class Channel:
    """`room` gives `view(audience)`, `stage(audience, at)`, `own(pid)`, `epoch`, `live`, `commits`."""

    def __init__(self, room, audience: str, gap: Callable[[int], float], at_once: bool):
        self.audience = audience
        self._room, self._gap, self._at_once = room, gap, at_once
        self._delivery = Delivery(self._catch_up)
        self._due = None
        self._flushed = 0.0
        self._entering = 0
        self._whole: tuple[Version | None, bytes] = (None, b"")
        self.owns_stale = False
        self.now = self._version()

    @property
    def lines(self) -> set:
        return self._delivery.lines

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
        if self._room.live.board != self.now.board or self._stages()[1] != self.now.urgent:
            self.flush()
        else:
            self.touch()

    def flush(self) -> None:
        """When drawing it goes wrong, people keep what they have, and whoever caused it still gets an answer."""
        self._cancel()
        self._flushed = runtime.monotonic()
        try:
            self._flush()
        except Exception:
            log.exception("the %s view was not made", self.audience)

    # Who

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

    def take_over(self, before: "Channel") -> None:
        """After a repair nothing that was told counts: the lines of the channel before it get everything anew."""
        before._cancel()
        self.lines.update(before._delivery.stop())
        self._tell(self._head(None, self.now.parts, [], self._stage()), self._owns(True))

    def _populated(self) -> bool:
        return bool(self.lines or self._entering)

    def _cancel(self) -> None:
        if self._due:
            self._due.cancel()
            self._due = None

    # What

    def _flush(self) -> None:
        old, new = self.now, self._version()
        self.now = new
        if not self._populated():
            return
        whole = new.board != old.board
        parts = new.parts if whole else {key: part for key, part in new.parts.items() if old.parts.get(key) != part}
        gone = [] if whole else [key for key in old.parts if key not in new.parts]
        stage = self._stage() if whole or new.stage != old.stage else None
        owns = self._owns(whole)
        if whole or parts or gone or stage:
            self._tell(self._head(None if whole else old.seq, parts, gone, stage), owns)
        else:
            self.now = old
            for pid, own in owns.items():
                self.tell_own([line for line in self.lines if line.pid == pid], own)

    def tell_own(self, lines: Iterable, own: bytes) -> None:
        """What changed for one person only, on these lines."""
        lines = [line for line in lines if line in self.lines]
        if lines:
            seq, frame = self._room.live.seq, event("view", with_own(self._head(self.now.seq, {}, [], None), own))
            for line in lines:
                line.told(own, seq)
            self._later(Message(lines, lambda line: frame if line.own_seq <= seq else None))

    def whole(self) -> bytes:
        if self._whole[0] is not self.now:
            self._whole = (self.now, spliced(self.now.parts))
        return self._whole[1]

    def _tell(self, start: bytes, owns: dict[str, bytes]) -> None:
        """Most people have the same own after a step change (nothing yet): they share one frame, as all do when no own goes along."""
        seq, blank = self._room.live.seq, self._room.own(None) if owns else None
        shared = {own: event("view", with_own(start, own)) for own in {None, blank}}

        def frame(line) -> bytes:
            # Who did something meanwhile has its own from that answer; this one is older.
            own = owns.get(line.pid) if line.own_seq <= seq else None
            return shared.get(own) or event("view", with_own(start, own))

        self._later(Message(None, frame))

    def _catch_up(self, line) -> None:
        seq, own = self._room.live.seq, self._room.own(line.pid)
        start = self._head(None, {}, [], self._stage(), self.whole())
        line.told(own, seq)
        self._later(Message([line], lambda line: event("view", with_own(start, own if line.own_seq <= seq else None)), whole=True))

    def _later(self, message: Message) -> None:
        """When everything it shows is on disk."""
        self._room.commits.when_durable(self._room.live.seq, lambda: self._delivery.send(message))

    def _owns(self, everybody: bool) -> dict[str, bytes]:
        """-> {pid: own} of who must hear it anew: all, or those for whom the console changed something."""
        if not (everybody or self.owns_stale):
            return {}
        self.owns_stale = False
        owns = {pid: self._room.own(pid) for pid in {line.pid for line in self.lines}}
        changed = owns if everybody else {line.pid: owns[line.pid] for line in self.lines if line.own != owns[line.pid]}
        for line in self.lines:
            line.told(owns[line.pid], self._room.live.seq)
        return changed

    def _version(self) -> Version:
        live = self._room.live
        parts = {key: encoded(part) for key, part in self._room.view(self.audience).items()}
        return Version(live.seq, live.board, live.kind, parts, *self._stages())

    def _stages(self) -> tuple[bytes, bytes]:
        stage = self._room.stage(self.audience, 0)
        return encoded(stage), encoded({key: part for key, part in stage.items() if key not in PATIENT})

    def _stage(self) -> bytes:
        return encoded(self._room.stage(self.audience, self._room.at()))

    def _head(self, since: int | None, parts: dict[str, bytes], gone: list[str], stage: bytes | None, whole: bytes | None = None) -> bytes:
        """A `view` without its closing brace, so that an own can be added; `whole` instead of `parts` when they are together already."""
        now = self.now
        start = encoded({"epoch": self._room.epoch, "from": since, "seq": now.seq, "board": now.board, "kind": now.kind, "gone": gone})[:-1]
        start += b',"set":' + (whole or spliced(parts))
        return start if stage is None else start + b',"stage":' + stage


def with_own(start: bytes, own: bytes | None) -> bytes:
    return start + b"}" if own is None else start + b',"own":' + own + b"}"
