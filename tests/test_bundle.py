"""What a phone has to fetch over a school's Wi-Fi."""

import gzip
import json
import re
from pathlib import Path

import pytest

from sessions.boards import KINDS

DIST = Path(__file__).parents[1] / "static/dist"
NAMES = json.loads((DIST / "manifest.json").read_text())
MOST, ONE_MORE = 45 * 1024, 8 * 1024


def whole(*names: str) -> set[str]:
    """The files behind these pages or kinds, with everything they import at once."""
    found, ahead = set(), [NAMES[f"{name}.js"] for name in names]
    while ahead:
        file = ahead.pop()
        if file not in found:
            found.add(file)
            ahead += re.findall(r'(?:from|import)"\./([\w-]+\.js)"', (DIST / file).read_text(encoding="utf8"))
    return found


def gzipped(files: set[str]) -> int:
    return sum(len(gzip.compress((DIST / file).read_bytes(), 9)) for file in files)


@pytest.mark.parametrize("kind", KINDS)
def test_a_phone_draws_any_step_with_at_most_45_kb_of_javascript_gzipped(kind):
    """What is needed before somebody can take part; the other kinds of the script come behind it, while people read."""
    assert gzipped(whole("phone", kind)) <= MOST


@pytest.mark.parametrize("kind", KINDS)
def test_a_step_of_another_kind_costs_little_more(kind):
    assert gzipped(whole("phone", kind) - whole("phone")) <= ONE_MORE


@pytest.mark.parametrize("kind", KINDS)
def test_a_phone_fetches_only_the_kinds_of_its_script(kind):
    assert NAMES[f"{kind}.js"] not in whole("phone")


@pytest.mark.parametrize("word", ["Voeg samen", "Maak ongedaan"])
def test_nothing_of_the_console_travels_to_a_phone(word):
    files = {"console": whole("console"), "phone": whole("phone", *KINDS)}

    found = {page: any(word in (DIST / file).read_text(encoding="utf8") for file in files[page]) for page in files}

    assert found == {"console": True, "phone": False}
