"""Who sends an op: a phone (which may speak for a table), the projector or the facilitator."""

from msgspec import Struct


class Person(Struct, frozen=True):
    """`pid` is 16 characters, made from the phone's key; `group` the role, `weight` the number of people behind one phone, `table` its number."""

    pid: str
    role: str  # participant | screen | console
    group: str | None = None
    weight: int = 1
    table: int | None = None

    @property
    def stamp(self) -> dict:
        """What a counted op keeps of who sent it: `weight`, `group` and `table`, where they say something."""
        said = {"weight": self.weight if self.weight != 1 else None, "group": self.group or None, "table": self.table}
        return {key: value for key, value in said.items() if value is not None}

    @property
    def leads(self) -> bool:
        return self.role == "console"


CONSOLE = Person("console", "console")
SCREEN = Person("screen", "screen")
