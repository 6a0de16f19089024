"""Behaviour in fictional cases, weighed with six criteria and four flags, in silent rounds; the facilitator turns from one case and round to the next.

The flags and criteria are those of the Vlaggensysteem (Frans & Franck, Sensoa/Movisie 2014), here in plain words. A flag belongs to behaviour, never to a child.
Nothing here goes from criteria to a flag: there is no formula, people choose, and what the group settles on is typed by the facilitator. "Weet ik niet" is an answer like any other,
and what is taken back leaves nothing. Each turn has a reveal of its own: while one is judged, no turn of the board is in any view.
"""

from collections import defaultdict
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from sessions import Refused
from sessions.cards import Cards
from sessions.judging import Answer, Round, count, divided, most_divided
from sessions.people import Person
from sessions.shapes import Id, Shape, line, read
from sessions.table import Table

SECRET, OPENS, MOST = True, "by hand", None
FROM_PEOPLE, FROM_CONSOLE = {"judge", "flag", "respond", "wish"}, {"case", "decide", "tally", "quote"}
CARDS, TURNS = False, True
Criterion = Literal["consent", "voluntary", "equality", "age_fit", "context_fit", "self_respect"]
Flag = Literal["green", "yellow", "red", "black"]
CRITERIA = {
    "consent": {"name": "Wederzijdse toestemming", "question": "Hebben allebei duidelijk ja gezegd?"},
    "voluntary": {"name": "Vrijwilligheid", "question": "Is er geen dwang of verleiding?"},
    "equality": {"name": "Gelijkwaardigheid", "question": "Zijn ze ongeveer even sterk, oud, wijs en belangrijk in de groep?"},
    "age_fit": {"name": "Ontwikkelingsadequaat", "question": "Past dit bij kinderen van deze leeftijd?"},
    "context_fit": {"name": "Contextadequaat", "question": "Past het bij deze plek en situatie?"},
    "self_respect": {"name": "Zelfrespecterend", "question": "Doet het kind zichzelf geen kwaad, wordt het niet vernederd?"},
}
FLAGS = {
    "green": {"name": "Groene vlag", "meaning": "Dit gedrag kan.", "response": "Niet reageren, of positief."},
    "yellow": {"name": "Gele vlag", "meaning": "Dit gaat een beetje over de grens.", "response": "Waarschuwen of begrenzen."},
    "red": {"name": "Rode vlag", "meaning": "Dit gaat over de grens.", "response": "Verbieden."},
    "black": {"name": "Zwarte vlag", "meaning": "Dit gaat ver over de grens.", "response": "Straffen of ingrijpen."},
}
WISH, WHY = 160, 500  # characters


class Config(Struct, forbid_unknown_fields=True):
    """`cases` are fictional. `responses` to choose from where the script asks for one, `question` a last one in free text;
    with `show_response` the screen says what goes with the flag that the group settled on."""

    cases: Annotated[list[Annotated[str, Meta(min_length=1, max_length=280)]], Meta(min_length=1, max_length=6)]
    rounds: Annotated[int, Meta(ge=1, le=2)] = 2
    criteria: Annotated[list[Criterion], Meta(min_length=1, max_length=6)] = field(default_factory=lambda: list(CRITERIA))
    flags: Annotated[list[Flag], Meta(min_length=2, max_length=4)] = field(default_factory=lambda: list(FLAGS))
    responses: Annotated[list[Annotated[str, Meta(min_length=1, max_length=40)]], Meta(max_length=6)] = field(default_factory=list)
    question: Annotated[str, Meta(max_length=160)] = ""
    show_response: bool = False

    def __post_init__(self) -> None:
        for key in ("criteria", "flags", "responses"):
            if len(set(getattr(self, key))) < len(getattr(self, key)):
                raise ValueError(f"{key}: {key}")


class Wish(Struct):
    by: str
    text: str
    shown: bool = False


class State:
    def __init__(self, config: Config):
        self.config = config
        self.face = {
            "cases": [{"id": f"c{n}", "story": story} for n, story in enumerate(config.cases, 1)],
            "rounds": config.rounds,
            "criteria": [{"id": id, **CRITERIA[id]} for id in config.criteria],
            "flags": [{"id": id, **FLAGS[id]} for id in config.flags],
            "responses": [{"id": f"r{n}", "name": name} for n, name in enumerate(config.responses, 1)],
            "question": config.question,
            "show_response": config.show_response,
        }
        self.turn = "c1r1"  # the case and the round that are on
        self.rounds: dict[str, Round] = defaultdict(Round)  # by turn
        self.decided: dict[int, dict] = {}
        self.wishes: dict[int, dict[str, Wish]] = defaultdict(dict)
        self.written = 0
        self.outcome: dict[str, dict] = {}  # tallies by turn, until an answer changes


class Judge(Shape):
    turn: str
    criterion: str
    value: Literal["ok", "not_ok", "dont_know"] | None


class Choose(Shape):
    turn: str
    flag: str | None


class Respond(Shape):
    turn: str
    response: str | None


class Wished(Shape):
    turn: str
    text: str


class Turn(Shape):
    case: int
    round: int = 1


class Decide(Shape):
    case: int
    flag: str | None = None
    text: str = ""


class Tally(Shape):
    flag: str
    n: Annotated[int, Meta(ge=-50, le=50)]
    turn: str | None = None


class Quote(Shape):
    wish: Id
    on: bool = True


def start(config: Config) -> State:
    return State(config)


def check(state: State, cards: Cards, who: Person, op: dict) -> dict:
    match op["do"]:
        case "judge":
            want = read(op, Judge)
            _known(want.criterion, state.config.criteria)
            return {"turn": _here(state, want.turn), "criterion": want.criterion, "value": want.value, **who.stamp}
        case "flag":
            want = read(op, Choose)
            _known(want.flag, [None, *state.config.flags])
            return {"turn": _here(state, want.turn), "flag": want.flag, **_finished(state, who, flag=want.flag), **who.stamp}
        case "respond":
            want = read(op, Respond)
            _known(want.response, [None, *_responses(state)])
            return {"turn": _here(state, want.turn), "response": want.response, **_finished(state, who, response=want.response), **who.stamp}
        case "wish":
            want = read(op, Wished)
            _known(bool(state.config.question), [True])
            text = line(want.text, WISH) if want.text.strip() else ""
            return {"turn": _here(state, want.turn), "wish": f"w{state.written + 1}", "text": text}
        case "case":
            return _check_turn(state, read(op, Turn))
        case "decide":
            return _check_decide(state, read(op, Decide))
        case "tally":
            return _check_tally(state, read(op, Tally))
        case "quote":
            return _check_quote(state, read(op, Quote))
    raise Refused("unknown_op")


def _known(one: object, known: list) -> None:
    if one not in known:
        raise Refused("no_such_choice")


def _here(state: State, turn: str) -> str:
    """A phone that lags behind does not answer for a case it has not seen."""
    if turn != state.turn:
        raise Refused("other_turn")
    return turn


def _finished(state: State, who: Person, **choice: str | None) -> dict:
    """With a flag, and a response where one is asked, a person is done; the criteria may be left open. Who takes one back is not."""
    if None in choice.values():
        return {"done": False}
    mine = _mine(state, who.pid)
    now = {"flag": mine.flag, "response": mine.response, **choice}
    return {"done": True} if now["flag"] and (now["response"] or not state.config.responses) else {}


def _mine(state: State, pid: str | None) -> Answer:
    return state.rounds[state.turn].answers.get(pid, Answer()) if state.turn in state.rounds else Answer()


def _check_turn(state: State, want: Turn) -> dict:
    turn = f"c{want.case}r{want.round}"
    if turn not in _turns(state):
        raise Refused("no_such_turn")
    if turn == state.turn:
        raise Refused("moved")
    case, round = _numbers(state.turn)
    return {"turns_to": turn, "back": {"do": "case", "case": case, "round": round}}


def _check_decide(state: State, want: Decide) -> dict:
    if not 1 <= want.case <= len(state.config.cases):
        raise Refused("no_such_turn")
    _known(want.flag, [None, *state.config.flags])
    text = line(want.text, WHY) if want.text.strip() else ""
    old = state.decided.get(want.case, {"flag": None, "text": ""})
    if want.flag is None and (text or not old["flag"]):
        raise Refused("empty")
    return {"case": want.case, "flag": want.flag, "text": text, "back": {"do": "decide", "case": want.case, **old}}


def _check_tally(state: State, want: Tally) -> dict:
    _known(want.flag, state.config.flags)
    turn = want.turn or state.turn
    if turn not in _turns(state):
        raise Refused("no_such_turn")
    if not want.n:
        raise Refused("bad_request")
    if (state.rounds[turn].paper[want.flag] if turn in state.rounds else 0) + want.n < 0:
        raise Refused("empty")
    return {"turn": turn, "flag": want.flag, "n": want.n, "back": {"do": "tally", "turn": turn, "flag": want.flag, "n": -want.n}}


def _check_quote(state: State, want: Quote) -> dict:
    wish = _wishes(state).get(want.wish)
    if wish is None:
        raise Refused("no_such_card")
    return {"wish": want.wish, "on": want.on, "back": {"do": "quote", "wish": want.wish, "on": wish.shown}}


def _turns(state: State) -> list[str]:
    return [f"c{case}r{round}" for case in range(1, len(state.config.cases) + 1) for round in range(1, state.config.rounds + 1)]


def _numbers(turn: str) -> tuple[int, int]:
    """Case and round."""
    case, round = turn[1:].split("r")
    return int(case), int(round)


def _responses(state: State) -> list[str]:
    return [response["id"] for response in state.face["responses"]]


def _wishes(state: State) -> dict[str, Wish]:
    return {id: wish for case in state.wishes.values() for id, wish in case.items()}


def apply(state: State, entry: dict) -> None:
    """`shown` comes from the stage, whenever what is on is revealed or opened again."""
    match entry["do"]:
        case "judge" | "flag" | "respond":
            _answer(state, entry)
        case "wish":
            _write(state, entry)
        case "case":
            state.turn = entry["turns_to"]
        case "shown":
            state.rounds[state.turn].told = entry["shown"]
        case "decide":
            state.decided.pop(entry["case"], None)
            if entry["flag"]:
                state.decided[entry["case"]] = {"flag": entry["flag"], "text": entry["text"]}
        case "tally":
            state.outcome.pop(entry["turn"], None)
            state.rounds[entry["turn"]].paper[entry["flag"]] += entry["n"]
        case "quote":
            wish = _wishes(state).get(entry["wish"])
            if wish:
                wish.shown = entry["on"]


def _answer(state: State, entry: dict) -> None:
    state.outcome.pop(entry["turn"], None)
    answers = state.rounds[entry["turn"]].answers
    mine = answers.get(entry["by"])
    if mine is None:
        mine = answers[entry["by"]] = Answer()
    mine.weight = entry.get("weight", 1)
    match entry["do"]:
        case "flag":
            mine.flag = entry["flag"]
        case "respond":
            mine.response = entry["response"]
        case "judge" if entry["value"]:
            mine.judged[entry["criterion"]] = entry["value"]
        case "judge":
            mine.judged.pop(entry["criterion"], None)
    if mine.empty:
        del answers[entry["by"]]


def _write(state: State, entry: dict) -> None:
    """One wish a person and case; new words wait for the facilitator again."""
    case = state.wishes[_numbers(entry["turn"])[0]]
    state.written += 1
    for id in [id for id, wish in case.items() if wish.by == entry["by"]]:
        del case[id]
    if entry["text"]:
        case[entry["wish"]] = Wish(entry["by"], entry["text"])


def view(state: State, cards: Cards, audience: str, shown: bool) -> dict:
    """The case that is on and nothing of what was said of it, until this turn is revealed; then also the earlier round, beside it."""
    console, (case, round) = audience == "console", _numbers(state.turn)
    stories = [one["story"] for one in state.face["cases"]]
    parts: dict = {"config": state.face if console else {key: value for key, value in state.face.items() if key != "cases"}}
    parts["case"] = {"turn": state.turn, "case": case, "of": len(stories), "round": round, "rounds": state.config.rounds, "story": stories[case - 1]}
    if console or shown:
        parts["decided"] = {f"c{n}": decided for n, decided in sorted(state.decided.items()) if console or n == case}
    if shown:
        order = most_divided(_tally(state, state.turn)["criteria"])
        told = [n for n in range(1, round) if f"c{case}r{n}" in state.rounds and state.rounds[f"c{case}r{n}"].told]
        for n in [*told, round]:
            tally = _tally(state, f"c{case}r{n}")
            parts[f"round:{n}"] = {"round": n, **tally, "criteria": [{"id": id, **tally["criteria"][id]} for id in order], "divided": divided(tally["criteria"])}
        wishes = state.wishes[case].items() if case in state.wishes else ()
        parts["wishes"] = [{"id": id, "says": wish.text, **({"shown": wish.shown} if console else {})} for id, wish in wishes if console or wish.shown]
    return parts


def _tally(state: State, turn: str) -> dict:
    """{"people", "answers", "flags": {id: n}, "criteria": {id: {ok, not_ok, dont_know}}, "responses": {id: n}} of people, not phones."""
    if turn not in state.outcome:
        state.outcome[turn] = count(state.rounds.get(turn, Round()), state.config.flags, state.config.criteria, _responses(state))
    return state.outcome[turn]


def own(state: State, cards: Cards, pid: str | None) -> dict:
    mine = _mine(state, pid)
    wish = next((wish.text for wish in state.wishes.get(_numbers(state.turn)[0], {}).values() if wish.by == pid), None)
    return {"turn": state.turn, "judged": dict(mine.judged), "flag": mine.flag, "response": mine.response, "wish": wish}


def result(state: State, cards: Cards) -> Table:
    """A row per case and round that was shown or answered; only what was shown has the state "shown"."""
    rows = [
        {"id": turn, "text": state.config.cases[case - 1], "state": "shown" if state.rounds[turn].told else "hidden", "case": case, "round": round, **_tally(state, turn)}
        for turn in _turns(state) if turn in state.rounds for case, round in [_numbers(turn)]
    ]
    now = _tally(state, state.turn)
    told = {row["case"] for row in rows if row["state"] == "shown"}
    wishes = {f"c{case}": texts for case, some in sorted(state.wishes.items()) if case in told and (texts := [wish.text for wish in some.values() if wish.shown])}
    decided = {f"c{case}": one for case, one in sorted(state.decided.items())}
    return Table("flags", rows, {"people": now["people"], "answers": now["answers"], "responses": state.face["responses"], "decided": decided, "wishes": wishes})
