"""Who sends an op: a phone (which may speak for a table), the projector or the facilitator."""

from msgspec import Struct


class Person(Struct, frozen=True):
    """`pid` is 16 characters, made from the phone's key; `weight` is the number of people behind one phone."""

    pid: str
    role: str  # participant | screen | console
    group: str | None = None
    weight: int = 1

    @property
    def leads(self) -> bool:
        return self.role == "console"


CONSOLE = Person("console", "console")
SCREEN = Person("screen", "screen")
