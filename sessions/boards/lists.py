"""An order in which everybody makes a list: one list per phone, the last one counts."""

from collections import Counter
from itertools import chain, count, repeat

from sessions import ranking
from sessions.boards.tables import Tables
from sessions.cards import Cards


class Lists:
    def __init__(self) -> None:
        self.mine: dict[str, list[str]] = {}  # by phone
        self.weight: dict[str, int] = {}
        self.tables = Tables()
        self.paper: Counter[tuple[str, ...]] = Counter()

    def put(self, by: str, items: list[str], weight: int, table: int | None) -> None:
        if former := self.tables.answers(by, weight, table):
            del self.mine[former], self.weight[former]
        self.mine[by], self.weight[by] = items, weight

    def all(self, cards: Cards) -> tuple[list[list[str]], list[int]]:
        """Every list of what shows now and the people behind it; one of a person on paper for each of them."""
        on_paper = list(chain.from_iterable(repeat(list(items), n) for items, n in self.paper.items()))
        return [tops(cards, items) for items in [*self.mine.values(), *on_paper]], [*self.weight.values(), *repeat(1, len(on_paper))]

    def per_table(self, cards: Cards, shown: list[str]) -> list[dict]:
        """[{"table", "items"}] by number; a table without one gets the next that is free, in order of arrival."""
        taken = set(self.tables.number.values())
        free = (n for n in count(1) if n not in taken)
        numbered = {phone: next(free) if number is None else number for phone, number in self.tables.number.items()}
        return [{"table": n, "items": [id for id in tops(cards, self.mine[phone]) if id in shown]} for phone, n in sorted(numbered.items(), key=lambda it: it[1])]


def tops(cards: Cards, items) -> list[str]:
    """A cluster takes the best place of its cards in each list."""
    return list(dict.fromkeys(cards.top(id) for id in items))


def outcome(lists: Lists, cards: Cards, shown: list[str], right: dict[str, int]) -> tuple[list[dict], dict]:
    """Rows {item, place, mean, places, spread}, best first, and the agreement. `right` is the place of each item in the answer key, if there is one: then also {meant, share}, the share of people who put it there."""
    mine, weights = lists.all(cards)
    asked = mine, shown, weights
    places, spread = ranking.histogram(*asked), ranking.spread(*asked)
    rows = [{**row, "places": places[row["item"]], "spread": spread[row["item"]], **_right(places[row["item"]], right.get(row["item"]))} for row in ranking.order(*asked)]
    return rows, ranking.agreement(*asked)


def _right(places: list[int], place: int | None) -> dict:
    people = sum(places)
    return {} if place is None else {"meant": place, "share": round(places[place - 1] / people, 4) if people else None}
