"""Our websocket under Engine.IO: reads frames from a buffer and unmasks them as one big number (eventlet does it byte by byte: 64 kB
would hold everybody up for 12 ms), keeps out what Engine.IO stumbles over, and lets a ready frame go straight to the network.

Engine.IO hands its socket's own handler to this class, so nothing in that package is patched but its clock.
"""

import contextlib
import re
import socket
from types import SimpleNamespace

import engineio.socket
from engineio.async_drivers.eventlet import WebSocketWSGI

from facilitator import runtime

# Everything Engine.IO may hear: ping, pong, close, upgrade, no-op, and Socket.IO packets. Anything else can make it raise halfway
# and leave a socket behind that nobody closes.
HEARD = re.compile(r"[2356]|[23]probe|1|4[0-6].*", re.DOTALL)
JOIN_WITHIN = 10  # seconds
EVENT = ("42", "45")
TEXT, CLOSE, PING = 1, 8, 9
GOING_AWAY = b"\x88\x02\x03\xe9"  # a close frame with status 1001


def install(server) -> None:
    """`server` is the Socket.IO server."""
    server.eio._async = {**server.eio._async, "websocket": Door}
    # Its heartbeat reads the wall clock: when that jumps, everybody would be thrown out.
    engineio.socket.time = SimpleNamespace(time=runtime.monotonic)


class Door(WebSocketWSGI):
    def __init__(self, handler, server):
        super().__init__(handler, server)
        self.support_legacy_versions = False
        self._eio = handler.__self__

    def _handle_hybi_request(self, environ):
        shaken = super()._handle_hybi_request(environ)
        ws = Socket(shaken.socket, environ, shaken.version, max_frame_length=self.max_frame_length)
        ws.queue = self._eio.queue
        self._eio.ws = ws
        ws.joined = False
        runtime.after(JOIN_WITHIN, ws.hang_up_unless_joined)
        return ws


class Ready(bytes):
    """A whole frame, or what is left of one: goes as it is. Engine.IO's queue takes it for a packet."""

    def encode(self):
        return self


class Closed(Exception):
    pass


class Socket(runtime.Websocket):
    queue = None  # Engine.IO's; its writer takes from it
    joined = False
    hear = None  # who takes the events, past four layers that would each look at them

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.log = SimpleNamespace(write=lambda line: None)  # it would write addresses of people
        self._in = bytearray()

    # Out

    def push(self, frame: bytes) -> None:
        """Never waits: to the network now if nothing stands before it, else behind what does."""
        if self.queue.queue or self._sendlock.counter <= 0:
            self.queue.put(Ready(frame))
            return
        try:
            sent = self.socket.fd.send(frame)
        except BlockingIOError:
            sent = 0
        except OSError:
            return  # gone; the reader finds out
        if sent < len(frame):
            self.queue.put(Ready(frame[sent:]))

    def waiting(self) -> int:
        """How many messages have not reached the network."""
        return len(self.queue.queue) + (self._sendlock.counter <= 0)

    def send(self, message, **options):
        if type(message) is Ready:
            self._send(message)
        else:
            super().send(message, **options)

    def hang_up(self) -> None:
        """Never waits either, not even for a phone that does not read: says goodbye if it can; the reader does the rest."""
        with contextlib.suppress(OSError):
            if not self.waiting():
                self.socket.fd.send(GOING_AWAY)
                self.websocket_closed = True
            self.socket.fd.shutdown(socket.SHUT_RDWR)

    def hang_up_unless_joined(self) -> None:
        if not self.joined:
            self.hang_up()

    # In

    def wait(self) -> str | None:
        """-> the next message Engine.IO can deal with; None when the line is closed."""
        try:
            while True:
                message = self._message()
                if message is None:
                    continue
                if self.hear and message.startswith(EVENT):
                    self.hear(message[1:])
                elif HEARD.fullmatch(message):
                    return message
        except Closed:
            self.close()
            return None

    def _message(self) -> str | None:
        """One whole message; None for a binary one, which nobody here has use for."""
        kind, parts, size = None, [], 0
        while True:
            last, opcode, body = self._frame(self.max_frame_length - size)
            if opcode & 8:
                self._control(opcode, body)
                continue
            if (kind is None) == (opcode == 0):
                raise self._broken(1002)
            kind = opcode if kind is None else kind
            parts.append(body)
            size += len(body)
            if last:
                return self._text(b"".join(parts)) if kind == TEXT else None

    def _frame(self, most: int) -> tuple[bool, int, bytes]:
        first, second = self._take(2)
        length = second & 127
        if first & 0x70 or not second & 128 or (first & 8 and (length > 125 or not first & 128)):
            raise self._broken(1002)
        if length > 125:
            length = int.from_bytes(self._take(2 if length == 126 else 8), "big")
        if length > most:
            raise self._broken(1009)
        mask = self._take(4)
        return first >= 128, first & 15, unmasked(self._take(length), mask)

    def _take(self, n: int) -> bytes:
        while len(self._in) < n:
            try:
                runtime.until_readable(self.socket)
                chunk = self.socket.fd.recv(16 * 1024)
            except BlockingIOError:
                continue
            except OSError:
                raise Closed from None
            if not chunk:
                raise Closed
            self._in += chunk
        taken = bytes(self._in[:n])
        del self._in[:n]
        return taken

    def _control(self, opcode: int, body: bytes) -> None:
        if opcode == CLOSE:
            raise self._broken(1000)
        if opcode == PING:
            self.send(body, control_code=0xA)

    def _text(self, body: bytes) -> str:
        try:
            return body.decode()
        except UnicodeDecodeError:
            raise self._broken(1007) from None

    def _broken(self, status: int) -> Closed:
        self.close(close_data=(status, ""))
        return Closed()


def unmasked(body: bytes, mask: bytes) -> bytes:
    n = len(body)
    key = (mask * (n // 4 + 1))[:n]
    return (int.from_bytes(body, "big") ^ int.from_bytes(key, "big")).to_bytes(n, "big")
