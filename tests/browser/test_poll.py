"""A poll on three pages: choosing, notes, the key after the talk, empty seats, before and after."""

import pytest
from playwright.sync_api import expect

HEAD = 'id = "peilen"\ntitle = "Peilen"\nsummary = "Proef"\n'
STEP = '[[steps]]\nid = "{id}"\nkind = "poll"\ntitle = "{title}"\nprompt = "Waar zit onze school?"\nminutes = 5\nanonymous = false\n{more}\n[steps.config]\n{config}\n'
FIRM = 'options = ["Heel onzeker", "Redelijk zeker", "Zeker"]'


def script(**steps: str) -> str:
    return HEAD + "".join(STEP.format(id=id, title=id.title(), config=config, more='beside = "eerst"' if id == "later" else "") for id, config in steps.items())


@pytest.fixture
def room(server, guests):
    """`room(eerst=config)` -> the session with its facilitator, the first step open."""

    def open_(**steps: str):
        session = server.open_own(script(**steps))
        leader = guests.console(server, session)
        leader.go(next(iter(steps)))
        leader.do("stage", "open")
        return session, leader

    return open_


def test_a_choice_arrives_changes_and_is_taken_back(room, pages):
    session, leader = room(eerst=FIRM)
    phone = pages.phone(session)

    phone.get_by_role("radio", name="Redelijk zeker").click()
    leader.until(lambda page: page.parts["turnout"]["done"] == 1)
    phone.get_by_role("button", name="Haal mijn keuze weg").click()

    leader.until(lambda page: page.parts["turnout"]["done"] == 0)
    expect(phone.get_by_role("radio", checked=True)).to_have_count(0)
    expect(phone.get_by_role("button", name="Ik ben klaar")).to_be_visible()


def test_a_tap_without_connection_wears_pending_and_is_sent_when_it_returns(room, pages):
    session, leader = room(eerst=FIRM)
    phone = pages.phone(session)

    expect(phone.get_by_role("radio").first).to_be_visible()
    phone.context.set_offline(True)
    phone.get_by_role("radio", name="Zeker", exact=True).click()
    expect(phone.locator("[role=radio][data-pending]")).to_have_text("Zeker")
    phone.context.set_offline(False)

    leader.until(lambda page: page.parts["turnout"]["done"] == 1, seconds=15)
    expect(phone.locator("[role=radio][data-pending]")).to_have_count(0)


def test_by_keyboard_alone_through_all_questions(room, pages):
    session, leader = room(eerst='options = ["Eens", "Oneens"]\nitems = ["De klas", "De gang"]')
    phone = pages.phone(session, touch=False)

    phone.get_by_role("radio", name="Eens", exact=True).focus()
    phone.keyboard.press("Space")
    phone.get_by_role("button", name="Volgende").focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", name="De gang")).to_be_focused()
    phone.keyboard.press("Tab")
    phone.keyboard.press("ArrowDown")

    leader.until(lambda page: page.parts["turnout"]["done"] == 1)
    expect(phone.get_by_text("Je bent klaar. Wisselen mag nog.")).to_be_visible()


def test_a_note_and_the_place_in_it_survive_what_others_do(room, pages, guests, server):
    session, leader = room(eerst=FIRM + '\nnote = "Wat is eerst nodig?"')
    phone = pages.phone(session)
    field = phone.get_by_label("Wat is eerst nodig?")
    field.fill("Rust in het rooster")

    guests.phone(server, session).do("eerst", "choose", options=["o1"])
    leader.do("stage", "adjust", step="eerst", prompt="Waar zit onze school nu?")
    expect(phone.get_by_text("Waar zit onze school nu?").first).to_be_visible()

    expect(field).to_be_focused()
    expect(field).to_have_value("Rust in het rooster")
    phone.get_by_role("button", name="Bewaar").click()
    expect(phone.locator(".aside-note .state.saved")).to_have_text("Aangekomen")
    leader.do("stage", "reveal")
    leader.until(lambda page: "Rust in het rooster" in page.cards().values())


def test_a_note_is_on_the_screen_only_while_it_is_held_up(room, pages, guests, server):
    session, leader = room(eerst=FIRM + '\nnote = "Wat is eerst nodig?"')
    guests.phone(server, session).do("eerst", "note", text="Rust in het rooster")
    screen, console = pages.screen(session), pages.console(session)
    leader.do("stage", "reveal")
    expect(screen.get_by_role("table")).to_be_visible()
    expect(screen.get_by_text("Rust in het rooster")).to_have_count(0)

    console.locator(".bar nav button").nth(1).click()
    console.get_by_role("checkbox", name="Rust in het rooster").check()
    console.get_by_role("button", name="Op scherm").click()

    expect(screen.get_by_text("Rust in het rooster")).to_be_visible()


def test_the_key_is_shown_after_the_result_by_the_facilitator(room, pages, guests, server):
    session, leader = room(eerst='options = ["Leerkracht", "Directie"]\nkey = { "" = "Directie" }')
    phone, screen, console = pages.phone(session), pages.screen(session), pages.console(session)
    phone.get_by_role("radio", name="Directie").click()
    console.locator(".bar nav button").nth(1).click()
    expect(console.get_by_role("button", name="Toon wat is afgesproken")).to_have_count(0)
    leader.do("stage", "reveal")
    expect(screen.get_by_text("afgesproken")).to_have_count(0)

    console.get_by_role("button", name="Toon wat is afgesproken").click()

    expect(screen.get_by_role("rowheader", name="Directie afgesproken")).to_be_visible()
    expect(screen.get_by_text("1 van de 1 mensen koos wat is afgesproken.")).to_be_visible()
    expect(phone.get_by_text("Zo is het afgesproken")).to_be_visible()


def test_people_on_paper_are_counted_at_the_console(room, pages):
    session, leader = room(eerst=FIRM)
    screen, console = pages.screen(session), pages.console(session)
    console.locator(".bar nav button").nth(1).click()

    console.get_by_label("Keuze").select_option("Zeker")
    console.get_by_label("Mensen").fill("4")
    console.get_by_role("button", name="Tel mee").click()
    expect(console.get_by_text("Geteld: 4 mensen bij “Zeker”.")).to_be_visible()
    leader.do("stage", "reveal")

    expect(screen.get_by_role("cell", name="4 mensen")).to_be_visible()


def test_an_empty_seat_that_is_needed_stands_in_the_sentence(room, pages, guests, server):
    session, leader = room(eerst='options = ["Directie", "Ondersteuningsteam", "Leraar"]\nmulti = true\nrequired = ["Directie", "Ondersteuningsteam"]')
    phone, screen = pages.phone(session), pages.screen(session)
    phone.get_by_role("checkbox", name="Directie").click()
    phone.get_by_role("checkbox", name="Leraar").click()
    expect(phone.get_by_role("checkbox", checked=True)).to_have_count(2)
    expect(phone.locator("[data-pending]")).to_have_count(0)

    leader.do("stage", "reveal")

    expect(screen.get_by_text("Nog niemand vanuit: Ondersteuningsteam.")).to_be_visible()
    expect(screen.locator(".seat.needed.empty")).to_contain_text("nog leeg")


def test_the_same_poll_again_stands_beside_the_first(room, pages, guests, server):
    session, leader = room(eerst=FIRM, later=FIRM)
    crowd = [guests.phone(server, session) for _ in range(6)]
    screen = pages.screen(session)
    for step, option in (("eerst", "o1"), ("later", "o3")):
        if step == "later":
            leader.go(step)
            leader.do("stage", "open")
        for guest in crowd:
            guest.do(step, "choose", options=[option])
        leader.do("stage", "reveal")

    expect(screen.get_by_text("Het verschil met eerst is groter dan toeval.")).to_be_visible()
    row = screen.get_by_role("row", name="Zeker", exact=False).filter(has=screen.get_by_role("rowheader", name="Zeker", exact=True))
    expect(row.get_by_role("cell")).to_have_count(2)
    expect(row.get_by_role("cell", name="6 mensen")).to_have_count(1)


TASKS = ('options = ["Leerkracht", "Aandachtsfunctionaris kindermishandeling", "Directie of bestuur", "Contactpersoon"]\ndont_know = true\nnote = "Waarom?"\n'
         'items = ["Verantwoordelijkheidsverdeling bijhouden", "Met de pers praten"]\nkey = { 1 = "Leerkracht" }')


def test_nothing_is_wrong_for_who_cannot_see(room, pages, axe, guests, server):
    session, leader = room(eerst=TASKS)
    anna = guests.phone(server, session)
    items = [id for id, part in anna.parts.items() if "text" in part]
    phone, screen, console = pages.phone(session, width=320), pages.screen(session), pages.console(session)
    expect(phone.get_by_role("radio").first).to_be_visible()
    assert axe(phone) == []
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
    for item in items:
        anna.do("eerst", "choose", item=item, options=["unknown"])
        anna.do("eerst", "note", item=item, text="Ik weet het niet")
    leader.do("stage", "reveal")
    leader.do("eerst", "key", show=True)
    console.locator(".bar nav button").nth(1).click()
    expect(screen.get_by_text("Veel mensen weten het niet bij")).to_be_visible()
    expect(phone.get_by_text("Zo is het afgesproken")).to_be_visible()
    expect(console.get_by_role("checkbox", name="Ik weet het niet")).to_have_count(2)

    assert (axe(phone), axe(screen), axe(console)) == ([], [], [])
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
    for page in (2, 3):
        leader.do("stage", "screen", show="board", page=page)
        expect(screen.get_by_text(f"Blad {page} van 3")).to_be_visible()
        assert axe(screen) == []
