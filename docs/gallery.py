"""Pictures of every page in every state of the scripts that come with us and of every kind ("soorten"), made on a real server with real pages: look at them after every change.

.venv/bin/python docs/gallery.py [--script kennismaken] [--people 12] [--themes light,dark,contrast] [--readme]     writes to gallery/ (ignored by git); --readme renews docs/pictures/
"""

import os
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]  # the server and the people of the tests

from guests import Guest, Guests, op  # noqa: E402 - from tests/, which the line above puts in reach
from house import House, Opened  # noqa: E402 - the same

from facilitator.demo.kinds import answers  # noqa: E402 - from the checkout, for when it is not installed
from sessions import script as scripts  # noqa: E402 - the same

KINDS = ROOT / "docs" / "gallery-soorten.toml"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
         "--host-resolver-rules=MAP werksessie.test 127.0.0.1"]
SIZES = {"phone": (390, 844), "screen": (1920, 1080), "console": (1366, 768)}
DOES = {  # what the people of the pictures write; fictional
    "foundation": ["Intervisie in vaste groepjes", "Maatje voor nieuwe collega's", "Koffie zonder agenda", "Samen lessen voorbereiden", "Coach voor wie dat wil", "Check-in bij de vergadering"],
    "base": ["Elke leerling begroeten bij de deur", "Begroeten bij de deur", "Mentorles over hoe het gaat", "Dagstart in de kring", "Vaste huiswerkafspraken", "Duidelijke schoolregels", "Leesplan voor alle klassen"],
    "extra": ["Rustige plek in de pauze", "Groepje over motivatie en huiswerk", "Taalklas", "Weerbaarheid voor één leerjaar", "Huiswerkbegeleiding"],
    "intensive": ["Vaste contactpersoon", "Stap voor stap terug naar school", "Eén plan met gezin en hulpverlener"],
}
STORY = {
    "knowledge": [("Op tijd beginnen", "dan weten ze het voordat het speelt"), ("Steeds terug laten komen", "één les is snel vergeten"), ("Jongens doen ook mee", "zij zijn deel van de oplossing")],
    "principles": [("Voorkomen staat voorop", "wat niet gebeurt, hoef je niet te herstellen"), ("Iedereen zorgt mee", "samen zie je meer")],
    "conditions": [("Partners werken goed samen", "dan klopt de boodschap overal"), ("Het bestuur staat erachter", "dan blijft er tijd voor"), ("Er is tijd om af te stemmen", "anders werkt ieder voor zich")],
    "other": [("Goed geschoolde professionals", "zij voeren het gesprek")],
}


class Show:
    """One session with its people, three pages on it, and a picture whenever a state is worth one."""

    def __init__(self, house: House, guests: Guests, browser: Browser, folder: Path, script: str, people: int, themes: list[str]):
        self.house, self.guests, self.folder, self.script, self.people, self.themes = house, guests, folder, script, people, themes
        self.dice = random.Random(1)
        self.session = house.open_own(KINDS.read_text()) if script == "soorten" else house.create(script, group="Vlierwijk College", **asked(script))
        self.leader = guests.console(house, self.session)
        self.crowd: list[Guest] = []
        self.pages = {name: self._open(browser, name, self.session) for name in SIZES}

    def _open(self, browser: Browser, name: str, session: Opened) -> Page:
        width, height = SIZES[name]
        context = browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=2 if name == "phone" else 1, locale="nl-NL", reduced_motion="reduce")
        page = context.new_page()
        page.on("console", lambda said: said.type == "error" and print(f"   {name}: {said.text}"))
        page.on("pageerror", lambda error: print(f"   {name}: {error}"))
        page.goto({"phone": f"http://werksessie.test:{self.house.port}/{session.code}", "screen": session.screen_url, "console": session.console_url}[name])
        return page

    def picture(self, state: str, *names: str) -> None:
        """The pages as they are now, in every theme."""
        for name in names or SIZES:
            page = self.pages[name]
            page.wait_for_timeout(500)
            for theme in self.themes:
                page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
                page.screenshot(path=self.folder / f"{self.script}-{state}-{name}{'' if theme == 'light' else '-' + theme}.png")
            page.evaluate("theme => { document.documentElement.dataset.theme = theme }", self.themes[0])

    def keys(self, *keys: str) -> None:
        for key in keys:
            self.pages["console"].keyboard.press(key)
            self.pages["console"].wait_for_timeout(200)

    def lead(self, do: str, board: str = "stage", **fields) -> dict:
        return self.leader.do(board, do, **fields)

    def go(self, step: str) -> None:
        offer = self.leader.parts.get(f"offer:{step}")
        if offer and not offer["items"]:
            self.lead("bring", board=step, card=f"erbij-{step}", text="Een vaste dagstart")
            offer = self.leader.until(lambda page: page.parts[f"offer:{step}"]["items"]).parts[f"offer:{step}"]
        picked = [item["id"] for item in offer["items"] if item["picked"]] or [item["id"] for item in offer["items"][:5]] if offer else []
        self.leader.go(step, **({"items": picked} if offer else {}))
        self.leader.until(lambda page: page.board == step)

    def come_in(self) -> None:
        self.crowd += [self.guests.phone(self.house, self.session) for _ in range(self.people)]

    def vote(self, board: str) -> None:
        items = [id for id, part in self.leader.parts.items() if isinstance(part, dict) and "i" in part and "into" not in part]
        ballots = [ballot["id"] for ballot in self.leader.parts["config"]["ballots"]]
        for guest in self.crowd[: len(self.crowd) * 3 // 4 + 1]:
            for number, ballot in enumerate(ballots):
                liked = sorted(items, key=lambda id: self.dice.random() * (1 + (items.index(id) + 3 * number) % len(items)))[:3]
                guest.ops(*(op(board, "put", item=item, ballot=ballot) for item in liked))

    def order(self, board: str) -> None:
        items = [id for id, part in self.leader.parts.items() if isinstance(part, dict) and "i" in part and "into" not in part]
        for guest in self.crowd[: len(self.crowd) * 3 // 4 + 1]:
            guest.do(board, "rank", items=sorted(items, key=lambda id: items.index(id) + self.dice.uniform(0, 2.5)))

    def add(self, board: str, cards: Iterator[dict]) -> None:
        for number, fields in enumerate(cards):
            self.crowd[number % len(self.crowd)].do(board, "add", card=f"kaart-{board[:4]}-{number:04d}", **fields)

    def begin(self) -> None:
        self.picture("01-wachten-leeg")
        self.come_in()
        self.picture("02-wachten")

    def finish(self) -> None:
        self.lead("note", note="besluit-0001", step=self.leader.board, text="We beginnen elke dag bij de deur. Trekker: team onderbouw. Vanaf 2 maart.", **{"as": "decision"})
        self.lead("note", note="open-0000001", step=self.leader.board, text="Wie begeleidt de intervisie volgend jaar?", **{"as": "open"})
        self.lead("screen", show="notes")
        self.picture("50-besluiten", "screen", "console")
        self.lead("screen", show="blank")
        self.picture("51-leeg", "screen")
        self.lead("screen", show="code")
        self.picture("52-code", "screen")
        self.lead("break", minutes=10)
        self.picture("53-pauze")
        self.lead("break", minutes=0)
        for tab in ("Kaarten", "Draaiboek", "Verslag"):
            self.pages["console"].get_by_role("tab", name=tab).or_(self.pages["console"].get_by_role("link", name=tab)).or_(self.pages["console"].get_by_role("button", name=tab)).first.click()
            self.picture(f"54-{tab.lower()}", "console")
        self.pages["console"].keyboard.press("Shift+?")
        self.picture("55-toetsen", "console")
        self.report()
        self.lead("end")
        self.picture("60-klaar")

    def report(self) -> None:
        ticket = self.house.api("POST", "/api/ticket", {}, key=self.session.tokens["console"])["ticket"]
        page = self.pages["console"].context.new_page()
        page.set_viewport_size({"width": 900, "height": 1270})
        page.goto(f"{self.house.url}/report/{ticket}")
        page.screenshot(path=self.folder / f"{self.script}-56-verslag.png", full_page=True)
        page.close()


def asked(script: str) -> dict:
    return {"confidant": "Sam, kamer 12"} if scripts.load(scripts.shipped()[script]).confidant else {}


def kennismaken(show: Show) -> None:
    show.begin()
    show.go("piramide")
    show.picture("10-piramide-leeg")
    texts = [{"text": text, "level": level, "strand": ("welbevinden", "leren", "beide")[number % 3 if number % 2 else 0]} for level, many in DOES.items() for number, text in enumerate(many)]
    show.dice.shuffle(texts)
    show.add("piramide", iter(texts[: 3 * show.people]))
    phone = show.pages["phone"]
    phone.locator("textarea").first.fill("Samen buiten eten op vrijdag")
    phone.wait_for_timeout(3500)  # new cards wear their orange edge for three seconds
    show.picture("11-piramide-vol")
    phone.get_by_role("radio", name="Sterke basis").click()
    phone.get_by_role("button", name="Zet erbij").click()
    show.picture("12-kaart-gestuurd", "phone")
    phone.context.set_offline(True)
    show.picture("13-geen-verbinding", "phone")
    phone.context.set_offline(False)
    show.lead("look")
    show.picture("14-kijk", "phone", "screen")
    show.lead("close")
    show.picture("15-dicht")
    show.lead("screen", show="board", place="base")
    show.picture("16-laag", "screen")
    card = next(id for id, part in show.leader.parts.items() if isinstance(part, dict) and "level" in part)
    show.lead("screen", show="card", card=card)
    show.picture("17-kaart", "screen")
    show.lead("screen", show="board")
    alike = [id for id, part in show.leader.parts.items() if isinstance(part, dict) and "egroeten" in str(part.get("text"))]
    show.lead("merge", board="piramide", cards=alike, into="bundel-0001")
    show.picture("18-bundel", "screen", "console")
    show.go("stemmen")
    show.picture("20-stemmen-nog-niet")
    show.lead("open")
    show.vote("stemmen")
    for row in show.pages["phone"].locator("[aria-pressed]").all()[:2]:
        row.click()
    show.picture("21-stemmen")
    show.lead("reveal")
    show.picture("22-uitslag")
    show.lead("screen", show="board", page=2)
    show.picture("23-uitslag-blad-2", "screen")
    show.go("volgorde")
    show.lead("open")
    show.order("volgorde")
    show.picture("30-volgorde")
    show.lead("reveal")
    show.picture("31-volgorde-uitslag")
    show.finish()


def veranderverhaal_kort(show: Show) -> None:
    show.begin()
    show.go("resultaat")
    show.add("resultaat", iter([{"text": "Minder jongeren gaan over een grens of maken dat mee."}, {"text": "Jongeren zien vaker dat iemand er iets van zegt."}]))
    show.picture("10-resultaat")
    show.go("elementen")
    show.picture("11-elementen-leeg")
    show.add("elementen", ({"text": text, "because": because, "field": field} for field, many in STORY.items() for text, because in many))
    show.lead("add", board="elementen", card="papier-0001", text="Ouders horen het eerst", field="other")
    show.picture("12-elementen")
    show.lead("screen", show="board", card="kaart-elem-0003")
    show.lead("screen", show="card", card="kaart-elem-0003")
    show.picture("13-element-in-beeld", "screen")
    show.lead("screen", show="board", place="knowledge")
    show.picture("14-veld", "screen")
    show.go("stemmen")
    show.lead("open")
    show.vote("stemmen")
    show.picture("20-stemmen")
    show.lead("reveal")
    show.picture("21-uitslag")
    show.go("volgorde")
    show.lead("open")
    show.order("volgorde")
    show.picture("30-volgorde")
    show.lead("reveal")
    show.picture("31-volgorde-uitslag")
    show.finish()


def every_step(show: Show) -> None:
    """Every step of any script: empty, at work, and what the room sees of it; the people are those of a rehearsal."""
    show.come_in()
    for number, guest in enumerate(show.crowd):
        guest.do("stage", "size", table=number + 1, size=5, others=4)
    for number, step in enumerate([step["id"] for step in show.leader.stage["steps"]], 1):
        show.go(step)
        show.lead("open")
        show.leader.until(lambda page: page.stage["now"]["state"] == "open")
        show.picture(f"{number:02}-{step}-1-leeg")
        for guest in show.crowd:
            guest.until(lambda page, step=step: page.board == step)
            if roles := "group" not in guest.own.get("you", {}) and guest.parts["about"].get("roles"):
                guest.do("stage", "role", group=show.dice.choice(roles))
            for op_ in answers(guest.kind, guest.parts, guest.own, show.dice):
                guest.do(step, **op_)
        show.picture(f"{number:02}-{step}-2-vol")
        if held := [waiting["card"] for waiting in show.leader.stage["held"]]:
            show.lead("release", board=step, cards=held)
        show.lead("reveal")
        show.leader.until(lambda page: page.stage["now"]["revealed"])
        show.picture(f"{number:02}-{step}-3-open")
    show.report()


SHOWS = {**dict.fromkeys([*scripts.shipped(), "soorten"], every_step), "kennismaken": kennismaken, "veranderverhaal-kort": veranderverhaal_kort}


@click.command()
@click.option("--script", type=click.Choice([*SHOWS, "all"]), default="all")
@click.option("--people", default=12)
@click.option("--themes", default="light")
@click.option("--readme", is_flag=True, help="Renew the pictures in docs/pictures/.")
def main(script: str, people: int, themes: str, readme: bool) -> None:
    folder = ROOT / "gallery"
    folder.mkdir(exist_ok=True)
    os.environ["FACILITATOR_NAMES"] = "werksessie.test"  # the phone comes in over a name that is no secure context, as on a real network
    with TemporaryDirectory() as data, Guests() as guests, sync_playwright() as playwright:
        house = House(Path(data) / "data").start()
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"), args=FLAGS)
        for name in SHOWS if script == "all" else [script]:
            click.echo(name)
            SHOWS[name](Show(house, guests, browser, folder, name, people, themes.split(",")))
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        page.goto(f"{house.url}/start#{house.key}")
        page.wait_for_timeout(800)
        page.screenshot(path=folder / "start.png")
        page.goto(house.url)
        page.screenshot(path=folder / "code.png")
        browser.close()
        house.stop()
    if readme:
        for picture, name in (("kennismaken-11-piramide-vol-screen", "screen"), ("kennismaken-12-kaart-gestuurd-phone", "phone"), ("kennismaken-21-stemmen-console", "console")):
            (ROOT / "docs" / "pictures").mkdir(exist_ok=True)
            (folder / f"{picture}.png").replace(ROOT / "docs" / "pictures" / f"{name}.png")
    click.echo(f"{len(list(folder.glob('*.png')))} pictures in {folder.relative_to(ROOT)}/")


if __name__ == "__main__":
    main()
