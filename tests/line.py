"""The Wi-Fi between one phone and the server, to be cut, held up or made to lose what the server says. Only the live line suffers: pages still come."""

import contextlib
import socket
import threading
from collections.abc import Callable

HOME = "127.0.0.1"
LIVE = b"GET /socket.io"
MOST = 65_536  # bytes at once


class Line:
    """Open it instead of the server: `port`. Every connection has two threads, one for each way."""

    def __init__(self, port: int):
        self._server = port
        self._door = socket.create_server((HOME, 0))
        self._ends: dict[socket.socket, bool] = {}  # -> whether it is a live connection
        self._whole, self._deaf = True, False
        self._lost, self._speaks = threading.Event(), threading.Event()
        self._speaks.set()
        self.port = self._door.getsockname()[1]
        self._threads = [threading.Thread(target=self._answer_the_door)]
        self._threads[0].start()

    def cut(self) -> None:
        """The connection breaks, and there is no new one until `mend`."""
        self._whole = False
        for end, live in list(self._ends.items()):
            if live:
                _shut(end)

    def mend(self) -> None:
        self._whole, self._deaf = True, False
        self._speaks.set()

    def hold(self) -> None:
        """What the phone says waits on its way until `mend`; what the server says comes through."""
        self._speaks.clear()

    def lose_answers(self) -> None:
        """What the phone says comes through; what the server says is lost."""
        self._lost.clear()
        self._deaf = True

    def until_lost(self) -> None:
        assert self._lost.wait(15), "the server said nothing"

    def close(self) -> None:
        self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        self._speaks.set()
        for end in list(self._ends):
            _shut(end)
        for thread in self._threads:
            thread.join(5)

    def _answer_the_door(self) -> None:
        with contextlib.suppress(OSError):  # closed
            while True:
                phone, _ = self._door.accept()
                self._begin(self._carry, phone)

    def _begin(self, work: Callable, *what) -> threading.Thread:
        thread = threading.Thread(target=work, args=what, daemon=True)
        self._threads.append(thread)
        thread.start()
        return thread

    def _carry(self, phone: socket.socket) -> None:
        with phone, contextlib.suppress(OSError):  # either end may go at any moment
            first = phone.recv(MOST)
            live = first.startswith(LIVE)
            if not first or (live and not self._whole):
                return
            with socket.create_connection((HOME, self._server)) as server:
                self._ends |= {phone: live, server: live}
                server.sendall(first)
                back = self._begin(self._pump, server, phone, self._passes if live else None)
                self._pump(phone, server, self._speaks.wait if live else None)
                back.join()

    def _pump(self, source: socket.socket, to: socket.socket, may: Callable[[], bool] | None) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(MOST):
                if may is None or may():
                    to.sendall(data)
        for end in (source, to):
            _shut(end)

    def _passes(self) -> bool:
        if self._deaf:
            self._lost.set()
        return not self._deaf


def _shut(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
