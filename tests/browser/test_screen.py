"""The projector as the back row sees it: all is there, large enough, inside its block, in every theme and on every projector."""

import time

import pytest
from guests import card, op
from looks import settle, unreadable
from playwright.sync_api import Page, expect

PROJECTORS = [(1920, 1080), (1366, 768), (1280, 800), (1024, 768)]
THEMES = ["light", "dark", "contrast"]
IDEAS = {
    "foundation": ["Intervisie in vaste groepjes", "Maatje voor nieuwe collega’s", "Samen terugkijken op onze lessen en aanpak"],
    "base": ["Mentorles", "Elke leerling wordt bij de deur begroet en gezien", "Leesplan", "Dagstart in de kring", "Vaste huiswerkafspraken"],
    "extra": ["Taalklas", "Rustige plek in de pauze"],
    "intensive": ["Stap voor stap terug naar school voor wie thuiszit", "Vaste contactpersoon"],
}
LONG = "Met ouders, wijkteam en jongerenwerk praten over wat een leerling nodig heeft"  # 77 characters, 80 is the most


@pytest.fixture
def session(server):
    return server.create("kennismaken", title="Studiedag", group="De Linde")


@pytest.fixture
def console(server, guests, session):
    return guests.console(server, session)


@pytest.fixture
def people(server, guests, session):
    """`people(4)` -> phones that came in."""
    return lambda n: [guests.phone(server, session) for _ in range(n)]


def write(console, n: int) -> list[str]:
    """Cards with a number, over all levels; the facilitator writes them, at the pace the door allows. -> their ids."""
    console.until(lambda it: it.board == "piramide")
    levels = list(IDEAS)
    ops = []
    for i in range(n):
        level = levels[i % 7 % 4]
        ops.append(card(LONG if i % 12 == 5 else f"{IDEAS[level][i % len(IDEAS[level])]} {i}", level))
    for at in range(0, n, 20):
        while any("refused" in it for it in console.ops(*ops[at : at + 20])["results"]):
            time.sleep(0.5)
    ids = [it["card"] for it in ops]
    console.until(lambda it: set(ids) <= it.cards().keys())
    return ids


def on_every_projector(page: Page, axe=None) -> dict:
    """Faults by size and theme; empty when all is well. axe looks at the largest one."""
    seen = {}
    for width, height in PROJECTORS:
        page.set_viewport_size({"width": width, "height": height})
        if found := unreadable(page):
            seen[f"{width}x{height}"] = found
    page.set_viewport_size({"width": 1920, "height": 1080})
    for theme in THEMES if axe else []:
        page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        if found := axe(page):
            seen[theme] = found
    page.evaluate("document.documentElement.dataset.theme = 'light'")
    return seen


def assert_counts_down(page: Page, seconds: int, begun: float) -> None:
    """The clock began at so many, and no later than `begun` asked it to; each second shows whole."""
    minutes, left = map(int, page.get_by_role("timer").inner_text().split(":"))
    assert seconds - (time.monotonic() - begun) <= 60 * minutes + left <= seconds


def level(page: Page, n: int):
    return page.locator(f".blk.fac-level-{n}")


def test_the_first_page_says_how_to_come_in_and_who_is(pages, session, people, axe):
    screen = pages.screen(session)
    expect(screen.get_by_text("Wie is de eerste?")).to_be_visible()
    people(6)

    expect(screen.get_by_role("heading", level=1)).to_have_text("Doe je mee?")
    expect(screen.get_by_text("6 zijn binnen")).to_be_visible()
    expect(screen.locator(".dots circle")).to_have_count(6)
    expect(screen.locator(".dots .me")).to_have_count(1)
    expect(screen.locator(".code .k")).to_have_text(f"{session.code[:3]} {session.code[3:]}")
    assert screen.locator(".big img").bounding_box()["height"] == 756  # 70 % of 1080
    assert screen.evaluate("[location.hash, location.pathname]") == ["", "/screen"]
    assert on_every_projector(screen, axe) == {}


def test_every_card_is_there_while_it_fits_and_the_newest_has_an_orange_edge(pages, session, console, people, axe):
    screen = pages.screen(session)
    console.go("piramide")
    expect(screen.get_by_text("Hier komen kaarten voor ons eigen team.")).to_be_visible()
    assert on_every_projector(screen, axe) == {}

    (anna,) = people(1)
    anna.ops(card("Mentorles", strand="welbevinden"), card("Taalklas", "extra", strand="welbevinden"))
    expect(level(screen, 2).get_by_role("listitem")).to_have_text(["Mentorles"])
    expect(level(screen, 3).locator(".card.new")).to_have_text("Taalklas")
    expect(screen.locator(".card.new")).to_have_count(0)

    anna.ops(card("Leesplan", strand="leren"))
    expect(level(screen, 2).get_by_role("listitem")).to_have_text(["MentorlesWWelbevinden", "LeesplanLLeren"])
    expect(screen.get_by_text("3 kaarten van 1 mens")).to_be_visible()
    expect(screen.get_by_text("Nu: schrijven")).to_be_visible()
    expect(screen.get_by_text("nog 10 minuten")).to_be_visible()
    assert "%" not in screen.locator("#app").inner_text()


@pytest.mark.parametrize("n", [14, 24, 60, 120])
def test_type_never_shrinks_and_no_card_is_lost_between_the_pages(pages, session, console, n):
    screen = pages.screen(session)
    console.go("piramide")
    write(console, n)
    console.do("stage", "look")
    expect(screen.get_by_text(f"{n} kaarten", exact=True)).to_be_visible()
    assert on_every_projector(screen) == {}

    settle(screen)
    said = screen.locator(".foot .end b")
    of = int(said.inner_text().split()[-1]) if said.count() else 1
    seen = set()
    for page in range(1, of + 1):
        console.do("stage", "screen", show="board", page=page)
        if of > 1:
            expect(said).to_have_text(f"Blad {page} van {of}")
        seen.update(screen.locator(".cards .card > span:first-child").all_inner_texts())
    assert seen == set(console.cards().values())


def test_a_pile_has_its_number_and_one_level_fills_the_screen(pages, session, console, axe):
    screen = pages.screen(session)
    console.go("piramide")
    for k in range(7):
        ops = [card(f"{IDEAS['base'][k % 5]} {k}{i}") for i in range(k + 2)]
        console.ops(*ops)
        assert "seq" in console.do("piramide", "merge", cards=[it["card"] for it in ops], into=f"pile{k:04d}", text=f"Bundel {k}: {IDEAS['base'][k % 5]}")
    console.ops(card("Coach voor wie dat wil"))

    expect(screen.get_by_text("36 kaarten, 7 bundels")).to_be_visible()
    expect(level(screen, 2).locator(".card").first).to_have_text("Bundel 6: Elke leerling wordt bij de deur begroet en gezien8 kaarten")
    assert on_every_projector(screen, axe) == {}

    console.do("stage", "screen", show="board", place="base", page=1)
    expect(screen.get_by_role("heading", level=1)).to_have_text("Sterke basis")
    expect(screen.locator(".piles li")).to_have_count(6)
    expect(screen.get_by_text("Blad 1 van 3")).to_be_visible()
    assert on_every_projector(screen, axe) == {}
    console.do("stage", "screen", show="board", place="base", page=3)
    expect(screen.locator(".loose .card")).to_have_text(["Coach voor wie dat wil"])
    console.do("stage", "screen", show="board", place="base", page=4)
    expect(screen.get_by_text("Blad 1 van 3")).to_be_visible()


@pytest.fixture
def vote(session, console, people):
    """`vote(12)` -> people and the ids of so many items, ready to vote on."""

    def start(n: int, crowd: int = 4):
        room = people(crowd)
        console.go("piramide")
        ids = write(console, n)
        console.go("stemmen", items=ids)
        console.do("stage", "open")
        console.until(lambda it: it.board == "stemmen" and it.stage["now"]["state"] == "open")
        for guest in room:
            guest.until(lambda it: it.board == "stemmen" and it.stage["now"]["state"] == "open")
        return room, ids

    return start


def put(guest, ballot: str, *ids: str) -> None:
    guest.ops(*(op("stemmen", "put", item=id, ballot=ballot) for id in ids))


def test_a_vote_shows_how_many_are_done_and_nothing_of_the_result(pages, session, vote, axe):
    screen = pages.screen(session)
    (anna, bram, *_), ids = vote(9)
    put(anna, "sterk", *ids[:3])
    anna.do("stage", "done", step="stemmen")

    expect(screen.locator(".number")).to_have_text("1")
    expect(screen.get_by_text("van de 4")).to_be_visible()
    expect(screen.locator(".dots .on")).to_have_count(1)
    expect(screen.get_by_text("De uitslag is nog dicht.")).to_be_visible()
    assert on_every_projector(screen, axe) == {}


def test_a_revealed_vote_shows_eight_and_the_others_on_the_next_page(pages, session, console, vote, axe):
    screen = pages.screen(session)
    room, ids = vote(20, crowd=6)
    for guest in room:
        put(guest, "sterk", *ids[:3])
        put(guest, "beter", ids[1], *ids[5:7])
    console.do("stage", "reveal")

    rows = screen.get_by_role("table", name="Uitslag in stippen").get_by_role("row")
    expect(rows).to_have_count(9)  # the heads and eight
    expect(screen.get_by_text("en 12 andere")).to_be_visible()
    expect(screen.locator(".div .t")).to_have_text(console.cards()[ids[1]])
    expect(screen.get_by_text("denken we verschillend")).to_be_visible()
    expect(screen.get_by_text("6 van 6 mensen")).to_be_visible()
    expect(rows.nth(1).get_by_role("cell", name="6 stippen sterk")).to_be_attached()
    assert on_every_projector(screen, axe) == {}
    console.do("stage", "screen", show="board", page=2)
    expect(screen.get_by_text("Blad 2 van 3")).to_be_visible()


def test_above_fourteen_dots_a_row_is_a_bar_with_a_pattern(pages, session, console, vote):
    screen = pages.screen(session)
    room, ids = vote(4, crowd=16)
    for guest in room:
        put(guest, "sterk", ids[0])
        put(guest, "beter", ids[1])
    console.do("stage", "reveal")

    expect(screen.locator("rect.bar").first).to_be_attached()
    assert set(screen.locator(".b2 rect.bar").evaluate_all("all => all.map(it => it.getAttribute('fill'))")) == {"url(#ballot-2)"}
    assert on_every_projector(screen) == {}


def test_the_order_of_the_group_ends_in_a_sentence(pages, session, console, vote, axe):
    screen = pages.screen(session)
    room, ids = vote(5, crowd=5)
    for guest in room:
        put(guest, "beter", *ids[:3])
    console.do("stage", "reveal")
    console.go("volgorde", items=ids[:4])
    expect(screen.get_by_text("liggen klaar", exact=True)).to_be_visible()
    console.do("stage", "open")
    for guest in room:
        guest.until(lambda it: it.board == "volgorde" and it.stage["now"]["state"] == "open")
    for guest in room[:3]:
        guest.do("volgorde", "rank", items=ids[:4])
    console.do("stage", "reveal")
    expect(screen.get_by_text("Met 3 lijstjes zegt dit nog weinig: praat erover.")).to_be_visible()
    console.do("stage", "open")
    for guest in room[3:]:
        guest.until(lambda it: not it.stage["now"]["revealed"] and it.stage["now"]["state"] == "open")
        guest.do("volgorde", "rank", items=ids[:4])
    console.do("stage", "reveal")

    expect(screen.get_by_text("Deze volgorde staat vast.")).to_be_visible()
    expect(screen.get_by_role("img", name="5 keer op plek 1", exact=True)).to_be_attached()
    expect(screen.get_by_text("5 van 5 op plek 2")).to_be_visible()
    assert on_every_projector(screen, axe) == {}


def test_a_wall_hangs_its_cards_around_the_result(pages, server, guests, axe):
    session = server.create("veranderverhaal-kort")
    screen, console = pages.screen(session), guests.console(server, session)
    console.go("resultaat")
    console.do("resultaat", "add", card="resultat1", text="Minder jongeren gaan over een grens of maken dat mee.")
    expect(screen.locator(".one-field .card")).to_have_text(["Minder jongeren gaan over een grens of maken dat mee."])
    assert on_every_projector(screen, axe) == {}
    console.go("elementen")
    expect(screen.get_by_role("region", name="Wat willen we bereiken?")).to_contain_text("Minder jongeren")
    expect(screen.get_by_text("Wat hoort er nog meer bij?")).to_be_visible()
    fields = ["knowledge", "principles", "conditions", "other"]
    console.ops(*(op("elementen", "add", card=f"element{i:03d}", field=fields[i % 3], text=f"Partners werken goed samen {i}", **({"because": "het scheelt tijd"} if i % 2 else {})) for i in range(20)))

    expect(screen.get_by_text("20 kaarten van 0 mensen")).to_be_visible()
    expect(screen.locator(".wc i").first).to_have_text("want …?")
    expect(screen.locator(".f .m").first).to_contain_text("en nog")
    assert on_every_projector(screen, axe) == {}
    console.do("stage", "screen", show="card", card="element019")
    expect(screen.locator(".wc.foc")).to_have_text("Partners werken goed samen 19")
    expect(screen.locator(".res .because")).to_have_text("Partners werken goed samen 19want het scheelt tijd")
    assert on_every_projector(screen, axe) == {}


def test_the_facilitator_chooses_what_the_room_sees(pages, session, console, axe):
    screen = pages.screen(session)
    console.go("piramide")
    console.ops(op("piramide", "add", card="mentor001", text=LONG, level="base", because="dan weet iedereen wat er al is en doen we minder dubbel"))
    heading = screen.get_by_role("heading", level=1)
    expect(screen.locator(".card")).to_have_text([LONG])

    console.do("stage", "screen", show="card", card="mentor001")
    expect(screen.locator(".card-text")).to_have_text(LONG)
    expect(screen.get_by_text("want dan weet iedereen")).to_be_visible()
    assert on_every_projector(screen, axe) == {}
    console.do("stage", "note", note="besluit01", step="piramide", text="Fatma maakt voor 1 december een opzet", **{"as": "decision"})
    console.do("stage", "note", note="prive0001", step="piramide", text="Let op de achterste tafel", **{"as": "private"})
    console.do("stage", "screen", show="notes")
    expect(screen.get_by_role("listitem")).to_have_text(["BesluitFatma maakt voor 1 december een opzet"])
    assert on_every_projector(screen, axe) == {}
    console.do("stage", "screen", show="blank")
    expect(screen.locator(".blank svg")).to_be_visible()
    assert on_every_projector(screen, axe) == {}
    console.do("stage", "screen", show="code")
    expect(heading).to_have_text("Doe je mee?")
    console.do("stage", "screen", show="board")
    begun = time.monotonic()
    console.do("stage", "break", minutes=15)
    expect(heading).to_have_text("Pauze")
    assert_counts_down(screen, 15 * 60, begun)
    assert on_every_projector(screen, axe) == {}
    console.do("stage", "break", minutes=0)
    console.do("stage", "close")
    expect(screen.get_by_text("Deze stap is dicht")).to_be_visible()
    console.do("stage", "end")
    expect(heading).to_have_text("Dank je wel")
    assert on_every_projector(screen, axe) == {}


def test_time_to_talk_fills_the_screen_before_a_step_opens(pages, session, console, vote, axe):
    screen = pages.screen(session)
    _, ids = vote(3, crowd=1)
    console.go("volgorde", items=ids[:2])
    begun = time.monotonic()
    console.do("stage", "timer", seconds=400)

    assert_counts_down(screen, 400, begun)
    expect(screen.locator(".mins rect")).to_have_count(7)
    assert on_every_projector(screen, axe) == {}


def test_the_projector_has_its_own_light_and_remembers_it(pages, session):
    screen = pages.screen(session)
    expect(screen.get_by_text("Doe je mee?")).to_be_visible()

    screen.keyboard.press("t")
    assert screen.evaluate("document.documentElement.dataset.theme") == "dark"
    screen.reload()
    expect(screen.get_by_text("Doe je mee?")).to_be_visible()
    assert screen.evaluate("document.documentElement.dataset.theme") == "dark"


def test_without_a_connection_the_last_picture_stays(pages, session, console):
    session.screen_url = session.screen_url.replace("localhost", "127.0.0.1")  # on localhost a page never believes that it is offline
    screen = pages.screen(session)
    console.go("piramide")
    console.ops(card("Mentorles"))
    expect(screen.locator(".card")).to_have_text(["Mentorles"])

    screen.context.set_offline(True)
    expect(screen.get_by_text("Even geen verbinding.")).to_be_visible()
    expect(screen.locator(".card")).to_have_text(["Mentorles"])
    assert on_every_projector(screen) == {}
    console.ops(card("Leesplan"))
    screen.context.set_offline(False)
    expect(screen.locator(".card")).to_have_text(["Mentorles", "Leesplan"])
    expect(screen.get_by_text("Even geen verbinding.")).to_have_count(0)


def test_a_stranger_gets_a_sentence(pages, session):
    screen = pages.screen(session)
    expect(screen.get_by_text("Doe je mee?")).to_be_visible()
    screen.evaluate("sessionStorage.clear()")
    screen.reload()
    expect(screen.get_by_role("heading", level=1)).to_have_text("Geen sessie")

    screen.evaluate("location.hash = 'abcdefghijklmnopqrstuvwxyz'")
    expect(screen.get_by_role("heading", level=1)).to_have_text("Deze sessie bestaat niet of is gewist.")


def test_a_rehearsal_says_so_on_every_page(pages, start_server, guests):
    server = pages.house = start_server()  # three rehearsals at once is the most, and the other pages have theirs
    session = server.create("kennismaken", rehearsal=2)
    screen, console = pages.screen(session), guests.console(server, session)
    expect(screen.get_by_text("Proefsessie")).to_be_visible()
    assert on_every_projector(screen) == {}
    for show in ("blank", "notes", "code"):
        console.do("stage", "screen", show=show)
        expect(screen.get_by_text("Proefsessie")).to_be_visible()
    console.go("piramide")
    expect(screen.locator(".gable")).to_be_visible()
    expect(screen.get_by_text("Proefsessie")).to_be_visible()
    console.do("stage", "end")
    expect(screen.get_by_text("Proefsessie")).to_be_visible()


def test_ten_views_a_second_leave_the_cards_where_they_are(pages, session, console):
    screen = pages.screen(session)
    console.go("piramide")
    console.ops(card("Mentorles"))
    expect(screen.locator(".card")).to_have_count(1)
    screen.evaluate("document.querySelector('.card').mine = true")
    for i in range(30):
        console.ops(card(f"Kaart {i}", "foundation"))
    expect(screen.get_by_text("31 kaarten", exact=True)).to_be_visible()

    assert screen.evaluate("document.querySelector('.blk.fac-level-2 .card').mine") is True


def test_who_wants_no_motion_sees_everything_at_once(pages, session, console, vote):
    screen = pages._open(viewport={"width": 1920, "height": 1080}, reduced_motion="reduce")
    screen.goto(session.screen_url)
    room, ids = vote(4, crowd=1)
    put(room[0], "sterk", ids[0])
    console.do("stage", "reveal")
    expect(screen.get_by_role("table")).to_be_visible()

    assert screen.evaluate("Math.max(0, ...document.getAnimations().map(it => it.effect.getComputedTiming().endTime))") <= 1
