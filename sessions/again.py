"""What an earlier session found on the same things, for the kinds that show last time behind the present."""

from collections.abc import Iterable

from sessions.cards import Cards
from sessions.table import Table


def same(then: Table, cards: Cards, ids: Iterable[str]) -> dict[str, dict]:
    """The row of then for each item that has the same text now."""
    rows: dict[str, dict] = {}
    for row in then.rows:
        rows.setdefault(_plainly(row["text"]), row)
    texts = {id: _plainly(cards.face(id)["text"]) for id in ids}
    return {id: rows[text] for id, text in texts.items() if text in rows}


def _plainly(text: str) -> str:
    return " ".join(text.casefold().split())
