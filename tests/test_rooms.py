"""A room as its people hear it: in ticks, in order, never ahead of the disk. Real rooms and a real store; only the ears are ours."""

import json
import time
from random import Random

import msgspec
import pytest
from guests import card, new_id, op

from facilitator import runtime
from facilitator.demo.kinds import answers
from facilitator.door import Auth
from facilitator.line import Line
from facilitator.rooms import DAY, Rooms
from facilitator.settings import Settings
from facilitator.store import Store
from sessions import Refused
from sessions import script as scripts
from sessions.live import LiveSession
from sessions.people import CONSOLE, SCREEN, Person


class Clock:
    """The clock on the wall."""

    def __init__(self):
        self.now = time.time()

    def __call__(self):
        return self.now


class Signpost:
    """Where people come in; the addresses of this laptop do not matter here."""

    def to(self, code):
        return {"url": "http://werksessie.test", "code": code}

    def addresses(self):
        return []


class Ear:
    """The far end of a line: what a page heard. `slow` messages wait before it, as for a phone that does not read."""

    def __init__(self):
        self.heard, self.slow, self.frames = [], 0, []

    def push(self, frame):
        self.frames.append(frame)
        text = payload(frame)
        number = text[: text.index(b"[")]
        self.heard.append((number.decode(), json.loads(text[len(number) :])))

    def waiting(self):
        return self.slow

    def hang_up(self):
        self.heard.append(("gone", None))

    def views(self):
        return [said[1] for number, said in self.heard if number == "42"]

    def answers(self):
        return [said[0] for number, said in self.heard if number.startswith("43")]


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def make_rooms(tmp_path, clock):
    made = []

    def make():
        made.append(Rooms(Store(tmp_path / "data"), Settings(data=tmp_path), clock, Signpost()))
        return made[-1]

    yield make
    for rooms in made:
        rooms.close()


@pytest.fixture
def rooms(make_rooms):
    return make_rooms()


@pytest.fixture
def room(rooms):
    room = rooms.create(ready(scripts.shipped()["kennismaken"]), "Teamdag", "De Regenboog")
    room.do(CONSOLE, op("stage", "go", step="piramide", **{"from": None}))
    room.settled()
    return room


def ready(text):
    """A script as a session gets it."""
    return msgspec.to_builtins(scripts.worded(scripts.load(text)))


def comes(room, who):
    line = knocks(room, who)
    room.settled()
    return line


def knocks(room, who):
    line = Line(Ear(), Auth())
    line.who, line.pid = who, who.pid if who.role == "participant" else ""
    room.join(line, None, 1)
    line.room = room
    return line


def person(name):
    return Person(name.ljust(16, "x"), "participant")


def heard(line):
    return line._ws


def later(seconds, room):
    """So much later, when what became due is on disk and told."""
    runtime.sleep(seconds)
    room.settled()


def test_many_cards_in_one_tick_are_one_view(room):
    anna, screen = comes(room, person("anna")), comes(room, SCREEN)
    later(0.3, room)
    room.accept(anna, [card("Kaart 0")], 0)
    room.settled()
    for n in (1, 2):
        room.accept(anna, [card(f"Kaart {n}")], n)
    later(0.5, room)

    cards = [[part["text"] for part in view["set"].values() if "text" in part] for view in heard(screen).views()]
    assert sum(cards, []) == ["Kaart 0", "Kaart 1", "Kaart 2"]
    assert [len(it) for it in cards if it] == [1, 2]
    assert [sorted(part["text"] for part in view["set"].values() if "text" in part) for view in heard(anna).views()] == [["Kaart 0", "Kaart 1", "Kaart 2"]]


def test_a_view_says_only_what_changed_and_everything_together_is_the_view_of_now(room):
    anna, screen = comes(room, person("anna")), comes(room, SCREEN)
    parts = heard(screen).answers()[0]["view"]
    adds = [card(f"Kaart {n}") for n in range(3)]
    for said in [*adds, op("piramide", "remove", card=adds[0]["card"])]:
        room.accept(anna, [said], 2)
        later(0.15, room)

    seq = heard(screen).answers()[0]["seq"]
    for view in heard(screen).views():
        assert view["from"] == seq
        seq, parts = view["seq"], {key: part for key, part in (parts | view["set"]).items() if key not in view["gone"]}
    assert parts == json.loads(json.dumps(room.view("screen")))


@pytest.mark.parametrize("script", scripts.shipped())
def test_differences_add_up_to_the_view_of_now_for_everybody_in_every_step(rooms, script):
    plan = scripts.worded(scripts.load(scripts.shipped()[script]))
    room = rooms.create(msgspec.to_builtins(plan), "Teamdag", "De Regenboog")
    anna, screen, console = everybody = [comes(room, who) for who in (person("anna"), SCREEN, CONSOLE)]
    seen = []

    def act(line, *ops):
        room.accept(line, list(ops), 1)
        room.settled()
        for each, audience in zip(everybody, ("phone", "screen", "console"), strict=True):
            now = json.loads(json.dumps(room.view(audience)))
            end = time.monotonic() + 5
            while pieced_together(heard(each)) != now and time.monotonic() < end:
                runtime.sleep(0.02)
            assert pieced_together(heard(each)) == now

    if plan.roles:
        act(anna, op("stage", "role", group=next((role for step in plan.steps for role in step.only), plan.roles[0])))
    act(anna, op("stage", "size", table=1, size=5, others=0))
    for step in plan.steps:
        if step.from_ and not offered(step, room):
            act(console, op(step.id, "bring", card=new_id(), text="Een vaste dagstart"))
        act(console, op("stage", "go", step=step.id, **{"from": room.live.board}, **({"items": offered(step, room)} if step.from_ else {})))
        seen.append(room.live.kind)
        act(console, op("stage", "open"))
        act(anna, *work(step, room))
        if held := [waiting["card"] for waiting in room.live.telling.held()]:
            act(console, op(step.id, "release", cards=held))
        act(console, op("stage", "reveal"))
        if cards := [id for id, part in room.view("console").items() if "into" not in part and "state" in part][:2]:
            act(console, op(step.id, "hide", card=cards[0]))
            act(console, op(step.id, "show", card=cards[0]))

    assert seen == [step.kind for step in plan.steps]


def offered(step, room) -> list[str]:
    """What the carry sheet ticks, or else the first thing on it."""
    items = room.view("console").get(f"offer:{step.id}", {"items": []})["items"]
    return [item["id"] for item in items if item["picked"]] or [item["id"] for item in items[:1]]


def work(step, room) -> list[dict]:
    """What one phone does in a step."""
    return [op(step.id, **done) for done in answers(step.kind, room.view("phone"), json.loads(room.own("anna")), Random(1))]


def pieced_together(ear) -> dict:
    """The board as a page has it: the answer to its join and every view since."""
    parts = next(answer["view"] for answer in ear.answers() if "view" in answer)
    for view in ear.views():
        before = {} if view["from"] is None else parts
        parts = {key: part for key, part in (before | view["set"]).items() if key not in view["gone"]}
    return parts


def test_a_vote_that_nobody_may_see_yet_sends_nothing_to_phones(room):
    anna, bram = comes(room, person("anna")), comes(room, person("bram"))
    add = card("Intervisie")
    room.accept(anna, [add], 2)
    room.do(CONSOLE, op("stage", "go", step="stemmen", items=[add["card"]], **{"from": "piramide"}))
    room.do(CONSOLE, op("stage", "open"))
    later(0.4, room)
    before = len(heard(bram).views())

    room.accept(anna, [op("stemmen", "put", item=add["card"], ballot="sterk")], 3)
    later(0.4, room)

    assert "seq" in heard(anna).answers()[-1]["results"][0]
    assert len(heard(bram).views()) == before


def test_phones_with_nothing_of_their_own_share_one_frame_at_a_step_change(room):
    people = [comes(room, person(f"p{n}")) for n in range(30)]
    room.accept(people[0], [card("Van mij")], 2)
    later(0.3, room)
    for line in people:
        heard(line).frames.clear()

    room.do(CONSOLE, op("stage", "close"))
    room.do(CONSOLE, op("stage", "go", step=None, **{"from": "piramide"}))
    room.do(CONSOLE, op("stage", "go", step="piramide", **{"from": None}))
    room.settled()

    last = [heard(line).frames[-1] for line in people]
    assert {id(frame) for frame in last[1:]} == {id(last[1])}
    assert [it["text"] for it in json.loads(payload(last[0])[2:])[1]["own"]["cards"]] == ["Van mij"]


def test_a_phone_that_does_not_read_is_skipped_and_gets_the_whole_when_it_does(room):
    anna, bram = comes(room, person("anna")), comes(room, person("bram"))
    heard(bram).slow = 3
    for n in range(3):
        room.accept(anna, [card(f"Kaart {n}")], n)
        later(0.3, room)
    missed = heard(bram).views()

    heard(bram).slow = 0
    later(0.4, room)
    room.do(CONSOLE, op("stage", "close"))
    room.settled()

    assert missed == []
    whole, after = heard(bram).views()
    assert (whole["from"], len([part for part in whole["set"].values() if "text" in part]), whole["own"]["cards"]) == (None, 3, [])
    assert (after["from"], after["stage"]["now"]["state"]) == (whole["seq"], "closed")


def test_some_time_after_the_end_nobody_can_tell_who_wrote_which_card(rooms, monkeypatch):
    room = rooms.create(ready(scripts.shipped()["kennismaken"].replace("anonymous = false\n", "", 1)))
    room.do(CONSOLE, op("stage", "go", step="piramide", **{"from": None}))
    people = [comes(room, person(f"p{n}")) for n in range(8)]
    room.accept(people[0], [card("Elke leerling wordt gegroet")], 3)
    room.do(CONSOLE, op("stage", "end"))
    room.settled()
    assert not room.may_seal()
    assert people[0].pid in {entry["by"] for entry in rooms.store.read(room.id) if entry["do"] == "add"}

    monkeypatch.setattr("facilitator.room.SEAL_AFTER", -1)
    room.seal()

    log = rooms.store.read(room.id)
    assert {entry["by"] for entry in log if entry["do"] == "add"} & {entry["by"] for entry in log if entry["do"] == "came"} == set()
    assert log[-1]["do"] == "sealed"
    assert not room.may_seal()
    with pytest.raises(Refused, match="ended"):
        room.do(CONSOLE, op("stage", "resume"))
    assert heard(people[0]).views()[-1]["epoch"] == room.epoch


def test_who_is_sent_out_by_way_of_a_card_loses_the_line_and_nobody_else(room):
    anna, bram, console = comes(room, person("anna")), comes(room, person("bram")), comes(room, CONSOLE)
    said = card("Lelijk")
    room.accept(anna, [said], 3)

    room.accept(console, [op("stage", "kick", card=said["card"])], 4)
    room.settled()

    assert ("gone", None) in heard(anna).heard
    assert ("gone", None) not in heard(bram).heard


def test_who_acts_during_a_step_change_keeps_what_the_answer_said(room):
    people = [comes(room, person(f"p{n}")) for n in range(120)]
    room.do(CONSOLE, op("stage", "go", step=None, **{"from": "piramide"}))
    later(0.1, room)

    room.do(CONSOLE, op("stage", "go", step="piramide", **{"from": None}))
    for n, line in enumerate(people):
        room.accept(line, [card(f"Kaart {n}")], 5)
    later(0.5, room)

    owns = [[said["own"]["cards"][0]["text"] for number, (*_, said) in heard(line).heard if number[:2] in ("42", "43") and said.get("own", {}).get("cards")][-1] for line in people]
    last = [[said["own"].get("cards") for number, (*_, said) in heard(line).heard if "own" in said][-1] for line in people]
    assert owns == [f"Kaart {n}" for n in range(120)]
    assert all(last)


def test_who_comes_in_the_middle_of_a_tick_is_in_step_with_the_others(room):
    anna = comes(room, person("anna"))
    screens = [comes(room, SCREEN)]
    adds = [card(f"Kaart {n}") for n in range(3)]
    for said in [*adds, *(op("piramide", "edit", card=adds[0]["card"], text=f"Tekst {n % 2}") for n in range(9))]:
        room.accept(anna, [said], 2)
        screens.append(comes(room, SCREEN))
        runtime.sleep(0.03)
    later(0.3, room)

    for screen in screens:
        said = heard(screen).answers()[0]
        seq, parts = said["seq"], said["view"]
        for view in heard(screen).views():
            assert view["from"] <= seq
            if view["seq"] >= seq:
                seq, parts = view["seq"], {key: part for key, part in (parts | view["set"]).items() if key not in view["gone"]}
        assert parts == json.loads(json.dumps(room.view("screen")))


def test_a_session_wakes_up_as_it_was(rooms, room, make_rooms):
    anna = comes(room, person("anna"))
    room.accept(anna, [card("Blijft")], 2)
    room.settled()
    rooms.close()

    again = make_rooms().open(room.id)

    assert (again.code, again.epoch, again.live.seq) == (room.code, room.epoch, room.live.seq)
    assert again.view("console") == room.view("console")


def test_a_code_finds_its_room_also_once_it_has_ended(room, rooms):
    room.do(CONSOLE, op("stage", "end"))

    assert rooms.find_code(room.code.lower()) is room
    assert rooms.find_code("NOSUCH") is None


def test_the_list_of_sessions_says_what_the_start_page_needs(room, rooms):
    comes(room, person("anna"))
    other = rooms.create(ready(scripts.shipped()["kennismaken"]), "Tweede", rehearsal=True)

    first = next(it for it in rooms.list() if it.id == room.id)

    assert (first.code, first.title, first.group, first.people, first.ended, first.rehearsal) == (room.code, "Teamdag", "De Regenboog", 1, None, False)
    assert {it.id for it in rooms.list()} == {room.id, other.id}


def test_a_forgotten_session_ends_after_a_day_and_goes_after_a_month(room, rooms, clock):
    anna = comes(room, person("anna"))
    room.accept(anna, [card("Kaart")], 2)
    room.settled()
    room.leave(anna)
    clock.now += 2 * DAY
    rooms.sweep()
    assert rooms.by_id(room.id).live.stage("phone", 0)["ended"]
    clock.now += 31 * DAY
    rooms.sweep()

    assert rooms.by_id(room.id) is None
    assert rooms.list() == []


def test_deleting_a_session_in_use_sends_its_people_away_and_leaves_the_others(room, rooms):
    other = rooms.create(ready(scripts.shipped()["kennismaken"]))
    anna = comes(room, person("anna"))

    rooms.delete(room.id)
    room.accept(anna, [card("Te laat")], 2)
    bram = comes(other, person("bram"))

    assert ("gone", None) in heard(anna).heard
    assert rooms.ids() == {other.id}
    assert heard(bram).answers()[0]["you"]["role"] == "participant"


def test_a_session_that_falls_asleep_while_somebody_works_loses_nothing(room, rooms):
    anna = comes(room, person("anna"))
    for n in range(30):
        room.accept(anna, [op("piramide", "remove", card="nothing-there"), op("stage", "done" if n % 2 else "undone", step="piramide")], 2)
        rooms.writers.submit(lambda result, error: None, rooms.store.close, room.id)
        runtime.sleep(0.004)
    room.settled()

    assert LiveSession.fold(rooms.store.read(room.id)).seq == room.live.seq


def test_a_session_that_nobody_used_stays_three_months(room, rooms, clock):
    clock.now += 89 * DAY
    rooms.sweep()
    assert not room.live.stage("phone", 0)["ended"]

    clock.now += 2 * DAY
    rooms.sweep()
    assert room.live.stage("phone", 0)["ended"]


def test_removed_words_leave_the_log_after_a_while(room, rooms):
    anna = comes(room, person("anna"))
    add = card("Geheim verhaal")
    room.accept(anna, [add, op("piramide", "remove", card=add["card"])], 2)
    room.settled()
    assert "Geheim verhaal" in json.dumps(rooms.store.read(room.id))

    room._began -= 3600
    room.forget()

    assert "Geheim verhaal" not in json.dumps(rooms.store.read(room.id))
    assert LiveSession.fold(rooms.store.read(room.id)).view("console") == room.live.view("console")


def test_cost_of_a_vote_does_not_grow_with_the_number_of_people(rooms):
    small, large = (vote_cost(rooms, people) for people in (20, 800))

    assert large < 3 * small


def vote_cost(rooms, n):
    """Seconds of CPU for 300 votes with n people present; the best of three."""
    room = rooms.create(ready(scripts.shipped()["kennismaken"]))
    room.do(CONSOLE, op("stage", "go", step="piramide", **{"from": None}))
    people = [knocks(room, person(f"p{i}")) for i in range(n)]
    cards = [card(f"Kaart {i}") for i in range(3)]
    room.accept(people[0], cards, 2)
    room.do(CONSOLE, op("stage", "go", step="stemmen", items=[it["card"] for it in cards], **{"from": "piramide"}))
    room.do(CONSOLE, op("stage", "open"))
    room.settled()
    runtime.sleep(0.6)
    best = 9.0
    for turn in range(3):
        start = time.process_time()
        for i in range(100):
            room.accept(people[(turn * 100 + i) % 20], [op("stemmen", "put" if turn != 1 else "take", item=cards[i // 20 % 3]["card"], ballot="sterk", id=new_id())], 3)
        best = min(best, time.process_time() - start)
        room.settled()
        runtime.sleep(0.6)
    return best


def payload(frame):
    n = frame[1]
    return bytes(frame[2 if n < 126 else 4 if n == 126 else 10 :])
