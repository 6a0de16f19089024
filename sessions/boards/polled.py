"""What a poll knows: who chose what on which question, the key, and the count of it. Its rules are in poll.py."""

from collections import Counter, defaultdict
from typing import NamedTuple

from sessions import choices
from sessions.cards import Cards

ASKED = "asked"  # shorter than any card id may be, so never a card
UNKNOWN = "unknown"


class State:
    def __init__(self, config, face: dict):
        self.config, self.face = config, face
        self.items: list[str] = []
        self.known: list[str] = []  # also what was dropped since, so that a number in the key stays with its item
        self.chosen: dict[str, dict[str, list[str]]] = {}  # by person and item, the newest last
        self.weight: dict[str, int] = {}
        self.group: dict[str, str | None] = {}
        self.paper: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.notes: dict[str, None] = {}  # ids of cards
        self.right: dict[str, str | None] = {}  # what the facilitator changed in the key
        self.key_shown = False
        self.tally: tuple[int, Outcome] | None = None  # worked out at a version of the cards; None once the choices change

    @property
    def on_call(self) -> dict[str, None]:
        return self.notes


def questions(state: State, cards: Cards) -> list[str]:
    return cards.shown(state.items) if state.items else [ASKED]


def asked(cards: Cards, item: str) -> str:
    return cards.top(item) if item in cards else item


def options(state: State) -> list[str]:
    return [option["id"] for option in state.face["options"]]


def answers(state: State, cards: Cards, pid: str | None) -> dict[str, list[str]]:
    """What `pid` chose per question; on a bundle the newest."""
    mine = {asked(cards, item): options for item, options in state.chosen.get(pid, {}).items()}
    return {item: options for item, options in mine.items() if options}


def key(state: State, cards: Cards) -> dict[str, str]:
    """The right option per question, as the script says or the facilitator changed it."""
    names = {option["name"]: option["id"] for option in state.face["options"]}
    numbered = {item: str(n) for n, item in enumerate(state.known, 1)} or {ASKED: ""}
    said = {item: names.get(state.config.key.get(number)) for item, number in numbered.items()} | state.right
    return {asked(cards, item): option for item, option in said.items() if option}


class Count:
    """What was chosen on one question: people and answers (phones, and people on paper) per option, and the same per role."""

    def __init__(self) -> None:
        self.options: Counter[str] = Counter()
        self.answers: Counter[str] = Counter()
        self.groups: defaultdict[str | None, Counter[str]] = defaultdict(Counter)
        self.phones: Counter[str | None] = Counter()  # answers per role
        self.people = self.paper = 0

    def add(self, options: list[str], weight: int, group: str | None) -> None:
        for option in options:
            self.options[option] += weight
            self.answers[option] += 1
            self.groups[group][option] += weight
        self.phones[group] += 1
        self.people += weight

    def on_paper(self, chosen: Counter[str], multi: bool) -> None:
        """One person on paper may be in several counts of a question with more choices: then there are at least as many as the highest."""
        n = max(chosen.values(), default=0) if multi else chosen.total()
        for option, by in chosen.items():
            self.options[option] += by
            self.answers[option] += by
            self.groups[None][option] += by
        self.phones[None] += n
        self.people += n
        self.paper = n


class Outcome(NamedTuple):
    """Per question that is shown what was chosen; how many people and answers there are in all, who is on paper where most of them answered."""

    counts: dict[str, Count]
    people: int
    answers: int


def outcome(state: State, cards: Cards) -> Outcome:
    if state.tally is None or state.tally[0] != cards.version:
        state.tally = (cards.version, _count(state, cards))
    return state.tally[1]


def _count(state: State, cards: Cards) -> Outcome:
    counts = {item: Count() for item in questions(state, cards)}
    people = phones = 0
    for pid in state.chosen:
        mine = {item: options for item, options in answers(state, cards, pid).items() if item in counts}
        for item, options in mine.items():
            counts[item].add(options, state.weight[pid], state.group[pid])
        people, phones = people + bool(mine) * state.weight[pid], phones + bool(mine)
    on_paper: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for item, chosen in state.paper.items():
        on_paper[asked(cards, item)].update(chosen)
    for item in on_paper.keys() & counts.keys():
        counts[item].on_paper(on_paper[item], state.config.multi)
    paper = max((count.paper for count in counts.values()), default=0)
    return Outcome(counts, people + paper, phones + paper)


def spread(state: State, count: Count) -> float:
    """Of choices that exclude each other; with more choices a person each option is a yes or a no of its own, and this is their mean."""
    named = [option for option in options(state) if option != UNKNOWN]
    if not state.config.multi:
        return choices.spread([count.options[option] for option in named], count.options[UNKNOWN])
    return round(sum(choices.spread([count.options[option], count.people - count.options[option]]) for option in named) / len(named), 4)
