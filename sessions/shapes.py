"""Reading an op into the shape its `do` asks for; a wrong shape is one refusal, whatever was wrong with it."""

from typing import Annotated, TypeVar

import msgspec

from sessions import Refused

Id = Annotated[str, msgspec.Meta(pattern=r"\A[A-Za-z0-9_-]{1,32}\Z")]
NewId = Annotated[str, msgspec.Meta(pattern=r"\A[A-Za-z0-9_-]{8,32}\Z")]
ENVELOPE = ("id", "board", "do")

S = TypeVar("S")


class Shape(msgspec.Struct, forbid_unknown_fields=True):
    """The fields of one op, without its envelope."""


def read(op: dict, shape: type[S]) -> S:
    """The op as `shape`; Refused("bad_request") when a field is missing, unknown or of the wrong type."""
    try:
        return msgspec.convert({key: op[key] for key in op if key not in ENVELOPE}, shape)
    except msgspec.ValidationError as error:
        raise Refused("bad_request") from error


def line(text: str, most: int) -> str:
    """What somebody typed as one line without control characters; Refused("empty" | "too_long")."""
    clean = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    if not clean:
        raise Refused("empty")
    if len(clean) > most:
        raise Refused("too_long")
    return clean
