"""One live session in memory and everybody connected to it. Memory may run ahead of the disk; nobody is told before it is there."""

import logging
import secrets

from facilitator import recovery, runtime
from facilitator.channel import Channel
from facilitator.commits import Commits
from facilitator.doubles import Doubles
from facilitator.frames import answer, encoded
from facilitator.pace import Pace
from facilitator.passing import Passing
from sessions import Refused
from sessions.live import PASSING, LiveSession
from sessions.people import Person
from sessions.sealing import sealed

log = logging.getLogger(__name__)

SEAL_AFTER = 600  # seconds after the end in which it may still be taken back
AUDIENCE = {"participant": "phone", "screen": "screen", "console": "console"}


def gaps() -> dict:
    """Seconds between two versions, by how many are listening: the phones' is there for the Wi-Fi's sake."""
    return {
        "phone": (lambda n: max(0.25, n * 0.0005), False),
        "screen": (lambda n: 0.1, True),
        "console": (lambda n: 0.1, True),
    }


class Room:
    """`rooms` gives `store`, `writers`, `clock`, `settings` and `way_in`."""

    def __init__(self, rooms, id: str, meta: dict[str, str], live: LiveSession, entries: list[dict]):
        self._rooms = rooms
        self.id, self.code, self.epoch = id, meta["code"], meta["epoch"]
        self.made = entries[0]
        self.trouble: str | None = None
        self.left = runtime.monotonic()  # when somebody was last here
        self._lines: set = set()
        self._tabs: dict[str, set] = {}  # pid -> the lines of that person
        self._paces: dict[str, Pace] = {}
        self._doubles = Doubles(self._touch)
        self._passing = Passing(self._touch)
        self._hold(live, entries)
        self._channels = self._open_channels()

    def _hold(self, live: LiveSession, entries: list[dict]) -> None:
        self.live = live
        gone = max(self._rooms.clock() - self.made["started"], max(entry.get("at") or 0 for entry in entries))
        self._began = runtime.monotonic() - gone
        self.ended_at = next((entry["at"] for entry in reversed(entries) if entry["do"] == "end"), None)
        self.commits = Commits(self._rooms.writers, self._append, self._failed, live.seq)

    def _open_channels(self) -> dict[str, Channel]:
        return {audience: Channel(self, audience, *how) for audience, how in gaps().items()}

    def at(self) -> float:
        """Seconds since the session was made; never goes back, whatever the clock on the wall does."""
        return round(runtime.monotonic() - self._began, 3)

    # Coming and going

    def join(self, line, have, number: int) -> None:
        """Raises Refused."""
        if line.who.role == "participant":
            self._log(self.live.arrive(line.who.pid, self.at()))
        channel = self._channels[AUDIENCE[line.who.role]]
        enter = channel.welcome(line)
        told = answer(number, self._joined(line, channel, have))
        self._lines.add(line)
        self._tabs.setdefault(line.pid, set()).add(line)
        self._touch()

        def arrive():
            line.push(told)
            enter()

        self.commits.when_durable(self.live.seq, arrive)

    def leave(self, line) -> None:
        self._lines.discard(line)
        self._tabs[line.pid].discard(line)
        if not self._tabs[line.pid]:
            del self._tabs[line.pid]
            self._passing.done(line.who.pid)
        for channel in self._channels.values():
            channel.lines.discard(line)
        self.left = runtime.monotonic()
        self._touch()

    def _joined(self, line, channel: Channel, have) -> bytes:
        now = channel.now
        known = have is not None and (have.epoch, have.seq, have.board) == (self.epoch, now.seq, now.board)
        line.told(self.own(line.pid), self.live.seq)
        start = encoded({"you": {"person": line.key, "role": line.who.role}, "epoch": self.epoch, "seq": now.seq, "board": now.board, "kind": now.kind})
        stage = encoded(self.stage(channel.audience, self.at()))
        return b'%b,"stage":%b,"view":%b,"own":%b}' % (start[:-1], stage, b"null" if known else channel.whole(), line.own)

    # What people do

    def accept(self, line, ops: list[dict | None], number: int | None) -> None:
        """Answers when it is on disk. While the disk is full nobody gets an answer: phones keep what they have and send it again."""
        if self.trouble:
            return
        before = self.live.seq
        allowed = self._pace(line).allows(max(1, len(ops)))
        results = [self._judge(line.who, op) if allowed else refusal(op, "too_fast") for op in ops]
        line.told(self.own(line.pid), self.live.seq)
        self._tell(line, changed=self.live.seq > before)
        told = b'{"results":%b,"own":%b}' % (encoded(results), line.own)
        self.commits.when_durable(self.live.seq, lambda: number is None or line.push(answer(number, told)))

    def _judge(self, who: Person, op: dict | None) -> dict:
        if op is None:
            return refusal(op, "bad_request")
        try:
            if op["do"] in PASSING:
                self._passing.mark(who.pid, op["board"], self.live.judge(who, op, self.at()))
                return {"id": op["id"], "seq": self.live.seq}
            seq, entry = self.live.accept(who, op, self.at())
        except Refused as no:
            return refusal(op, no.reason)
        except Exception:
            log.exception("judging %s on %s went wrong", op["do"], op["board"])
            return refusal(op, "bad_request")
        self._log(entry)
        self._passing.done(who.pid)
        return {"id": op["id"], "seq": seq}

    def do(self, who: Person, op: dict) -> None:
        """What the server itself does, such as ending a forgotten session. Raises Refused."""
        self._log(self.live.accept(who, op, self.at())[1])
        self.acted()
        self.commits.when_durable(self.live.seq, lambda: None)

    def _pace(self, line) -> Pace:
        """A person's, however many tabs and reconnects; a console's or screen's own."""
        return self._paces.setdefault(line.pid, Pace()) if line.pid else line.pace

    def _log(self, entry: dict | None) -> None:
        if entry is None:
            return
        self.commits.add(entry)
        if "over" in entry:
            self._channels["phone"].owns_stale = True  # who wrote what it replaced hears of it
        if entry["do"] == "end":
            self.ended_at = entry.get("at") or self.at()

    def _tell(self, line, changed: bool) -> None:
        if not changed:
            return
        if line.who.role == "participant":
            self._touch()
            self._channels["phone"].tell_own(self._tabs[line.pid] - {line}, line.own)
        else:
            self.acted()
            self._send_out()

    def _send_out(self) -> None:
        """Whoever was sent out has no view any more; a phone that comes back hears why."""
        for pid in self.live.stages.people.barred & self._tabs.keys():
            for out in list(self._tabs[pid]):
                out.close()

    def acted(self) -> None:
        self._channels["phone"].owns_stale = True
        for channel in self._channels.values():
            channel.act()

    def _touch(self) -> None:
        for channel in self._channels.values():
            channel.touch()

    def look_again(self) -> None:
        """Something around the session changed, such as the address of this laptop."""
        self._touch()

    # What people see

    def view(self, audience: str) -> dict:
        parts = self.live.view(audience) | self._passing.of(self.live.board, audience)
        return parts | {"alike": self._doubles.of(parts, self.live.cards.apart)} if audience == "console" and self.live.board else parts

    def stage(self, audience: str, at: float) -> dict:
        stage = self.live.stage(audience, at)
        if self.trouble == "disk":
            stage["trouble"] = self.trouble
        if audience != "phone":
            stage["way_in"] = self._rooms.way_in.to(self.code)
        if audience == "console":
            stage["addresses"] = self._rooms.way_in.addresses()
            stage |= {"here": self.here(), "screens": self._count("screen"), "id": self.id, "kept": self._rooms.settings.kept}
        return stage

    def own(self, pid: str | None) -> bytes:
        """Encoded; screens and consoles (pid "") have nothing of their own."""
        return b"{}" if pid == "" else encoded(self.live.own(pid))

    def here(self) -> int:
        return len(self._tabs) - ("" in self._tabs)

    def _count(self, role: str) -> int:
        return sum(line.who.role == role and not line.auth.preview for line in self._lines)

    # The disk

    def may_seal(self) -> bool:
        return self.live.stages.ended and not self.live.stages.sealed and self.ended_at is not None and self.at() - self.ended_at > SEAL_AFTER

    def busy(self) -> bool:
        return bool(self._lines)

    def flushed(self) -> None:
        self.commits.flushed()

    def settled(self) -> None:
        """Waits until everything in memory is on disk: for what leaves the room, such as a report."""
        event = runtime.Event()
        self.commits.when_durable(self.live.seq, event.set)
        event.wait(5)

    def forget(self) -> None:
        """Takes the words of removed cards out of the log, once they cannot come back."""
        if seqs := self.live.forget(self.at()):
            self.settled()
            runtime.run_blocking(self._rooms.store.redact, self.id, seqs)

    def seal(self) -> None:
        """Some time after the end: takes out who did what anonymously, and what is not to be kept. Meanwhile phones keep what they have."""
        self.trouble, epoch = "sealing", secrets.token_hex(4)
        try:
            self.flushed()
            entries = runtime.run_blocking(self._rooms.store.read, self.id)
            anew = list(sealed(self.live, entries, lambda: secrets.token_hex(8)))
            runtime.run_blocking(self._rooms.store.rewrite, self.id, anew, epoch)
            self.restart(anew, epoch)
        finally:
            self.trouble = None
        self.acted()

    def shut(self) -> None:
        """For good: nothing is taken any more, and whoever is here is sent away."""
        self.trouble = "gone"
        self.flushed()
        self.close_lines()

    def close_lines(self) -> None:
        for line in list(self._lines):
            line.close()

    def _append(self, entries: list[dict]) -> int:
        return self._rooms.store.append(self.id, self.epoch, entries)

    def _failed(self, error: Exception) -> None:
        recovery.struck(self, self._rooms.store, error)

    def restart(self, entries: list[dict], epoch: str) -> None:
        """Memory becomes what is on disk, and everybody hears it anew."""
        self.epoch = epoch
        self._hold(LiveSession.fold(entries), entries)
        before, self._channels = self._channels, self._open_channels()
        answered = set().union(*(channel.lines for channel in before.values()))
        for audience, channel in self._channels.items():
            channel.take_over(before[audience])
        for line in self._lines - answered:
            line.close()  # waits for an answer that will not come


def refusal(op: dict | None, reason: str) -> dict:
    return {"id": op["id"] if op else None, "refused": reason}
