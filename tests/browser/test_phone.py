"""What a participant does on a phone, over a real server: write, vote, order; without a line, with two tabs, by keyboard alone."""

import re
import sqlite3
import time

import pytest
from finding import arrived, button, drawn
from guests import card, op
from playwright.sync_api import Page, expect

GREET = "Elke leerling wordt bij de deur begroet"


def write(page: Page, text: str, level: str = "Sterke basis") -> None:
    page.get_by_label("Jouw kaart").fill(text)
    page.get_by_role("radio", name=level).click()
    button(page, "Zet erbij").click()


def texts(facilitator) -> list[str]:
    return sorted(facilitator.cards().values())


def places(facilitator) -> dict[str, str]:
    return {text: facilitator.parts[id]["level"] for id, text in facilitator.cards().items()}


def leave_the_wifi(page: Page) -> None:
    page.context.set_offline(True)
    expect(page.locator(".top .net")).to_have_text("Geen verbinding")


def to_the_vote(facilitator, n: int = 4) -> list[str]:
    """`n` cards of the facilitator, carried to an open vote; -> their ids."""
    facilitator.go("piramide")
    cards = [card(f"Kaart {i:02}", level=("foundation", "base", "extra", "intensive")[i % 4]) for i in range(n)]
    for first in range(0, n, 20):
        facilitator.ops(*cards[first : first + 20])
        time.sleep(0.5 if n > 40 else 0)  # nobody may go faster than 20 ops a second for long
    facilitator.until(lambda it: len(it.cards()) == n)
    ids = sorted(facilitator.cards(), key=lambda id: facilitator.cards()[id])
    facilitator.go("stemmen", items=ids)
    facilitator.do("stage", "open")
    return ids


def to_the_order(facilitator) -> list[str]:
    ids = to_the_vote(facilitator, 5)
    facilitator.do("stage", "reveal")
    facilitator.go("volgorde", items=ids)
    facilitator.do("stage", "open")
    return ids


def order_on(page: Page) -> list[str]:
    page.locator(".rank").wait_for()
    return page.locator(".rank .tx").all_text_contents()


def test_a_phone_on_the_wifi_is_no_secure_context_and_comes_in(pages, session):
    anna = pages.phone(session)

    expect(anna.get_by_role("heading", level=1)).to_have_text("Je bent binnen.")
    expect(anna.locator(".top .net")).to_have_text("Verbonden")
    assert anna.evaluate("isSecureContext") is False


def test_a_card_is_written_placed_and_seen_by_everybody(pages, session, facilitator):
    anna = pages.phone(session)
    facilitator.go("piramide")

    write(anna, GREET, "Extra")

    expect(anna.get_by_label("Jouw kaart")).to_have_value("")
    expect(anna.get_by_text("Je vorige kaart is aangekomen.")).to_be_visible()
    expect(button(anna, "Mijn kaarten (1)")).to_be_visible()
    facilitator.until(lambda it: texts(it) == [GREET])
    assert places(facilitator) == {GREET: "extra"}


def test_a_scribe_writes_cards_by_keyboard_alone(pages, session, facilitator):
    anna = pages.phone(session, width=1280, height=800, touch=False)
    facilitator.go("piramide")
    anna.get_by_label("Jouw kaart").focus()

    for text in ("Dagstart in de kring", "Intervisie"):
        anna.keyboard.type(text)
        anna.keyboard.press("Enter")  # no level yet: on to the levels
        anna.keyboard.press("ArrowDown")
        anna.keyboard.press("Enter")

    facilitator.until(lambda it: texts(it) == ["Dagstart in de kring", "Intervisie"])
    expect(anna.get_by_label("Jouw kaart")).to_be_focused()


def test_a_card_without_a_level_is_not_sent_and_says_what_misses(pages, session, facilitator):
    anna = pages.phone(session)
    facilitator.go("piramide")
    anna.get_by_label("Jouw kaart").fill(GREET)

    button(anna, "Zet erbij").click()

    expect(anna.get_by_text("Tik nog op een laag.")).to_be_visible()
    expect(anna.get_by_label("Jouw kaart")).to_have_value(GREET)


def test_my_cards_can_be_mended_moved_and_taken_back(pages, session, facilitator):
    anna = pages.phone(session)
    facilitator.go("piramide")
    write(anna, "Intervisi", "Sterke basis")
    write(anna, "Per ongeluk", "Extra")
    button(anna, "Mijn kaarten (2)").click()

    button(anna, "Pas aan: Intervisi").click()
    anna.get_by_label("Jouw kaart").fill("Intervisie")
    anna.get_by_role("radio", name="Fundament").click()
    button(anna, "Bewaar").click()
    button(anna, "Haal weg: Per ongeluk").click()
    button(anna, "Ja, haal weg").click()

    facilitator.until(lambda it: texts(it) == ["Intervisie"])
    facilitator.until(lambda it: places(it) == {"Intervisie": "foundation"})
    expect(anna.locator(".card")).to_have_count(1)


def test_by_keyboard_one_never_falls_out_of_the_list_of_cards(pages, session, facilitator):
    anna = pages.phone(session, width=1280, height=800, touch=False)
    facilitator.go("piramide")
    write(anna, "Intervisie")
    button(anna, "Mijn kaarten (1)").press("Enter")
    expect(anna.get_by_role("heading", name="Mijn kaarten")).to_be_focused()

    button(anna, "Haal weg: Intervisie").press("Enter")
    expect(button(anna, "Ja, haal weg")).to_be_focused()
    anna.keyboard.press("Enter")

    expect(anna.get_by_role("heading", name="Mijn kaarten")).to_be_focused()
    expect(anna.get_by_text("Je hebt nog geen kaart gemaakt.")).to_be_visible()


def test_after_the_last_card_the_page_says_so_and_offers_to_mend(pages, session, facilitator):
    anna = pages.phone(session)
    facilitator.go("piramide")

    for text in ("Een", "Twee", "Drie"):
        write(anna, text)

    expect(anna.get_by_text("Je kaarten staan erin.")).to_be_visible()
    expect(anna.get_by_label("Jouw kaart")).to_have_count(0)
    expect(button(anna, "Mijn kaarten (3)")).to_be_visible()


def test_typed_text_focus_and_caret_survive_ten_views_a_second(pages, session, facilitator):
    anna = pages.phone(session, touch=False)
    facilitator.go("piramide")
    field = anna.get_by_label("Jouw kaart")
    field.fill("Elke  begroet")
    field.evaluate("it => it.setSelectionRange(5, 5)")

    for n in range(20):
        facilitator.ops(card(f"Kaart {n}"))
        if n % 2:
            anna.keyboard.type("abcdefghij"[n // 2])
        time.sleep(0.1)

    expect(field).to_be_focused()
    expect(field).to_have_value("Elke abcdefghij begroet")


def test_a_draft_survives_a_look_at_the_screen_and_a_reload(pages, session, facilitator):
    anna = pages.phone(session)
    facilitator.go("piramide")
    anna.get_by_label("Jouw kaart").fill("Half af")
    anna.get_by_role("radio", name="Extra").click()

    facilitator.do("stage", "look")
    expect(anna.get_by_role("heading", level=1)).to_have_text("Kijk even naar het scherm.")
    anna.reload()
    facilitator.do("stage", "open")

    expect(anna.get_by_label("Jouw kaart")).to_have_value("Half af")
    expect(anna.get_by_role("radio", name="Extra")).to_be_checked()


def test_without_a_line_cards_wait_survive_a_reload_and_arrive_once(pages, session, facilitator):
    anna = pages.phone(session)
    facilitator.go("piramide")
    expect(anna.get_by_label("Jouw kaart")).to_be_visible()
    leave_the_wifi(anna)

    expect(anna.get_by_text("Ga gewoon door.")).to_be_visible()
    write(anna, "Zonder lijn")
    button(anna, "Mijn kaarten (1)").click()
    expect(anna.locator(".card[data-pending]")).to_contain_text("Wacht op verbinding")
    assert texts(facilitator) == []

    anna.context.set_offline(False)
    anna.reload()
    expect(anna.get_by_text("Aangekomen")).to_be_visible()
    facilitator.until(lambda it: texts(it) == ["Zonder lijn"])


def test_two_tabs_of_one_phone_are_one_person_and_lose_nothing(pages, session, facilitator):
    anna = pages.phone(session)
    second = pages.enter(pages.tab(anna), session)
    facilitator.go("piramide")

    write(anna, "Uit de eerste")
    write(second, "Uit de tweede")

    facilitator.until(lambda it: texts(it) == ["Uit de eerste", "Uit de tweede"])
    expect(button(anna, "Mijn kaarten (2)")).to_be_visible()
    assert facilitator.stage["people"] == 1


def test_a_card_that_comes_too_late_says_that_the_facilitator_looks_at_it(pages, session, facilitator):
    anna = pages.phone(session)
    facilitator.go("piramide")
    anna.get_by_label("Jouw kaart").wait_for()
    leave_the_wifi(anna)
    write(anna, "Te laat")
    facilitator.do("stage", "close")
    time.sleep(5.2)

    anna.context.set_offline(False)

    expect(anna.get_by_text("Kwam na het sluiten.")).to_be_visible()


def test_what_is_refused_stays_with_its_text_until_i_decide(pages, session, facilitator):
    anna = pages.phone(session)
    facilitator.go("piramide")
    write(anna, "Kort")
    arrived(anna)
    button(anna, "Mijn kaarten (1)").click()
    button(anna, "Pas aan: Kort").click()
    anna.get_by_label("Jouw kaart").fill("Langer en beter")
    leave_the_wifi(anna)
    button(anna, "Bewaar").click()
    facilitator.do("stage", "close")
    time.sleep(5.2)
    anna.context.set_offline(False)

    refused = anna.get_by_role("region", name="Niet verstuurd")
    expect(refused).to_contain_text("Langer en beter")
    expect(refused).to_contain_text("Deze stap is dicht.")
    facilitator.do("stage", "open")
    button(anna, "Probeer opnieuw").click()

    facilitator.until(lambda it: texts(it) == ["Langer en beter"])
    expect(refused).to_have_count(0)


def test_a_vote_shows_what_is_left_and_says_why_a_dot_cannot(pages, session, facilitator):
    to_the_vote(facilitator, 5)
    anna = pages.phone(session)
    rows = anna.locator(".item")

    for n in (0, 1, 2):
        rows.nth(n).click()
    expect(anna.get_by_text("nog 0 van 3 stippen")).to_be_visible()
    rows.nth(3).click(force=True)
    expect(anna.get_by_text("Je stippen zijn op. Neem er eerst een terug.")).to_be_visible()
    rows.nth(0).click()
    rows.nth(3).click()

    expect(rows.nth(0)).to_have_attribute("aria-pressed", "false")
    expect(rows.nth(3)).to_have_attribute("aria-pressed", "true")
    anna.get_by_role("tab", name="Kan beter").click()
    expect(anna.locator(".item[aria-pressed=true]")).to_have_count(0)


def test_a_hundred_and_ten_taps_without_a_line_arrive_in_their_order(pages, session, facilitator):
    to_the_vote(facilitator)
    anna = pages.phone(session)
    anna.locator(".item").first.wait_for()
    leave_the_wifi(anna)

    anna.evaluate(
        """async () => {
          for (let n = 0; n < 110; n++) {
            document.querySelectorAll(".item")[n % 3].click();
            await new Promise(drawn => setTimeout(drawn, 5));
          }
        }"""
    )
    pressed = anna.locator(".item").evaluate_all("all => all.map(it => it.ariaPressed)")
    anna.context.set_offline(False)

    expect(anna.locator(".top .net")).to_have_text("Verbonden")
    expect(anna.locator(".item[data-pending]")).to_have_count(0, timeout=30_000)
    assert anna.locator(".item").evaluate_all("all => all.map(it => it.ariaPressed)") == pressed
    expect(anna.get_by_role("region", name="Niet verstuurd")).to_have_count(0)


def test_sixty_items_under_their_levels_with_the_dots_always_in_sight(pages, session, facilitator):
    to_the_vote(facilitator, 60)
    anna = pages.phone(session, width=320, height=640)

    expect(anna.locator(".item")).to_have_count(60)
    assert anna.locator("h2.group").all_text_contents() == ["4Intensief", "3Extra", "2Sterke basis", "1Fundament"]
    anna.locator(".item").last.scroll_into_view_if_needed()
    anna.locator(".item").last.click()

    expect(anna.get_by_text("nog 2 van 3 stippen")).to_be_in_viewport()
    expect(button(anna, "Ik ben klaar")).to_be_in_viewport()


def test_the_result_of_a_vote_is_on_the_phone_only_after_the_reveal(pages, session, facilitator, bram):
    ids = to_the_vote(facilitator)
    bram.ops(op("stemmen", "put", item=ids[0], ballot="sterk"))
    anna = pages.phone(session)
    anna.locator(".item").first.click()
    expect(anna.get_by_text("nog 2 van 3 stippen")).to_be_visible()
    arrived(anna)

    facilitator.do("stage", "close")
    expect(anna.get_by_text("De uitslag is nog dicht.")).to_be_visible()
    expect(anna.get_by_text("De uitslag is open.")).to_have_count(0)
    facilitator.do("stage", "reveal")

    expect(anna.get_by_text("2 mensen hebben gestemd.")).to_be_visible()
    expect(anna.locator(".result li")).to_have_count(2)  # who got a dot
    button(anna, "Toon ook de andere 2").click()
    expect(anna.locator(".result li")).to_have_count(4)


def test_an_order_is_made_with_buttons_and_sent_in_and_again(pages, session, facilitator):
    to_the_order(facilitator)
    anna = pages.phone(session)
    start = order_on(anna)

    button(anna, f"Omlaag: {start[0]}").click()
    expect(anna.locator(".say")).to_have_text(f"“{start[0]}” staat nu op plek 2 van 5.")
    expect(button(anna, f"Omlaag: {start[0]}")).to_be_focused()
    button(anna, "Stuur in").click()

    expect(anna.get_by_text("Ingestuurd. Je mag nog schuiven.")).to_be_visible()
    assert order_on(anna) == [start[1], start[0], *start[2:]]
    anna.reload()
    expect(anna.get_by_text("Ingestuurd. Je mag nog schuiven.")).to_be_visible()
    button(anna, f"Omhoog: {start[4]}").click()
    expect(button(anna, "Stuur opnieuw in")).to_be_enabled()


def test_an_order_is_made_by_keys_alone(pages, session, facilitator):
    to_the_order(facilitator)
    anna = pages.phone(session, width=1280, height=800, touch=False)
    start = order_on(anna)

    anna.locator(".nr").first.focus()
    for key in ("Space", "ArrowDown", "ArrowDown", "Space"):
        anna.keyboard.press(key)
    moved = [*start[1:3], start[0], *start[3:]]
    assert order_on(anna) == moved
    expect(anna.get_by_role("button", name=f"Verplaats plek 3: {start[0]}")).to_be_focused()

    for key in ("Space", "ArrowUp", "Escape"):
        anna.keyboard.press(key)
    assert order_on(anna) == moved


def test_everybody_starts_with_another_order_and_finds_it_back(pages, session, facilitator):
    to_the_order(facilitator)
    phones = [pages.phone(session) for _ in range(4)]
    starts = [order_on(phone) for phone in phones]

    assert len({tuple(start) for start in starts}) > 1
    phones[0].reload()
    phones[0].locator(".rank").wait_for()
    assert order_on(phones[0]) == starts[0]


def test_a_drag_survives_what_the_facilitator_changes_meanwhile(pages, session, facilitator):
    ids = to_the_order(facilitator)
    anna = pages.phone(session, touch=False)
    start = order_on(anna)
    grip, last = anna.locator(".nr").first.bounding_box(), anna.locator(".nr").last.bounding_box()

    anna.mouse.move(grip["x"] + 20, grip["y"] + 20)
    anna.mouse.down()
    anna.mouse.move(grip["x"] + 20, grip["y"] + 120, steps=5)
    facilitator.do("volgorde", "items", drop=[ids[0]])
    pages.abreast(anna, facilitator)
    assert len(order_on(anna)) == 5
    anna.mouse.move(grip["x"] + 20, last["y"] + 40, steps=8)
    drawn(anna)
    anna.mouse.up()

    left = [text for text in [*start[1:], start[0]] if text != "Kaart 00"]
    expect(anna.locator(".rank .tx")).to_have_text(left)


def test_a_newcomer_is_told_that_the_door_is_closed_and_gets_in_when_it_opens(pages, session, facilitator):
    facilitator.do("stage", "lock")
    anna = pages.phone(session)
    expect(anna.get_by_role("heading", level=1)).to_have_text("De deur is dicht.")

    facilitator.do("stage", "unlock")
    button(anna, "Probeer opnieuw").click()

    expect(anna.get_by_role("heading", level=1)).to_have_text("Je bent binnen.")


def test_who_comes_after_the_end_is_told_so(pages, session, facilitator):
    facilitator.do("stage", "end")

    anna = pages.phone(session)

    expect(anna.get_by_role("heading", level=1)).to_have_text("Deze sessie is afgelopen.")


def test_at_the_end_i_see_what_i_did(pages, session, facilitator):
    anna = pages.phone(session)
    facilitator.go("piramide")
    write(anna, GREET)
    expect(button(anna, "Mijn kaarten (1)")).to_be_visible()
    arrived(anna)

    facilitator.do("stage", "end")
    expect(anna.locator(".totals")).to_have_text(re.compile(r"1kaart van jou"))
    button(anna, "Bekijk wat ik deed").click()

    expect(anna.get_by_text(GREET)).to_be_visible()


def test_a_break_says_until_when(pages, session, facilitator):
    anna = pages.phone(session)
    facilitator.go("piramide")

    facilitator.do("stage", "break", minutes=10)

    expect(anna.get_by_role("heading", level=1)).to_have_text(re.compile(r"Pauze tot \d+\.\d\d"))
    expect(anna.get_by_text("Nog 10 minuten.")).to_be_visible()


def test_a_rehearsal_says_so_on_every_page(pages, server):
    anna = pages.phone(server.create("kennismaken", rehearsal=1))

    expect(anna.get_by_text("Dit is een proefsessie.")).to_be_visible()


def test_a_card_on_the_wall_needs_its_reason_and_has_the_result_beside_it(pages, server, guests):
    session = server.create("veranderverhaal-kort")
    facilitator = guests.console(server, session)
    facilitator.go("resultaat")
    facilitator.ops(op("resultaat", "add", card="card-result", text="Iedere jongere is veilig", field="result"))
    facilitator.go("elementen")
    anna = pages.phone(session)

    expect(anna.locator(".beside")).to_contain_text("Iedere jongere is veilig")
    anna.get_by_role("radio", name="Randvoorwaarden").click()
    anna.get_by_label("Jouw kaart").fill("Genoeg tijd")
    button(anna, "Zet erbij").click()
    expect(anna.get_by_text("Schrijf er ook bij waarom.")).to_be_visible()
    anna.get_by_label("want …").fill("anders blijft het liggen")
    button(anna, "Zet erbij").click()

    facilitator.until(lambda it: "Genoeg tijd" in it.cards().values())
    [written] = [it for it in facilitator.parts.values() if isinstance(it, dict) and it.get("text") == "Genoeg tijd"]
    assert (written["field"], written["because"]) == ("conditions", "anders blijft het liggen")


def test_a_row_follows_the_finger_to_its_place(pages, session, facilitator):
    to_the_order(facilitator)
    anna = pages.phone(session)
    start = order_on(anna)
    grip, last = anna.locator(".nr").first.bounding_box(), anna.locator(".nr").last.bounding_box()
    finger = anna.context.new_cdp_session(anna)

    def touch(kind: str, y: float | None = None) -> None:
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": grip["x"] + 20, "y": y}] if y else []})

    top, bottom = grip["y"] + 20, last["y"] + 30
    touch("touchStart", top)
    for step in range(1, 11):
        touch("touchMove", top + (bottom - top) * step / 10)
        drawn(anna)
    touch("touchEnd")

    expect(anna.locator(".rank .tx")).to_have_text([*start[1:], start[0]])
    assert anna.evaluate("scrollY") == 0


@pytest.fixture
def own_server(start_server, pages):
    pages.house = start_server()
    pages.forgive("ERR_CONNECTION_REFUSED")
    return pages.house


def test_a_card_written_while_the_server_was_killed_arrives_when_it_is_back(pages, own_server, guests):
    session = own_server.create("kennismaken")
    guests.console(own_server, session).go("piramide")
    anna = pages.phone(session)
    write(anna, "Voor de klap")
    expect(button(anna, "Mijn kaarten (1)")).to_be_visible()
    arrived(anna)

    own_server.kill()
    expect(anna.locator(".top .net")).to_have_text("Geen verbinding")
    write(anna, "Na de klap")
    own_server.start()

    expect(anna.locator(".top .net")).to_have_text("Verbonden")
    expect(anna.get_by_text("Je vorige kaart is aangekomen.")).to_be_visible()
    facilitator = guests.console(own_server, session)
    assert texts(facilitator) == ["Na de klap", "Voor de klap"]


def test_a_phone_sends_its_cards_again_to_a_log_that_was_put_back_from_a_copy(pages, own_server, guests):
    session = own_server.create("kennismaken")
    guests.console(own_server, session).go("piramide")
    anna = pages.phone(session)
    own_server.stop()
    [log] = own_server.data.rglob(f"*{session.id}*.db")
    copy = log.read_bytes()
    own_server.start()
    write(anna, "Na de kopie")
    expect(anna.get_by_text("Je vorige kaart is aangekomen.")).to_be_visible()

    own_server.stop()
    log.write_bytes(copy)
    with sqlite3.connect(log) as put_back:
        put_back.execute("update meta set value = 'restored' where key = 'epoch'")
    put_back.close()
    own_server.start()

    expect(anna.locator(".top .net")).to_have_text("Verbonden")
    button(anna, "Mijn kaarten (1)").click()
    expect(anna.get_by_text("Aangekomen")).to_be_visible()
    guests.console(own_server, session).until(lambda it: texts(it) == ["Na de kopie"])
