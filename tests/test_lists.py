"""Lists of content stand in one place; a script refers to them by name."""

import pytest

from sessions import lists, script
from sessions.lists import Group, Listed
from sessions.script import ScriptErrors

SCRIPT = """
id = "lijst"
title = "Lijst"
summary = "Een lijst."

[[steps]]
id = "weeg"
kind = "scale"
title = "Weeg"
prompt = "Hoe goed lukt dit?"
minutes = 5
config = { items = ITEMS, points = 2, labels = ["niet", "wel"] }

[[steps]]
id = "punten"
kind = "scale"
title = "Punten"
prompt = "Is dit geregeld?"
minutes = 5
from = { step = "weeg", rule = "lowest(1,median)", points = "huis" }
config = { points = 2, labels = ["nee", "ja"] }
"""


@pytest.fixture(autouse=True)
def shelf(monkeypatch):
    house = Listed("Het huis", "eigen", groups=[Group("Dak", ["Pannen", "Goot"]), Group("Muur", ["Steen"])])
    monkeypatch.setattr(lists, "shelf", lambda: {"huis": house})


@pytest.mark.parametrize("said, items", [
    ('{ list = "huis", names = true }', ["Dak", "Muur"]),
    ('["Muur", "Dak"]', ["Muur", "Dak"]),
])
def test_a_name_stands_for_what_is_in_the_list(said, items):
    plan = script.load(SCRIPT.replace("ITEMS", said))

    assert plan.steps[0].config["items"] == items
    assert [(group.name, group.items) for group in plan.steps[1].from_.points] == [("Dak", ["Pannen", "Goot"]), ("Muur", ["Steen"])]


@pytest.mark.parametrize("ref, texts", [(lists.Ref("huis"), ["Pannen", "Goot", "Steen"]), (lists.Ref("huis", group="Dak"), ["Pannen", "Goot"])])
def test_all_of_it_or_one_group(ref, texts):
    assert lists.look_up(ref) == texts


@pytest.mark.parametrize("said, code, nearest", [
    ('{ list = "huys" }', "unknown_list", "huis"),
    ('{ list = "huis", group = "Dack" }', "unknown_list", "Dak"),
    ('{ list = 3 }', "bad_value", None),
    ('["Dak", "Muren"]', "unknown_item", "Muren"),
])
def test_a_name_that_is_not_there_names_the_nearest(said, code, nearest):
    with pytest.raises(ScriptErrors) as caught:
        script.load(SCRIPT.replace("ITEMS", said))

    assert (code, nearest) in [(error.code, error.nearest) for error in caught.value.errors]
