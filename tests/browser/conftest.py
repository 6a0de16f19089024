"""Fixtures for the browser: phones on an address that is no secure context, screens and consoles on localhost, in Debian's Chromium.

Every page is watched: an error in its console, or a request to another host, fails the test that opened it.
"""

import os
import re
import shutil
import time
from urllib.parse import urlsplit

import looks
import pytest
from guests import Guest
from house import House
from line import Line
from playwright.sync_api import Browser, Page, expect

PHONE_NAME = "werksessie.test"  # what a phone sees on the Wi-Fi: plain http under a name of its own
os.environ["FACILITATOR_NAMES"] = PHONE_NAME  # the server of the `server` fixture knows that name
LONG = 15_000  # ms: on a busy laptop, too; what comes sooner is seen sooner
expect.set_options(timeout=LONG)
SEQ = re.compile(r'4(?:2\["view"|3\d+\[\{"you").*?"seq":(\d+)')  # in a view, or in the answer to a join
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]


@pytest.fixture(scope="session")
def browser_type_launch_args():
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    return {"executable_path": chromium, "args": [*QUIET, f"--host-resolver-rules=MAP {PHONE_NAME} 127.0.0.1"]}


@pytest.fixture
def pages(browser: Browser, server: House, start_server):
    """`pages.phone(session)`, `pages.screen(session)`, `pages.console(session)`. They close before a server of the test's own goes."""
    watched = Pages(browser, server)
    yield watched
    watched.close()
    assert watched.trouble == []


class Pages:
    def __init__(self, browser: Browser, house: House):
        self._browser, self.house = browser, house
        self._contexts, self.trouble, self._forgiven = [], [], ["net::ERR_INTERNET_DISCONNECTED"]
        self._heard: dict[Page, int] = {}

    def phone(self, session, width: int = 390, height: int = 844, touch: bool = True, line: Line | None = None, **context) -> Page:
        page = self._open(viewport={"width": width, "height": height}, has_touch=touch, is_mobile=touch, **context)
        return self.enter(page, session, line)

    def enter(self, page: Page, session, line: Line | None = None) -> Page:
        page.goto(f"http://{PHONE_NAME}:{(line or self.house).port}/{session.code}")
        page.get_by_role("heading", level=1).first.wait_for()
        expect(page.get_by_role("heading", level=1).first).not_to_have_text("Je komt binnen.")
        return page

    def tab(self, page: Page) -> Page:
        """Another tab of the same phone."""
        return page.context.new_page()

    def screen(self, session, width: int = 1920, height: int = 1080, **context) -> Page:
        page = self._open(viewport={"width": width, "height": height}, **context)
        page.goto(session.screen_url)
        return page

    def console(self, session, width: int = 1366, height: int = 768, **context) -> Page:
        page = self._open(viewport={"width": width, "height": height}, **context)
        page.goto(session.console_url)
        expect(page.locator(".console")).to_be_visible()  # before that it hears no key
        return page

    def abreast(self, page: Page, guest: Guest) -> None:
        """The page has heard all that this guest has heard; for what both of them get to see."""
        self.heard(page, guest.seq)

    def heard(self, page: Page, seq: int) -> None:
        """The page has a view of this entry or a later one; for what it gets to see."""
        end = time.monotonic() + LONG / 1000
        while self._heard.get(page, 0) < seq:
            assert time.monotonic() < end, f"the page is at {self._heard.get(page)}, not at {seq}"
            page.wait_for_timeout(5)

    def forgive(self, words: str) -> None:
        """An error with these words in it is what this test is about."""
        self._forgiven.append(words)

    def door(self, width: int = 390, height: int = 844, **context) -> Page:
        """Where one types the code."""
        page = self._open(viewport={"width": width, "height": height}, **context)
        page.goto(f"http://{PHONE_NAME}:{self.house.port}/")
        return page

    def start(self, width: int = 1366, height: int = 768, **context) -> Page:
        page = self._open(viewport={"width": width, "height": height}, **context)
        page.goto(f"{self.house.url}/start#{self.house.key}")
        return page

    def close(self) -> None:
        for context in self._contexts:
            context.close()

    def _open(self, **context) -> Page:
        opened = self._browser.new_context(locale="nl-NL", **context)
        opened.on("page", self._watch)  # also those that a page opens beside itself
        self._contexts.append(opened)
        return opened.new_page()

    def _watch(self, page: Page) -> Page:
        page.set_default_timeout(LONG)
        page.on("websocket", lambda line: line.on("framereceived", lambda said: self._hear(page, said)))
        page.on("console", lambda said: self._note(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self._note(str(error)))
        page.on("request", lambda request: self._note(f"foreign request: {request.url}") if self._is_foreign(request.url) else None)
        return page

    def _hear(self, page: Page, said: str | bytes) -> None:
        if isinstance(said, str) and (found := SEQ.match(said)):
            self._heard[page] = int(found[1])

    def _note(self, words: str) -> None:
        if not any(forgiven in words for forgiven in self._forgiven):
            self.trouble.append(words)

    def _is_foreign(self, url: str) -> bool:
        asked = urlsplit(url)
        return asked.scheme not in ("data", "blob", "about") and asked.hostname not in (PHONE_NAME, "localhost", "127.0.0.1")


@pytest.fixture
def lines():
    """`lines(house)` -> a Line between a phone and that server, to cut, to hold up, or to lose answers on."""
    drawn = []

    def draw(house: House) -> Line:
        drawn.append(Line(house.port))
        return drawn[-1]

    yield draw
    for line in drawn:
        line.close()


@pytest.fixture
def axe():
    """`axe(page)` -> ["rule: where it fails"], empty when nothing was found."""
    return looks.axe
