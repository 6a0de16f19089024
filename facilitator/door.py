"""What may come in over a socket, before anybody looks at what it says: sizes, shapes, depth. Raises Bad, never anything else."""

import re
from typing import Annotated

import msgspec
from msgspec import Meta, Raw, Struct

MOST_OPS, MOST_TEXT, MOST_OP = 20, 17 * 1024, 4 * 1024  # a kB more than a page may send, for what stands around the ops
MESSAGE = re.compile(r'2(\d{1,9})?\["(join|ops)",(.*)\]', re.DOTALL)
NUMBERED = re.compile(r"[25](?:\d-)?(\d{1,9})?\[")

Flat = None | bool | int | float | str
Shallow = Flat | list[Flat] | dict[str, Flat]
Deep = Flat | list[Shallow] | dict[str, Shallow]
Value = Flat | list[Deep] | dict[str, Deep]


class Bad(Exception):
    """Malformed; `number` is where the sender waits for an answer, if it does."""

    def __init__(self, number: int | None = None):
        super().__init__("bad_request")
        self.number = number


class Have(Struct, forbid_unknown_fields=True):
    epoch: Annotated[str, Meta(max_length=64)]
    seq: int
    board: Annotated[str, Meta(max_length=64)] | None


class Join(Struct, forbid_unknown_fields=True):
    have: Have | None = None


class Ops(Struct, forbid_unknown_fields=True):
    ops: Annotated[list[Raw], Meta(max_length=MOST_OPS)]


class Envelope(Struct):
    id: Annotated[str, Meta(pattern=r"\A[A-Za-z0-9_-]{8,32}\Z")]
    board: Annotated[str, Meta(min_length=1, max_length=64)]
    do: Annotated[str, Meta(min_length=1, max_length=32)]


class Auth(Struct):
    token: Annotated[str, Meta(max_length=64)] = ""
    person: Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")] | None = None
    preview: bool = False  # the small picture of the screen on the console: no projector


_join = msgspec.json.Decoder(Join)
_ops = msgspec.json.Decoder(Ops)
_op = msgspec.json.Decoder(dict[str, Value])
_envelope = msgspec.json.Decoder(Envelope)


def read(text: str) -> tuple[int | None, Join | list[dict | None]]:
    """A Socket.IO event -> (number to answer to, what it says). A malformed op among others is None."""
    found = MESSAGE.fullmatch(text)
    if not found:
        raise Bad(number_of(text))
    number = int(found[1]) if found[1] else None
    try:
        if found[2] == "join":
            return number, _join.decode(found[3])
        if len(found[3]) > MOST_TEXT:
            raise Bad(number)
        return number, [op(bytes(raw)) for raw in _ops.decode(found[3]).ops]
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        raise Bad(number) from None


def op(raw: bytes) -> dict | None:
    if len(raw) > MOST_OP:
        return None
    try:
        _envelope.decode(raw)
        return _op.decode(raw)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None


def auth(given) -> Auth:
    """Never refuses: who sends nonsense is nobody, and hears so when joining."""
    try:
        return msgspec.convert(given, Auth)
    except msgspec.ValidationError:
        return Auth()


def number_of(text: str) -> int | None:
    found = NUMBERED.match(text)
    return int(found[1]) if found and found[1] else None
