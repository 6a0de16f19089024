"""Finding things on a page as people do: by what they say."""

from playwright.sync_api import Page, expect


def button(page: Page, name: str, exact: bool = False):
    return page.get_by_role("button", name=name, exact=exact)


def heading(page: Page, text: str) -> None:
    """The page is about this."""
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def arrived(phone: Page) -> None:
    """What was done on this phone is with the server. Dots, cards and counts are drawn before that, in the hope that it will be."""
    expect(phone.locator("[data-pending], .news .pending")).to_have_count(0)


def drawn(page: Page) -> None:
    """The page has drawn where the finger or the mouse is now: it follows once per frame."""
    page.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
