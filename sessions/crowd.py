"""Who is in: people behind phones, tables with one phone, and people on paper. Everything that counts, counts people."""

from msgspec import Struct

from sessions.people import Person


class Seat(Struct):
    """What a phone told of itself. `group` is its role: None when not asked yet, "" when they would rather not say.

    A table phone speaks for `size` people at `table`, of whom `others` are in with a phone of their own.
    """

    group: str | None = None
    table: int | None = None
    size: int = 1
    others: int = 0


class Crowd:
    def __init__(self) -> None:
        self.seats: dict[str, Seat] = {}  # by pid, in order of arrival
        self.paper = 0  # people without a phone, counted by the facilitator
        self.barred: set[str] = set()

    def __len__(self) -> int:
        return len(self.seats)

    def __contains__(self, pid: str) -> bool:
        return pid in self.seats

    def speaking(self, who: Person, device: str) -> Person:
        """The participant as a counted op should know them on a step for `device` person | table."""
        seat = self.seats.get(who.pid)
        if seat is None:
            return who
        return Person(who.pid, who.role, who.group or seat.group or None, max(who.weight, _people(seat, device)), seat.table)

    def table_of(self, pid: str | None) -> int | None:
        seat = self.seats.get(pid or "")
        return seat.table if seat else None

    def phone_of(self, table: int) -> str | None:
        return next((pid for pid, seat in self.seats.items() if seat.table == table), None)

    def sit(self, pid: str, table: int | None, size: int, others: int) -> None:
        """A phone becomes the phone of a table, or with None a phone of one person again; the table's former phone does too."""
        before = self.phone_of(table) if table is not None else None
        for one in {before, pid} - {None}:
            seat = self.seats[one]
            seat.table, seat.size, seat.others = (table, size, others) if one == pid else (None, 1, 0)

    def people(self, pids, device: str) -> int:
        """How many people there are behind these phones."""
        return sum(_people(self.seats[pid], device) for pid in pids if pid in self.seats)

    def at_work(self, device: str, only: list[str]) -> list[str]:
        """The phones a step for `device` waits for: all of them, or those of the tables; not those of a role that it is not for."""
        return [pid for pid, seat in self.seats.items() if (device == "person" or seat.table is not None) and (not only or seat.group in (None, *only))]

    def counts(self) -> dict[str, int]:
        """{"people", "phones", "tables", "paper"}: people = phones of one person + people at table phones + people on paper."""
        tables = sum(seat.table is not None for seat in self.seats.values())
        return {"people": self.people(self.seats, "person") + self.paper, "phones": len(self.seats) - tables, "tables": tables, "paper": self.paper}

    def told(self, pid: str | None) -> dict:
        """What a phone is told about itself; only what differs from a phone of one person without a role."""
        seat = self.seats.get(pid or "", Seat())
        told = {"group": seat.group, "table": seat.table, "size": seat.size if seat.table is not None else None, "others": seat.others or None}
        return {key: value for key, value in told.items() if value is not None}


def _people(seat: Seat, device: str) -> int:
    return seat.size if device == "table" else max(1, seat.size - seat.others)
