"""An order in which everybody puts each item in a bucket: now, later, not. What counts is how people are spread over them."""

from collections import Counter, defaultdict

from sessions import choices
from sessions.boards.tables import Tables
from sessions.cards import Cards
from sessions.ranking import FEW

Row = dict
AGREED = 2 / 3  # of the people in one bucket: as with an order, two in three


class Placed:
    def __init__(self) -> None:
        self.mine: dict[str, dict[str, str]] = {}  # by phone and item, the newest last
        self.weight: dict[str, int] = {}
        self.tables = Tables()
        self.paper: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def put(self, by: str, item: str, bucket: str, weight: int, table: int | None) -> None:
        if former := self.tables.answers(by, weight, table):
            del self.mine[former], self.weight[former]
        mine = self.mine.setdefault(by, {})
        mine.pop(item, None)
        mine[item] = bucket
        self.weight[by] = weight

    def of(self, cards: Cards, by: str | None) -> dict[str, str]:
        """Where `by` put what shows now; of a cluster the newest."""
        return {cards.top(item): bucket for item, bucket in self.mine.get(by, {}).items()}

    def on_paper(self, cards: Cards) -> dict[str, Counter[str]]:
        found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for item, counts in self.paper.items():
            found[cards.top(item)].update(counts)
        return found


def outcome(placed: Placed, cards: Cards, shown: list[str], buckets: list[str]) -> tuple[list[Row], dict]:
    """Rows {item, field, tied, counts, people, spread}, bucket by bucket as most people say, the surest first, and what may be said of it:
    {"people", "answers", "enough", "divided": [item], "agreed": [item]}.

    `field` is the bucket with most people, of equal ones the first; `tied` are those when there are more. Divided: no bucket has more than half of the people;
    agreed: one has two in three. With fewer than FEW answers on an item neither is said. Nobody on paper is in two buckets for one item, so there are at least as
    many as the fullest item says.
    """
    counts: dict[str, Counter[str]] = {item: Counter() for item in shown}
    answers: Counter[str] = Counter()
    people = phones = fewest = 0
    for by in placed.mine:
        mine = {item: bucket for item, bucket in placed.of(cards, by).items() if item in counts}
        for item, bucket in mine.items():
            counts[item][bucket] += placed.weight[by]
        answers.update(mine.keys())
        people, phones = people + bool(mine) * placed.weight[by], phones + bool(mine)
    for item, on in placed.on_paper(cards).items():
        if item in counts:
            counts[item].update(on)
            answers[item] += on.total()
            fewest = max(fewest, on.total())
    rows = [_row(item, [counts[item][bucket] for bucket in buckets], buckets) for item in shown]
    told = [(row, max(row["counts"].values()) / row["people"]) for row in rows if answers[row["item"]] >= FEW]
    facts = {
        "people": people + fewest,
        "answers": phones + fewest,
        "enough": bool(told),
        "divided": [row["item"] for row, most in told if most <= 1 / 2],
        "agreed": [row["item"] for row, most in told if most >= AGREED],
    }
    order = {row["item"]: (buckets.index(row["field"]), -max(row["counts"].values()) / row["people"]) if row["people"] else (len(buckets), 0) for row in rows}
    return sorted(rows, key=lambda row: order[row["item"]]), facts


def _row(item: str, counts: list[int], buckets: list[str]) -> Row:
    people, most = sum(counts), max(counts)
    best = [bucket for bucket, n in zip(buckets, counts, strict=True) if n == most and people]
    return {"item": item, "field": best[0] if best else None, "tied": best if len(best) > 1 else [], "counts": dict(zip(buckets, counts, strict=True)), "people": people, "spread": choices.spread(counts) if people else None}
