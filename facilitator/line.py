"""One connected page, as a room knows it."""

from facilitator.door import Auth
from facilitator.pace import Pace

HOARD = 200  # messages that may wait for a line before it is cut: it sends, but never listens


class Line:
    """`pid` is "" for screens and consoles; `own` is what it was last told about itself, as it was at `own_seq`."""

    __slots__ = ("_ws", "auth", "behind", "gone", "key", "own", "own_seq", "pace", "pid", "room", "who")

    def __init__(self, ws, auth: Auth):
        self._ws, self.auth = ws, auth
        self.who, self.key, self.pid, self.room = None, None, "", None
        self.pace = Pace()
        self.own, self.own_seq, self.behind, self.gone = b"", 0, False, False

    def push(self, frame: bytes) -> None:
        if not self.gone:
            self._ws.push(frame)
            if self._ws.waiting() > HOARD:
                self.close()

    def told(self, own: bytes, seq: int) -> None:
        self.own, self.own_seq = own, seq

    def waiting(self) -> int:
        return self._ws.waiting()

    def welcome(self) -> None:
        self._ws.joined = True

    def close(self) -> None:
        self._ws.hang_up()
