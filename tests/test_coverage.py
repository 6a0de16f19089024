"""The table of what covers what is that of the scripts we ship, and leaves no method, setting or kind out."""

import runpy
from pathlib import Path
from typing import get_args

import pytest

from sessions import script
from sessions.boards import KINDS
from sessions.scripted import Method, Setting

ROOT = Path(__file__).parents[1]
PLANS = [script.load(text) for text in script.shipped().values()]


def test_the_table_in_the_docs_is_what_its_command_makes():
    command = runpy.run_path(str(ROOT / "docs" / "coverage.py"))

    assert (ROOT / "docs" / "coverage.md").read_text("utf-8") == command["table"]()


@pytest.mark.parametrize("method", get_args(Method))
def test_every_method_has_a_script(method):
    assert [plan.id for plan in PLANS if method in plan.methods]


@pytest.mark.parametrize("setting", get_args(Setting))
def test_every_setting_has_a_script(setting):
    assert [plan.id for plan in PLANS if plan.setting == setting]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_used_by_a_script(kind):
    assert [plan.id for plan in PLANS if kind in {step.kind for step in plan.steps}]


def test_a_script_says_what_it_needs_and_what_it_leaves():
    assert [plan.id for plan in PLANS if not (plan.methods and plan.audience and plan.needs and plan.leaves and plan.setting)] == []
