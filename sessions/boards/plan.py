"""A plan: rows that are filled in cell by cell, by the whole room together or by every table for itself.

A row is a card: carried, listed by the script or added here; its text is the first column. The last text of a cell counts. Who replaced something that
came in while they were writing hears what it said, and so does who wrote it; the log keeps both.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct, field

from sessions import Refused, again, editing
from sessions.boards import items, sheets
from sessions.boards.items import Texts
from sessions.boards.sheets import ROOM, Cell, Rows, State
from sessions.cards import TEXT, Cards
from sessions.people import Person
from sessions.shapes import Id, NewId, Shape, line, read
from sessions.table import Table

SECRET, OPENS, MOST = False, "at once", 40
FROM_PEOPLE, FROM_CONSOLE = {"add", "cell", "typing"}, {"add", "cell", "typing", "items"}
LEAST, TABLES = 0, True
SHEET = 12_500  # bytes of rows and cells together: a phone gets them in one view
PHONE = 2_500  # bytes of last time beside that
Name = Annotated[str, Meta(min_length=1, max_length=60)]


class Column(Struct, forbid_unknown_fields=True):
    """`owner` is who does it: the only place where names of people belong. `reason` is a "want ...": a row without one is marked."""

    name: Name
    type: Literal["text", "owner", "date", "reason"] = "text"
    hint: Annotated[str, Meta(max_length=120)] = ""


class Config(Struct, forbid_unknown_fields=True):
    """The first of `columns` names the row; a plain name is a column of text. With `per` = "table" every table has rows and cells of its own."""

    items: Texts = field(default_factory=list)
    columns: Annotated[list[Column | Name], Meta(min_length=2, max_length=12)] = field(default_factory=lambda: ["Wat", Column("Wie", "owner"), Column("Wanneer", "date")])
    rows_max: Annotated[int, Meta(ge=1, le=MOST)] = 8
    per: Literal["room", "table"] = "room"
    max_chars: Annotated[int, Meta(ge=20, le=TEXT)] = 200

    def __post_init__(self) -> None:
        self.columns = [Column(one) if isinstance(one, str) else one for one in self.columns]
        if len({column.name for column in self.columns}) < len(self.columns):
            raise ValueError("columns: name")
        if sum(column.type == "reason" for column in self.columns) > 1:
            raise ValueError("columns: reason")
        if len(self.items) > self.rows_max:
            raise ValueError("rows_max: items")


TableNumber = Annotated[int, Meta(ge=1, le=999)]


class Add(Shape):
    card: NewId
    text: str
    table: TableNumber | None = None


class Text(Shape):
    text: str


class Write(Shape):
    """`was` is what the writer saw in the cell; `over`, in the way back of the facilitator, the text that must still stand there."""

    card: Id
    column: str
    text: str
    was: str | None = None
    over: Text | None = None
    table: TableNumber | None = None


class Typing(Shape):
    card: Id
    column: str
    table: TableNumber | None = None


def start(config: Config) -> State:
    columns = [{"id": f"c{n}", **msgspec.to_builtins(column)} for n, column in enumerate(config.columns, 1)]
    return State(config, {"columns": columns, "rows_max": config.rows_max, "per": config.per, "max_chars": config.max_chars})


def check(state: State, cards: Cards, who: Person, op: dict) -> dict:
    match op["do"]:
        case "add":
            return _check_add(state, cards, who, read(op, Add))
        case "cell":
            return _check_cell(state, cards, who, read(op, Write))
        case "typing":
            return _check_typing(state, cards, who, read(op, Typing))
        case "items":
            return items.check(state.items, cards, op, MOST, LEAST)
    raise Refused("unknown_op")


def _check_add(state: State, cards: Cards, who: Person, want: Add) -> dict:
    table = _table(state, who, want.table or ROOM)
    editing.check_new(cards, who, want.card, state.added, None)
    sheet = sheets.sheet(state, cards, table)
    if len(sheet) >= (MOST if who.leads else state.config.rows_max):
        raise Refused("too_many_items")
    text = line(want.text, state.config.max_chars)
    _fits(cards, sheet, len(text.encode()) + 60)
    back = {"back": {"do": "remove", "card": want.card}} if who.leads else {}
    return {"card": want.card, "text": text, "place": {}, "sheet": table, **who.stamp, **back}


def _check_cell(state: State, cards: Cards, who: Person, want: Write) -> dict:
    row, table = _row(state, cards, who, want)
    if want.column not in state.columns:
        raise Refused("no_such_place")
    text = line(want.text, state.config.max_chars) if want.text.strip() else ""
    now = sheets.said(state, cards, table, row).get(want.column, Cell("", who.pid, 0))
    if want.over and want.over.text != now.text:
        raise Refused("moved")
    if len(text) > len(now.text):
        _fits(cards, sheets.sheet(state, cards, table or sheets.table_of(state, cards, row)), len(text.encode()) - len(now.text.encode()) + 10)
    clean = {"card": row, "column": want.column, "text": text, **who.stamp, "sheet": table}
    if want.was is not None and now.by != who.pid and now.text not in (want.was, text):
        clean["over"] = {"text": now.text}
    if who.leads:
        clean["back"] = {"do": "cell", "card": row, "column": want.column, "text": now.text, "over": {"text": text}, **_numbered(table)}
    return clean


def _check_typing(state: State, cards: Cards, who: Person, want: Typing) -> dict:
    row, table = _row(state, cards, who, want)
    if want.column not in [column["id"] for column in state.face["columns"]]:
        raise Refused("no_such_place")
    return {"card": row, "column": want.column, **_numbered(table or sheets.table_of(state, cards, row))}


def _table(state: State, who: Person, said: int | None) -> int:
    """The table that somebody writes for. A phone of no table is one of its own, numbered at its first word; the facilitator says which, ROOM for a row of everybody."""
    if state.config.per == "room":
        return ROOM
    if not who.leads:
        return who.table or state.tables.get(who.pid) or max(state.numbers, default=ROOM) + 1
    if said is None:
        raise Refused("no_such_place")
    return said


def _row(state: State, cards: Cards, who: Person, want: Write | Typing) -> tuple[str, int]:
    """The shown row that a card is now, and the table whose cells are meant: ROOM for a row that is one table's own."""
    row, rows = cards.top(want.card) if want.card in cards else None, sheets.rows(state, cards)
    own = sheets.table_of(state, cards, row) if row else ROOM
    if row not in (rows.shared if own == ROOM else rows.added.get(own, ())):
        raise Refused("no_such_item")
    if own != ROOM:
        if not who.leads and own != (who.table or state.tables.get(who.pid)):
            raise Refused("not_yours")
        return row, ROOM
    return row, _table(state, who, want.table)


def _numbered(table: int) -> dict:
    return {"table": table} if table != ROOM else {}


def _fits(cards: Cards, sheet: dict[str, dict[str, str]], more: int) -> None:
    held = msgspec.json.encode({row: {**cards.face(row), "cells": cells} for row, cells in sheet.items()})
    if len(held) + more > SHEET:
        raise Refused("no_room")


def apply(state: State, entry: dict) -> None:
    match entry["do"]:
        case "add":
            state.added[entry["card"]] = entry["sheet"]
            sheets.came(state, entry)
        case "cell":
            sheets.write(state, entry)
            sheets.came(state, entry)
        case "items":
            state.items, state.seen = entry["items"], Rows(-1, [], {}, {})


def view(state: State, cards: Cards, audience: str, shown: bool) -> dict:
    """Per room the cells are in the rows. Per table they are in a part of each table for screen and console, and in everybody's own."""
    parts = items.faces([*state.items, *state.added], cards, audience)
    parts["config"] = state.face
    if state.config.per == "room":
        for row in [id for id in parts if id in cards and "i" in parts[id]]:
            parts[row] = {**parts[row], "cells": sheets.texts(state, cards, ROOM, row), **_console_only(state, cards, audience, row)}
        return {**parts, "filled": {**sheets.so_far(state, sheets.sheet(state, cards, ROOM)), "people": sum(state.weight.values())}}
    if audience == "phone":
        shared = sheets.rows(state, cards).shared
        return {id: part for id, part in parts.items() if id not in cards or id in shared}
    tables = {table: sheets.sheet(state, cards, table) for table in sorted(state.numbers)}
    for row in [id for id in parts if id in cards and "i" in parts[id]]:
        parts[row] = {**parts[row], **_console_only(state, cards, audience, row)}
    told = {f"table:{table}": {"table": table, "cells": sheet, "filled": sheets.so_far(state, sheet)} for table, sheet in tables.items()}
    return {**parts, **told, "filled": {**sheets.filled(state, tables.values()), "people": sum(state.weight.values())}}


def _console_only(state: State, cards: Cards, audience: str, row: str) -> dict:
    """What the facilitator sees besides: that a row was added here, and what two people wrote in one cell."""
    if audience != "console":
        return {}
    there = sheets.texts(state, cards, ROOM, row)
    over = {column: clash.before.text for (table, id, column), clash in state.clashes.items() if id == row and table == ROOM and there.get(column, "") != clash.before.text}
    return {"added": all(leaf.id in state.added for leaf, _ in cards.leaves(row)), **({"over": over} if over else {})}


def last(then: Table, state: State, cards: Cards, audience: str) -> dict | None:
    """Per row and column what stood there in an earlier plan, by their words; of several tables each text once. None when no row was there.

    A phone gets it only where there is room for it: else `{"on_screen": True}`.
    """
    was = {column["name"]: column["id"] for column in then.facts.get("columns", ())}
    same = {column["id"]: was[column["name"]] for column in state.face["columns"][1:] if column["name"] in was}
    rows = {row: {now: text for now, column in same.items() if (text := _stood(found, column))} for row, found in again.same(then, cards, cards.shown([*state.items, *state.added])).items()}
    told = {row: cells for row, cells in rows.items() if cells}
    if audience == "phone" and len(msgspec.json.encode(told)) > PHONE:
        return {"on_screen": True}
    return {"rows": told} if told else None


def _stood(row: dict, column: str) -> str:
    texts = [cells[column] for cells in (row.get("cells", {}), *(sheet["cells"] for sheet in row.get("tables", ()))) if cells.get(column)]
    return "; ".join(dict.fromkeys(texts))


def own(state: State, cards: Cards, pid: str | None, table: int | None) -> dict:
    """The rows I added and what somebody else wrote in a cell where I was writing; per table also the rows that my table added, and its cells."""
    mine = {"cards": cards.mine(pid, state.added), "over": _overs(state, cards, pid)}
    if state.config.per == "room":
        return mine
    table = table or state.tables.get(pid)
    sheet = sheets.sheet(state, cards, table or ROOM)
    added = [{"id": row, "text": cards.face(row)["text"]} for row in sheets.rows(state, cards).added.get(table, ())]
    return {**mine, "table": table, "rows": added, "cells": {row: cells for row, cells in sheet.items() if cells}, "filled": sheets.so_far(state, sheet)}


def _overs(state: State, cards: Cards, pid: str | None) -> list[dict]:
    """`text` is the other's, `mine` what I wrote; whichever came last stands in the cell."""
    found = []
    for (_, id, column), clash in state.clashes.items():
        if id in cards and pid in (clash.now.by, clash.before.by):
            mine, other = (clash.now, clash.before) if clash.now.by == pid else (clash.before, clash.now)
            found.append({"card": cards.top(id), "column": column, "seq": clash.seq, "text": other.text, "mine": mine.text})
    return found


def result(state: State, cards: Cards) -> Table:
    tables = [ROOM] if state.config.per == "room" else sorted(state.numbers)
    rows = [_result(state, cards, row) for row in cards.tops([*state.items, *state.added])]
    facts = {"columns": state.face["columns"], "tables": sorted(state.numbers), **sheets.filled(state, [sheets.sheet(state, cards, table) for table in tables])}
    return Table("plan", rows, {**facts, "people": sum(state.weight.values()), "answers": len(state.weight)})


def _result(state: State, cards: Cards, row: str) -> dict:
    told = {"id": row, "text": cards.face(row)["text"], "state": cards.state(row), **cards[row].place}
    if state.config.per == "room":
        return {**told, "cells": sheets.texts(state, cards, ROOM, row)}
    own = sheets.table_of(state, cards, row)
    return {**told, "tables": [{"table": table, "cells": sheets.texts(state, cards, table, row)} for table in ([own] if own != ROOM else sorted(state.numbers))]}
