"""The bytes that go to a page: a Socket.IO event or answer as JSON, in a websocket frame that every receiver can share."""

import struct

import msgspec

encoded = msgspec.json.encode


def event(name: str, body: bytes) -> bytes:
    return frame(b'42["%b",%b]' % (name.encode(), body))


def answer(number: int, body: bytes) -> bytes:
    """To the message that came with this number."""
    return frame(b"43%d[%b]" % (number, body))


def frame(text: bytes) -> bytes:
    n = len(text)
    if n < 126:
        return b"\x81" + bytes([n]) + text
    return (b"\x81\x7e" + struct.pack("!H", n) if n < 65_536 else b"\x81\x7f" + struct.pack("!Q", n)) + text


def spliced(parts: dict[str, bytes]) -> bytes:
    """One JSON object of parts that are JSON already. The keys are ours or ids: nothing to escape."""
    return b"{" + b",".join([b'"%b":%b' % (key.encode(), part) for key, part in parts.items()]) + b"}"
