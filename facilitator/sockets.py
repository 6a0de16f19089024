"""The doorstep: who is this socket, which room; then one call. Nobody is refused while connecting (that would end the phone's trying),
only while joining."""

import logging
import secrets
from functools import partial

from facilitator import door, websocket
from facilitator.frames import answer, encoded
from facilitator.line import Line
from facilitator.store import Gone
from sessions import Refused
from sessions.people import CONSOLE, SCREEN, Person

log = logging.getLogger(__name__)

class Sockets:
    def __init__(self, server, rooms, access):
        self._server, self._rooms, self._access = server, rooms, access
        self._lines: dict[str, Line] = {}

    def connect(self, sid: str, environ: dict, auth=None) -> None:
        eio_sid = self._server.manager.eio_sid_from_sid(sid, "/")
        ws = self._server.eio.sockets[eio_sid].ws
        line = self._lines[eio_sid] = Line(ws, door.auth(auth))
        ws.hear = partial(self._event, line)

    def disconnect(self, sid: str, reason: str) -> None:
        line = self._lines.pop(self._server.manager.eio_sid_from_sid(sid, "/"), None)
        if line:
            line.gone = True
            if line.room:
                line.room.leave(line)

    def message(self, eio_sid: str, text: str) -> None:
        """Coming and going; what else Socket.IO knows has no meaning here."""
        if text[0] == ("1" if eio_sid in self._lines else "0"):
            try:
                self._server._handle_eio_message(eio_sid, text)
            except (ValueError, TypeError, RecursionError):
                log.info("somebody came in with nonsense")

    def _event(self, line: Line, text: str) -> None:
        number = None
        try:
            number, said = door.read(text)
            if isinstance(said, list):
                self._ops(line, said, number)
            else:
                self._join(line, said, number)
        except (Refused, door.Bad) as no:
            number = getattr(no, "number", number)
            if number is not None:
                line.push(answer(number, encoded({"refused": str(no)})))
        except Exception:
            log.exception("a message went wrong")

    def _join(self, line: Line, said: door.Join, number: int | None) -> None:
        if number is None:
            raise Refused("bad_request")
        if line.room:  # it lost the thread, or the answer
            line.room.leave(line)
            line.room = None
        session_id, role = self._access.read(line.auth.token, self._rooms.ids()) or (None, None)
        try:
            room = self._rooms.open(session_id or "")
        except Gone:
            raise Refused("no_such_session") from None
        if line.gone:
            return  # it took so long to wake the room
        line.key = line.auth.person or secrets.token_hex(16) if role == "participant" else None
        line.pid = self._access.pid(room.id, line.key) if line.key else ""
        line.who = Person(line.pid, role) if line.pid else {"screen": SCREEN, "console": CONSOLE}[role]
        room.join(line, said.have, number)
        line.room = room
        line.welcome()

    def _ops(self, line: Line, ops: list, number: int | None) -> None:
        if not line.room:
            raise Refused("no_such_session")
        line.room.accept(line, ops, number)


def register(socketio, rooms, access) -> None:
    """Events are read here and not with `@socketio.on`: that costs a Flask request context for each, twice what the rest costs."""
    server = socketio.server
    websocket.install(server)
    sockets = Sockets(server, rooms, access)
    server.on("connect", sockets.connect)
    server.on("disconnect", sockets.disconnect)
    server.eio.on("message", sockets.message)
