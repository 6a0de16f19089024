"""A draaiboek with a mistake says where it is and which word was meant; the ones we ship have none."""

import re

import pytest

from sessions import script
from sessions.script import ScriptErrors

GOOD = script.shipped()["kennismaken"]


def errors(text: str) -> list[tuple]:
    with pytest.raises(ScriptErrors) as caught:
        script.load(text)
    return [(error.code, error.step, error.key, error.line, error.nearest) for error in caught.value.errors]


def line(text: str, start: str) -> int:
    return next(number for number, one in enumerate(text.splitlines(), 1) if one.startswith(start))


@pytest.mark.parametrize("id", script.shipped())
def test_every_shipped_script_loads_and_fills_its_time(id):
    plan = script.load(script.shipped()[id])

    assert plan.id == id
    assert plan.minutes == plan.lasts == sum(step.minutes + (step.break_after or 0) for step in plan.steps)
    assert all(step.timer is None or step.timer <= step.minutes for step in plan.steps)


def test_the_default_script_comes_first():
    assert next(iter(script.shipped())) == "kennismaken"


@pytest.mark.parametrize("right, wrong, code, step, key, nearest", [
    ('kind = "pyramid"', 'kind = "pyramide"', "unknown_kind", "piramide", "kind", "pyramid"),
    ("max_cards = 3", "max_card = 3", "unknown_key", "piramide", "max_card", "max_cards"),
    ("timer = 10", "timr = 10", "unknown_key", "piramide", "timr", "timer"),
    ("max_cards = 3", "max_cards = 300", "bad_value", "piramide", "max_cards", None),
    ("minutes = 18", 'minutes = "18"', "bad_value", "piramide", "minutes", None),
    ('step = "piramide", rule', 'step = "pyramide", rule', "unknown_step", "stemmen", "from", "piramide"),
    ('rule = "clustered"', 'rule = "clusterd"', "unknown_rule", "stemmen", "from", "clustered"),
    ('rule = "clustered"', 'rule = "top(5,votes)"', "unknown_rule", "stemmen", "from", "top(n,votes)"),
    ('ballot = "beter"', 'ballot = "betr"', "unknown_ballot", "volgorde", "from", "beter"),
    ('id = "stemmen"', 'id = "piramide"', "twice", "piramide", "id", None),
    ('{ id = "beter", name', '{ id = "beter", naam', "unknown_key", "stemmen", "naam", "name"),
    ('setting = "kernteam"', 'setting = "kerntaem"', "bad_value", None, "setting", "kernteam"),
    ('methods = ["welbevinden"]', 'methods = ["borgin"]', "bad_value", None, "methods", "borging"),
    ('from = { step = "piramide"', 'from = { step = "volgorde"', "unknown_step", "stemmen", "from", None),
    ('from = { step = "piramide"', 'from = { step = "stemmen"', "unknown_step", "stemmen", "from", None),
])
def test_a_mistake_names_step_key_line_and_the_nearest_word(right, wrong, code, step, key, nearest):
    text = GOOD.replace(right, wrong, 1)
    at = next(number for number, (old, new) in enumerate(zip(GOOD.splitlines(), text.splitlines(), strict=True), 1) if old != new)

    assert (code, step, key, at, nearest) in errors(text)


def test_everything_that_is_wrong_is_said_at_once():
    text = GOOD.replace("minutes = 18", "minutes = 0", 1).replace("max_cards = 3", "max_cards = 300", 1).replace('kind = "order"', 'kind = "ordr"', 1)

    assert [(code, key) for code, _, key, _, _ in errors(text)] == [("bad_value", "minutes"), ("bad_value", "max_cards"), ("unknown_kind", "kind")]


@pytest.mark.parametrize("steps", ["5", "[5]", '[{ kind = ["x"], id = ["y"] }]', '[{ id = "a", kind = "vote", config = 7, from = 3, only = 2 }]', '[{ id = "a", kind = "vote", config = { ballots = 5, mode = [1] } }, { id = "b", kind = "vote", from = { step = "a", rule = "top(5,votes)", ballot = [1] } }]'])  # fmt: skip
def test_the_strangest_file_gets_errors_and_no_crash(steps):
    assert errors(f'id = "x"\nroles = 5\nsetting = [1]\nsteps = {steps}')


def test_a_missing_key_names_the_step():
    text = GOOD.replace('title = "Vul de piramide"\n', "", 1)

    assert errors(text) == [("missing", "piramide", "title", line(text, "[[steps]]"), None)]


def test_a_vote_without_a_source_has_nothing_to_vote_on():
    text = GOOD.replace('from = { step = "piramide", rule = "clustered" }\n', "", 1)

    assert ("missing", "stemmen", "from") in [error[:3] for error in errors(text)]


def test_minutes_that_do_not_add_up_are_named():
    assert errors(GOOD.replace("minutes = 45", "minutes = 50", 1)) == [("minutes", None, "minutes", line(GOOD, "minutes"), None)]


def test_text_that_is_no_toml_names_the_line():
    assert errors(GOOD.replace("minutes = 18", "minutes = ", 1))[0][:4] == ("not_toml", None, None, line(GOOD, "minutes = 18"))


@pytest.mark.parametrize("right, wrong, error", [
    ("Wat doen we al?", "Wat doen {leerlngen} al?", ("unknown_word", "piramide", "prompt", "leerlingen")),
    ("people = [4, 80]", "people = [80, 4]", ("contradiction", None, "people", None)),
    ("minutes = 45", 'minutes = 45\nwords = { doel = "ambietie" }', ("unknown_word", None, "words", "ambitie")),
    ("[steps.cue]\ngoal", "[steps.cue]\ngaol", ("unknown_key", "piramide", "gaol", "goal")),
    ('step = "piramide", rule', 'step = "volgorde", rule', ("unknown_step", "stemmen", "from", None)),
    ('{ step = "piramide", rule = "clustered" }', '{ session = "veranderverhaal-kort", step = "element", rule = "clustered" }', ("unknown_step", "stemmen", "from", "elementen")),
    ('{ step = "piramide", rule = "clustered" }', '{ session = "veranderverhaal-kort", step = "elementen", rule = "top(3,votes)" }', ("unknown_rule", "stemmen", "from", "top(n,votes)")),
    ('timer = 5\n', 'timer = 5\nbeside = { session = "veranderverhaal-kort", step = "muur" }\n', ("unknown_step", "stemmen", "beside", None)),
])
def test_words_earlier_steps_and_earlier_sessions_are_looked_up(right, wrong, error):
    assert error in [(code, step, key, nearest) for code, step, key, _, nearest in errors(GOOD.replace(right, wrong, 1))]


def test_a_session_may_go_on_from_an_earlier_one():
    text = GOOD.replace('{ step = "piramide", rule = "clustered" }', '{ session = "veranderverhaal-kort", step = "elementen", rule = "clustered" }', 1)

    assert script.load(text).step("stemmen").from_.session == "veranderverhaal-kort"


def test_breaks_count_in_the_minutes():
    assert script.load(GOOD.replace("timer = 10", "timer = 10\nbreak_after = 15", 1).replace("minutes = 45", "minutes = 60", 1)).lasts == 60


@pytest.mark.parametrize("text", ["", "steps = 3", "[[steps]]", 'id = "x"\ntitle = "x"\nsummary = "x"\nsteps = []', "steps = [1, 2]"])
def test_a_script_that_is_hardly_one_is_refused_and_nothing_breaks(text):
    assert errors(text)




OWN_ITEMS = GOOD.replace('from = { step = "piramide", rule = "clustered" }\n', "", 1)


def test_a_vote_may_list_its_own_items():
    plan = script.load(OWN_ITEMS.replace("[steps.config]\nballots", '[steps.config]\nitems = ["Rust", "Regels"]\nballots', 1))

    assert script.config(plan.step("stemmen")).items == ["Rust", "Regels"]


def test_items_of_its_own_beside_a_source_are_a_contradiction():
    text = GOOD.replace("[steps.config]\nballots", '[steps.config]\nitems = ["Rust"]\nballots', 1)

    assert errors(text) == [("contradiction", "stemmen", "items", line(text, "items ="), None)]


def test_more_items_than_a_phone_can_carry_are_an_error():
    many = ", ".join(f'"Ding {n}"' for n in range(13))
    text = GOOD.replace('from = { step = "stemmen", rule = "top(5,votes)", ballot = "beter" }\n', "", 1) + f"\n[steps.config]\nitems = [{many}]\n"

    assert errors(text) == [("too_many", "volgorde", "items", line(text, "items ="), None)]


def test_settings_that_contradict_each_other_name_both_keys():
    text = GOOD.replace('id = "beter", name', 'id = "sterk", name', 1)

    assert ("contradiction", "stemmen", "ballots", line(text, "ballots ="), None) in errors(text)


def test_a_role_that_the_script_does_not_know_is_named():
    text = GOOD.replace("minutes = 45", 'minutes = 45\nroles = ["Leraar", "Leerling"]', 1).replace("timer = 5", 'timer = 5\nonly = ["Leering"]', 1)

    assert errors(text) == [("unknown_role", "stemmen", "only", line(text, "only ="), "Leerling")]


def test_asking_for_a_role_needs_roles():
    assert errors(GOOD.replace("timer = 5", "timer = 5\nask_role = true", 1)) == [("missing", None, "roles", 1, None)]


NOT_FOR_A_MAJORITY = re.compile(r"\b(schors\w*|aangifte|veilig thuis|melden bij|gegevens delen|dossier delen|recht op onderwijs)\b", re.IGNORECASE)


@pytest.mark.parametrize("id", script.shipped())
def test_no_script_votes_on_what_is_not_the_groups_to_decide(id):
    """Reporting, suspending and sharing data follow the law and the meldcode, whatever most people like."""
    votes = [step for step in script.load(script.shipped()[id]).steps if step.kind == "vote"]

    assert [step.id for step in votes if NOT_FOR_A_MAJORITY.search(f"{step.title} {step.prompt} {step.config}")] == []


def test_a_text_that_its_own_words_make_too_long_is_named_with_its_step():
    words = 'words = { leerling = { one = "medelander in opleiding", many = "medelanders in opleiding en hun vrienden" } }\n'
    text = script.shipped()["kennismaken"].replace("minutes = 45\n", words + "minutes = 45\n", 1).replace("Wat doen we al? Eén activiteit per kaart.", "{leerlingen} " * 14)

    with pytest.raises(script.ScriptErrors) as wrong:
        script.load(text)

    assert [(error.code, error.step) for error in wrong.value.errors] == [("too_long", "piramide")]
