"""When the line is lost: between a tap and its answer, at a step change, in a sleeping phone, with the whole server; and when there are two tabs."""

import asyncio
import time

import pytest
from finding import arrived, button, heading
from guests import card
from playwright.sync_api import Page, expect

LATE = 5.2  # seconds: no longer on its way, but too late
BURST = 111  # taps; nobody may send more than 60 at once


@pytest.fixture
def line(lines, server, pages):
    """What the phone of a test is on."""
    pages.forgive("WebSocket connection")
    return lines(server)


def net(page: Page, text: str) -> None:
    expect(page.locator(".top .net")).to_have_text(text)


def on(line, pages, session) -> Page:
    """A phone that came in over this line."""
    page = pages.phone(session, line=line)
    net(page, "Verbonden")
    return page


def write(page: Page, text: str) -> None:
    page.get_by_label("Jouw kaart").fill(text)
    page.get_by_role("radio", name="Sterke basis").click()
    button(page, "Zet erbij").click()


def texts(facilitator) -> list[str]:
    return sorted(facilitator.cards().values())


def to_the_vote(facilitator, *texts: str, most: int = 1) -> list[str]:
    """An open vote on these, with so many dots on one card; -> their ids."""
    facilitator.go("piramide")
    facilitator.ops(*map(card, texts))
    facilitator.until(lambda it: len(it.cards()) == len(texts))
    ids = sorted(facilitator.cards(), key=facilitator.cards().get)
    facilitator.go("stemmen", items=ids)
    facilitator.do("stage", "adjust", step="stemmen", config={"max_per_item": most})
    facilitator.do("stage", "open")
    return ids


def dots(facilitator, item: str) -> dict[str, int]:
    facilitator.do("stage", "reveal")
    return facilitator.until(lambda it: "ranking" in it.parts).parts[item]["dots"]


def test_a_card_whose_answer_got_lost_is_there_once(pages, session, facilitator, line):
    facilitator.go("piramide")
    anna = on(line, pages, session)

    line.lose_answers()
    write(anna, "Dagstart in de kring")
    facilitator.until(lambda it: texts(it) == ["Dagstart in de kring"])
    expect(anna.get_by_text("Je kaart is onderweg.")).to_be_visible()
    line.cut()
    net(anna, "Geen verbinding")
    line.mend()

    expect(anna.get_by_text("Je vorige kaart is aangekomen.")).to_be_visible()
    expect(button(anna, "Mijn kaarten (1)")).to_be_visible()
    assert texts(facilitator) == ["Dagstart in de kring"]


def test_a_dot_whose_answer_got_lost_counts_once(pages, session, facilitator, line):
    [item] = to_the_vote(facilitator, "Mentorles", most=3)
    anna = on(line, pages, session)

    line.lose_answers()
    button(anna, "Geef een stip: Mentorles").click()
    line.until_lost()
    line.cut()
    line.mend()

    expect(anna.get_by_text("nog 2 van 3 stippen")).to_be_visible()
    arrived(anna)
    assert dots(facilitator, item) == {"sterk": 1, "beter": 0}


def test_a_card_on_its_way_at_a_step_change_lands_where_it_was_written(pages, session, facilitator, line):
    to_the_vote(facilitator, "Mentorles")
    facilitator.go("piramide")
    anna, console = on(line, pages, session), pages.console(session)
    expect(anna.get_by_label("Jouw kaart")).to_be_visible()

    line.hold()
    write(anna, "Dagstart in de kring")
    expect(anna.get_by_text("Je kaart is onderweg.")).to_be_visible()
    console.keyboard.press("n")
    heading(anna, "Sterk en kan beter")
    line.mend()

    expect(console.get_by_text("nieuwe kaart: toevoegen?")).to_be_visible()
    console.keyboard.press("p")
    button(anna, "Mijn kaarten (1)").click()
    expect(anna.get_by_text("Aangekomen")).to_be_visible()
    facilitator.until(lambda it: texts(it) == ["Dagstart in de kring", "Mentorles"])


def test_a_dot_on_its_way_when_the_vote_closes_does_not_count_and_the_phone_says_so(pages, session, facilitator, line):
    [item] = to_the_vote(facilitator, "Mentorles")
    anna = on(line, pages, session)

    line.hold()
    button(anna, "Mentorles").click()
    facilitator.do("stage", "close")
    expect(anna.get_by_text("Het stemmen is dicht.")).to_be_visible()
    line.mend()

    unsent = anna.get_by_role("region", name="Niet verstuurd")
    expect(unsent).to_contain_text("Je keuze")
    expect(unsent).to_contain_text("Deze stap is dicht.")
    assert dots(facilitator, item) == {"sterk": 0, "beter": 0}


def test_a_phone_that_slept_through_a_step_change_hands_in_its_card_late(pages, session, facilitator, line):
    to_the_vote(facilitator, "Mentorles")
    facilitator.go("piramide")
    anna, console = on(line, pages, session), pages.console(session)
    expect(anna.get_by_label("Jouw kaart")).to_be_visible()

    line.cut()
    net(anna, "Geen verbinding")
    write(anna, "Dagstart in de kring")
    console.keyboard.press("n")
    expect(console.get_by_text("Nu, stap 2", exact=True)).to_be_visible()
    time.sleep(LATE)
    line.mend()

    heading(anna, "Sterk en kan beter")
    expect(anna.get_by_text("“Dagstart in de kring”Kwam na het sluiten.")).to_be_visible()
    button(console, "Bekijk ze").first.click()
    expect(console.get_by_role("heading", name="1 kaart kwam te laat: toevoegen?")).to_be_visible()
    button(console, "Voeg toe").click()
    expect(anna.get_by_text("Kwam na het sluiten.")).to_have_count(0)


def test_a_burst_of_taps_without_a_line_survives_a_reload_and_counts_as_it_was_left(pages, session, facilitator, line):
    items = to_the_vote(facilitator, "Mentorles", "Taalklas")
    anna = on(line, pages, session)
    expect(anna.locator(".item")).to_have_count(2)
    line.cut()
    net(anna, "Geen verbinding")

    anna.locator(".item").first.evaluate(
        """async (it, taps) => {
          for (let n = 0; n < taps; n++) {
            it.click();
            await new Promise(drawn => setTimeout(drawn, 5));
          }
        }""",
        BURST,
    )
    expect(anna.locator(".item").first).to_have_attribute("aria-pressed", "true")
    anna.reload()
    expect(anna.get_by_text("We krijgen geen verbinding.")).to_be_visible()
    line.mend()

    net(anna, "Verbonden")
    expect(anna.locator("[data-pending]")).to_have_count(0, timeout=30_000)
    assert anna.locator(".item").evaluate_all("all => all.map(it => it.ariaPressed)") == ["true", "false"]
    assert dots(facilitator, items[0]) == {"sterk": 1, "beter": 0}


def test_two_tabs_of_one_phone_are_one_person_with_the_same_dots(pages, session, facilitator):
    to_the_vote(facilitator, "Mentorles", "Taalklas", "Dagstart", "Koffie")
    screen, anna = pages.screen(session), pages.phone(session)
    other = pages.enter(pages.tab(anna), session)

    button(anna, "Mentorles").click()
    expect(button(other, "Mentorles")).to_have_attribute("aria-pressed", "true")
    button(other, "Taalklas").click()
    button(other, "Dagstart").click()

    expect(anna.get_by_text("nog 0 van 3 stippen")).to_be_visible()
    expect(button(anna, "Taalklas")).to_have_attribute("aria-pressed", "true")
    expect(screen.get_by_role("status").filter(has_text="van 1")).to_be_attached()


def test_after_a_power_cut_in_a_burst_all_three_pages_are_back_by_themselves(pages, start_server, guests):
    house = pages.house = start_server()
    pages.forgive("ERR_CONNECTION_REFUSED")
    session = house.create("kennismaken", title="Studiedag welbevinden")
    leader, people = guests.console(house, session), [guests.phone(house, session) for _ in range(8)]
    leader.go("piramide")
    leader.do("stage", "adjust", step="piramide", config={"max_cards": 50})
    console, screen, anna = pages.console(session), pages.screen(session), pages.phone(session)
    write(anna, "Voor de klap")
    expect(button(anna, "Mijn kaarten (1)")).to_be_visible()
    arrived(anna)

    acked = burst(guests, people, house.kill)
    net(anna, "Geen verbinding")
    expect(console.get_by_text("Geen verbinding met de werksessie.")).to_be_visible()
    expect(screen.get_by_text("Even geen verbinding.")).to_be_visible()
    write(anna, "Na de klap")
    house.start()

    net(anna, "Verbonden")
    expect(button(anna, "Mijn kaarten (2)")).to_be_visible()
    expect(console.get_by_text("Geen verbinding met de werksessie.")).to_have_count(0)
    expect(screen.get_by_text("Even geen verbinding.")).to_have_count(0)
    back = guests.console(house, session).until(lambda it: "Na de klap" in it.cards().values())
    assert acked - set(back.cards().values()) == set()
    expect(button(console, f"Kaarten ({len(back.cards())})")).to_be_visible()
    expect(screen.get_by_text(f"{len(back.cards())} kaarten").first).to_be_visible()
    assert back.stage["people"] == 9


def burst(guests, people, cut) -> set[str]:
    """All write as fast as they may until the power is gone, in the midst of it; -> the texts that were said to be safe."""
    acked = set()

    async def write_on(guest):
        try:
            for n in range(40):
                said = card(f"Kaart {n} van {guest.person[:4]}")
                if "seq" in (await guest.asking("ops", {"ops": [said]}))["results"][0]:
                    acked.add(said["text"])
                await asyncio.sleep(0.06)
        except Exception:
            return  # the power is gone

    async def power():
        while len(acked) < 20:
            await asyncio.sleep(0.01)
        await asyncio.to_thread(cut)

    guests.together(*map(write_on, people), power())
    return acked
