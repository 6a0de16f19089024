"""Flags on the pages: a case on phone and screen, silent rounds, the flag of the group from the console."""

import json
import re

import pytest
from finding import button, heading
from guests import op
from looks import lost_focus, on_projectors, sideways, small_targets
from playwright.sync_api import Page, expect

THEMES = ("light", "dark", "contrast")
KNUFFEL = "Een kind uit groep 5 blijft knuffelen, ook als de ander nee zegt. Na één opmerking stopt het."
KUS = "Op het plein moet je een kus geven om mee te mogen spelen."
SCRIPT = f"""
id = "vlaggen"
title = "Eén lijn"
summary = "Oefenen met criteria en vlaggen."
setting = "studiedag"

[[steps]]
id = "drie"
kind = "flags"
title = "Twee situaties"
prompt = "Loop de zes vragen langs. Welke vlag past bij dit gedrag?"
minutes = 30
anonymous = false

[steps.config]
cases = ["{KNUFFEL}", "{KUS}"]
responses = ["Niet reageren of positief", "Waarschuwen of begrenzen", "Verbieden", "Straffen of ingrijpen"]
question = "Welk gedrag willen we wél leren?"
show_response = true
"""


@pytest.fixture
def session(server):
    return server.open_own(SCRIPT, group="De Linde")


@pytest.fixture
def people(server, guests, session):
    """Phones that judge what is on: `people.say(["green", "red"], equality=["ok", "not_ok"])`."""
    return People(lambda: guests.phone(server, session))


class People:
    def __init__(self, come):
        self._come, self._phones = come, []

    def say(self, flags: list[str], **criteria: list[str]) -> None:
        while len(self._phones) < len(flags):
            self._phones.append(self._come())
        for n, (phone, flag) in enumerate(zip(self._phones, flags, strict=False)):
            phone.until(lambda it: it.stage["now"]["state"] == "open")
            turn = phone.parts["case"]["turn"]
            judged = [op("drie", "judge", turn=turn, criterion=id, value=values[n % len(values)]) for id, values in criteria.items()]
            phone.ops(*judged, op("drie", "flag", turn=turn, flag=flag), op("drie", "respond", turn=turn, response="r2"))


def begin(facilitator) -> None:
    facilitator.go("drie")
    facilitator.do("stage", "open")


def turn(facilitator, case: int, round: int) -> None:
    facilitator.do("drie", "case", case=case, round=round)
    facilitator.do("stage", "open")


def question(page: Page, asks: str):
    return page.get_by_role("radiogroup", name=asks)


def test_somebody_weighs_a_case_and_may_change_or_leave_things_open(pages, session, facilitator):
    begin(facilitator)
    anna = pages.phone(session)
    expect(anna.get_by_text(KNUFFEL)).to_be_visible()
    expect(anna.get_by_text("Schrijf niets op dat over een echt kind gaat.")).to_be_visible()

    question(anna, "Hebben allebei duidelijk ja gezegd?").get_by_role("radio", name="Niet in orde").click()
    question(anna, "Is er geen dwang of verleiding?").get_by_role("radio", name="Weet ik niet").click()
    question(anna, "Hebben allebei duidelijk ja gezegd?").get_by_role("radio", name="Niet in orde").click()  # taken back
    anna.get_by_role("radio", name="Rode vlag").click()
    anna.get_by_role("radio", name="Gele vlag").click()
    expect(anna.get_by_text("Je koos een vlag.")).to_be_visible()
    anna.get_by_role("radio", name="Waarschuwen of begrenzen").click()
    expect(anna.get_by_text("Je bent klaar. Wisselen mag nog.")).to_be_visible()
    facilitator.until(lambda it: it.parts["turnout"]["done"] == 1)
    anna.reload()

    expect(anna.get_by_role("radio", name="Gele vlag")).to_have_attribute("aria-checked", "true")
    expect(anna.get_by_role("radio", name="Weet ik niet", checked=True)).to_have_count(1)
    expect(anna.get_by_role("radio", name="Niet in orde", checked=True)).to_have_count(0)


def test_what_was_chosen_stays_when_the_connection_is_gone(pages, session, facilitator):
    begin(facilitator)
    anna = pages.phone(session)
    expect(anna.get_by_text(KNUFFEL)).to_be_visible()
    anna.context.set_offline(True)

    anna.get_by_role("radio", name="Gele vlag").click()
    expect(anna.locator("[data-pending]").get_by_role("radio", name="Gele vlag")).to_have_attribute("aria-checked", "true")
    anna.context.set_offline(False)

    expect(anna.locator("[data-pending]")).to_have_count(0, timeout=15_000)
    facilitator.do("stage", "reveal")
    facilitator.until(lambda it: "round:1" in it.parts)
    assert facilitator.parts["round:1"]["flags"]["yellow"] == 1


def test_the_screen_goes_from_the_case_to_the_flags_to_the_questions_and_on(pages, session, facilitator, people):
    screen, console = pages.screen(session), pages.console(session)
    facilitator.go("drie")
    expect(screen.get_by_text(KNUFFEL)).to_be_visible()
    expect(screen.get_by_text("Deze situatie is verzonnen.")).to_be_visible()
    expect(button(console, "Open deze ronde")).to_be_visible()
    console.keyboard.press("o")
    expect(screen.get_by_text("Kies in stilte, voor jezelf.")).to_be_visible()
    people.say(["green", "yellow", "yellow", "red"], equality=["ok", "not_ok", "dont_know", "ok"], consent=["ok"])
    expect(screen.get_by_text("4 van 4 zijn klaar").first).to_be_visible()
    console.keyboard.press("c")
    console.keyboard.press("r")

    expect(screen.get_by_role("row", name="Gele vlag 2")).to_be_visible()
    expect(screen.get_by_text("We kozen 3 verschillende vlaggen.")).to_be_visible()
    console.keyboard.press("]")
    expect(screen.locator(".criteria [role=rowheader]").first).to_have_text("Gelijkwaardigheid")
    expect(screen.get_by_text("Zijn ze ongeveer even sterk")).to_be_visible()
    console.keyboard.press("v")
    expect(screen.get_by_text("ronde 2 van 2")).to_be_visible()
    expect(screen.locator(".dot-rows, .criteria")).to_have_count(0)
    console.keyboard.press("o")
    people.say(["yellow"] * 4)
    console.keyboard.press("r")
    expect(screen.get_by_role("row", name="Gele vlag ronde 1 2 ronde 2 4")).to_be_visible()
    expect(screen.get_by_text("Eerst 3 verschillende vlaggen, nu 1.")).to_be_visible()
    expect(button(console, "Situatie 2")).to_be_visible()


def test_while_a_round_is_judged_no_page_has_heard_of_a_tally(pages, session, facilitator, people):
    said: list[str] = []
    console = pages.console(session)
    console.on("websocket", lambda line: line.on("framereceived", lambda frame: said.append(str(frame))))
    console.reload()
    begin(facilitator)
    people.say(["black", "black"], consent=["not_ok"])
    facilitator.do("stage", "reveal")
    expect(console.get_by_text("Open: 2 mensen deden mee.")).to_be_visible()
    assert any('"black":2' in frame for frame in said)  # it was there to be heard

    turn(facilitator, 1, 2)
    expect(button(console, "Sluit deze ronde")).to_be_visible()
    said.clear()
    people.say(["red", "green"], consent=["ok"])
    expect(console.get_by_text("van 2 klaar")).to_have_count(1)
    facilitator.do("stage", "note", note="note-0001", step="drie", text="Gezien", **{"as": "decision"})
    expect(console.get_by_text("Gezien").first).to_be_visible()

    assert [frame for frame in said if re.search(r'"(green|yellow|red|black|ok|not_ok|dont_know)":\d', frame)] == []
    phone = pages.phone(session)
    expect(phone.get_by_text("Situatie 1 van 2, ronde 2")).to_be_visible()
    assert "black" not in json.dumps(phone.evaluate("Object.values(localStorage)"))


def test_the_facilitator_types_the_flag_of_the_group_and_shows_a_wish(pages, session, facilitator, people):
    begin(facilitator)
    people.say(["green", "yellow"])
    console, screen, anna = pages.console(session), pages.screen(session), pages.phone(session)
    anna.get_by_label("Welk gedrag willen we wél leren?").fill("Stoppen als de ander nee zegt")
    button(anna, "Stuur in").click()
    expect(anna.get_by_text("De begeleider kijkt of het op het scherm komt.")).to_be_visible()
    console.locator("nav").get_by_role("button", name="Bord").click()
    expect(console.get_by_text("Je leest ze zodra je de uitslag toont.")).to_be_visible()
    button(console, "Gele vlag: één meer").click()
    facilitator.do("stage", "reveal")
    button(console, "Toon Stoppen als de ander nee zegt").click()
    expect(button(console, "Verberg Stoppen als de ander nee zegt")).to_be_visible()

    console.get_by_role("radio", name="Gele vlag").check()
    console.get_by_label("Want …").fill("Het stopt na één opmerking.")
    console.keyboard.press("Enter")

    expect(button(console, "Haal hem weg")).to_be_visible()
    expect(screen.get_by_role("row", name="Gele vlag 2")).to_be_visible()  # one of them on paper
    facilitator.do("stage", "screen", show="board", page=4)
    expect(screen.get_by_text("Stoppen als de ander nee zegt")).to_be_visible()
    facilitator.do("stage", "screen", show="board", page=5)
    expect(screen.get_by_role("heading", name="Gele vlag")).to_be_visible()
    expect(screen.get_by_text("Het stopt na één opmerking.")).to_be_visible()
    expect(screen.get_by_text("Daarbij hoort: waarschuwen of begrenzen.")).to_be_visible()
    expect(anna.get_by_text("Dit kozen we samen")).to_be_visible()


def test_more_wishes_than_fit_go_by_page(pages, session, facilitator, server, guests):
    begin(facilitator)
    for n in range(12):
        phone = guests.phone(server, session)
        phone.do("drie", "wish", turn="c1r1", text=f"{n} " + "Eerst vragen of de ander het ook wil, en stoppen als het nee is. " * 2)
    screen = pages.screen(session)
    facilitator.do("stage", "reveal")
    facilitator.until(lambda it: len(it.parts.get("wishes", [])) == 12)
    for wish in facilitator.parts["wishes"]:
        facilitator.do("drie", "quote", wish=wish["id"])
    facilitator.do("stage", "screen", show="board", page=4)

    seen: set[str] = set()
    expect(screen.get_by_text("Blad 4 van")).to_be_visible()
    expect(screen.locator(".wanted-all li").first).to_be_visible()
    of = int(screen.get_by_text("Blad 4 van").inner_text().split()[-1])
    for page in range(4, of + 1):
        facilitator.do("stage", "screen", show="board", page=page)
        expect(screen.get_by_text(f"Blad {page} van {of}")).to_be_visible()
        seen |= {text.split()[0] for text in screen.locator(".wanted-all li").all_inner_texts()}
    assert of > 4
    assert seen == {str(n) for n in range(12)}


def test_by_keyboard_alone(pages, session, facilitator):
    begin(facilitator)
    anna = pages.phone(session, touch=False)
    heading(anna, "Twee situaties")
    question(anna, "Hebben allebei duidelijk ja gezegd?").get_by_role("radio").first.focus()

    anna.keyboard.press("ArrowRight")
    expect(question(anna, "Hebben allebei duidelijk ja gezegd?").get_by_role("radio", name="Niet in orde")).to_have_attribute("aria-checked", "true")
    for _ in range(6):
        anna.keyboard.press("Tab")
        assert lost_focus(anna) == []
    anna.keyboard.press("ArrowDown")
    expect(anna.get_by_role("radio", name="Gele vlag")).to_have_attribute("aria-checked", "true")
    expect(anna.get_by_role("radio", name="Gele vlag")).to_be_focused()
    facilitator.do("stage", "note", note="note-0001", step="drie", text="Een view", **{"as": "decision"})
    expect(anna.get_by_role("radio", name="Gele vlag")).to_be_focused()


def test_typing_goes_on_while_others_judge(pages, session, facilitator, people):
    begin(facilitator)
    anna = pages.phone(session)
    field = anna.get_by_label("Welk gedrag willen we wél leren?")
    field.focus()

    for n, letter in enumerate("Eerst vragen"):
        if n % 4 == 0:
            facilitator.do("stage", "adjust", step="drie", prompt=f"Vraag {n}?")
        anna.keyboard.type(letter)

    expect(anna.get_by_text("Vraag 8?")).to_be_visible()
    expect(field).to_have_value("Eerst vragen")
    expect(field).to_be_focused()
    anna.reload()
    expect(field).to_have_value("Eerst vragen")


def test_an_answer_for_a_case_that_is_over_says_so_and_does_not_count(pages, session, facilitator):
    begin(facilitator)
    anna = pages.phone(session)
    expect(anna.get_by_text(KNUFFEL)).to_be_visible()
    anna.context.set_offline(True)
    anna.get_by_role("radio", name="Zwarte vlag").click()
    turn(facilitator, 2, 1)
    anna.context.set_offline(False)

    expect(anna.get_by_text(KUS)).to_be_visible(timeout=15_000)
    expect(anna.get_by_text("De groep is nu bij een andere situatie of ronde.")).to_be_visible(timeout=15_000)
    expect(anna.get_by_role("radio", name="Zwarte vlag")).to_have_attribute("aria-checked", "false")


def test_on_a_narrow_phone_nothing_is_too_small_or_out_of_sight(pages, session, facilitator, axe):
    begin(facilitator)
    anna = pages.phone(session, width=320, height=640)
    anna.get_by_role("radio", name="Zwarte vlag").click()

    for theme in THEMES:
        anna.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        assert axe(anna) == []
    assert sideways(anna) == 0
    assert small_targets(anna) == []
    facilitator.do("stage", "reveal")
    expect(anna.get_by_text("Zo kozen we")).to_be_visible()
    assert axe(anna) == []
    assert sideways(anna) == 0


def test_every_page_of_the_screen_is_whole_on_every_projector(pages, session, facilitator, people, axe):
    screen = pages.screen(session, reduced_motion="reduce")
    facilitator.go("drie")
    expect(screen.get_by_text(KNUFFEL)).to_be_visible()
    assert on_projectors(screen) == {}
    facilitator.do("stage", "open")
    people.say(["green", "yellow", "yellow", "red", "black"], equality=["ok", "not_ok", "dont_know"])
    facilitator.do("stage", "reveal")
    turn(facilitator, 1, 2)
    people.say(["yellow"] * 5, equality=["ok", "not_ok"])
    facilitator.do("drie", "decide", case=1, flag="yellow", text="Het stopt na één opmerking. " * 12)
    facilitator.do("stage", "reveal")

    for page in (1, 2, 3, 4):
        facilitator.do("stage", "screen", show="board", page=page)
        expect(screen.get_by_text(f"Blad {page} van 4")).to_be_visible()
        assert on_projectors(screen) == {}, page
        for theme in THEMES:
            screen.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
            assert axe(screen) == []


def test_the_board_of_the_console_is_for_everybody(pages, session, facilitator, axe):
    begin(facilitator)
    console = pages.console(session)
    console.locator("nav").get_by_role("button", name="Bord").click()
    expect(console.get_by_text(KUS)).to_be_visible()

    assert axe(console) == []
    assert sideways(console) == 0
