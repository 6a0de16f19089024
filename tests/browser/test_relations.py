"""Relations in the browser: laid on the phone, drawn on the screen, led from the console; by finger, by keyboard, and readable from the back row."""

import pytest
from browser.test_keyboard import Keys
from browser.test_screen import PROJECTORS, on_every_projector
from finding import button
from guests import op
from looks import settle, sideways, small_targets, unreadable
from playwright.sync_api import Page, expect

SHORT = ["Op tijd beginnen", "Steeds terug laten komen", "Snel resultaat", "Iedereen zorgt mee"]
LONG = [
    "Op tijd beginnen, dus al op de basisschool, voordat het voor kinderen gaat spelen",
    "Steeds terug laten komen in een doorlopende leerlijn: één les is snel vergeten",
    "Jongens en mannen zijn deel van de oplossing en niet alleen mogelijke plegers",
    "Voorkomen staat voorop; ook één keer is te veel, en dat zeggen we hardop",
    "Iedereen zorgt mee voor veiligheid: school, sportclub, ouders en buurtwerk",
    "Schoolmaatschappelijkwerkers en jeugdgezondheidszorgmedewerkers werken samen",
    "Het bestuur staat erachter en maakt er elk jaar tijd en geld voor vrij",
    "Er is tijd om af te stemmen, ook met de partners buiten de school en de wijk",
    "Goed geschoolde professionals die over seksualiteit en grenzen durven praten",
    "Kennis, houding en vaardigheden van jongeren zelf groeien door oefenen",
    "We willen dit schooljaar al resultaat zien, zodat iedereen gemotiveerd blijft",
    "De gemeente houdt de regie en deelt wat we leren met alle scholen in de regio",
]
STRONG, FITS, AGAINST = "type-1", "type-2", "type-3"


class Room:
    """A session with only this step, open, the facilitator at a console."""

    def __init__(self, server, guests, items: list[str], config: str):
        listed = ", ".join(f'"{text}"' for text in items)
        self.server, self.guests = server, guests
        self.session = server.open_own(
            f'id = "samenhang"\ntitle = "Bouwsteen"\nsummary = "Samenhang"\n[[steps]]\nid = "werk"\nkind = "relations"\ntitle = "Samenhang"\nprompt = "Welke twee horen bij elkaar?"\nminutes = 20\nanonymous = false\n[steps.config]\nitems = [{listed}]\n{config}\n'
        )
        self.leader = guests.console(server, self.session)
        self.leader.go("werk")
        self.lead("open")

    def lead(self, do: str, board: str = "stage", **fields) -> None:
        assert "refused" not in self.leader.do(board, do, **fields)

    def lay(self, *links: tuple) -> None:
        """Somebody comes in and lays (a, b, type, because?)."""
        guest = self.guests.phone(self.server, self.session)
        ops = [op("werk", "link", a=f"s1-{a}", b=f"s1-{b}", type=type, **({"because": why[0]} if why else {})) for a, b, type, *why in links]
        assert not [it for it in guest.ops(*ops)["results"] if "refused" in it]

    def laid(self) -> int:
        return self.leader.parts["looked"]["n"]


@pytest.fixture
def room(server, guests):
    return lambda items=SHORT, config="": Room(server, guests, items, config)


def lay(phone: Page, one: str, two: str, type: str, why: str = "") -> None:
    button(phone, one).first.click()
    button(phone, two).first.click()
    phone.get_by_role("radio", name=type).click()
    if why:
        phone.get_by_label("want").fill(why)
    button(phone, "Leg dit verband").click()
    expect(button(phone, "Ik ben klaar")).to_be_visible()


# the phone


def test_two_taps_a_type_and_a_reason_make_a_link(pages, room):
    here = room()
    phone = pages.phone(here.session)

    lay(phone, SHORT[0], SHORT[2], "spreken elkaar tegen", "dat kost jaren")

    mine = phone.get_by_role("listitem").filter(has_text="spreken elkaar tegen")
    expect(mine).to_contain_text("Op tijd beginnen en Snel resultaat")
    expect(mine).to_contain_text("want dat kost jaren")
    expect(phone.get_by_text("Je legde 1 verband.")).to_be_visible()
    here.leader.until(lambda it: here.laid() == 1)


def test_a_link_can_be_mended_and_taken_away(pages, room):
    here = room()
    phone = pages.phone(here.session)
    lay(phone, SHORT[0], SHORT[1], "versterken elkaar", "zo leer je meer")

    button(phone, "Pas aan: Op tijd beginnen en Steeds terug laten komen").click()
    expect(phone.get_by_label("want")).to_have_value("zo leer je meer")
    expect(phone.get_by_role("radio", name="versterken elkaar")).to_be_checked()
    phone.get_by_role("radio", name="sluiten op elkaar aan").click()
    button(phone, "Leg dit verband").click()
    expect(phone.get_by_role("listitem").filter(has_text="sluiten op elkaar aan")).to_have_count(1)

    button(phone, "Haal weg: Op tijd beginnen").click()
    button(phone, "Ja, haal weg: Op tijd beginnen").click()
    expect(phone.get_by_text("Je legde 0 verbanden.")).to_be_visible()
    here.leader.until(lambda it: here.laid() == 0)


def test_a_missing_reason_is_asked_where_it_is_missing(pages, room):
    here = room(config='because = "required"')
    phone = pages.phone(here.session)
    button(phone, SHORT[0]).click()
    button(phone, SHORT[1]).click()

    button(phone, "Leg dit verband").click()
    expect(phone.get_by_text("Kies eerst wat ze met elkaar hebben.")).to_be_visible()
    phone.get_by_role("radio", name="versterken elkaar").click()
    button(phone, "Leg dit verband").click()

    expect(phone.get_by_text("Schrijf er ook bij waarom.")).to_be_visible()
    expect(phone.get_by_label("want")).to_be_focused()


def test_what_is_typed_survives_views_and_a_reload(pages, room):
    here = room()
    phone = pages.phone(here.session)
    button(phone, SHORT[0]).click()
    button(phone, SHORT[1]).click()
    phone.get_by_role("radio", name="versterken elkaar").click()
    phone.get_by_label("want").fill("half geschr")
    phone.get_by_label("want").focus()

    here.lead("items", "werk", drop=["s1-4"])
    here.lead("edit", "werk", card="s1-1", text="Op tijd beginnen, al vroeg")
    expect(phone.get_by_text("Op tijd beginnen, al vroeg")).to_be_visible()
    phone.keyboard.type("even")

    expect(phone.get_by_label("want")).to_have_value("half geschreven")
    phone.reload()
    expect(phone.get_by_label("want")).to_have_value("half geschreven")


def test_spread_pairs_come_one_at_a_time_until_my_share_is_done(pages, room):
    here = room(config='mode = "spread"\nbecause = "none"\nper_person = 3')
    phone = pages.phone(here.session)

    for n, type in enumerate(["versterken elkaar", "geen verband", "weet niet"], 1):
        expect(phone.get_by_role("heading", level=1)).to_have_text(f"Paar {n} van 3")
        expect(phone.get_by_text(f"nog {4 - n} van de 3")).to_be_visible()
        button(phone, type).click()

    expect(phone.get_by_text("Je bent klaar.")).to_be_visible()
    here.leader.until(lambda it: (it.parts["looked"], it.parts["turnout"]["done"]) == ({"n": 3, "of": 6}, 1))
    button(phone, "Bekijk nog een paar").click()
    button(phone, "sluiten op elkaar aan").click()
    expect(phone.get_by_text("Je bekeek 4 paren.")).to_be_visible()


def test_the_pair_i_look_at_stays_while_others_answer(pages, room):
    here = room(config='mode = "spread"')
    phone = pages.phone(here.session)
    pair = phone.locator(".two").inner_text()

    for _ in range(2):
        guest = here.guests.phone(here.server, here.session)
        for a, b in guest.own["pairs"]:
            guest.do("werk", "link", a=a, b=b, type="none")
    here.lead("edit", "werk", card="s1-1", text="Op tijd beginnen")
    here.lead("timer", seconds=300)
    expect(phone.get_by_text("nog 5 minuten")).to_be_visible()

    assert phone.locator(".two").inner_text() == pair


def test_a_refused_link_says_why_and_keeps_its_words(pages, room):
    here = room()
    phone = pages.phone(here.session)
    button(phone, SHORT[0]).click()
    button(phone, SHORT[1]).click()
    phone.get_by_role("radio", name="versterken elkaar").click()
    phone.get_by_label("want").fill("zo leer je meer")
    phone.context.set_offline(True)
    expect(phone.get_by_text("Ga gewoon door.")).to_be_visible()
    button(phone, "Leg dit verband").click()
    expect(phone.get_by_text("Wacht op verbinding")).to_be_visible()
    here.lead("adjust", step="werk", config={"because": "required"})
    here.lead("items", "werk", drop=["s1-2"])

    phone.context.set_offline(False)

    expect(phone.get_by_text("Dit staat niet meer op de lijst.")).to_be_visible()
    expect(phone.get_by_text("zo leer je meer")).to_be_visible()


def test_by_keyboard_alone(pages, room):
    here = room()
    page = pages.phone(here.session, width=1280, height=800, touch=False)
    anna = Keys(page)

    anna.push(SHORT[0])
    anna.push(SHORT[1])
    anna.tab_to(page.get_by_role("radio", name="versterken elkaar"))
    anna.press("ArrowDown")
    expect(page.get_by_role("radio", name="sluiten op elkaar aan")).to_be_checked()
    anna.tab_to(page.get_by_label("want"))
    anna.type("samen zie je meer")
    anna.tab_to(page.get_by_role("radio", name="onderbouwd"))
    anna.press("Space")
    anna.push("Leg dit verband")
    here.leader.until(lambda it: here.laid() == 1)
    anna.push("Ik ben klaar")
    here.leader.until(lambda it: it.parts["turnout"]["done"] == 1)

    assert anna.lost == []


def test_pair_by_pair_by_keyboard_alone_and_the_next_pair_is_read_out(pages, room):
    here = room(config='mode = "spread"\nper_person = 2')
    page = pages.phone(here.session, width=1280, height=800, touch=False)
    anna = Keys(page)

    anna.tab_to(page.get_by_role("radio", name="versterken elkaar"))
    anna.press("Space", "Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Paar 2 van 2")
    expect(page.locator(".two")).to_be_focused()
    anna.tab_to(page.get_by_role("radio", name="versterken elkaar"))
    anna.press("ArrowUp", "Enter")
    expect(page.get_by_text("Je bent klaar.")).to_be_visible()

    here.leader.until(lambda it: it.parts["turnout"]["done"] == 1)
    assert anna.lost == []


@pytest.mark.parametrize("config", ["", 'mode = "spread"', 'mode = "spread"\nbecause = "none"'])
def test_the_phone_is_for_everybody(pages, room, axe, config):
    here = room(LONG, config)
    phone, narrow = pages.phone(here.session), pages.phone(here.session, width=320, height=640)
    found = []
    for page in (phone, narrow):
        if not config:
            button(page, LONG[0]).click()
            found += axe(page)
            button(page, LONG[5]).click()
        if "none" not in config:
            page.get_by_role("radio", name="versterken elkaar").click()
            found += axe(page)
            button(page, "Volgende" if config else "Leg dit verband").click()
        found += [*axe(page), *small_targets(page), *([f"{sideways(page)} px sideways"] if sideways(page) else [])]
    here.lay((1, 2, AGAINST), (3, 4, STRONG))
    here.lead("reveal")
    for page in (phone, narrow):
        expect(page.get_by_text("Hier praten we over")).to_be_visible()
        found += [*axe(page), *([f"{sideways(page)} px sideways"] if sideways(page) else [])]

    assert found == []


# the screen


def test_the_screen_counts_until_the_reveal_and_then_draws_the_map(pages, room):
    here = room()
    screen = pages.screen(here.session)
    for _ in range(3):
        here.lay((1, 2, STRONG), (1, 3, AGAINST, "dat kost jaren"))
    expect(screen.get_by_text("Er zijn 6 verbanden gelegd.")).to_be_visible()
    assert "versterken" not in screen.locator("body").inner_text()

    here.lead("reveal")

    expect(screen.get_by_role("img", name="‘Op tijd beginnen’ en ‘Steeds terug laten komen’ versterken elkaar: 3 mensen.")).to_be_visible()
    expect(screen.get_by_role("complementary", name="Hier praten we over")).to_contain_text("Op tijd beginnen en Snel resultaat")
    expect(screen.get_by_text("Over 1 paar moeten we praten.")).to_be_visible()
    expect(screen.get_by_text("1 element staat nog los.")).to_be_visible()
    expect(screen.get_by_text("3 van 3 mensen")).to_be_visible()
    expect(screen.get_by_text("Blad 1 van 2")).to_be_visible()


def test_a_contradiction_is_no_error(pages, room):
    here = room()
    screen = pages.screen(here.session)
    here.lay((1, 3, AGAINST))
    here.lead("reveal")
    expect(screen.get_by_role("complementary", name="Hier praten we over")).to_be_visible()

    red = screen.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--basis-color-negative-border-default').trim()")
    colours = screen.evaluate("[...document.querySelectorAll('main *')].flatMap(it => { const {color, stroke, fill, borderTopColor} = getComputedStyle(it); return [color, stroke, fill, borderTopColor] })")
    assert red == "#b3261e"
    assert "rgb(179, 38, 30)" not in colours
    assert screen.locator("main [marker-end], main marker").count() == 0  # no arrows


def test_the_agenda_has_its_own_page_with_reasons_and_questions(pages, room):
    here = room()
    screen = pages.screen(here.session)
    here.lay((1, 3, AGAINST, "dat kost jaren"))
    here.lay((1, 3, STRONG))
    here.lead("reveal")

    here.lead("screen", show="board", page=2)

    row = screen.get_by_role("list", name="Hier praten we over").get_by_role("listitem")
    expect(row).to_contain_text("“dat kost jaren”")
    expect(row).to_contain_text("1 mens: versterken elkaar")
    expect(screen.get_by_text("Hebben we daar last van? Welke van de twee gaat voor?")).to_be_visible()


def test_one_element_shows_its_links_with_reasons(pages, room):
    here = room()
    screen = pages.screen(here.session)
    here.lay((1, 2, STRONG, "zo leer je meer"), (1, 3, AGAINST), (2, 4, FITS))
    here.lead("reveal")

    here.lead("screen", show="card", card="s1-1")

    links = screen.get_by_role("list", name="Verbanden van dit element").get_by_role("listitem")
    expect(links).to_have_count(2)
    expect(links.filter(has_text="versterken elkaar")).to_contain_text("“zo leer je meer”")
    expect(screen.get_by_text("Dit element heeft 2 verbanden.")).to_be_visible()


HITS = """() => {
  const texts = [...document.querySelectorAll('[data-item]')].map(it => ({it, box: it.getBoundingClientRect()}));
  const found = [];
  for (const path of document.querySelectorAll('.lines path')) {
    const m = path.getScreenCTM(), n = path.getTotalLength();
    for (let i = 0; i <= 60; i++) {
      const p = path.getPointAtLength(n * i / 60).matrixTransform(m);
      for (const {it, box} of texts) if (p.x > box.left + 1 && p.x < box.right - 1 && p.y > box.top && p.y < box.bottom) found.push(it.textContent);
    }
  }
  const numbers = [...document.querySelectorAll('.lines .count')].map(it => it.getBoundingClientRect());
  numbers.forEach((a, i) => numbers.slice(i + 1).forEach(b => { if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) found.push('two numbers') }));
  return found;
}"""


def crowded(here: Room, n: int) -> None:
    """Three people who see much, and mostly the same."""
    for who in range(3):
        pairs = [(a, b) for a in range(1, n + 1) for b in range(a + 1, n + 1) if (3 * a + 5 * b) % 7 < 3 - who]
        here.lay(*((a, b, (STRONG, FITS, AGAINST)[(a + b) % 3], "allebei kosten ze tijd en die is er nu niet") for a, b in pairs[:20]))
    here.lead("reveal")


def test_twelve_long_elements_can_be_read_whole_and_no_text_lies_under_a_line(pages, room, axe):
    here = room(LONG)
    screen = pages.screen(here.session)
    crowded(here, 12)
    expect(screen.locator(".lines path").first).to_be_visible()

    for width, height in [(1920, 1080), (1366, 768)]:
        screen.set_viewport_size({"width": width, "height": height})
        assert unreadable(screen) == []
        assert screen.evaluate(HITS) == []
        assert screen.locator("[data-item]").evaluate_all("all => all.map(it => getComputedStyle(it.firstChild).webkitLineClamp)") == ["none"] * 12
    assert axe(screen) == []


def test_on_every_projector_the_map_keeps_its_lines_off_its_texts(pages, room, axe):
    here = room([text.split(",")[0].split(";")[0][:40] for text in LONG[:9]])
    screen = pages.screen(here.session)
    crowded(here, 9)
    expect(screen.locator(".lines path").first).to_be_visible()

    assert on_every_projector(screen, axe) == {}
    for width, height in PROJECTORS:
        screen.set_viewport_size({"width": width, "height": height})
        settle(screen)
        assert screen.evaluate(HITS) == []


def test_the_agenda_and_one_element_can_be_read_on_every_projector(pages, room, axe):
    here = room(LONG)
    screen = pages.screen(here.session)
    crowded(here, 12)

    for page in (2, 3):
        here.lead("screen", show="board", page=page)
        expect(screen.get_by_text(f"Blad {page} van")).to_be_visible()
        assert on_every_projector(screen, axe) == {}
    here.lead("screen", show="card", card="s1-1")
    expect(screen.get_by_role("list", name="Verbanden van dit element")).to_be_visible()
    assert on_every_projector(screen, axe) == {}


def test_a_small_and_an_empty_map_are_well_too(pages, room, axe):
    here = room()
    screen = pages.screen(here.session)
    assert on_every_projector(screen, axe) == {}
    here.lead("reveal")
    expect(screen.get_by_text("Er is nog niets bekeken.")).to_be_visible()
    assert on_every_projector(screen, axe) == {}

    here.lead("open")
    here.lay((1, 2, STRONG), (3, 4, AGAINST))
    here.lead("reveal")

    expect(screen.get_by_role("complementary", name="Hier praten we over")).to_be_visible()
    assert on_every_projector(screen, axe) == {}


# the console


def test_the_facilitator_says_what_is_known_hides_a_reason_and_counts_paper(pages, room, axe):
    here = room()
    console, screen = pages.console(here.session), pages.screen(here.session)
    here.lay((1, 3, AGAINST, "dit doet iemand pijn"))
    button(console, "Kaarten").first.click()
    console.get_by_text("Een verband van papier meetellen").click()
    console.get_by_label("Het ene element").select_option(SHORT[1])
    console.get_by_label("Het andere element").select_option(SHORT[0])
    console.get_by_label("Wat ze met elkaar hebben").select_option("versterken elkaar")
    console.get_by_label("Mensen die dit vinden").fill("4")
    button(console, "Tel mee").click()
    expect(console.get_by_text("Geteld.")).to_be_visible()
    assert "tegen: " not in console.locator("main").inner_text()  # nothing of what was found before the reveal
    assert axe(console) == []

    here.lead("reveal")
    console.get_by_label("Wat weten we hiervan: Op tijd beginnen en Snel resultaat").select_option("aanname")
    here.lead("screen", show="board", page=2)
    expect(screen.get_by_text("Dit denken we: aanname")).to_be_visible()
    expect(screen.get_by_text("“dit doet iemand pijn”")).to_be_visible()
    button(console, "Verberg dit doet iemand pijn").click()

    expect(screen.get_by_text("“dit doet iemand pijn”")).to_have_count(0)
    expect(button(console, "Toon dit doet iemand pijn")).to_be_visible()
    here.lead("screen", show="board", page=1)
    expect(screen.get_by_role("img", name="‘Op tijd beginnen’ en ‘Steeds terug laten komen’ versterken elkaar: 4 mensen.")).to_be_visible()
    assert axe(console) == []
