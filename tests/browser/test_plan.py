"""The plan on a phone, on the laptop of a scribe, on the screen and on the console."""

import pytest
from boards.test_plan import text
from finding import button
from looks import sideways, small_targets
from playwright.sync_api import Page, expect

COLUMNS = 'columns = ["Wat", { name = "Wie trekt", type = "owner" }, { name = "Wanneer", type = "date" }, { name = "Waarom", type = "reason" }]'
LAPTOP = {"width": 1366, "height": 768, "touch": False}


def script(config: str = "", id: str = "plan") -> str:
    return text(f'items = ["Dagstart", "Rustige gangen"]\n{COLUMNS}\nrows_max = 4\n{config}').replace('id = "proef"', f'id = "{id}"')


@pytest.fixture
def session(server):
    return server.open_own(script())


@pytest.fixture
def rows(facilitator) -> list[str]:
    facilitator.go("plan")
    return sorted(facilitator.until(lambda page: page.board == "plan").cards())


def cells(facilitator, row: str) -> dict:
    return facilitator.parts[row]["cells"]


def write(page: Page, column: str, words: str) -> None:
    page.get_by_label(column).fill(words)
    page.get_by_label(column).blur()


def test_a_row_is_filled_in_field_by_field_and_then_the_next(pages, session, facilitator, rows):
    anna = pages.phone(session)
    anna.get_by_label("Wie trekt").fill("De mentoren")

    anna.keyboard.press("Enter")
    expect(anna.get_by_label("Wanneer")).to_be_focused()
    anna.keyboard.type("voor 1 maart")
    anna.keyboard.press("Enter")
    anna.keyboard.type("rust begint bij de deur")
    anna.keyboard.press("Enter")

    expect(anna.get_by_role("heading", name="Rustige gangen")).to_be_visible()
    facilitator.until(lambda it: cells(it, rows[0]) == {"c2": "De mentoren", "c3": "voor 1 maart", "c4": "rust begint bij de deur"})
    expect(anna.get_by_label("Wie trekt")).to_have_value("")


def test_a_cell_says_that_it_arrived_and_by_itself_goes_in_after_a_pause(pages, session, facilitator, rows):
    anna = pages.phone(session)

    anna.get_by_label("Wie trekt").fill("De mentoren")

    expect(anna.get_by_text("Aangekomen")).to_be_visible()
    assert cells(facilitator, rows[0]) == {"c2": "De mentoren"}
    expect(anna.get_by_label("Wie trekt")).to_be_focused()


def test_what_is_typed_survives_a_reload_and_what_others_do(pages, session, facilitator, rows, bram):
    anna = pages.phone(session)
    anna.get_by_label("Wanneer").press_sequentially("na de ")
    bram.do("plan", "cell", card=rows[0], column="c2", text="Teamleider", was="")
    expect(anna.get_by_label("Wie trekt")).to_have_value("Teamleider")
    expect(anna.get_by_label("Wanneer")).to_have_value("na de ")
    expect(anna.get_by_label("Wanneer")).to_be_focused()

    anna.get_by_label("Wanneer").press_sequentially("zomer")
    anna.reload()

    expect(anna.get_by_label("Wanneer")).to_have_value("na de zomer")
    facilitator.until(lambda it: cells(it, rows[0]) == {"c2": "Teamleider", "c3": "na de zomer"})


def test_without_a_line_a_cell_waits_and_is_sent_when_it_is_back(pages, session, facilitator, rows):
    anna = pages.phone(session)
    anna.context.set_offline(True)
    expect(anna.locator(".top .net")).to_have_text("Geen verbinding")

    write(anna, "Wie trekt", "De mentoren")
    expect(anna.get_by_text("Wacht op verbinding")).to_be_visible()
    expect(anna.locator(".cell[data-pending]")).to_have_count(1)
    anna.context.set_offline(False)

    facilitator.until(lambda it: cells(it, rows[0]) == {"c2": "De mentoren"}, 10)
    expect(anna.locator(".cell[data-pending]")).to_have_count(0)


def test_what_somebody_was_typing_when_the_step_closed_is_in(pages, session, facilitator, rows):
    anna = pages.phone(session)
    anna.get_by_label("Wie trekt").press_sequentially("De ment")

    facilitator.do("stage", "close")

    expect(anna.get_by_text("Deze stap is dicht.")).to_be_visible()
    facilitator.until(lambda it: cells(it, rows[0]) == {"c2": "De ment"})
    expect(anna.get_by_text("De ment")).to_be_visible()


def test_two_writers_in_one_cell_see_each_others_text_and_either_can_put_it_back(pages, session, facilitator, rows):
    anna, bram = pages.phone(session), pages.phone(session)
    anna.get_by_label("Wie trekt").press_sequentially("Mentor")
    expect(bram.get_by_text("Iemand typt hier")).to_be_visible()
    bram.get_by_label("Wie trekt").press_sequentially("Team")
    facilitator.until(lambda it: len(it.views) > 0 and cells(it, rows[0]).get("c2") in ("Mentor", "Team"))

    first, last = (anna, bram) if cells(facilitator, rows[0])["c2"] == "Mentor" else (bram, anna)
    first.get_by_label("Wie trekt").blur()
    last.get_by_label("Wie trekt").blur()

    expect(last.get_by_text("Jouw tekst staat er nu.")).to_be_visible()
    expect(first.get_by_text("Jij schreef:")).to_be_visible()
    button(last, "Laat zo").click()
    expect(last.locator(".clash")).to_have_count(0)
    mine = "Mentor" if first is anna else "Team"
    button(first, "Zet mijn tekst terug").click()
    facilitator.until(lambda it: cells(it, rows[0])["c2"] == mine)
    expect(first.locator(".clash")).to_have_count(0)
    expect(last.get_by_label("Wie trekt")).to_have_value(mine)


def test_a_row_is_added_named_anew_and_taken_away_again(pages, session, facilitator, rows):
    anna = pages.phone(session)
    anna.get_by_label("Regel").select_option(label="Nieuwe regel")
    anna.get_by_label("Wat").fill("Ouders doen mee")
    button(anna, "Zet erbij").click()
    facilitator.until(lambda it: "Ouders doen mee" in it.cards().values())

    write(anna, "Wat", "Ouders horen het eerst")
    facilitator.until(lambda it: "Ouders horen het eerst" in it.cards().values())
    button(anna, "Haal weg").click()
    button(anna, "Ja, haal weg").click()

    facilitator.until(lambda it: len(it.cards()) == 2)
    expect(anna.get_by_role("heading", level=1)).to_be_focused()


def test_a_row_that_is_refused_is_kept_with_the_reason(pages, session, facilitator, rows, bram):
    anna = pages.phone(session)
    anna.get_by_label("Regel").select_option(label="Nieuwe regel")
    anna.get_by_label("Wat").fill("Ouders doen mee")
    anna.context.set_offline(True)
    button(anna, "Zet erbij").click()
    for n in range(2):
        bram.do("plan", "add", card=f"regel-van-bram-{n}", text=f"Regel {n}")
    anna.context.set_offline(False)

    refused = anna.get_by_role("region", name="Niet verstuurd")
    expect(refused).to_contain_text("Ouders doen mee", timeout=10_000)
    expect(refused).to_contain_text("Dat zijn er te veel voor deze stap.")


def test_on_a_laptop_the_whole_table_is_filled_in_without_a_mouse(pages, session, facilitator, rows):
    scribe = pages.phone(session, **LAPTOP)
    table = scribe.get_by_role("table")
    expect(table.get_by_role("columnheader")).to_have_text(["Wat", "Wie trekt", "Wanneer", "Waarom"])
    first = scribe.get_by_label("Wie trekt, regel 1: Dagstart")
    while not first.evaluate("it => it === document.activeElement"):
        scribe.keyboard.press("Tab")

    for words in ("De mentoren", "maart", "rust"):
        scribe.keyboard.type(words)
        scribe.keyboard.press("Enter")
    expect(scribe.get_by_label("Wie trekt, regel 2: Rustige gangen")).to_be_focused()
    scribe.keyboard.type("Conciërge")
    scribe.keyboard.press("ArrowUp")  # in the middle of a text the arrows stay in it
    scribe.keyboard.press("Home")
    scribe.keyboard.press("ArrowUp")
    expect(first).to_be_focused()
    scribe.keyboard.press("End")
    scribe.keyboard.press("ArrowRight")
    expect(scribe.get_by_label("Wanneer, regel 1: Dagstart")).to_be_focused()
    scribe.keyboard.press("Home")
    scribe.keyboard.press("ArrowLeft")
    expect(first).to_be_focused()
    scribe.get_by_label("Nieuwe regel: Wat").focus()
    scribe.keyboard.type("Ouders doen mee")
    scribe.keyboard.press("Enter")
    expect(scribe.get_by_label("Wie trekt, regel 3: Ouders doen mee")).to_be_focused()
    scribe.keyboard.type("Noor")
    scribe.keyboard.press("Tab")

    facilitator.until(lambda it: cells(it, rows[0]) == {"c2": "De mentoren", "c3": "maart", "c4": "rust"} and cells(it, rows[1]) == {"c2": "Conciërge"})
    facilitator.until(lambda it: [it.parts[id]["cells"] for id, words in it.cards().items() if words == "Ouders doen mee"] == [{"c2": "Noor"}])


def test_the_screen_marks_what_is_empty_and_where_somebody_types_and_says_how_far_it_is(pages, session, facilitator, rows, anna, axe):
    screen = pages.screen(session)
    anna.do("plan", "cell", card=rows[0], column="c2", text="De mentoren")

    expect(screen.get_by_role("row", name="Dagstart")).to_contain_text("De mentoren")
    expect(screen.locator(".v.none")).to_have_text(["leeg", "want …?", "leeg", "leeg", "want …?"])
    expect(screen.get_by_text("1 van de 2 regels heeft een trekker.")).to_be_visible()
    expect(screen.get_by_text("Bij 2 regels staat nog geen want.")).to_be_visible()
    anna.do("plan", "typing", card=rows[1], column="c3")
    expect(screen.locator(".v.typed")).to_have_text("hier typt iemand")
    assert axe(screen) == []
    facilitator.do("stage", "screen", show="card", card=rows[0])
    expect(screen.get_by_role("heading", level=2)).to_have_text("Dagstart")
    expect(screen.get_by_text("De mentoren")).to_be_visible()
    assert axe(screen) == []


def test_what_does_not_fit_on_the_screen_goes_by_page_and_nothing_is_too_small(pages, server, guests):
    wide = ", ".join(f'"Een kolom met een lange naam {n}"' for n in range(9))
    session = server.open_own(text(f'columns = ["Wat", {wide}]\nrows_max = 40').replace('id = "proef"', 'id = "breed"'))
    facilitator = guests.console(server, session)
    facilitator.go("plan")
    screen = pages.screen(session)
    for n in range(12):
        facilitator.do("plan", "add", card=f"regel-{n:04d}", text=f"Regel {n} over het ondersteuningscoördinatieoverleg")
        said = facilitator.do("plan", "cell", card=f"regel-{n:04d}", column="c2", text="Een tekst van een woord of tien, om te kijken wat past")
    pages.heard(screen, said["seq"])

    seen, headings = set(), set()
    page = of = 1
    while page <= of:
        facilitator.do("stage", "screen", show="board", page=page)
        expect(screen.get_by_text(f"Blad {page} van")).to_be_visible()
        of = int(screen.get_by_text(f"Blad {page} van").inner_text().split()[-1])
        on = screen.locator(".tb:not(.away)")
        seen |= set(on.locator(".t").all_text_contents())
        headings |= set(on.get_by_role("columnheader").all_text_contents())
        assert screen.evaluate("""() => [...document.querySelectorAll('.tb:not(.away) .rows .r')].filter(it => it.getBoundingClientRect().bottom > document.querySelector('.say').getBoundingClientRect().top).length""") == 0
        page += 1
    assert (len(seen), len(headings)) == (12, 10)
    small = "() => [...document.querySelectorAll('main *')].filter(it => it.textContent && parseFloat(getComputedStyle(it).fontSize) < innerHeight / 30 - 0.5).length"
    assert screen.evaluate(small) == 0


def test_per_table_every_phone_fills_in_its_own_and_the_screen_shows_one_or_all(pages, server, guests):
    session = server.open_own(script('per = "table"', "tafels"))
    facilitator = guests.console(server, session)
    facilitator.go("plan")
    anna, bram, screen = pages.phone(session), pages.phone(session), pages.screen(session)

    write(anna, "Wie trekt", "De mentoren")
    expect(anna.get_by_text("Tafel 1")).to_be_visible()
    write(bram, "Wie trekt", "De conciërge")

    expect(screen.locator(".t small")).to_have_text(["tafel 1", "tafel 2", "tafel 1", "tafel 2"])
    expect(bram.get_by_text("Tafel 2")).to_be_visible()
    expect(anna.get_by_label("Wie trekt")).to_have_value("De mentoren")
    facilitator.do("stage", "screen", show="board", table=2)
    expect(screen.locator(".tb:not(.away) .rows")).to_contain_text("De conciërge")
    expect(screen.locator(".tb:not(.away) .rows")).not_to_contain_text("De mentoren")


def test_the_facilitator_fills_in_a_row_by_keyboard_and_takes_it_back(pages, session, facilitator, rows, anna, axe):
    anna.do("plan", "cell", card=rows[0], column="c4", text="rust")
    console = pages.console(session)
    button(console, "Kaarten (2)").click()
    expect(console.get_by_text("Nog geen regel heeft een trekker.")).to_be_visible()
    assert axe(console) == []

    console.get_by_role("checkbox", name="Dagstart").focus()
    console.keyboard.press("Space")
    console.get_by_label("Wie trekt").focus()
    console.keyboard.type("De mentoren")
    console.keyboard.press("Enter")
    expect(console.get_by_label("Wanneer")).to_be_focused()

    facilitator.until(lambda it: cells(it, rows[0]) == {"c2": "De mentoren", "c4": "rust"})
    assert axe(console) == []
    button(console, "Maak ongedaan").click()
    facilitator.until(lambda it: cells(it, rows[0]) == {"c4": "rust"})


def test_the_facilitator_sees_what_was_written_over_and_can_put_it_back(pages, session, facilitator, rows, anna, bram):
    anna.do("plan", "cell", card=rows[0], column="c2", text="Mentoren", was="")
    bram.do("plan", "cell", card=rows[0], column="c2", text="Teamleider", was="")
    console = pages.console(session)
    button(console, "Kaarten (2)").click()
    console.get_by_role("checkbox", name="Dagstart").check()

    expect(console.get_by_text("Ook geschreven: “Mentoren”")).to_be_visible()
    button(console, "Zet die terug").click()

    facilitator.until(lambda it: cells(it, rows[0]) == {"c2": "Mentoren"})
    expect(console.get_by_text("Ook geschreven")).to_have_count(0)


@pytest.mark.parametrize("look", [{}, {"color_scheme": "dark"}, {"contrast": "more"}, {"width": 320, "height": 640}, LAPTOP])
def test_axe_finds_nothing_and_320_pixels_are_wide_enough(pages, session, facilitator, rows, bram, axe, look):
    anna = pages.phone(session, reduced_motion="reduce", **look)
    field = anna.get_by_label("Wie trekt").first
    field.press_sequentially("Men")
    bram.do("plan", "cell", card=rows[0], column="c2", text="Teamleider", was="")
    bram.do("plan", "typing", card=rows[0], column="c3")
    bram.do("plan", "add", card="regel-met-lange-naam", text="Ondersteuningscoördinatieoverlegvoorbereiding")
    field.blur()
    expect(anna.locator(".clash")).to_be_visible()

    assert (axe(anna), sideways(anna), small_targets(anna)) == ([], 0, [])
    facilitator.do("stage", "close")
    expect(anna.get_by_text("Deze stap is dicht.")).to_be_visible()
    assert (axe(anna), sideways(anna)) == ([], 0)
