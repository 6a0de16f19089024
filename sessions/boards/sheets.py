"""What stands in the cells of a plan: per row and column, and how far it is.

A cell keeps the last text. A row that was made of several says what each of them said, until somebody writes in that cell again.
"""

from collections.abc import Iterable
from typing import NamedTuple

from sessions.cards import Cards

ROOM = 0  # the number of the one table when the whole room fills the same plan


class Cell(NamedTuple):
    text: str
    by: str
    seq: int


class Clash(NamedTuple):
    """Two people wrote in one cell at the same time: what stands there now, and what it replaced."""

    seq: int
    now: Cell
    before: Cell


class Rows(NamedTuple):
    """The shown rows at a version of the cards: those of everybody, those that a table added, and the ids that show as another row now."""

    version: int
    shared: list[str]
    added: dict[int, list[str]]
    under: dict[str, list[str]]


class State:
    """`cells` by (table, row) and column; the cells of a row that a table added itself are under ROOM: it is nobody else's."""

    def __init__(self, config, face: dict):
        self.config, self.face = config, face
        self.items: list[str] = []
        self.added: dict[str, int] = {}  # rows that were added here, and the table whose they are
        self.cells: dict[tuple[int, str], dict[str, Cell]] = {}
        self.clashes: dict[tuple[int, str, str], Clash] = {}
        self.tables: dict[str, int] = {}  # by person
        self.numbers: set[int] = set()  # of the tables that wrote something
        self.weight: dict[str, int] = {}
        self.seen = Rows(-1, [], {}, {})

    @property
    def columns(self) -> list[str]:
        """What can be filled in: all but the name of the row."""
        return [column["id"] for column in self.face["columns"][1:]]

    def of_type(self, type: str) -> str | None:
        """The first such column."""
        return next((column["id"] for column in self.face["columns"][1:] if column["type"] == type), None)


def write(state: State, entry: dict) -> None:
    table, row, column = entry["sheet"], entry["card"], entry["column"]
    cells = state.cells.setdefault((table, row), {})
    before, now = cells.get(column), Cell(entry["text"] or "", entry["by"], entry["seq"])  # a text that was forgotten is null
    cells[column] = now
    clash = state.clashes.get((table, row, column))
    if "over" in entry:
        replaced = Cell(entry["over"]["text"] or "", before.by if before else "", before.seq if before else 0)
        state.clashes[table, row, column] = Clash(entry["seq"], now, replaced)
    elif clash and now.by in (clash.now.by, clash.before.by):
        del state.clashes[table, row, column]  # who writes again has seen it


def came(state: State, entry: dict) -> None:
    """Who took part, for which table, and how many people that are."""
    table = entry["sheet"]
    if table != ROOM:
        state.numbers.add(table)
    if entry["by"] == "console":
        return
    state.weight[entry["by"]] = entry.get("weight", 1)
    if table != ROOM:
        state.tables[entry["by"]] = table


def table_of(state: State, cards: Cards, row: str) -> int:
    """The table that a row belongs to alone; ROOM when it is everybody's."""
    tables = {state.added.get(leaf.id, ROOM) for leaf, _ in cards.leaves(row)}
    return tables.pop() if len(tables) == 1 else ROOM


def rows(state: State, cards: Cards) -> Rows:
    if state.seen.version != cards.version:
        state.seen = _look(state, cards)
    return state.seen


def _look(state: State, cards: Cards) -> Rows:
    shared, added, under = [], {}, {}
    for row in cards.shown([*state.items, *state.added]):
        table = table_of(state, cards, row)
        (added.setdefault(table, []) if table != ROOM else shared).append(row)
    for id in dict.fromkeys(id for _, id in state.cells if id in cards):
        if (row := cards.top(id)) != id:
            under.setdefault(row, []).append(id)
    return Rows(cards.version, shared, added, under)


def said(state: State, cards: Cards, table: int, row: str) -> dict[str, Cell]:
    """What stands in the cells of a row. A row made of several says what each of them said, until somebody writes in that cell again."""
    under = rows(state, cards).under.get(row)
    alone = state.cells.get((table, row), {})
    if under is None and (table == ROOM or (ROOM, row) not in state.cells):
        return alone
    found: dict[str, list[tuple[str, Cell]]] = {}
    for id in (*(under or ()), row):
        for where in {ROOM, table}:
            for column, cell in state.cells.get((where, id), {}).items():
                found.setdefault(column, []).append((id, cell))
    return {column: _together(row, cells) for column, cells in found.items()}


def _together(row: str, cells: list[tuple[str, Cell]]) -> Cell:
    cells = sorted(cells, key=lambda cell: cell[1].seq)
    since = max((i for i, (id, _) in enumerate(cells) if id == row), default=0)
    texts = dict.fromkeys(cell.text for _, cell in cells[since:] if cell.text)
    return cells[-1][1]._replace(text="; ".join(texts))


def sheet(state: State, cards: Cards, table: int) -> dict[str, dict[str, str]]:
    """All rows of one table, with what is filled in."""
    all_of = rows(state, cards)
    return {row: texts(state, cards, table, row) for row in (*all_of.shared, *all_of.added.get(table, ()))}


def texts(state: State, cards: Cards, table: int, row: str) -> dict[str, str]:
    where = ROOM if table_of(state, cards, row) != ROOM else table
    return {column: cell.text for column, cell in said(state, cards, where, row).items() if cell.text}


def filled(state: State, sheets: Iterable[dict[str, dict[str, str]]]) -> dict:
    """How far the plan is: rows, those with an owner and those without a reason (null without such a column), whole rows, and empty cells per column."""
    of_rows = [cells for sheet in sheets for cells in sheet.values()]
    owner, reason = state.of_type("owner"), state.of_type("reason")
    return {
        "rows": len(of_rows),
        "full": sum(len(cells) == len(state.columns) for cells in of_rows),
        "owned": sum(owner in cells for cells in of_rows) if owner else None,
        "no_reason": sum(reason not in cells for cells in of_rows) if reason else None,
        "empty": {column: sum(column not in cells for cells in of_rows) for column in state.columns},
    }


def so_far(state: State, sheet: dict[str, dict[str, str]]) -> dict:
    return {**filled(state, [sheet]), "left": max(0, state.config.rows_max - len(sheet))}
