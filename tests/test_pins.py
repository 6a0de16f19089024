"""The lists of packages: every one pinned by hash, and no list says where to fetch it."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LISTS = sorted(ROOT.glob("constraints*.txt"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_list_names_packages_and_hashes_only(path):
    lines = [line for line in path.read_text().splitlines() if not line.startswith("#")]
    strange = [line for line in lines if not re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?", line)]

    assert strange == []


def test_the_packages_of_the_pages_have_hashes_and_no_address():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    fetched = [entry for place, entry in packages.items() if place]

    assert [entry for entry in fetched if "resolved" in entry or "integrity" not in entry] == []


def test_every_package_we_ask_for_is_pinned():
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text())
    runs, tests = asked["project"]["dependencies"], asked["dependency-groups"]["build"] + asked["dependency-groups"]["test"]

    assert {name_of(line) for line in runs} - pinned("constraints.txt") == set()
    assert {name_of(line) for line in runs + tests} - pinned("constraints-test.txt") == set()


def test_what_runs_is_what_was_tested():
    assert pinned("constraints.txt", whole=True) - pinned("constraints-test.txt", whole=True) == set()


def pinned(name, whole=False):
    lines = [line for line in (ROOT / name).read_text().splitlines() if "==" in line]
    return {line if whole else name_of(line) for line in lines}


def name_of(line):
    return re.match(r"[\w-]+", line)[0].lower()
