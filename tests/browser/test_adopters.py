"""Adopters on the pages: placing imaginary colleagues on a phone, one bar on the screen, nothing about anybody anywhere."""

import pytest
from finding import button, heading
from guests import op
from looks import lost_focus, on_projectors, sideways, small_targets
from playwright.sync_api import Page, expect

THEMES = ("light", "dark", "contrast")
IDS = ("innovators", "trendsetters", "willing", "conservative", "laggards")
SCRIPT = """
id = "draagvlak"
title = "Draagvlak"
summary = "Hoe is ons team verdeeld?"
setting = "kernteam"

[[steps]]
id = "team"
kind = "adopters"
title = "Hoe is ons team verdeeld?"
prompt = "Stel dat ons team tien mensen telt. Hoeveel horen er bij elke groep? Denk niet aan namen."
minutes = 12
anonymous = false

[steps.config]
units = 10
groups = ["Vernieuwers", "Trendsetters", "Welwillende meedenkers", "Behoudenden", "Achterblijvers"]
"""


@pytest.fixture
def session(server):
    return server.open_own(SCRIPT, group="De Linde")


@pytest.fixture
def answer(server, guests, session):
    """`answer([1, 2, 4, 2, 1])`: somebody else sends this in."""
    def send(*spreads):
        for numbers in spreads:
            guests.phone(server, session).do("team", "spread", groups=dict(zip(IDS, numbers, strict=True)))
    return send


def begin(facilitator) -> None:
    facilitator.go("team")
    facilitator.do("stage", "open")


def field(page: Page, name: str):
    return page.get_by_label(f"Hoeveel {name}")


def more(page: Page, name: str, times: int) -> None:
    for _ in range(times):
        button(page, f"Eén meer: {name}").click()


def test_somebody_places_ten_colleagues_and_may_move_them(pages, session, facilitator):
    begin(facilitator)
    anna = pages.phone(session)
    expect(anna.get_by_text("10 denkbeeldige collega’s nog te plaatsen")).to_be_visible()
    assert [field(anna, name).input_value() for name in ("Vernieuwers", "Trendsetters", "Welwillende meedenkers", "Behoudenden", "Achterblijvers")] == ["0"] * 5

    more(anna, "Vernieuwers", 2)
    field(anna, "Trendsetters").fill("99")  # no more than there are left
    expect(field(anna, "Trendsetters")).to_have_value("8")
    button(anna, "Eén minder: Trendsetters").click()
    button(anna, "Stuur in").click(force=True)  # it may be pressed, and then says why not
    expect(anna.get_by_text("Verdeel eerst alle collega’s.")).to_be_visible()
    more(anna, "Achterblijvers", 1)
    button(anna, "Stuur in").click()

    expect(anna.get_by_text("Ingestuurd. Je mag nog schuiven.")).to_be_visible()
    facilitator.until(lambda it: it.parts["turnout"]["done"] == 1)
    button(anna, "Eén minder: Achterblijvers").click()
    expect(anna.get_by_text("Nog 1 te plaatsen.")).to_be_visible()
    anna.reload()
    expect(field(anna, "Trendsetters")).to_have_value("7")
    expect(field(anna, "Achterblijvers")).to_have_value("0")  # what was half done is kept


def test_the_screen_shows_one_bar_and_a_phone_keeps_only_its_own(pages, session, facilitator, answer):
    screen, anna = pages.screen(session), pages.phone(session)
    facilitator.go("team")
    expect(screen.get_by_text("Doen mee als de meesten meedoen.")).to_be_visible()
    facilitator.do("stage", "open")
    answer([1, 2, 4, 2, 1], [0, 3, 5, 2, 0], [1, 1, 6, 1, 1], [2, 2, 2, 2, 2], [1, 2, 3, 3, 1])
    expect(screen.get_by_text("5 van 6 zijn klaar")).to_be_attached()
    facilitator.do("stage", "reveal")

    expect(screen.get_by_text("Dit is een indruk, geen telling van mensen.")).to_be_visible()
    expect(screen.locator(".mean")).to_have_text(["1", "2", "4", "2", "1"])
    expect(screen.locator(".group-bar .placed")).to_have_count(10)
    expect(screen.get_by_text("5 van 6 mensen verdeelden elk 10")).to_be_visible()
    expect(anna.get_by_text("De uitslag staat op het grote scherm.")).to_be_visible()
    expect(anna.get_by_text("Je hebt niets ingestuurd.")).to_be_visible()
    assert "%" not in screen.locator("#app").inner_text()


def test_after_the_talk_the_screen_is_wiped(pages, session, facilitator, answer):
    begin(facilitator)
    answer(*[[1, 2, 4, 2, 1]] * 5)
    screen, console = pages.screen(session), pages.console(session)
    expect(button(console, "Sluit het verdelen")).to_be_visible()
    console.keyboard.press("r")
    expect(screen.locator(".mean")).to_have_count(5)

    console.keyboard.press("b")

    expect(screen.get_by_role("main", name="Leeg scherm")).to_be_visible()
    expect(screen.locator(".mean")).to_have_count(0)


def test_under_five_answers_there_is_only_an_honest_sentence(pages, session, facilitator, answer):
    begin(facilitator)
    answer(*[[1, 2, 4, 2, 1]] * 4)
    screen, console = pages.screen(session), pages.console(session)
    facilitator.do("stage", "reveal")

    expect(screen.get_by_text("Er zijn nog te weinig antwoorden.")).to_be_visible()
    expect(screen.locator(".mean, .group-bar")).to_have_count(0)
    button(console, "Bekijk het bord").click()
    expect(console.get_by_text("onder de 5 tonen we niets")).to_be_visible()


def test_the_console_has_a_board_without_cards(pages, session, facilitator, answer):
    begin(facilitator)
    console = pages.console(session)
    button(console, "Bord", exact=True).first.click()
    expect(console.get_by_text("De uitslag is nog dicht, ook hier.")).to_be_visible()
    answer(*[[1, 2, 4, 2, 1]] * 5)
    facilitator.do("stage", "reveal")

    expect(console.get_by_role("row", name="Welwillende meedenkers 4 4")).to_be_visible()
    expect(console.get_by_text("Kaart toevoegen")).to_have_count(0)


def test_by_keyboard_alone(pages, session, facilitator):
    begin(facilitator)
    anna = pages.phone(session, touch=False)
    field(anna, "Vernieuwers").focus()

    anna.keyboard.type("3")
    for _ in range(3):
        anna.keyboard.press("Tab")
    anna.keyboard.type("7")
    assert lost_focus(anna) == []
    while "Stuur in" not in anna.evaluate("document.activeElement.textContent"):
        anna.keyboard.press("Tab")
    anna.keyboard.press("Enter")

    expect(anna.get_by_text("Ingestuurd. Je mag nog schuiven.")).to_be_visible()


def test_typing_goes_on_while_views_come_in(pages, session, facilitator):
    begin(facilitator)
    anna = pages.phone(session)
    field(anna, "Trendsetters").fill("4")
    field(anna, "Welwillende meedenkers").focus()

    facilitator.do("stage", "adjust", step="team", config={"groups": ["Voorlopers", "Trendsetters", "Welwillende meedenkers", "Behoudenden", "Achterblijvers"]})
    expect(field(anna, "Voorlopers")).to_be_visible()
    anna.keyboard.type("6")

    expect(field(anna, "Welwillende meedenkers")).to_have_value("6")
    expect(field(anna, "Welwillende meedenkers")).to_be_focused()
    expect(field(anna, "Trendsetters")).to_have_value("4")


def test_on_a_narrow_phone_nothing_is_too_small_or_out_of_sight(pages, session, facilitator, axe):
    begin(facilitator)
    anna = pages.phone(session, width=320, height=640)
    heading(anna, "Hoe is ons team verdeeld?")
    field(anna, "Behoudenden").fill("4")

    for theme in THEMES:
        anna.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        assert axe(anna) == []
    assert sideways(anna) == 0
    assert small_targets(anna) == []


def test_the_bar_is_whole_on_every_projector(pages, session, facilitator, answer, axe):
    screen = pages.screen(session, reduced_motion="reduce")
    facilitator.go("team")
    expect(screen.get_by_text("Doen mee als de meesten meedoen.")).to_be_visible()
    assert on_projectors(screen) == {}
    facilitator.do("stage", "open")
    answer(*[[2, 1, 4, 2, 1]] * 5)
    facilitator.do("stage", "reveal")
    expect(screen.locator(".mean")).to_have_count(5)

    assert on_projectors(screen) == {}
    for theme in THEMES:
        screen.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        assert axe(screen) == []


def test_the_op_of_a_latecomer_is_refused_after_the_reveal(session, facilitator, anna):
    begin(facilitator)
    facilitator.do("stage", "reveal")

    assert anna.ops(op("team", "spread", groups={"willing": 10}))["results"][0]["refused"] == "closed"
