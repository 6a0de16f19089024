"""Orders with buckets, an answer key and tables, on all three pages."""

import pytest
from finding import button
from guests import op
from looks import sideways, small_targets
from playwright.sync_api import Page, expect

SCRIPT = """
id = "ID"
title = "Proef"
summary = "Proef"

[[steps]]
id = "orde"
kind = "order"
title = "Vijf stappen"
prompt = "Wanneer doen we dit?"
minutes = 5
anonymous = false
opens = "at once"
MORE

[steps.config]
items = ["Praten", "Beslissen", "Kijken", "Wegen"]
EXTRA
"""
BUCKETS = 'mode = "bucket"\nbuckets = ["Eerste uur", "Eerste dag", "Eerste week", "Niet doen"]'
KEY = 'key = ["Kijken", "Praten", "Wegen", "Beslissen"]'
THEMES = {"light": {}, "dark": {"color_scheme": "dark"}, "contrast": {"contrast": "more"}}


class Room:
    def __init__(self, server, guests, id: str, extra: str, more: str = ""):
        self.server, self.guests = server, guests
        self.session = server.open_own(SCRIPT.replace("ID", id).replace("EXTRA", extra).replace("MORE", more))
        self.facilitator = guests.console(server, self.session)
        self.facilitator.go("orde")

    def lead(self, do: str, board: str = "stage", **fields) -> None:
        answer = self.facilitator.do(board, do, **fields)
        assert "refused" not in answer, answer

    def place(self, people: int, *buckets: str) -> None:
        for _ in range(people):
            self.guests.phone(self.server, self.session).ops(*(op("orde", "place", item=f"s1-{n}", bucket=bucket) for n, bucket in enumerate(buckets, 1)))

    def rank(self, people: int, *order: int, table: int | None = None) -> None:
        for n in range(people):
            person = self.guests.phone(self.server, self.session)
            if table is not None:
                person.do("stage", "size", table=table + n, size=5)
            person.ops(op("orde", "rank", items=[f"s1-{n}" for n in order]))


@pytest.fixture
def buckets(server, guests):
    return Room(server, guests, "vakken", BUCKETS)


@pytest.fixture
def keyed(server, guests):
    return Room(server, guests, "sleutel", KEY)


@pytest.fixture
def tables(server, guests):
    return Room(server, guests, "tafels", 'per = "table"', 'device = "table"')


def choice(page: Page, text: str, bucket: str):
    return page.get_by_role("radiogroup", name=text).get_by_role("radio", name=bucket)


def test_every_item_is_tapped_into_a_bucket_until_none_is_left(pages, buckets):
    anna = pages.phone(buckets.session)
    expect(anna.get_by_text("Nog 4 te gaan.")).to_be_visible()

    for text, bucket in (("Praten", "Eerste dag"), ("Beslissen", "Eerste week"), ("Kijken", "Eerste uur"), ("Wegen", "Niet doen")):
        choice(anna, text, bucket).click()
        expect(choice(anna, text, bucket)).to_have_attribute("aria-checked", "true")

    expect(anna.get_by_text("Je bent klaar. Wisselen mag nog.")).to_be_visible()
    choice(anna, "Wegen", "Eerste week").click()
    expect(anna.locator(".sorting li[data-pending]")).to_have_count(0)
    buckets.lead("close")
    expect(anna.get_by_role("heading", name="Niet doen")).to_be_visible()
    expect(anna.get_by_text("Hier ligt niets.")).to_be_visible()


def test_buckets_are_chosen_by_keyboard_and_the_focus_stays_while_views_come_in(pages, buckets):
    anna = pages.phone(buckets.session, width=1280, height=800, touch=False)
    choice(anna, "Kijken", "Eerste uur").focus()
    anna.keyboard.press("Space")
    anna.keyboard.press("ArrowRight")
    expect(choice(anna, "Kijken", "Eerste dag")).to_have_attribute("aria-checked", "true")

    buckets.lead("items", board="orde", drop=["s1-4"])
    expect(anna.get_by_role("radiogroup", name="Wegen")).to_have_count(0)

    expect(choice(anna, "Kijken", "Eerste dag")).to_be_focused()


def test_without_a_line_a_choice_waits_and_the_last_one_counts(pages, buckets):
    anna = pages.phone(buckets.session)
    expect(choice(anna, "Kijken", "Eerste uur")).to_be_visible()
    anna.context.set_offline(True)
    choice(anna, "Kijken", "Eerste uur").click()
    choice(anna, "Kijken", "Niet doen").click()
    expect(anna.locator(".sorting li[data-pending]")).to_have_count(1)

    anna.context.set_offline(False)

    expect(anna.locator(".sorting li[data-pending]")).to_have_count(0)
    buckets.lead("reveal")
    buckets.facilitator.until(lambda it: it.parts["s1-3"].get("field") == "b4")


def test_the_screen_shows_the_share_per_bucket_and_where_we_are_divided(pages, buckets):
    screen = pages.screen(buckets.session)
    buckets.place(3, "b2", "b3", "b1", "b1")
    buckets.place(3, "b2", "b3", "b1", "b4")
    expect(screen.get_by_text("De uitslag is nog dicht.")).to_be_visible()

    buckets.lead("reveal")

    rows = screen.locator(".shares .rows .r")
    expect(rows).to_have_count(4)
    assert [row.split() for row in rows.locator(".in, .t").all_text_contents() if row.strip()] == [["Eerste", "uur"], ["Kijken"], ["Wegen"], ["Eerste", "dag"], ["Praten"], ["Eerste", "week"], ["Beslissen"]]
    expect(rows.nth(1)).to_have_class("r  div")
    expect(rows.nth(1).get_by_role("img")).to_have_attribute("aria-label", "3 in Eerste uur, 0 in Eerste dag, 0 in Eerste week, 3 in Niet doen")
    expect(screen.locator(".say")).to_have_text("Over 3 van de 4 zijn we het eens. Over ‘Wegen’ zijn we verdeeld.")
    expect(screen.get_by_text("6 van 6 mensen deelden 4 dingen in")).to_be_visible()


def test_people_on_paper_go_into_a_bucket(pages, buckets):
    screen, console = pages.screen(buckets.session), pages.console(buckets.session)
    buckets.place(1, "b1")
    button(console, "Bekijk kaarten").click()
    button(console, "Tellen op papier").click()

    button(console, "Een meer: Praten, Eerste uur").click()
    expect(console.get_by_role("row").filter(has_text="Praten").get_by_role("status").first).to_have_text("1")
    button(console, "Tellen op papier").click()
    buckets.lead("reveal")

    expect(screen.locator(".shares .r").first.get_by_role("img")).to_have_attribute("aria-label", "2 in Eerste uur, 0 in Eerste dag, 0 in Eerste week, 0 in Niet doen")
    expect(console.get_by_role("region", name="Eerste uur: 1 kaart")).to_contain_text("2 van 2")


def test_the_key_comes_after_the_reveal_in_calm_words(pages, keyed):
    anna, screen, console = pages.phone(keyed.session), pages.screen(keyed.session), pages.console(keyed.session)
    keyed.rank(4, 3, 1, 2, 4)
    keyed.rank(2, 1, 3, 4, 2)
    button(console, "Bekijk kaarten").click()
    expect(console.get_by_text("Na de uitslag kun je hier de bedoelde volgorde tonen.")).to_be_visible()
    keyed.lead("reveal")
    expect(screen.get_by_role("table", name="Volgorde van de groep")).to_be_visible()
    assert not any("bedoeld" in page.content().lower() for page in (anna, screen))

    button(console, "Toon de bedoelde volgorde").focus()
    console.keyboard.press("Enter")

    rows = screen.get_by_role("table", name="Onze volgorde naast de bedoelde").locator(".rows .r")
    expect(rows).to_have_count(4)
    assert rows.locator(".t").all_text_contents() == ["Kijken", "Praten", "Wegen", "Beslissen"]
    assert rows.locator(".ours").all_text_contents() == ["Kijken", "Praten", "Beslissen", "Wegen"]
    assert rows.locator(".sh > span").all_text_contents() == ["4 van 6", "4 van 6", "2 van 6", "2 van 6"]
    expect(screen.locator(".say")).to_have_text("Plek 1 en 2: de meesten zetten het zo. Praat over plek 3 en 4.")
    expect(anna.get_by_text("bedoeld: plek 1")).to_be_visible()
    console.keyboard.press("z")
    expect(screen.get_by_role("table", name="Volgorde van de groep")).to_be_visible()
    assert not any(word in screen.content().lower() for word in ("fout", "goed beantwoord"))


def test_tables_stand_side_by_side_and_more_than_six_on_a_next_page(pages, tables):
    screen, console = pages.screen(tables.session), pages.console(tables.session)
    tables.rank(4, 1, 2, 3, 4, table=1)
    tables.rank(4, 4, 2, 3, 1, table=5)
    tables.lead("reveal")

    board = screen.get_by_role("table", name="Volgorde per tafel")
    expect(board.get_by_role("columnheader", name="tafel 4")).to_be_visible()
    assert board.get_by_role("columnheader").all_text_contents()[2:] == [f"tafel {n}" for n in range(1, 5)]
    assert board.locator(".rows .r").first.locator(".t").text_content() == "Beslissen"
    console.keyboard.press("]")

    expect(board.get_by_role("columnheader", name="tafel 8")).to_be_visible()
    assert board.get_by_role("columnheader").all_text_contents()[2:] == [f"tafel {n}" for n in range(5, 9)]
    expect(screen.get_by_text("Blad 2 van 2")).to_be_visible()
    expect(screen.get_by_text("40 mensen aan 8 tafels")).to_be_visible()
    assert board.locator(".far").count() > 0


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_and_nothing_sticks_out(pages, buckets, keyed, tables, axe, theme):
    for room, page_of in ((buckets, "shares"), (keyed, "answer-key"), (tables, "tables")):
        anna = pages.phone(room.session, width=320, height=640, **THEMES[theme])
        screen, console = pages.screen(room.session), pages.console(room.session)
        for page in (screen, console):
            page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        if room is buckets:
            room.place(4, "b1", "b2", "b3", "b1")
            choice(anna, "Praten", "Eerste dag").click()
            expect(choice(anna, "Praten", "Eerste dag")).to_have_attribute("aria-checked", "true")
            button(console, "Bekijk kaarten").click()
            button(console, "Tellen op papier").click()
            expect(button(console, "Een meer: Praten, Niet doen")).to_be_visible()
        else:
            room.rank(4, 3, 1, 2, 4, table=1 if room is tables else None)
        assert (axe(anna), sideways(anna), small_targets(anna), axe(console), sideways(console)) == ([], 0, [], [], 0)
        room.lead("reveal")
        if room is keyed:
            room.lead("key", board="orde", show=True)
        expect(screen.locator(f".{page_of}")).to_be_visible()
        assert (axe(anna), sideways(anna), axe(screen), axe(console)) == ([], 0, [], [])
