"""Finding things on a page as people do: by what they say."""

from playwright.sync_api import Page, expect


def button(page: Page, name: str, exact: bool = False):
    return page.get_by_role("button", name=name, exact=exact)


def heading(page: Page, text: str) -> None:
    """The page is about this."""
    expect(page.get_by_role("heading", level=1)).to_have_text(text)
