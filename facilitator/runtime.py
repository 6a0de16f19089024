"""The only file that imports eventlet: its successor is one file's work. Nothing is monkey patched: blocking calls go through
`run_blocking` or a `Writers` thread, never on the hub.
"""

import collections
import contextlib
import errno
import os
import queue
import signal
import socket
import sys
import threading
import time
import traceback
import warnings
from collections.abc import Callable

# It says at import that it only mends bugs from now on; that is why it is in this file alone.
with warnings.catch_warnings():
    warnings.filterwarnings("ignore", r"\s*Eventlet is deprecated")
    import eventlet
    import eventlet.hubs
    import eventlet.websocket
    import eventlet.wsgi

Websocket = eventlet.websocket.RFC6455WebSocket
spawn = eventlet.spawn_n
sleep = eventlet.sleep
monotonic = time.monotonic

CONNECTIONS = 20_000  # eventlet's own 1,024 lets the 1,025th phone hang
BIGGEST_MESSAGE = 64 * 1024  # bytes; a batch of ops is at most 16 kB
SEND_BUFFER = 48 * 1024  # bytes; a bigger one hides a slow phone from us
LAST_WORDS = 1.5  # seconds that the `at_exit` calls may take together


class PortTaken(Exception):
    def __init__(self, host: str, port: int):
        super().__init__(f"{host}:{port}")
        self.port = port


def after(seconds: float, call: Callable, *args):
    """Runs `call` later, in a greenlet of its own; `.cancel()` on what comes back takes that back."""
    return eventlet.hubs.get_hub().schedule_call_global(seconds, spawn, call, *args)


def until_readable(sock) -> None:
    """Raises OSError when it is closed meanwhile. Without eventlet's own `recv`, which sets a timer for every message: heartbeats do that work."""
    eventlet.hubs.trampoline(sock.fd, read=True, mark_as_closed=sock._mark_as_closed)


class Event:
    """Set once, waited for by many."""

    def __init__(self):
        self._event = eventlet.Event()

    def set(self, value=None) -> None:
        if not self._event.ready():
            self._event.send(value)

    def is_set(self) -> bool:
        return self._event.ready()

    def wait(self, seconds: float | None = None):
        return self._event.wait(seconds)


class Writers:
    """Real threads for what blocks; `done(result, error)` runs on the hub and must not block."""

    def __init__(self, threads: int):
        self._jobs: queue.SimpleQueue = queue.SimpleQueue()
        self._bell = _bell()
        for n in range(threads):
            threading.Thread(target=self._work, name=f"writer-{n}", daemon=True).start()

    def submit(self, done: Callable, call: Callable, *args) -> None:
        self._jobs.put((done, call, args))

    def _work(self) -> None:
        while True:
            done, call, args = self._jobs.get()
            try:
                result, error = call(*args), None
            except Exception as wrong:
                result, error = None, wrong
            self._bell.ring(done, result, error)
            del done, call, args, result, error


def run_blocking(call: Callable, *args):
    """-> what `call` returns or raises, while the other greenlets go on."""
    event = Event()
    _readers().submit(lambda result, error: event.set((result, error)), call, *args)
    result, error = event.wait()
    if error:
        raise error
    return result


class _Bell:
    """How another thread wakes the hub: a socket pair, which every system has."""

    def __init__(self):
        self._calls: collections.deque = collections.deque()
        self._rung = False
        self._inside, self._outside = socket.socketpair()
        self._inside.setblocking(False)
        self._outside.setblocking(False)
        spawn(self._listen)

    def ring(self, call: Callable, *args) -> None:
        self._calls.append((call, args))
        if not self._rung:
            self._rung = True
            with contextlib.suppress(BlockingIOError):
                self._outside.send(b"!")

    def _listen(self) -> None:
        while True:
            eventlet.hubs.trampoline(self._inside, read=True)
            self._inside.recv(4096)
            self._rung = False
            while self._calls:
                call, args = self._calls.popleft()
                try:
                    call(*args)
                except Exception:
                    traceback.print_exc()


_once: dict = {}


def _bell() -> _Bell:
    return _once.get("bell") or _once.setdefault("bell", _Bell())


def _readers() -> Writers:
    return _once.get("readers") or _once.setdefault("readers", Writers(4))


# Serving

_last_words: list[Callable] = []


def at_exit(call: Callable) -> None:
    """`call` runs in a greenlet when the server is told to stop, before the process ends."""
    _last_words.append(call)


def die(why: str) -> None:
    """Ends the process at once: what is in memory may no longer be shown to anybody."""
    print(why, file=sys.stderr, flush=True)
    os._exit(70)


def attach(socketio, app) -> None:
    """Gives the app its /socket.io. Websocket only: polling has its own ways to lose ops, and every browser has had websockets for ten years."""
    socketio.init_app(
        app,
        async_mode="eventlet",
        transports=["websocket"],
        async_handlers=False,  # two ops of one phone may not overtake each other
        manage_session=False,
        cors_allowed_origins=None,  # the same origin only; [] would be everybody
        max_http_buffer_size=BIGGEST_MESSAGE,
        ping_interval=25,
        ping_timeout=20,
    )


def serve(app: Callable, host: str, port: int, ready: Callable = lambda: None) -> None:
    """Returns after SIGTERM or SIGINT, within two seconds; raises PortTaken."""
    listener = _listen(host, port)
    _allow_many_files()
    stopped = Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: _bell().ring(spawn, _stop, listener, stopped))
    _bell()
    spawn(_serve, listener, app)
    ready()
    stopped.wait()


def _listen(host: str, port: int):
    try:
        listener = eventlet.listen((host, port), backlog=4096, reuse_port=False)
    except OSError as wrong:
        if wrong.errno in (errno.EADDRINUSE, errno.EACCES):
            raise PortTaken(host, port) from wrong
        raise
    # What is accepted inherits both.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
    return listener


def _serve(listener, app: Callable) -> None:
    eventlet.wsgi.server(
        listener, app, log=_Quiet(), log_output=False, debug=False, max_size=CONNECTIONS, keepalive=20, socket_timeout=60, protocol=_Protocol
    )


def _stop(listener, stopped: Event) -> None:
    listener.close()
    with eventlet.Timeout(LAST_WORDS, False):
        for call in _last_words:
            call()
    stopped.set()


def _allow_many_files() -> None:
    """A phone is a file; many systems start a program with 1,024 of them. Windows has no such limit."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 65_536) if hard > 0 else 65_536, hard))


class _Quiet:
    """What eventlet would log names addresses of people; what goes wrong in a page is logged by guard.py."""

    def write(self, *_):
        pass

    debug = info = error = flush = write


class _Protocol(eventlet.wsgi.HttpProtocol):
    """For what is no HTTP at all, and so never reaches guard.py: one plain line back, and no address on stderr."""

    error_message_format = "%(code)d\n"
    error_content_type = "text/plain"

    def log_message(self, *_):
        pass
