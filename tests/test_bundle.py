"""What a phone has to fetch over a school's Wi-Fi."""

import gzip
import json
import re
from pathlib import Path

import pytest

from sessions import script
from sessions.boards import KINDS

DIST = Path(__file__).parents[1] / "static/dist"
NAMES = json.loads((DIST / "manifest.json").read_text())
MOST = 45 * 1024


def whole(*names: str) -> set[str]:
    """The files behind these pages or kinds, with everything they import at once."""
    found, ahead = set(), [NAMES[f"{name}.js"] for name in names]
    while ahead:
        file = ahead.pop()
        if file not in found:
            found.add(file)
            ahead += re.findall(r'(?:from|import)"\./([\w-]+\.js)"', (DIST / file).read_text(encoding="utf8"))
    return found


@pytest.mark.parametrize("id", script.shipped())
def test_the_phone_page_of_a_script_is_at_most_45_kb_of_javascript_gzipped(id):
    kinds = {step.kind for step in script.load(script.shipped()[id]).steps}

    size = sum(len(gzip.compress((DIST / file).read_bytes(), 9)) for file in whole("phone", *kinds))

    assert size <= MOST, f"{size} bytes"


@pytest.mark.parametrize("kind", KINDS)
def test_a_phone_fetches_only_the_kinds_of_its_script(kind):
    assert NAMES[f"{kind}.js"] not in whole("phone")


@pytest.mark.parametrize("word", ["Voeg samen", "Maak ongedaan"])
def test_nothing_of_the_console_travels_to_a_phone(word):
    files = {"console": whole("console"), "phone": whole("phone", *KINDS)}

    found = {page: any(word in (DIST / file).read_text(encoding="utf8") for file in files[page]) for page in files}

    assert found == {"console": True, "phone": False}
