"""What a phone has to fetch over a school's Wi-Fi."""

import gzip
import json
from pathlib import Path

import pytest

DIST = Path(__file__).parents[1] / "static/dist"
MOST = 45 * 1024


def test_the_phone_page_is_at_most_45_kb_of_javascript_gzipped():
    manifest = json.loads((DIST / "manifest.json").read_text())
    names = [name for key, name in manifest.items() if key.endswith(".js") and key not in ("screen.js", "console.js", "home.js")]

    size = sum(len(gzip.compress((DIST / name).read_bytes(), 9)) for name in names)

    assert size <= MOST, f"{size} bytes"


@pytest.mark.parametrize("word", ["Voeg samen", "Maak ongedaan"])
def test_nothing_of_the_console_travels_to_a_phone(word):
    manifest = json.loads((DIST / "manifest.json").read_text())

    found = {page: word in (DIST / manifest[page]).read_text(encoding="utf8") for page in ("console.js", "phone.js")}

    assert found == {"console.js": True, "phone.js": False}
