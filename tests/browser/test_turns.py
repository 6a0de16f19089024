"""The turns a session takes: a step back, a bundle of cards that had dots, two facilitators at once, a mirrored laptop, a busy room."""

import json
import re
import time

import pytest
from finding import arrived, button, drawn, heading
from guests import card, op
from playwright.sync_api import Page, expect

TEN_A_SECOND = 0.1


def to_the_vote(facilitator, *texts: str) -> dict[str, str]:
    """These cards in an open vote; -> their ids by text."""
    facilitator.go("piramide")
    facilitator.ops(*map(card, texts))
    facilitator.until(lambda it: len(it.cards()) == len(texts))
    ids = {text: id for id, text in facilitator.cards().items()}
    facilitator.go("stemmen", items=[ids[text] for text in texts])
    facilitator.do("stage", "open")
    return ids


def to_the_order(facilitator, *texts: str) -> dict[str, str]:
    ids = to_the_vote(facilitator, *texts)
    facilitator.do("stage", "reveal")
    facilitator.go("volgorde", items=[ids[text] for text in texts])
    facilitator.do("stage", "open")
    return ids


def given(phone: Page) -> list[str]:
    return phone.locator(".item[aria-pressed=true]").all_inner_texts()


def test_a_step_back_and_forward_keeps_the_votes_and_offers_the_new_card(pages, session, facilitator):
    to_the_vote(facilitator, "Mentorles", "Taalklas")
    console, anna = pages.console(session), pages.phone(session)
    button(anna, "Mentorles").click()
    expect(anna.get_by_text("nog 2 van 3 stippen")).to_be_visible()
    arrived(anna)

    button(console, "Terug").click()
    expect(console.get_by_text("Nu, stap 1", exact=True)).to_be_visible()
    heading(anna, "Vul de piramide")
    anna.get_by_role("radio", name="Extra").click()
    anna.get_by_label("Jouw kaart").fill("Huiswerkklas")
    button(anna, "Zet erbij").click()
    expect(button(anna, "Mijn kaarten (1)")).to_be_visible()
    arrived(anna)
    console.keyboard.press("n")

    heading(anna, "Sterk en kan beter")
    expect(anna.locator(".item")).to_have_count(2)
    assert given(anna) == ["Mentorles"]
    expect(console.get_by_text("nieuwe kaart: toevoegen?")).to_be_visible()
    button(console, "Voeg toe", exact=True).click()
    button(anna, "Huiswerkklas").click()
    expect(anna.get_by_text("nog 1 van 3 stippen")).to_be_visible()


def test_a_bundle_of_my_cards_frees_a_dot_and_taking_it_back_spends_it_again(pages, session, facilitator):
    to_the_vote(facilitator, "Begroeten", "Handen schudden", "Taalklas")
    console, anna = pages.console(session), pages.phone(session)
    for text in ("Begroeten", "Handen schudden", "Taalklas"):
        button(anna, text).click()
    expect(anna.get_by_text("nog 0 van 3 stippen")).to_be_visible()
    arrived(anna)

    button(console, "Kaarten (3)").click()
    for text in ("Begroeten", "Handen schudden"):
        console.get_by_role("checkbox", name=text).check()
    console.keyboard.press("m")
    expect(anna.get_by_text("nog 1 van 3 stippen")).to_be_visible()
    assert sorted(given(anna)) == ["Begroeten", "Taalklas"]
    expect(console.get_by_text("2 kaarten samengevoegd")).to_be_visible()
    console.keyboard.press("z")

    expect(anna.get_by_text("nog 0 van 3 stippen")).to_be_visible()
    assert sorted(given(anna)) == ["Begroeten", "Handen schudden", "Taalklas"]


def test_of_two_facilitators_the_second_hears_where_they_are_and_leads_on(pages, session, facilitator, bram):
    facilitator.go("piramide")
    bram.ops(card("Mentorles"))
    first, second = pages.console(session), pages.console(session)
    for console in (first, second):
        expect(console.get_by_text("Nu, stap 1", exact=True)).to_be_visible()
        console.keyboard.press("n")
        expect(button(console, "Verder")).to_be_focused()

    first.keyboard.press("Enter")
    facilitator.until(lambda it: it.board == "stemmen")
    second.keyboard.press("Enter")
    expect(second.get_by_text("Een andere begeleider ging al verder. Je bent nu bij stap 2.").first).to_be_visible()
    second.keyboard.press("Escape")
    second.keyboard.press("o")

    expect(button(first, "Sluit het stemmen")).to_be_visible()
    assert [act["do"] for act in facilitator.stage["acts"]].count("go") == 2


def test_a_mirrored_console_tells_nothing_about_the_votes_before_they_are_shown(pages, session, facilitator, bram):
    ids = to_the_vote(facilitator, "Mentorles", "Taalklas")
    console, told = pages.console(session), []
    console.on("websocket", lambda line: line.on("framereceived", lambda frame: told.append(frame)))
    console.reload()
    done = {"do": "done", "board": "stage", "step": "stemmen"}
    bram.ops(op("stemmen", "put", item=ids["Mentorles"], ballot="sterk"), {**done, "id": "bram-done-1"})
    expect(console.get_by_text("1 van 1 klaar").first).to_be_visible()
    expect(console.get_by_title("Dit ziet de zaal")).to_be_visible()
    before = picture(console)

    bram.ops(op("stemmen", "take", item=ids["Mentorles"], ballot="sterk"), op("stemmen", "put", item=ids["Taalklas"], ballot="beter"), {**done, "id": "bram-done-2"})
    for text in ("Gezien", ""):  # once this is told, whatever the dots did is told too
        facilitator.do("stage", "note", note="note-0001", step="stemmen", text=text, **{"as": "decision"})
        expect(console.get_by_role("list", name="Wat is opgeschreven").get_by_text("Gezien")).to_have_count(1 if text else 0)

    assert tallies(told) == []
    assert picture(console) == before
    console.keyboard.press("r")
    expect(console.get_by_text("Open. Bovenaan:")).to_be_visible()
    assert {"dots": {"sterk": 0, "beter": 1}} in tallies(told)


def picture(console: Page) -> str:
    """Everything in the page, but for the clock and what was done last."""
    return console.evaluate(
        """() => {
          const copy = document.body.cloneNode(true);
          copy.querySelectorAll(".clock, .log, [role=timer], .undo").forEach(it => it.remove());
          return copy.innerHTML;
        }"""
    )


def tallies(frames: list[str]) -> list[dict]:
    """What was said about dots of items and about the ranking."""
    found = []
    for frame in frames:
        if said := re.fullmatch(r"4[23]\d*(\[.*\])", frame):
            look_for(json.loads(said[1]), found)
    return found


def look_for(said, found: list) -> None:
    if isinstance(said, dict):
        found += [{key: said[key]} for key in ("dots", "ranking", "places") if isinstance(said.get(key), dict)]
    for it in said.values() if isinstance(said, dict) else said if isinstance(said, list) else ():
        look_for(it, found)


def test_typing_goes_on_while_the_room_fills_ten_cards_a_second(pages, session, facilitator):
    facilitator.go("piramide")
    anna, console, screen = pages.phone(session, touch=False), pages.console(session), pages.screen(session)
    button(console, "Kaarten (0)").click()
    console.get_by_label("Tekst").focus()
    anna.get_by_label("Jouw kaart").focus()

    for n, letter in enumerate("Elke dag bij de deur"):
        facilitator.ops(card(f"Kaart {n}", level=("base", "extra")[n % 2]))
        console.keyboard.type(letter)
        anna.keyboard.type(letter)
        time.sleep(TEN_A_SECOND / 2)  # the typing takes the other half

    expect(screen.get_by_text("20 kaarten").first).to_be_visible()
    expect(button(console, "Kaarten (20)")).to_be_visible()
    for page, label in ((anna, "Jouw kaart"), (console, "Tekst")):
        expect(page.get_by_label(label)).to_have_value("Elke dag bij de deur")
        expect(page.get_by_label(label)).to_be_focused()


@pytest.mark.parametrize("by", ["keys", "mouse"])
def test_a_lifted_row_stays_in_hand_while_ten_things_a_second_change(pages, session, facilitator, by):
    ids = to_the_order(facilitator, "Aap", "Noot", "Mies", "Wim")
    anna = pages.phone(session, touch=False)
    rows = anna.locator(".rank .tx")
    expect(rows).to_have_count(4)
    start = rows.all_inner_texts()
    grips = [anna.locator(".nr").nth(n).bounding_box() for n in (0, 3)]

    if by == "keys":
        anna.locator(".nr").first.focus()
        anna.keyboard.press("Space")
    else:
        anna.mouse.move(grips[0]["x"] + 20, grips[0]["y"] + 20)
        anna.mouse.down()
    for n in range(10):
        facilitator.do("volgorde", "edit", card=ids[start[1]], text=f"{start[1]} {n}")
        if by == "keys":
            anna.keyboard.press("ArrowDown") if n < 3 else None
        else:
            anna.mouse.move(grips[0]["x"] + 20, grips[0]["y"] + (grips[1]["y"] + 30 - grips[0]["y"]) * (n + 1) / 10)
        time.sleep(TEN_A_SECOND / 2)
    if by == "keys":
        anna.keyboard.press("Space")
    else:
        drawn(anna)
        anna.mouse.up()

    expect(rows).to_have_text([f"{start[1]} 9", start[2], start[3], start[0]])
