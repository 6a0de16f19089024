"""Every kind on the three pages, empty, at work and shown: everybody can use it, the back row can read it, nothing sticks out of a small phone."""

from pathlib import Path
from random import Random

import pytest
from looks import settle, sideways, unreadable
from playwright.sync_api import Page, expect

from facilitator.demo.kinds import answers
from sessions import script
from sessions.boards import KINDS

SCRIPT = (Path(__file__).parents[2] / "docs" / "gallery-soorten.toml").read_text()
THEMES = {"light": {"color_scheme": "light", "contrast": "no-preference"}, "dark": {"color_scheme": "dark", "contrast": "no-preference"}, "contrast": {"color_scheme": "light", "contrast": "more"}}
PEOPLE = 8


@pytest.fixture
def session(server):
    return server.open_own(SCRIPT)


def test_the_gallery_has_every_kind():
    assert {step.kind for step in script.load(SCRIPT).steps} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_for_everybody_in_each_of_its_moments(kind, pages, server, session, guests, facilitator, axe):
    crowd = [guests.phone(server, session) for _ in range(PEOPLE)]
    phone, screen, console = pages.phone(session, width=320, height=640, reduced_motion="reduce"), pages.screen(session, reduced_motion="reduce"), pages.console(session, reduced_motion="reduce")
    looked = Looks(axe)
    for seq in (facilitator.go(kind)["seq"], facilitator.do("stage", "look")["seq"], facilitator.do("stage", "open")["seq"]):
        heard(pages, seq, phone, screen, console)
    looked("empty", phone, screen, console)

    chance = Random(3)
    for guest in crowd:
        guest.until(lambda page: page.board == kind and page.stage["now"]["state"] == "open")
        for op in answers(kind, guest.parts, guest.own, chance):
            assert "seq" in guest.do(kind, **op)
    looked("at work", phone, screen, console, themes=["dark", "contrast"])
    heard(pages, facilitator.do("stage", "reveal")["seq"], phone, screen, console)
    looked("shown", phone, screen, console, themes=list(THEMES))
    board = console.get_by_role("navigation", name="Onderdelen").get_by_role("button").nth(1)  # cards, or the board of a kind without them
    board.click()
    expect(board).to_have_attribute("aria-current", "page")
    looked("cards", console)

    assert looked.found == []


def heard(pages, seq: int, *open_pages: Page) -> None:
    for page in open_pages:
        pages.heard(page, seq)


class Looks:
    """`found` is what was wrong, and where."""

    def __init__(self, axe):
        self._axe, self.found = axe, []

    def __call__(self, state: str, *open_pages: Page, themes: list[str] | None = None) -> None:
        for page in open_pages:
            settle(page)
            surface = page.evaluate("document.documentElement.dataset.surface")
            for theme in (themes or ["light"]) if surface != "console" else ["light"]:
                self._wear(page, surface, theme)
                self.found += [f"{state}, {surface}, {theme}: {said}" for said in self._axe(page)]
            self._wear(page, surface, "light")
            if surface == "phone":
                self.found += [f"{state}, phone: {n} px sideways" for n in [sideways(page)] if n]
            if surface == "screen":
                self.found += [f"{state}, screen: {said}" for said in unreadable(page)]

    def _wear(self, page: Page, surface: str, theme: str) -> None:
        if surface == "screen":
            page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        else:
            page.emulate_media(**THEMES[theme])
