"""Relations: links have no direction, count people, survive merging, and a contradiction is the agenda; spread pairs are looked at about equally often."""

import json
from collections import Counter
from itertools import combinations
from random import Random
from xml.etree import ElementTree

import hypothesis.strategies as st
import msgspec
import pytest
from contract import CARD, Case, at_work
from workshop import ANNA, AUDIENCES, BRAM, CHRIS, Workshop

from facilitator import report
from facilitator.report import ink
from facilitator.report.kinds import relations as kinds
from sessions import script
from sessions.boards import relations
from sessions.people import CONSOLE, Person

TYPE = st.sampled_from(["type-1", "type-2", "type-3", "none", "unknown", "type-9"])
WHY = st.sampled_from(["Zo is het", "Want ze lijken op elkaar"])
BASIS = st.sampled_from(["onderbouwd", "aanname"])

CASE = Case(
    work={"link": {"a": CARD, "b": CARD, "type": TYPE, "because": WHY, "basis": BASIS}, "unlink": {"a": CARD, "b": CARD}},
    lead={
        "tally": {"a": CARD, "b": CARD, "type": TYPE, "because": WHY, "n": st.integers(-3, 3)},
        "basis": {"a": CARD, "b": CARD, "as_": BASIS},
        "reason": {"reason": st.integers(20, 60), "show": st.booleans()},
    },
)
STRONG, FITS, AGAINST = "type-1", "type-2", "type-3"


def text(config: str = "", items: int = 4, step: str = "") -> str:
    listed = ", ".join(f'"Element {n}"' for n in range(1, items + 1))
    head = 'id = "proef"\ntitle = "Proef"\nsummary = "Proef"\n'
    work = f'[[steps]]\nid = "werk"\nkind = "relations"\ntitle = "Samenhang"\nprompt = "Wat hoort bij elkaar?"\nminutes = 20\n{step}\n[steps.config]\nitems = [{listed}]\n{config}\n'
    after = '[[steps]]\nid = "muur"\nkind = "vote"\ntitle = "Prioriteren"\nprompt = "Kies."\nminutes = 5\nfrom = { step = "werk", rule = "all" }\n'
    return head + work + after


def shop(config: str = "", items: int = 4, step: str = "") -> Workshop:
    room = Workshop(text(config, items, step))
    room.come(ANNA, BRAM, CHRIS)
    room.go("werk")
    room.lead("open")
    return room


def id(n: int) -> str:
    return f"s1-{n}"


def lay(room: Workshop, who: Person, a: int, b: int, type: str = STRONG, **more) -> dict:
    return room.do(who, "werk", "link", a=id(a), b=id(b), type=type, **more)


def rows(room: Workshop, sort: str = "link") -> list[dict]:
    return [row for row in room.live.result("werk").rows if row["sort"] == sort]


def reveal(room: Workshop, audience: str = "screen") -> dict:
    room.lead("reveal")
    return room.live.view(audience)


# laying links


def test_a_link_has_no_direction():
    room = shop()
    lay(room, ANNA, 1, 2)
    lay(room, BRAM, 2, 1)

    assert [(row["a"], row["b"], row["n"]) for row in rows(room)] == [(id(1), id(2), 2)]


def test_a_new_link_between_the_same_two_replaces_mine():
    room = shop()
    lay(room, ANNA, 1, 2, because="Ze helpen elkaar")

    lay(room, ANNA, 2, 1, AGAINST)

    assert room.live.own("anna")["links"] == [{"a": id(1), "b": id(2), "type": AGAINST}]
    assert rows(room)[0]["types"] == {STRONG: 0, FITS: 0, AGAINST: 1, "none": 0, "unknown": 0}
    assert rows(room)[0]["reasons"] == []


def test_a_link_can_be_taken_back():
    room = shop()
    lay(room, ANNA, 1, 2)

    room.do(ANNA, "werk", "unlink", a=id(2), b=id(1))

    assert room.live.own("anna")["links"] == []
    assert rows(room) == []


def test_what_cannot_be_is_refused_with_a_reason():
    room = shop()

    assert room.refusal(ANNA, "werk", "link", a=id(1), b=id(1), type=STRONG) == "same_item"
    assert room.refusal(ANNA, "werk", "link", a=id(1), b="onbekend", type=STRONG) == "no_such_item"
    assert room.refusal(ANNA, "werk", "link", a=id(1), b=id(2), type="type-9") == "no_such_type"
    assert room.refusal(ANNA, "werk", "unlink", a=id(1), b=id(2)) == "no_link_there"
    assert room.refusal(ANNA, "werk", "link", a=id(1), b=id(2), type=STRONG, basis="misschien") == "bad_request"
    assert room.refusal(ANNA, "werk", "link", a=id(1), b=id(2), type=STRONG, because="x" * 161) == "too_long"
    assert room.refusal(CONSOLE, "werk", "link", a=id(1), b=id(2), type=STRONG) == "not_allowed"
    assert room.refusal(CONSOLE, "werk", "reason", reason=7, show=False) == "no_such_reason"


def test_a_reason_is_asked_where_the_script_says_so_but_not_of_who_does_not_know():
    room = shop('because = "required"')

    assert room.refusal(ANNA, "werk", "link", a=id(1), b=id(2), type=STRONG) == "because_needed"
    assert room.refusal(ANNA, "werk", "link", a=id(1), b=id(2), type=STRONG, because="  ") == "because_needed"
    lay(room, ANNA, 1, 2, "unknown")
    lay(room, BRAM, 1, 2, because="Ze helpen elkaar")
    assert rows(room)[0]["reasons"] == [{"type": STRONG, "text": "Ze helpen elkaar"}]


def test_who_does_not_know_lays_no_link():
    room = shop()
    lay(room, ANNA, 1, 2, "unknown")
    lay(room, BRAM, 1, 2, "none")

    row = rows(room)[0]

    assert (row["type"], row["n"], row["types"]["unknown"], row["types"]["none"]) == (None, 0, 1, 1)
    assert reveal(room)["ranking"]["lines"] == []


# what counts


def test_the_map_counts_people_and_not_phones():
    room = shop()
    lay(room, msgspec.structs.replace(ANNA, weight=5), 1, 2, basis="aanname")
    lay(room, BRAM, 1, 2)

    assert (rows(room)[0]["n"], rows(room)[0]["grounds"]) == (6, {"aanname": 5})
    assert {key: room.live.result("werk").facts[key] for key in ("people", "answers")} == {"people": 6, "answers": 2}


def test_people_on_paper_count_and_can_be_taken_back():
    room = shop()
    lay(room, ANNA, 1, 2)
    told = room.lead("tally", board="werk", a=id(2), b=id(1), type=AGAINST, because="Allebei kosten ze tijd", n=3)

    assert rows(room)[0]["types"][AGAINST] == 3
    assert rows(room)[0]["reasons"] == [{"type": AGAINST, "text": "Allebei kosten ze tijd"}]
    assert room.live.result("werk").facts["people"] == 4
    assert room.refusal(CONSOLE, "werk", "tally", a=id(1), b=id(2), type=STRONG, n=-1) == "empty"
    assert room.refusal(CONSOLE, "werk", "tally", a=id(1), b=id(2), type=STRONG, n=0) == "bad_request"
    assert room.live.own("anna")["links"] == [{"a": id(1), "b": id(2), "type": STRONG}]

    room.undo(told)

    assert rows(room)[0]["types"][AGAINST] == 0
    assert rows(room)[0]["reasons"] == []


def test_what_most_people_say_is_the_type_and_of_equals_the_one_to_talk_about():
    room = shop()
    lay(room, ANNA, 1, 2, STRONG)
    lay(room, BRAM, 1, 2, AGAINST)
    lay(room, ANNA, 1, 3, STRONG)
    lay(room, BRAM, 1, 3, STRONG)
    lay(room, CHRIS, 1, 3, AGAINST)

    assert {row["b"]: row["type"] for row in rows(room)} == {id(2): AGAINST, id(3): STRONG}


def test_links_on_the_cards_of_a_bundle_count_for_the_bundle_once_a_person():
    room = shop()
    lay(room, ANNA, 1, 3, STRONG)
    lay(room, ANNA, 2, 3, AGAINST)
    lay(room, BRAM, 2, 3, AGAINST)
    lay(room, BRAM, 1, 2, FITS)

    merged = room.lead("merge", board="werk", cards=[id(1), id(2)], into="bundel-01")

    assert [(row["a"], row["b"], row["types"][STRONG], row["types"][AGAINST]) for row in rows(room)] == [("bundel-01", id(3), 0, 2)]
    assert room.live.own("bram")["links"] == [{"a": "bundel-01", "b": id(3), "type": AGAINST}]

    room.undo(merged)

    assert {(row["a"], row["b"]): row["n"] for row in rows(room)} == {(id(1), id(3)): 1, (id(2), id(3)): 2, (id(1), id(2)): 1}


def test_a_link_of_a_bundle_is_taken_back_whole():
    room = shop()
    lay(room, ANNA, 1, 3)
    lay(room, ANNA, 2, 3)
    room.lead("merge", board="werk", cards=[id(1), id(2)], into="bundel-01")

    room.do(ANNA, "werk", "unlink", a="bundel-01", b=id(3))

    assert room.live.own("anna")["links"] == []


def test_a_dropped_element_takes_its_links_off_and_brings_them_back():
    room = shop()
    lay(room, ANNA, 1, 2)
    dropped = room.lead("items", board="werk", drop=[id(2)])

    assert rows(room) == []
    assert room.live.own("anna")["links"] == []
    assert room.refusal(ANNA, "werk", "link", a=id(1), b=id(2), type=STRONG) == "no_such_item"

    room.undo(dropped)

    assert len(rows(room)) == 1


# secrets


def test_nobody_sees_a_type_before_the_reveal_and_the_count_tells_none():
    left, right = shop(), shop()
    lay(left, ANNA, 1, 2, STRONG, because="Ze helpen elkaar", basis="aanname")
    lay(right, ANNA, 3, 4, AGAINST)

    for audience in AUDIENCES:
        assert json.dumps(left.live.view(audience)) == json.dumps(right.live.view(audience))
    assert left.live.view("screen")["looked"] == {"n": 1}
    assert "looked" not in left.live.view("phone")
    assert reveal(left) != reveal(right)


@pytest.mark.parametrize("spoil", [{"do": "hide", "card": "s1-2"}, {"do": "aside", "card": "s1-2"}, {"do": "remove", "card": "s1-2"}])
def test_a_hidden_element_does_not_show_through_its_links(spoil):
    room = shop()
    room.lead("edit", board="werk", card=id(2), text="Geheim element")
    lay(room, ANNA, 1, 2, AGAINST, because="Om een geheime reden")
    lay(room, BRAM, 1, 3)
    assert "eheim" in json.dumps(reveal(room))  # it was there to leak

    room.lead(board="werk", **spoil)

    for audience in ("phone", "screen"):
        assert "eheim" not in json.dumps(room.live.view(audience))
        assert id(2) not in json.dumps(room.live.view(audience))
    assert "eheim" not in json.dumps(room.live.result("werk").shown())


def test_a_reason_that_hurts_can_be_put_away():
    room = shop()
    entry = lay(room, ANNA, 1, 2, because="Dit doet iemand pijn")
    assert "pijn" in json.dumps(reveal(room))
    [reason] = room.live.view("console")[f"link:{id(1)}:{id(2)}"]["reasons"]

    act = room.lead("reason", board="werk", reason=reason["id"], show=False)

    assert reason["id"] == entry["seq"]
    assert "pijn" not in json.dumps(room.live.view("screen"))
    assert "pijn" not in json.dumps(room.live.result("werk").rows)
    assert room.live.view("console")[f"link:{id(1)}:{id(2)}"]["reasons"][0]["show"] is False
    room.undo(act)
    assert "pijn" in json.dumps(room.live.view("screen"))


def test_reasons_wait_for_the_facilitator_where_the_script_says_so():
    room = shop(step="moderate = true")
    lay(room, ANNA, 1, 2, because="Nog niet gelezen")

    assert "Nog niet gelezen" not in json.dumps(reveal(room))
    [reason] = room.live.view("console")[f"link:{id(1)}:{id(2)}"]["reasons"]
    room.lead("reason", board="werk", reason=reason["id"], show=True)
    assert "Nog niet gelezen" in json.dumps(room.live.view("screen"))


# the map and the agenda


def test_contradictions_are_the_agenda_sorted_by_people_also_one_persons_worry():
    room = shop()
    lay(room, ANNA, 1, 2, AGAINST)
    for who in (ANNA, BRAM):
        lay(room, who, 3, 4, AGAINST)
    for who in (BRAM, CHRIS):
        lay(room, who, 1, 2, STRONG)

    view = reveal(room)

    assert view["ranking"]["agenda"] == [f"link:{id(3)}:{id(4)}", f"link:{id(1)}:{id(2)}"]
    assert [view[key]["against"] for key in view["ranking"]["agenda"]] == [2, 1]
    assert view["config"]["types"][2]["asks"] == ["Hebben we daar last van?", "Welke van de twee gaat voor?"]


def test_a_crowded_map_draws_what_more_than_one_person_saw_and_counts_the_rest():
    room = shop(items=12)
    for a, b in combinations(range(1, 8), 2):
        lay(room, ANNA, a, b)
    for b in (9, 10):
        for who in (BRAM, CHRIS):
            lay(room, who, 8, b)

    ranking = reveal(room)["ranking"]

    assert sorted(ranking["lines"]) == sorted([f"link:{id(8)}:{id(9)}", f"link:{id(10)}:{id(8)}"])
    assert ranking["linked"] == 23
    assert ranking["loose"] == [id(11), id(12)]


def test_every_element_stands_in_the_map_once():
    room = shop(items=7)
    lay(room, ANNA, 1, 2)

    ranking = reveal(room)["ranking"]

    assert sorted(ranking["left"] + ranking["right"]) == [id(n) for n in range(1, 8)]
    assert (id(1) in ranking["left"]) != (id(2) in ranking["left"])


def test_the_group_says_what_is_known_and_what_is_assumed():
    room = shop()
    lay(room, ANNA, 1, 2, basis="aanname")
    lay(room, BRAM, 1, 2, basis="onderbouwd")

    verdict = room.lead("basis", board="werk", a=id(2), b=id(1), as_="onderbouwd")

    row = rows(room)[0]
    assert (row["grounds"], row["basis"]) == ({"aanname": 1, "onderbouwd": 1}, "onderbouwd")
    room.undo(verdict)
    assert rows(room)[0]["basis"] is None


def test_only_the_elements_are_offered_to_the_next_step():
    room = shop()
    lay(room, ANNA, 1, 2)

    assert [item["id"] for item in room.live.view("console")["offer:muur"]["items"]] == [id(n) for n in range(1, 5)]
    assert [row["id"] for row in room.live.result("werk").rows if row["sort"] == "link"] == [f"link:{id(1)}:{id(2)}"]
    room.lead("reveal")
    assert [item["id"] for item in room.live.view("console")["offer:muur"]["items"]] == [id(n) for n in range(1, 5)]


def test_elements_say_how_many_links_they_have_per_type():
    room = shop()
    lay(room, ANNA, 1, 2)
    lay(room, ANNA, 1, 3, AGAINST)
    lay(room, ANNA, 1, 4, "unknown")

    first = rows(room, "element")[0]

    assert (first["id"], first["links"], first["types"]) == (id(1), 2, {STRONG: 1, FITS: 0, AGAINST: 1})


# settings


@pytest.mark.parametrize(("config", "key", "said"), [
    ('types = ["helpt", "helpt"]', "types", "types"),
    ('follow_up = { "bijt elkaar" = ["Waarom?"] }', "follow_up", "types"),
    ("per_person = 5", "per_person", "mode"),
])
def test_settings_that_contradict_each_other_are_an_error(config, key, said):
    with pytest.raises(script.ScriptErrors) as wrong:
        script.load(text(config))

    assert [(error.code, error.step, error.key, error.said) for error in wrong.value.errors] == [("contradiction", "werk", key, said)]


def test_own_types_have_the_questions_the_script_gives_them():
    room = shop('types = ["helpt", "bijt"]\nfollow_up = { bijt = ["Wat nu?"] }')

    assert room.live.view("phone")["config"]["types"] == [{"id": "type-1", "name": "helpt", "asks": []}, {"id": "type-2", "name": "bijt", "asks": ["Wat nu?"]}]
    lay(room, ANNA, 1, 2, "type-2")
    assert room.refusal(CONSOLE, "stage", "adjust", step="werk", config={"types": ["helpt"], "follow_up": {}}) == "bad_setting"


# spread

PEOPLE = [Person(f"mens-{n:04d}", "participant") for n in range(100)]


def spread(people: int, items: int = 12, config: str = "") -> tuple[Workshop, Counter]:
    """Everybody looks at all their pairs at the same pace, and a phone goes on before it heard back: the hardest case. -> the room, looks per pair."""
    room = Workshop(text(f'mode = "spread"\n{config}', items))
    room.come(*PEOPLE[:people])
    room.go("werk")
    room.lead("open")
    chance, looks = Random(1), Counter()
    heard = {who.pid: room.live.own(who.pid)["pairs"] for who in PEOPLE[:people]}
    held = {pid: pairs[0] for pid, pairs in heard.items()}
    for _ in range(room.live.own("mens-0000")["share"]):
        for who in PEOPLE[:people]:
            a, b = held[who.pid]
            room.do(who, "werk", "link", a=a, b=b, type=chance.choice([STRONG, AGAINST, "none", "unknown"]))
            looks[a, b] += 1
            before, heard[who.pid] = heard[who.pid], room.live.own(who.pid)["pairs"]
            held[who.pid] = next((pair for pair in before if pair != [a, b]), heard[who.pid][0])
    return room, looks


def test_with_thirty_people_every_pair_of_twelve_is_looked_at_at_least_twice():
    room, looks = spread(30)

    assert room.live.own("mens-0000")["share"] == 7
    assert len(looks) == 66
    assert Counter(looks.values()) == Counter({3: 54, 4: 12})  # 210 looks over 66 pairs: as even as it can be
    assert room.live.view("screen")["looked"] == {"n": 66, "of": 66}
    assert room.live.view("screen")["turnout"]["done"] == 30


@pytest.mark.parametrize(("people", "items", "least", "most"), [(12, 12, 1, 3), (20, 12, 2, 3), (60, 12, 6, 7), (100, 12, 10, 13), (30, 9, 3, 5), (30, 5, 6, 14)])
def test_the_looks_are_about_even_however_many_people_come(people, items, least, most):
    _, looks = spread(people, items)
    pairs = [looks[tuple(sorted((id(a), id(b))))] for a, b in combinations(range(1, items + 1), 2)]

    assert (min(pairs), max(pairs)) == (least, most)


def test_two_people_begin_with_different_pairs_and_each_always_with_the_same():
    room, again = (Workshop(text('mode = "spread"', 12)) for _ in range(2))
    for one in (room, again):
        one.come(ANNA, BRAM)
        one.go("werk")
        one.lead("open")

    assert room.live.own("anna")["pairs"] == again.live.own("anna")["pairs"] == room.again().own("anna")["pairs"]
    assert room.live.own("anna")["pairs"] != room.live.own("bram")["pairs"]


def test_who_comes_late_gets_what_the_fewest_looked_at():
    room, looks = spread(12)
    room.come(ANNA)
    most = max(looks.values())

    assert len(room.live.own("anna")["pairs"]) == 7
    assert all(looks[tuple(at)] < most for at in room.live.own("anna")["pairs"][:3])


def test_who_looked_at_their_share_is_done_and_may_go_on():
    room = shop('mode = "spread"\nper_person = 2')
    for _ in range(2):
        a, b = room.live.own("anna")["pairs"][0]
        room.do(ANNA, "werk", "link", a=a, b=b, type="none")

    own = room.live.own("anna")

    assert (own["done"], own["share"], len(own["links"]), len(own["pairs"])) == (True, 2, 2, 1)
    room.do(ANNA, "werk", "unlink", a=a, b=b)
    assert room.live.own("anna")["done"] is False


def test_an_element_that_is_dropped_or_merged_drops_its_pairs():
    room = shop('mode = "spread"\nper_person = 6')
    for n in (2, 3):
        lay(room, ANNA, 1, n)
    assert len(room.live.own("anna")["pairs"]) == 4

    room.lead("merge", board="werk", cards=[id(2), id(3)], into="bundel-01")

    own = room.live.own("anna")
    assert own["share"] == 3
    assert sorted(map(sorted, own["pairs"])) == [["bundel-01", id(4)], [id(1), id(4)]]
    assert [(link["a"], link["b"]) for link in own["links"]] == [("bundel-01", id(1))]
    room.lead("items", board="werk", drop=[id(4)])
    assert room.live.own("anna")["pairs"] == []


def test_spread_answers_stay_hidden_too():
    left, right = (spread(8)[0] for _ in range(2))
    a, b = (link := left.live.own("mens-0003")["links"][0])["a"], link["b"]
    other = STRONG if link["type"] != STRONG else AGAINST
    left.do(PEOPLE[3], "werk", "link", a=a, b=b, type=other)
    right.do(PEOPLE[3], "werk", "link", a=a, b=b, type=link["type"])

    for audience in AUDIENCES:
        assert json.dumps(left.live.view(audience)) == json.dumps(right.live.view(audience))
    assert reveal(left) != reveal(right)


def test_the_phone_of_a_full_board_with_a_thousand_people_stays_under_16_kb():
    state = relations.start(relations.Config())
    room = at_work("relations")
    cards = room.live.cards
    for n in range(12):
        cards.apply({"seq": 100 + n, "by": "console", "do": "add", "board": "bron", "card": f"zo-lang-als-kaart-{n:03d}", "text": "é" * 120, "place": {"level": "base"}})
    ids = [one for one in cards.all if one.startswith("zo-lang")]
    relations.apply(state, {"do": "items", "items": ids})
    chance = Random(1)
    for n in range(1000):
        for _ in range(6):
            a, b = chance.sample(ids, 2)
            relations.apply(state, {"do": "link", "by": f"mens-{n}", "seq": n, "a": a, "b": b, "type": chance.choice([STRONG, FITS, AGAINST]), "because": "é" * 160, "basis": "aanname"})

    view = relations.view(state, cards, "phone", True)

    assert len(json.dumps(view, ensure_ascii=False).encode()) <= 16_000


def test_more_than_twelve_elements_is_too_many_to_relate():
    with pytest.raises(script.ScriptErrors) as wrong:
        script.load(text(items=13))

    assert [(error.code, error.key, error.said) for error in wrong.value.errors] == [("too_many", "items", "12")]


# in print


def told(room: Workshop) -> dict[str, str]:
    """The report in every form there is."""
    sections = report.sections(room.live)
    return {"html": report.html(sections), "csv": report.csv(sections), "json": report.json(sections)}


def test_the_report_says_what_we_talk_about_with_the_questions_and_what_is_known():
    room = shop()
    for who in (ANNA, BRAM):
        lay(room, who, 1, 2, AGAINST, because="Allebei kosten ze tijd", basis="aanname")
        lay(room, who, 1, 3, STRONG)
    room.lead("reveal")
    room.lead("basis", board="werk", a=id(1), b=id(2), as_="onderbouwd")
    [section] = report.sections(room.live).sections

    assert kinds.outcome(section) == [
        "Hier praten we over: “Element 1” en “Element 2” (2). Hebben we daar last van? Welke van de twee gaat voor?",
        "“Element 1” en “Element 3” versterken elkaar: 2 mensen.", "Nog los staat “Element 4”."]
    assert kinds.figures(section).rows[0] == ["Element 1", "2 verbanden: versterken elkaar 1, spreken elkaar tegen 1", None, None]
    assert kinds.figures(section).rows[-2:] == [
        ["Element 1 en Element 2", "spreken elkaar tegen 2", "onderbouwd", "Allebei kosten ze tijd"], ["Element 1 en Element 3", "versterken elkaar 2", None, None]]
    assert [type(one) for one in json.loads(told(room)["json"])["steps"][0]["result"]["rows"]] == [dict] * 6
    assert "link:s1-1:s1-2;Element 1 / Element 2;;people:type-3;2" in told(room)["csv"]


def test_the_picture_says_its_lines_in_words_and_needs_nothing_from_elsewhere():
    room = shop(items=12)
    for a, b in combinations(range(1, 13), 2):
        lay(room, ANNA, a, b, (STRONG, FITS, AGAINST)[(a + b) % 3])
    for b in (2, 3, 4):
        lay(room, BRAM, 1, b, STRONG)
    room.lead("edit", board="werk", card=id(1), text='"><script>alert(1)</script>' + "é" * 200)
    room.lead("reveal")

    svg, alt = kinds.draw(report.sections(room.live).sections[0])

    tree = ElementTree.fromstring(svg)
    assert alt.count("“Element 2” versterken elkaar: 2 mensen.") == 1
    assert "<script" not in svg
    assert [node for node in tree.iter() if "style" in node.attrib] == []
    for node in tree.iter("{http://www.w3.org/2000/svg}text"):
        size, words = float(node.get("font-size", 37)), "".join(node.itertext())
        start = float(node.attrib["x"]) - {"middle": 0.5, "end": 1}.get(node.get("text-anchor"), 0) * ink.wide(words, size)
        assert (start >= -1, start + ink.wide(words, size) <= ink.WIDTH + 1) == (True, True), words


def test_what_is_not_shown_is_not_in_the_report():
    room = shop()
    room.lead("edit", board="werk", card=id(2), text="Geheim element")
    entry = lay(room, ANNA, 1, 3, because="Een geheim verhaal")
    lay(room, ANNA, 1, 2, AGAINST, because="Geheim")
    assert all("eheim" not in form for form in told(room).values())
    room.lead("reveal")
    assert all("Geheim element" in form and "Een geheim verhaal" in form for form in told(room).values())  # it was there to leak

    room.lead("hide", board="werk", card=id(2))
    room.lead("reason", board="werk", reason=entry["seq"], show=False)

    assert all("eheim" not in form for form in told(room).values())
