"""The result of a board: keys and numbers, no sentences. Carry-over uses all of it; the report prints what was revealed and shown."""

from msgspec import Struct


class Table(Struct):
    """`rows`: one dict per item, with at least id, text and state; `facts`: numbers about the whole board."""

    kind: str
    rows: list[dict]
    facts: dict

    def shown(self) -> list[dict]:
        return [row for row in self.rows if row["state"] == "shown"]
