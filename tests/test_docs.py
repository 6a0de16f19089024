"""What the README says is true: its script loads, its commands exist, every kind, setting and command is in it."""

import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from sessions import carry, script, scripted
from sessions.boards import KINDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text()
ROWS = {row[1]: row[0] for row in re.findall(r"(^\| `(\w+)` \|.*$)", README, re.M)}


def test_the_script_in_the_readme_loads():
    (text,) = re.findall(r"```toml\n(.*?)```", README, re.S)

    plan = script.load(text)

    assert [step.kind for step in plan.steps] == ["wall", "vote"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_row_with_exactly_its_settings(kind):
    settings = re.findall(r"`(\w+)`", ROWS[kind].rsplit("|", 2)[1])

    assert settings == [field.encode_name for field in msgspec.structs.fields(KINDS[kind].Config)]


@pytest.mark.parametrize("shape", [scripted.Script, scripted.Step, scripted.From, scripted.Cue])
def test_every_key_of_a_script_is_in_the_example(shape):
    (text,) = re.findall(r"```toml\n(.*?)```", README, re.S)

    assert [field.encode_name for field in msgspec.structs.fields(shape) if not re.search(rf"\b{field.encode_name}\b", text)] == []


@pytest.mark.parametrize("rule", carry.RULES)
def test_every_carry_rule_is_in_the_example(rule):
    assert rule in README


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`facilitator (\w+)", README))))
def test_every_command_in_the_readme_exists(command):
    run = subprocess.run([sys.executable, "-c", f"from facilitator.cli import main; main(['{command}', '--help'])"], capture_output=True, text=True)

    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("command", re.findall(r"^\.venv/bin/python (\S+ ?\S*) *#", README, re.M))
def test_every_developers_command_starts(command):
    words = [word for word in command.split() if word]
    run = subprocess.run([sys.executable, *words, "--help"], capture_output=True, text=True, cwd=ROOT)

    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("option", ["--port", "--host", "--data", "--url", "--name", "--demo"])
def test_every_option_of_start_is_one_of_run(option):
    run = subprocess.run([sys.executable, "-c", "from facilitator.cli import main; main(['run', '--help'])"], capture_output=True, text=True)

    assert f" {option} " in run.stdout
    assert f"`{option}" in README


def test_every_link_in_the_readme_leads_somewhere():
    assert [path for path in re.findall(r"\]\((?!http)([^)]+)\)", README) if not (ROOT / path).exists()] == []


def test_every_trap_is_closed_by_a_test_that_exists():
    traps = (ROOT / "docs" / "traps.md").read_text()
    tests = {name for path in (ROOT / "tests").rglob("*.py") for name in re.findall(r"^def (test_\w+)", path.read_text(), re.M)}

    assert [int(n) for n in re.findall(r"^\| (\d+) \|", traps, re.M)] == list(range(1, 47))
    assert set(re.findall(r"`(test_\w+)`", traps)) - tests == set()
