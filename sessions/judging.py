"""What people say of one case in one round, how it is counted, and where people differ most. Nothing goes from a judgement to a flag."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

VALUES = ("ok", "not_ok", "dont_know")  # of a criterion; the last is an answer like the others

Counts = Mapping[str, int]


class Answer(Struct):
    """What one phone says."""

    weight: int = 1
    flag: str | None = None
    response: str | None = None
    judged: dict[str, str] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        return not (self.flag or self.response or self.judged)


class Round:
    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.paper: Counter[str] = Counter()  # flags of people without a phone
        self.told = False


def count(said: Round, flags: Sequence[str], criteria: Sequence[str], responses: Sequence[str]) -> dict:
    """{"people", "answers", "flags": {id: n}, "criteria": {id: {ok, not_ok, dont_know}}, "responses": {id: n}}, of people and not of phones."""
    flagged, responded = Counter[str | None](said.paper), Counter[str | None]()
    judged: dict[str, Counter[str]] = {id: Counter() for id in criteria}
    for answer in said.answers.values():
        flagged[answer.flag] += answer.weight
        responded[answer.response] += answer.weight
        for id, value in answer.judged.items():
            judged[id][value] += answer.weight
    paper = said.paper.total()
    return {
        "people": sum(answer.weight for answer in said.answers.values()) + paper,
        "answers": len(said.answers) + paper,
        "flags": {id: flagged[id] for id in flags},
        "criteria": {id: {value: judged[id][value] for value in VALUES} for id in judged},
        "responses": {id: responded[id] for id in responses},
    }


def most_divided(criteria: Mapping[str, Counts]) -> list[str]:
    """The criteria, those on which people differ most first, ties in the order they have."""
    return sorted(criteria, key=lambda id: -_diversity(criteria[id]))


def divided(criteria: Mapping[str, Counts]) -> list[str]:
    """The criteria that divide people most; none when they agree on all."""
    most = max(map(_diversity, criteria.values()))
    return [id for id, counts in criteria.items() if most and _diversity(counts) == most]


def _diversity(counts: Counts) -> float:
    """The chance that two people taken at random differ, 0 when all say the same. Source: J. P. Gibbs and W. T. Martin (1962), American Sociological Review 27, 667-677."""
    n = sum(counts.values())
    return round(1 - sum((count / n) ** 2 for count in counts.values()), 6) if n else 0.0
