"""What our websocket does instead of the one under it; these fail loudly when a new version of that one changes shape."""

import os
import socket
import time
from types import SimpleNamespace

import engineio
import pytest

from facilitator import websocket
from facilitator.websocket import unmasked


@pytest.mark.parametrize("length", [0, 1, 2, 3, 4, 5, 125, 126, 65_536])
def test_unmasking_as_one_number_is_unmasking_byte_by_byte(length):
    body, mask = os.urandom(length), os.urandom(4)

    assert unmasked(body, mask) == bytes(byte ^ mask[n % 4] for n, byte in enumerate(body))


def test_unmasking_the_biggest_message_holds_nobody_up():
    body, mask = os.urandom(64 * 1024), b"abcd"
    start = time.process_time()

    for _ in range(10):
        unmasked(body, mask)

    assert (time.process_time() - start) / 10 < 0.005


def test_a_clock_that_jumps_throws_nobody_out(monkeypatch):
    server = engineio.Server(async_mode="eventlet")
    websocket.install(SimpleNamespace(eio=server))
    phone = engineio.socket.Socket(server, "anna")
    monkeypatch.setattr(time, "time", lambda: 4_000_000_000.0)
    phone.last_ping = time.monotonic()  # a ping is out

    assert phone.check_ping_timeout()
    assert engineio.socket.time.time is time.monotonic


def test_a_message_in_pieces_is_put_together(server):
    with Knock(server) as phone:
        phone.frame(b"40{}", last=False)
        phone.frame(b"", opcode=9)  # a ping may come in between
        phone.frame(b"", opcode=0)

        assert phone.until(b"40{") and b"\x8a\x00" in phone.heard


@pytest.mark.parametrize("pieces", [[b"x" * 60_000, b"x" * 60_000], [b"4" * 70_000]])
def test_a_message_that_grows_too_big_is_cut_off(server, pieces):
    with Knock(server) as phone:
        for n, piece in enumerate(pieces):
            phone.frame(piece, opcode=0 if n else 1, last=False)

        assert phone.until(b"\x88\x02\x03\xf1")  # 1009


@pytest.mark.parametrize("bytes_", [b"\x81\x05hello", b"\xf1\x80abcd", b"\x89\xfe\x00\x80abcd" + b"x" * 128, b"\x80\x80abcd"], ids=["unmasked", "reserved bits", "long ping", "no beginning"])
def test_what_is_no_websocket_is_cut_off(server, bytes_):
    with Knock(server) as phone:
        phone.socket.sendall(bytes_)

        assert phone.until(b"\x88\x02\x03\xea")  # 1002


@pytest.mark.parametrize("said", [b"40{", b"40" + b"[" * 60_000, b"\xff\xfe", b"9", b"b" + b"A" * 100, b"5", b"6", b"2probe", b"3" + b"[" * 60_000, b"41", b"43", b"4"])
def test_nonsense_before_coming_in_leaves_no_traceback(server, said):
    with Knock(server) as phone:
        phone.frame(said)
        phone.frame(b"40{}")
        phone.until(b"40{", seconds=0.3)

    assert "Traceback" not in server.log.read_text()


@pytest.mark.parametrize("version", ["8", "12", "", None])
def test_only_the_one_version_that_browsers_speak(server, version):
    with Knock(server, version) as phone:
        assert not phone.heard.startswith(b"HTTP/1.1 101")


class Knock:
    """A websocket client that can also do it wrong."""

    def __init__(self, server, version: str | None = "13"):
        self.socket = socket.create_connection(("127.0.0.1", server.port))
        head = f"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost:{server.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        head += "" if version is None else f"Sec-WebSocket-Version: {version}\r\n"
        self.socket.sendall((head + "\r\n").encode())
        self.heard = b""
        self.until(b"\r\n\r\n")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def frame(self, body: bytes, opcode: int = 1, last: bool = True) -> None:
        n, first = len(body), bytes([opcode | (0x80 if last else 0)])
        length = bytes([0x80 | n]) if n < 126 else b"\xfe" + n.to_bytes(2, "big") if n < 65_536 else b"\xff" + n.to_bytes(8, "big")
        try:
            self.socket.sendall(first + length + b"\0\0\0\0" + body)
        except OSError:
            return  # cut off already

    def until(self, what: bytes, seconds: float = 10.0) -> bool:
        self.socket.settimeout(seconds)
        try:
            while what not in self.heard and (chunk := self.socket.recv(65_536)):
                self.heard += chunk
        except OSError:
            pass
        return what in self.heard
