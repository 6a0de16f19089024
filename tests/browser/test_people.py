"""People and not phones, on three pages: the role asked once, the table with one phone, who leaves a step out, small groups."""

import pytest
from finding import button
from guests import op
from playwright.sync_api import expect

SCRIPT = """
id = "mensen"
title = "Mensen"
summary = "Proef"
roles = ["Student", "Docent"]

[[steps]]
id = "tafels"
kind = "vote"
title = "Per tafel"
prompt = "Kies samen wat het eerst moet."
minutes = 5
device = "table"
opens = "at once"
anonymous = false
config = { items = ["Rust in de gang", "Heldere regels"], dots = 1 }

[[steps]]
id = "samen"
kind = "vote"
title = "Voor jezelf"
prompt = "Kies zelf wat het eerst moet."
minutes = 5
opens = "at once"
anonymous = true
ask_role = true
config = { items = ["Rust in de gang", "Heldere regels"], dots = 1 }

[[steps]]
id = "studenten"
kind = "wall"
title = "Wat studenten willen"
prompt = "Wanneer voel jij je veilig?"
minutes = 5
anonymous = false
only = ["Student"]
moderate = true
config = { fields = [{ id = "school", name = "Op school" }] }
"""


@pytest.fixture
def session(server):
    return server.open_own(SCRIPT)


def go(facilitator, step):
    facilitator.go(step)
    facilitator.until(lambda page: page.board == step)


def test_one_phone_speaks_for_the_table_and_the_screen_counts_people(pages, session, facilitator, axe):
    go(facilitator, "tafels")
    anna, bram, screen = pages.phone(session), pages.phone(session), pages.screen(session)

    button(bram, "Nee, ik kijk mee").click()
    expect(bram.get_by_role("heading", name="Jullie doen dit samen.")).to_be_visible()
    button(anna, "Ja, dit is hem").click()
    button(anna, "Klaar").click()
    expect(anna.get_by_text("Vul het nummer van jullie tafel in.")).to_be_visible()
    anna.get_by_label("Nummer van de tafel").fill("3")
    anna.get_by_role("group", name="Hoeveel van hen doen ook mee op een eigen telefoon?").get_by_role("button", name="Eén meer").click()
    assert axe(anna) == []
    button(anna, "Klaar").click()
    expect(anna.get_by_text("Tafel 3, 5 mensen.")).to_be_visible()
    anna.locator(".item").first.click()

    expect(screen.get_by_text("5 van 5 zijn klaar")).to_be_attached()
    expect(screen.get_by_text("1 telefoon, 1 tafel")).to_be_visible()
    button(bram, "Toch de telefoon van onze tafel").click()
    expect(bram.get_by_role("heading", name="Is dit de telefoon van jullie tafel?")).to_be_visible()


def test_a_table_that_has_a_phone_is_said_and_can_be_taken_over(pages, session, facilitator, bram):
    go(facilitator, "tafels")
    bram.ops(op("stage", "size", table=3, size=4))
    anna = pages.phone(session)
    button(anna, "Ja, dit is hem").click()
    anna.get_by_label("Nummer van de tafel").fill("3")
    button(anna, "Klaar").click()

    expect(anna.get_by_text("Deze tafel heeft al een telefoon.")).to_be_visible()
    button(anna, "Neem de tafel over").click()

    expect(anna.get_by_text("Tafel 3, 5 mensen.")).to_be_visible()


def test_the_role_is_asked_once_and_who_is_not_meant_reads_along(pages, session, facilitator, axe):
    go(facilitator, "samen")
    anna, bram = pages.phone(session), pages.phone(session)
    anna.get_by_role("radio", name="Docent").click()
    assert axe(anna) == []
    button(anna, "Verder").click()
    expect(anna.locator(".item").first).to_be_visible()
    button(bram, "Zeg ik liever niet").click()
    expect(bram.locator(".item").first).to_be_visible()

    go(facilitator, "studenten")

    expect(anna.get_by_text("Deze stap is nu voor: Student.")).to_be_visible()
    expect(bram.get_by_text("Deze stap is nu voor: Student.")).to_be_visible()
    assert axe(anna) == []


def test_leaving_a_step_out_leaves_no_trace(pages, session, facilitator, server):
    go(facilitator, "samen")
    anna = pages.phone(session)
    button(anna, "Zeg ik liever niet").click()
    expect(anna.locator(".item").first).to_be_visible()
    before = facilitator.join()["seq"]

    button(anna, "Liever niet? Sla deze stap over.").click()
    expect(anna.get_by_role("heading", name="Je slaat deze stap over.")).to_be_visible()
    anna.reload()
    expect(anna.get_by_role("heading", name="Je slaat deze stap over.")).to_be_visible()

    assert facilitator.join()["seq"] == before
    button(anna, "Toch meedoen").click()
    expect(anna.locator(".item").first).to_be_visible()


def test_an_anonymous_result_of_two_stays_closed_for_everybody(pages, session, facilitator, bram, axe):
    go(facilitator, "samen")
    anna, screen, console = pages.phone(session), pages.screen(session), pages.console(session)
    button(anna, "Zeg ik liever niet").click()
    expect(anna.get_by_text("Niemand ziet wie wat invult.")).to_be_visible()
    bram.ops(op("samen", "put", item="s2-1"))
    facilitator.do("stage", "reveal")

    for page in (anna, screen):
        expect(page.get_by_text("De uitslag blijft dicht.")).to_be_visible()
        assert axe(page) == []
    expect(console.get_by_text("Minder dan 5 antwoorden: de uitslag blijft dicht, voor iedereen.")).to_be_visible()


def test_people_without_a_phone_are_counted_on_the_console(pages, session, facilitator, bram):
    console = pages.console(session)
    button(console, "Eén meer zonder telefoon").click()
    expect(console.get_by_text("Zonder telefoon: 1")).to_be_visible()
    button(console, "Eén meer zonder telefoon").click()

    expect(console.get_by_text("1 telefoon, 2 op papier")).to_be_visible()
    console.keyboard.press("z")
    expect(console.get_by_text("1 telefoon, 1 op papier")).to_be_visible()


def test_a_phone_that_was_sent_out_hears_it_and_the_console_never_who(pages, session, facilitator):
    go(facilitator, "studenten")
    anna, console = pages.phone(session), pages.console(session)
    anna.get_by_role("radio", name="Student").click()
    button(anna, "Verder").click()
    anna.locator("textarea").fill("Lelijk woord")
    button(anna, "Zet erbij").click()
    facilitator.until(lambda page: page.stage["held"])
    facilitator.do("studenten", "show", card=facilitator.stage["held"][0]["card"])
    button(console, "Kaarten (").click()
    console.get_by_role("checkbox", name="Lelijk woord").check()

    button(console, "Zet wie dit schreef uit de sessie").click()

    expect(anna.get_by_text("De begeleider heeft deze telefoon uit de sessie gezet.")).to_be_visible()
    expect(console.get_by_text("Een telefoon uit de sessie gezet")).to_be_visible()
    console.keyboard.press("z")
    button(anna, "Probeer opnieuw").click()
    expect(anna.get_by_role("heading", name="Wat studenten willen")).to_be_visible()


def test_who_chooses_a_role_where_the_poll_asks_who_is_here_has_answered_it(pages, server, guests):
    session = server.open_own("""
id = "wie"
title = "Wie"
summary = "Proef"
roles = ["Student", "Docent"]

[[steps]]
id = "wie"
kind = "poll"
title = "Wie is er?"
prompt = "Namens wie ben je hier?"
minutes = 5
opens = "at once"
anonymous = false
ask_role = true
config = { options = ["Student", "Docent"] }
""")
    go(guests.console(server, session), "wie")
    phone = pages.phone(session)
    expect(phone.get_by_role("heading", name="Namens wie ben je hier?")).to_be_visible()

    phone.get_by_role("radio", name="Docent").click()
    button(phone, "Verder").click()

    expect(phone.get_by_role("radio", name="Docent")).to_be_checked()
    expect(phone.get_by_text("Je bent klaar. Wisselen mag nog.")).to_be_visible()
