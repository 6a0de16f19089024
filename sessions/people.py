"""Who sends an op: a phone (which may speak for a table), the projector or the facilitator."""

from msgspec import Struct


class Person(Struct, frozen=True):
    """`pid` is 16 characters, made from the phone's key; `weight` is the number of people behind one phone."""

    pid: str
    role: str  # participant | screen | console
    group: str | None = None
    weight: int = 1

    @property
    def stamp(self) -> dict:
        """What a counted op keeps of who sent it: `weight` and `group`, where they say something."""
        return {**({"weight": self.weight} if self.weight != 1 else {}), **({"group": self.group} if self.group else {})}

    @property
    def leads(self) -> bool:
        return self.role == "console"


CONSOLE = Person("console", "console")
SCREEN = Person("screen", "screen")
