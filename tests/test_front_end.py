"""The built pages: fit for a strict Content-Security-Policy, and the colours that the build writes."""

import gzip
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DIST = ROOT / "static" / "dist"


@pytest.mark.parametrize("entry", ["phone", "screen", "console", "home", "editor", "preview"])
def test_a_page_never_turns_text_into_script(entry):
    script = built(f"{entry}.js").decode()

    # engine.io asks `Function("return this")` only where there is no `self` and no `window`: in no browser.
    assert set(re.findall(r"\beval\(.*?\)|\bFunction\(.*?\)", script)) - {'Function("return this")'} == set()


def test_what_is_compressed_beforehand_is_the_same_file():
    for name in "phone.js", "style.css":
        assert gzip.decompress(built(f"{name}.gz")) == built(name)


def test_the_style_asks_nothing_of_another_host():
    fetched = re.findall(r"url\(([^)]*)\)|@import ([^;]*)", built("style.css").decode())

    assert [url for pair in fetched for url in pair if url and not url.startswith(('"./', "data:"))] == []


@pytest.mark.parametrize(("theme", "setting"), [("dark", "prefers-color-scheme:dark"), ("contrast", "prefers-contrast:more")])
def test_a_phone_that_follows_its_owner_gets_the_same_colours(theme, setting):
    style = built("style.css").decode()

    chosen = re.search(rf"\[data-theme={theme}\]\{{([^}}]*)\}}", style)
    auto = re.search(rf"@media\({setting}\)\{{\[data-theme=auto\]\{{([^}}]*)\}}", style)

    assert auto[1] == chosen[1]


def built(name):
    """The bytes of a built file, by the name it has without its hash."""
    plain = name.removesuffix(".gz")
    path = DIST / json.loads((DIST / "manifest.json").read_text())[plain]
    return path.with_name(path.name + name.removeprefix(plain)).read_bytes()
