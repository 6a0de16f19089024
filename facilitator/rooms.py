"""All live sessions of this server: makes them, finds them, wakes them from disk when somebody comes, and cleans up."""

import itertools
import logging
import secrets
import time
from base64 import b32encode
from collections.abc import Callable

import msgspec

from facilitator import runtime
from facilitator.room import Room
from facilitator.store import Gone, Store
from sessions import Refused
from sessions.live import LiveSession
from sessions.people import CONSOLE

log = logging.getLogger(__name__)

SIGNS = "BCDFGHJKMNPQRSTVWXYZ23456789"  # no vowels: no words; no look-alikes
WRITERS = 8  # one thread gives 50 busy sessions on a 5 ms disk an ack after 400 ms, eight 6 ms
PULSE = 5  # seconds between two looks around
HOUR, DAY = 3_600, 86_400
FORGOTTEN, UNUSED = DAY, 90 * DAY  # seconds after which a session ends by itself
ASLEEP = 900  # seconds without anybody, after which a room leaves memory


class Listed(msgspec.Struct, frozen=True):
    """A session as the start page and other programs see it; times in unix seconds."""

    id: str
    code: str
    script: str  # its id
    title: str
    group: str
    started: float
    ended: float | None
    people: int
    rehearsal: bool
    sealed: bool


class Rooms:
    """`clock()` gives unix seconds; `way_in` is a WayIn."""

    def __init__(self, store: Store, settings, clock: Callable[[], float] = time.time, way_in=None):
        self.store, self.settings, self.clock = store, settings, clock
        self.way_in = way_in
        self.writers = runtime.Writers(WRITERS)
        self._rooms: dict[str, Room] = {}
        self._loading: dict[str, runtime.Event] = {}
        self._codes: dict[str, str] = store.codes()
        self._asleep: dict[str, Listed] = {}
        runtime.at_exit(self.close)
        runtime.spawn(self._look_around)

    def ids(self) -> set[str]:
        return set(self._codes.values())

    def create(self, script: dict, title: str = "", group: str = "", rehearsal: bool = False, **more) -> Room:
        """`more` is what else entry 1 says: see docs/wire.md."""
        id, code, epoch = b32encode(secrets.token_bytes(10)).decode(), self._new_code(), secrets.token_hex(4)
        made = {"seq": 1, "by": "console", "id": "made", "do": "made", "board": "stage", "format": 1, "script": script}
        made |= {"title": title, "group": group, "lang": "nl", "rehearsal": rehearsal, "started": int(self.clock()), **more}
        self._codes[code] = id
        try:
            runtime.run_blocking(self.store.create, id, made, epoch, code)
        except BaseException:
            del self._codes[code]
            raise
        return self._rooms.setdefault(id, Room(self, id, {"code": code, "epoch": epoch}, LiveSession(made), [made]))

    def open(self, id: str) -> Room:
        """Raises Gone. The log is read and folded off the hub, once, however many come at the same time."""
        while id not in self._rooms:
            if id not in self.ids():
                raise Gone(id)
            if id in self._loading:
                self._loading[id].wait()
            else:
                self._load(id)
        return self._rooms[id]

    def by_id(self, id: str) -> Room | None:
        try:
            return self.open(id)
        except Gone:
            return None

    def find_code(self, code: str) -> Room | None:
        """Also once it has ended: who was there comes back to the goodbye page, `join` refuses the others."""
        return self.by_id(self._codes.get(code.upper(), ""))

    def list(self) -> list[Listed]:
        """Newest first."""
        return sorted(filter(None, map(self._listed, self.ids())), key=lambda it: it.started, reverse=True)

    def delete(self, id: str) -> None:
        room = self._rooms.pop(id, None)
        self._codes = {code: its for code, its in self._codes.items() if its != id}
        self._asleep.pop(id, None)
        if room:
            room.shut()
        runtime.run_blocking(self.store.delete, id)

    def sweep(self) -> None:
        """Ends what was forgotten and deletes what is past its time."""
        for listed in self.list():
            try:
                self._sweep(listed)
            except (Gone, Refused):
                pass  # somebody else was first

    def close(self) -> None:
        for room in list(self._rooms.values()):
            room.flushed()
        for room in list(self._rooms.values()):
            room.close_lines()
        runtime.run_blocking(self.store.close_all)

    def _new_code(self) -> str:
        while (code := "".join(secrets.choice(SIGNS) for _ in range(6))) in self._codes:
            pass
        return code

    def _load(self, id: str) -> None:
        event = self._loading[id] = runtime.Event()
        try:
            meta, entries, live = runtime.run_blocking(self._read, id)
            self._rooms[id] = Room(self, id, meta, live, entries)
            self._asleep.pop(id, None)
        finally:
            del self._loading[id]
            event.set()

    def _read(self, id: str) -> tuple:
        entries = self.store.read(id)
        return self.store.meta(id), entries, LiveSession.fold(entries)

    def _listed(self, id: str) -> Listed | None:
        """Without keeping the room: only the lines of this list stay in memory."""
        if id in self._asleep:
            return self._asleep[id]
        try:
            was_here = id in self._rooms
            room = self.open(id)
        except Gone:
            return None
        stage = room.live.stage("console", 0)
        ended = room.made["started"] + room.ended_at if stage["ended"] and room.ended_at is not None else None
        listed = Listed(id, room.code, room.made["script"]["id"], stage["title"], stage["group"], room.made["started"], ended, stage["people"], stage["rehearsal"], room.live.stages.sealed)
        if not was_here:
            self._sleep(room, listed)
        return listed

    def _sleep(self, room: Room, listed: Listed) -> None:
        if not room.busy() and room.commits.durable == room.live.seq:
            self._asleep[room.id] = listed
            del self._rooms[room.id]
            runtime.run_blocking(self.store.close, room.id)

    def _sweep(self, listed: Listed) -> None:
        now = self.clock()
        if listed.ended is not None:
            if now > listed.ended + self.settings.kept * DAY:
                self.delete(listed.id)
            elif not listed.sealed and (room := self.open(listed.id)).may_seal():
                room.seal()
        elif now > self._forgotten_at(listed):
            self.open(listed.id).do(CONSOLE, {"id": f"sweep-{secrets.token_hex(4)}", "board": "stage", "do": "end"})

    def _forgotten_at(self, listed: Listed) -> float:
        last = int(runtime.run_blocking(self.store.meta, listed.id)["last"])
        return last + HOUR + FORGOTTEN if last else listed.started + UNUSED

    def _look_around(self) -> None:
        """Every few seconds: the addresses of this laptop, and what may be forgotten; every hour: whose time has come."""
        for n in itertools.count(1):
            runtime.sleep(PULSE)
            for room in list(self._rooms.values()):
                try:
                    self._look_at(room)
                except Exception:
                    log.exception("looking at a session went wrong")
            if n * PULSE % HOUR == PULSE:
                self.sweep()

    def _look_at(self, room: Room) -> None:
        if room.may_seal():
            room.seal()
        if room.busy():
            room.look_again()
        elif runtime.monotonic() - room.left > ASLEEP:
            self._sleep(room, self._listed(room.id))
        room.forget()
