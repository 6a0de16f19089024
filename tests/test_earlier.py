"""A session that goes on from an earlier one: what comes along, what is refused, and what the facilitator may write on the carry sheet."""

import json
from pathlib import Path

import pytest
from chain import FIRST, SECOND, first, found, second
from workshop import ANNA, Workshop

from facilitator import report
from sessions import earlier, script
from sessions.live import LiveSession
from sessions.people import CONSOLE

REPORTS = sorted(Path(__file__).parent.glob("golden/reports/*.json"))
PLAN = script.load(SECOND)


def unfit(work) -> tuple[str, dict]:
    with pytest.raises(earlier.Unfit) as caught:
        work()
    return caught.value.reason, caught.value.where


def test_the_goals_for_this_year_are_ticked_with_the_reason_and_the_session_they_come_from():
    offer = second().live.telling.offer(second().live.stages.steps["plan"])

    assert offer["session"] == {"title": "Visie en doelen", "date": "2027-01-15", "step": "Nu of later?"}
    assert [(item["text"], item["picked"], item["why"]) for item in offer["items"]] == [
        ("Meer rust in de gang", True, {"chose": 3, "people": 3, "in": "Dit schooljaar"}),
        ("Leerlingen praten mee", True, {"chose": 2, "people": 3, "in": "Dit schooljaar"}),
        ("Taal in elke les", False, {"chose": 0, "people": 3, "in": "Dit schooljaar"}),
    ]


def test_an_earlier_row_becomes_a_card_that_can_be_edited_and_merged_like_any_other():
    shop = second()
    shop.go("plan", ["e2-1", "e2-2"])

    shop.lead("edit", "plan", card="e2-1", text="Rust in de gang")
    shop.lead("merge", "plan", cards=["e2-1", "e2-2"], into="samen-001")
    shop.do(ANNA, "plan", "cell", card="samen-001", column="c2", text="Wim")

    (row,) = shop.live.result("plan").shown()
    assert (row["text"], row["cells"]) == ("Rust in de gang", {"c2": "Wim"})
    assert shop.again().result("plan") == shop.live.result("plan")


def test_a_card_of_an_earlier_wall_keeps_its_field_and_the_sheet_its_name():
    carried = SECOND.replace('step = "keuze", rule = "field(Dit schooljaar)"', 'step = "doelen", rule = "field(f2)"')
    shop = Workshop(carried, [found(first())])
    shop.go("plan", ["e1-2"])

    assert shop.live.view("console")["about"]["places"] == [{"id": "f1", "name": "Versterken"}, {"id": "f2", "name": "Nieuw"}]
    assert shop.live.view("console")["e1-2"]["field"] == "f2"


def test_without_an_earlier_session_the_sheet_is_empty_and_says_so():
    offer = Workshop(SECOND).live.telling.offer(Workshop(SECOND).live.stages.steps["plan"])

    assert (offer["ready"], offer["why"], offer["session"], offer["script"], offer["items"]) == (False, "no_session", None, "eerst", [])


def test_the_facilitator_writes_on_the_sheet_and_takes_it_back():
    shop = Workshop(SECOND)
    shop.go("ideeen")

    def offer() -> list[dict]:
        return shop.live.view("console")["offer:plan"]["items"]

    entry = shop.lead("bring", "plan", card="getypt-1", text="Een vaste dagstart")
    assert [(item["text"], item["picked"], item["why"]) for item in offer()] == [("Een vaste dagstart", True, {"typed": True})]

    back = shop.undo(entry)
    assert offer() == []

    shop.undo(back)
    shop.go("plan", ["getypt-1"])
    assert [row["text"] for row in shop.live.result("plan").shown()] == ["Een vaste dagstart"]
    assert shop.again().view("console") == shop.live.view("console")


def test_what_was_written_on_a_sheet_is_told_as_added_beside_the_rule():
    shop = second()
    shop.lead("bring", "plan", card="getypt-1", text="Een vaste dagstart")

    shop.go("plan", ["getypt-1", "e2-1"])

    section = next(section for section in report.sections(shop.live).sections if section.step == "plan")
    assert (section.added, section.left) == (["Een vaste dagstart"], ["Leerlingen praten mee"])


def test_the_report_says_which_sessions_it_went_on_from():
    told = report.sections(second().live)

    assert report.plain(told)["earlier"] == [{"script": "eerst", "title": "Visie en doelen", "date": "2027-01-15"}]
    assert "Deze sessie ging verder op “Visie en doelen” van 15 januari 2027." in report.html(told)


def test_every_carry_sheet_can_be_written_on_before_its_source_was_there():
    shop = Workshop(FIRST)
    shop.go("doelen")
    shop.lead("bring", "keuze", card="getypt-1", text="Een vaste dagstart")

    offer = shop.live.telling.offer(shop.live.stages.steps["keuze"])

    assert [item["id"] for item in offer["items"]] == ["getypt-1"]
    assert "getypt-1" not in shop.live.view("console")
    shop.go("keuze", ["getypt-1"])


@pytest.mark.parametrize(("step", "text", "reason"), [("ideeen", "Iets", "unknown_op"), ("plan", " ", "empty"), ("plan", "x" * 281, "too_long")])
def test_a_card_that_cannot_be_brought_is_refused(step, text, reason):
    assert Workshop(SECOND).refusal(CONSOLE, step, "bring", card="getypt-1", text=text) == reason


def test_only_the_facilitator_writes_on_the_sheet():
    shop = second()
    shop.go("plan", ["e2-1"])

    assert shop.refusal(ANNA, "plan", "bring", card="getypt-1", text="Iets") == "not_allowed"


def test_what_an_earlier_session_found_stands_beside_a_step():
    shop = second()
    shop.go("ideeen")

    for audience in ("phone", "screen", "console"):
        beside = shop.live.view(audience)["beside"]
        assert (beside["title"], beside["date"], beside["session"], beside["kind"]) == ("Mogelijke doelen", "2027-01-15", "Visie en doelen", "wall")
        assert [beside["parts"][id]["text"] for id in beside["parts"]["ranking"]["ids"]] == ["Meer rust in de gang", "Leerlingen praten mee", "Taal in elke les"]


def test_of_several_earlier_sessions_the_first_that_there_is_stands_beside_a_step():
    either = SECOND.replace('beside = { session = "eerst", step = "doelen" }', 'beside = [{ session = "nooit", step = "doelen" }, { session = "eerst", step = "keuze" }, { session = "eerst", step = "doelen" }]')
    shop = Workshop(either, [found(first())])
    shop.go("ideeen")

    assert earlier.sources(script.load(either)).keys() == {"eerst", "nooit", "daarna"}
    assert shop.live.view("screen")["beside"]["step"] == "Nu of later?"


def test_a_phone_gets_the_first_of_a_long_list_beside_its_work_and_hears_how_many_more():
    shop = Workshop(FIRST)
    shop.go("doelen")
    for n in range(300):
        shop.card(CONSOLE, f"doel-{n:03d}", f"Doel {n} met een tekst die even lang is als een echte", "doelen", field="f1")
    shop.go("keuze", ["doel-000"])
    shop.lead("reveal")
    shop = Workshop(SECOND, [found(shop)])
    shop.go("ideeen")

    phone, screen = shop.live.view("phone"), shop.live.view("screen")

    assert (len(phone["beside"]["parts"]["ranking"]["ids"]), phone["beside"]["more"], len(screen["beside"]["parts"]["ranking"]["ids"])) == (5, 295, 300)
    assert len(json.dumps(phone)) < 16_000


def test_what_the_room_was_not_shown_never_comes_along():
    shop = first(shown=False)
    shop.lead("hide", "doelen", card="doel-taal")

    told = found(shop)

    assert told["steps"][1]["result"] is None
    assert "Taal in elke les" not in json.dumps(told)


def test_a_report_of_the_wrong_kind_is_refused_with_the_place():
    right, hidden = found(first()), found(first(shown=False))
    other = {**right, "script": "iets-anders", "title": "Iets anders"}

    assert unfit(lambda: earlier.check(PLAN, [hidden])) == ("not_shown", {"title": "Visie en doelen", "step": "Nu of later?"})
    assert unfit(lambda: earlier.check(PLAN, [other])) == ("other_script", {"title": "Iets anders"})
    assert unfit(lambda: earlier.check(PLAN, [right, right])) == ("script_twice", {"title": "Visie en doelen"})
    assert unfit(lambda: earlier.check(PLAN, [{**right, "steps": right["steps"][:1]}])) == ("not_shown", {"title": "Visie en doelen", "step": "keuze"})
    assert unfit(lambda: earlier.check(PLAN, [{**right, "script": "daarna", "steps": []}])) == ("nothing_shown", {"title": "Visie en doelen"})
    earlier.check(PLAN, [right])


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda told: told["steps"][1]["result"]["rows"][2].pop("text"), {"step": 2, "row": 3, "key": "text"}),
        (lambda told: told["steps"][0]["result"]["rows"][0].update(text="Rust\x00"), {"step": 1, "row": 1, "key": "text"}),
        (lambda told: told["steps"][1]["result"]["rows"][0].update(counts={"b1": -1}), {"step": 2, "row": 1, "key": "counts"}),
        (lambda told: told["steps"][1].update(result={"rows": "veel", "facts": {}}), {"step": 2, "key": "rows"}),
        (lambda told: told.update(date="gisteren"), {"key": "date"}),
        (lambda told: told.update(steps=[5]), {"step": 1}),
        (lambda told: told.update(steps={}), {"key": "steps"}),
    ],
)
def test_damage_is_named_by_its_place(change, where):
    told = report.plain(report.sections(first().live))

    change(told)

    assert unfit(lambda: earlier.read(told)) == ("damaged_report", where)


def test_a_text_that_fits_no_card_is_damage_where_cards_are_carried():
    told = found(first())
    told["steps"][1]["result"]["rows"][1]["text"] = "x" * 281

    assert unfit(lambda: earlier.check(PLAN, [told])) == ("damaged_report", {"step": 2, "row": 2, "key": "text"})


@pytest.mark.parametrize(("raw", "reason"), [([], "no_report"), ("tekst", "no_report"), ({"title": "x"}, "no_report"), ({"format": 2, "script": "x", "steps": []}, "other_format")])
def test_what_is_no_report_is_refused(raw, reason):
    assert unfit(lambda: earlier.read(raw))[0] == reason


def test_what_a_later_version_writes_besides_is_left_out():
    told = {**report.plain(report.sections(first().live)), "later": {"deep": [[[]]]}}

    assert earlier.read(told) == found(first())


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_report_of_years_ago_can_be_gone_on_from(path):
    """As it was written, byte for byte: what these files hold may never be changed to make this pass."""
    told = earlier.read(json.loads(path.read_text()))

    shop = Workshop(SECOND, [told])
    shop.go("plan", ["e2-1", "e2-2"])

    assert [row["text"] for row in shop.live.result("plan").shown()] == ["Meer rust in de gang", "Leerlingen praten mee"]
    assert LiveSession.fold(json.loads(json.dumps(shop.log))).view("screen") == shop.live.view("screen")
