"""A vote that asks why, on all three pages: a reason is written, read and put away; roles stand apart; a card is kept; people on paper are counted."""

import pytest
from finding import button
from guests import op
from looks import sideways, small_targets
from playwright.sync_api import Page, expect

SCRIPT = """
id = "ID"
title = "Proef"
summary = "Proef"
roles = ["Student", "Docent"]

[[steps]]
id = "stemmen"
kind = "vote"
title = "Wat eerst?"
prompt = "Drie stippen, en zeg waarom."
minutes = 5
anonymous = false
opens = "at once"

[steps.config]
items = ["Rust", "Regels", "Ruimte", "Ritme"]
because = "ASKS"
split_by = ["Student"]

[[steps]]
id = "verder"
kind = "order"
title = "Verder"
prompt = "Wat eerst?"
minutes = 5
from = { step = "stemmen", rule = "top(1,votes)" }
"""
THEMES = {"light": {}, "dark": {"color_scheme": "dark"}, "contrast": {"contrast": "more"}}


@pytest.fixture
def session(server):
    return server.open_own(SCRIPT.replace("ID", "waarom-moet").replace("ASKS", "required"))


@pytest.fixture
def free(server):
    return server.open_own(SCRIPT.replace("ID", "waarom-mag").replace("ASKS", "optional"))


@pytest.fixture
def facilitator(server, guests, session):
    here = guests.console(server, session)
    here.go("stemmen")
    return here


def dot(page: Page, text: str):
    return button(page, text, exact=True)


def vote(server, guests, session, n: int, item: int, because: str = "dat helpt", role: str | None = None) -> None:
    for _ in range(n):
        person = guests.phone(server, session)
        if role:
            person.do("stage", "role", group=role)
        person.ops(op("stemmen", "put", item=f"s1-{item}", because=because))


def test_a_dot_counts_once_i_say_why(pages, session, facilitator):
    anna = pages.phone(session)

    dot(anna, "Rust").click()
    expect(anna.get_by_label("want …")).to_be_focused()
    expect(anna.get_by_text("nog 3 van 3 stippen")).to_be_visible()
    button(anna, "Geef je stip").click()
    expect(anna.get_by_text("Schrijf er ook bij waarom.")).to_be_visible()
    anna.get_by_label("want …").fill("dan is het stil")
    anna.keyboard.press("Enter")

    expect(dot(anna, "Rust")).to_have_attribute("aria-pressed", "true")
    expect(anna.get_by_text("want dan is het stil")).to_be_visible()
    expect(anna.get_by_text("nog 2 van 3 stippen")).to_be_visible()


def test_what_i_am_typing_and_the_focus_stay_while_views_come_in_and_after_a_reload(pages, session, facilitator):
    anna = pages.phone(session)
    dot(anna, "Rust").click()
    anna.keyboard.type("dan is ")

    facilitator.do("stage", "adjust", step="stemmen", prompt="Zeg ook waarom.")
    facilitator.do("stemmen", "items", drop=["s1-4"])
    expect(anna.get_by_text("Zeg ook waarom.")).to_be_visible()
    expect(dot(anna, "Ritme")).to_have_count(0)

    expect(anna.get_by_label("want …")).to_be_focused()
    anna.keyboard.type("het stil")
    anna.reload()
    expect(anna.get_by_label("want …")).to_have_value("dan is het stil")


def test_a_reason_may_be_left_out_and_come_later(pages, server, guests, free):
    facilitator = guests.console(server, free)
    facilitator.go("stemmen")
    anna = pages.phone(free)

    dot(anna, "Rust").click()
    expect(dot(anna, "Rust")).to_have_attribute("aria-pressed", "true")
    button(anna, "Sluit", exact=True).click()
    button(anna, "Zeg waarom: Rust").click()
    expect(anna.get_by_label("want …")).to_be_focused()
    anna.keyboard.type("dan is het stil")
    button(anna, "Bewaar").click()
    expect(anna.get_by_text("want dan is het stil")).to_be_visible()
    button(anna, "Pas aan: Rust").click()
    anna.get_by_label("want …").fill("")
    button(anna, "Bewaar").click()

    expect(button(anna, "Zeg waarom: Rust")).to_be_visible()


def test_without_a_line_a_dot_and_its_reason_wait_together(pages, session, facilitator):
    anna = pages.phone(session)
    expect(dot(anna, "Rust")).to_be_visible()
    anna.context.set_offline(True)
    dot(anna, "Rust").click()
    anna.keyboard.type("dan is het stil")
    anna.keyboard.press("Enter")
    expect(anna.locator(".reason[data-pending]")).to_have_text("want dan is het stilOnderwegPas aan")

    anna.context.set_offline(False)

    expect(anna.locator(".reason[data-pending]")).to_have_count(0)
    facilitator.do("stage", "reveal")
    facilitator.until(lambda it: [one["text"] for one in it.parts["s1-1"].get("reasons", [])] == ["dan is het stil"])


def test_a_dot_that_is_refused_gives_the_words_back(pages, session, facilitator):
    anna = pages.phone(session)
    dot(anna, "Rust").click()
    anna.keyboard.type("dan is het stil")
    facilitator.do("stage", "adjust", step="stemmen", config={"dots": 1})
    expect(anna.get_by_text("nog 1 van 1 stip")).to_be_visible()
    other = pages.tab(anna)
    pages.enter(other, session)
    other.evaluate("localStorage.clear()")
    dot(anna, "Regels").click()
    anna.get_by_label("want …").last.fill("dat is helder")
    button(anna, "Geef je stip").last.click()
    expect(anna.get_by_text("nog 0 van 1 stip")).to_be_visible()

    button(anna, "Geef je stip").click()

    expect(anna.get_by_text("Je stippen zijn op. Neem er eerst een terug.")).to_be_visible()
    expect(anna.get_by_label("want …")).to_have_value("dan is het stil")


def test_the_facilitator_reads_the_reasons_and_puts_one_away(pages, server, guests, session, facilitator):
    vote(server, guests, session, 1, 1, "dat helpt mij")
    vote(server, guests, session, 1, 1, "want lelijke woorden")
    screen, console = pages.screen(session), pages.console(session)
    button(console, "Bekijk kaarten").click()
    console.get_by_label("Rust").check()
    expect(console.get_by_text("lelijke woorden")).to_have_count(0)
    facilitator.do("stage", "reveal")
    expect(console.get_by_role("heading", name="2 redenen")).to_be_visible()
    button(console, "Op scherm").click()
    expect(screen.get_by_text("want lelijke woorden")).to_be_visible()

    button(console, "Verberg reden: want lelijke woorden").click()

    expect(screen.get_by_text("want lelijke woorden")).to_have_count(0)
    expect(screen.get_by_text("want dat helpt mij")).to_be_visible()
    console.keyboard.press("z")
    expect(screen.get_by_text("want lelijke woorden")).to_be_visible()


def test_many_reasons_are_read_a_page_at_a_time(pages, server, guests, session, facilitator):
    for n in range(30):
        vote(server, guests, session, 1, 1, f"reden {n:02} " + "met veel woorden " * 8)
    facilitator.do("stage", "reveal")
    facilitator.do("stage", "screen", show="card", card="s1-1")
    screen, console = pages.screen(session), pages.console(session)
    first = screen.locator(".reasons li").first.text_content()

    console.keyboard.press("]")

    expect(screen.get_by_text("Blad 2 van")).to_be_visible()
    expect(screen.get_by_text(first)).to_have_count(0)


def test_dots_per_role_stand_side_by_side_or_stay_shut(pages, server, guests, session, facilitator):
    vote(server, guests, session, 5, 1, role="Student")
    vote(server, guests, session, 4, 2, role="Docent")
    facilitator.do("stage", "reveal")
    screen = pages.screen(session)
    expect(screen.get_by_text("Per rol blijft dicht: een groep is te klein.")).to_be_visible()

    facilitator.do("stage", "open")
    vote(server, guests, session, 1, 2, role="Docent")
    facilitator.do("stage", "reveal")

    expect(screen.get_by_role("columnheader", name="Student")).to_contain_text("5 mensen")
    expect(screen.get_by_role("columnheader", name="Anderen")).to_contain_text("5 mensen")
    expect(screen.get_by_role("row").filter(has_text="Rust").get_by_role("cell", name="5 stippen student")).to_be_visible()
    expect(screen.get_by_text("Per rol blijft dicht")).to_have_count(0)


def test_a_card_is_kept_by_keyboard_and_goes_along_without_a_dot(pages, server, guests, session, facilitator):
    vote(server, guests, session, 2, 1)
    screen, console = pages.screen(session), pages.console(session)
    button(console, "Bekijk kaarten").click()
    console.get_by_label("Ritme").focus()
    console.keyboard.press("Space")
    button(console, "Niet wegstemmen").focus()
    console.keyboard.press("Enter")
    expect(button(console, "Niet wegstemmen")).to_have_attribute("aria-pressed", "true")
    expect(console.get_by_text("Blijft op tafel: “Ritme”")).to_be_visible()

    facilitator.do("stage", "reveal")
    expect(screen.get_by_role("row").filter(has_text="Ritme")).to_contain_text("blijft op tafel")
    console.keyboard.press("n")

    expect(console.get_by_role("dialog").get_by_label("Ritme")).to_be_checked()
    expect(console.get_by_role("dialog").get_by_text("0 stippen, blijft op tafel")).to_be_visible()
    expect(console.get_by_role("dialog").get_by_label("Regels")).not_to_be_checked()


def test_people_on_paper_are_counted_without_showing_what_the_phones_said(pages, server, guests, session, facilitator):
    vote(server, guests, session, 3, 1)
    screen, console = pages.screen(session), pages.console(session)
    button(console, "Bekijk kaarten").click()
    button(console, "Stippen op papier").click()
    row = console.get_by_role("row").filter(has_text="Rust")

    button(row, "Een meer").click()
    expect(row.get_by_role("status")).to_have_text("1")
    button(row, "Een meer").click()
    expect(row.get_by_role("status")).to_have_text("2")
    button(row, "Een minder").click()
    expect(row.get_by_role("status")).to_have_text("1")

    facilitator.do("stage", "reveal")
    expect(screen.get_by_role("row").filter(has_text="Rust")).to_contain_text("4")
    expect(screen.get_by_text("4 van")).to_be_visible()


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_and_nothing_sticks_out(pages, server, guests, session, facilitator, axe, theme):
    anna = pages.phone(session, width=320, height=640, **THEMES[theme])
    screen, console = pages.screen(session), pages.console(session)
    for page in (screen, console):
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
    vote(server, guests, session, 5, 1, role="Student")
    vote(server, guests, session, 6, 2, role="Docent")
    dot(anna, "Rust").click()
    anna.keyboard.type("dan is het stil")
    anna.keyboard.press("Enter")
    dot(anna, "Regels").click()
    expect(anna.get_by_text("want dan is het stil")).to_be_visible()
    assert (axe(anna), sideways(anna), small_targets(anna)) == ([], 0, [])
    button(console, "Bekijk kaarten").click()
    button(console, "Stippen op papier").click()
    assert (axe(console), sideways(console)) == ([], 0)
    button(console, "Stippen op papier").click()
    console.get_by_label("Rust").check()
    facilitator.do("stemmen", "keep", item="s1-1", on=True)
    facilitator.do("stage", "reveal")
    expect(screen.get_by_text("blijft op tafel")).to_be_visible()
    assert (axe(anna), axe(screen), axe(console)) == ([], [], [])
    facilitator.do("stage", "screen", show="card", card="s1-1")
    expect(screen.get_by_text("want dan is het stil")).to_be_visible()
    assert axe(screen) == []
