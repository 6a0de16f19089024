"""A session in the words, roles and tables of one house; what is wrong is refused at its field, and then nothing is made."""

import json

import pytest
import requests
from test_api import refused

OWN = """
id = "rollen"
title = "Onze {doelen}"
summary = "Wie doet mee, en wat willen {leerlingen}?"
people = [4, 20]
minutes = 20
safety = "Je mag altijd iets overslaan."
confidant = true
roles = ["{Leraar}", "Leerling", "Ouder"]

[[steps]]
id = "wie"
kind = "poll"
title = "Wie is er?"
prompt = "Hoe gaat het met {leerlingen}?"
minutes = 5
ask_role = true
[steps.config]
options = ["Goed", "Gaat wel"]
split_by = ["Leerling"]

[[steps]]
id = "wens"
kind = "wall"
title = "Wensen"
prompt = "Wat wens je voor {onze leerlingen}?"
minutes = 10
only = ["Leerling"]
[steps.config]
fields = [{ id = "a", name = "Hier" }]

[[steps]]
id = "samen"
kind = "wall"
title = "Samen"
prompt = "Wat is {ons doel}?"
minutes = 5
device = "table"
[steps.config]
fields = [{ id = "a", name = "Hier" }]
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory, server):
    (server.data / "draaiboeken").mkdir(exist_ok=True)
    (server.data / "draaiboeken" / "rollen.toml").write_text(OWN, "utf-8")
    return server


def begun(house, **wish):
    return house.create("rollen", **{"confidant": "", **wish})


def on_stage(house, guests, made, step):
    """What a phone is told of this step."""
    console = guests.console(house, made)
    console.go(step)
    phone = guests.phone(house, made)
    return phone.until(lambda it: it.parts.get("about", {}).get("title") and it.board == step).parts["about"]


def test_people_read_the_words_of_their_own_house(house, guests):
    made = begun(house, words={"leerling": "student", "doel": {"one": "koers", "many": "koersen"}})

    console = guests.console(house, made)

    assert [step["prompt"] for step in console.stage["steps"]] == ["Hoe gaat het met studenten?", "Wat wens je voor onze studenten?", "Wat is onze koers?"]
    assert console.stage["title"] == "Onze koersen"


@pytest.mark.parametrize(
    "words",
    [{"leerling": "scholier"}, {"kat": "hond"}, {"leerling": {"one": "kind"}}, {"leerling": {"one": "", "many": "kinderen"}}, {"doel": {"one": "x" * 41, "many": "y"}}, {"leerling": 3}, {"leerling": {"one": " ", "many": "kinderen"}}, ["student"], "student",
     {"doel": {"one": "x", "many": "y", "het": "ja"}}, {"doel": {"one": "x", "many": "y", "meer": 1}}],
)  # fmt: skip
def test_words_that_cannot_be_said_are_refused(house, words):
    before = len(house.api("GET", "/api/sessions"))

    assert refused(lambda: begun(house, words=words)) == (400, "bad_words")
    assert len(house.api("GET", "/api/sessions")) == before


def test_a_role_that_is_renamed_stays_the_role_of_its_steps(house, guests):
    made = begun(house, roles=[{"was": 1, "name": "Student"}, {"was": 0}, {"name": "Conciërge"}], words={"leraar": "docent"})

    about = on_stage(house, guests, made, "wens")

    assert (about["roles"], about["only"]) == (["Student", "Docent", "Conciërge"], ["Student"])
    config = next(step["config"] for step in guests.console(house, made).stage["steps"] if step["id"] == "wie")
    assert config["split_by"] == ["Student"]


@pytest.mark.parametrize(
    "roles",
    [[{"was": 0}], [], [{"was": 1}, {"was": 3}], [{"was": 1}, {"was": -1}], [{"was": 1}, {"was": 1, "name": "Student"}], [{"was": 1}, {"name": "leerling"}], [{"was": 1}, {"name": "  "}],
     [{"was": 1}, {"name": "x" * 61}], [{"was": 1}, {"name": "Ouder", "rol": 1}], [{"was": 1}] * 25, "Leerling", [{"was": "1"}]],
)  # fmt: skip
def test_roles_that_leave_a_step_without_people_are_refused(house, roles):
    assert refused(lambda: begun(house, roles=roles)) == (400, "bad_roles")


def test_tables_have_names_on_every_page(house, guests):
    made = begun(house, tables=["Blauw", " De Linde "])

    pages = [guests.phone(house, made), guests.screen(house, made), guests.console(house, made)]

    assert [page.stage["tables"] for page in pages] == [["Blauw", "De Linde"]] * 3
    assert "tables" not in guests.phone(house, begun(house)).stage


@pytest.mark.parametrize("tables", [["Blauw", "blauw"], ["Blauw", " "], ["x" * 31], [str(n) for n in range(61)], "Blauw", [3]])
def test_tables_that_cannot_be_told_apart_are_refused(house, tables):
    assert refused(lambda: begun(house, tables=tables)) == (400, "bad_tables")


def test_the_safety_text_stands_on_the_first_and_the_last_step(house, guests):
    made = begun(house, confidant="Noor, kamer 12")

    told = {step: on_stage(house, guests, made, step).get("safety") for step in ("wie", "wens", "samen")}

    said = {"says": "Je mag altijd iets overslaan.", "confidant": "Noor, kamer 12"}
    assert told == {"wie": said, "wens": None, "samen": said}


def test_the_last_step_that_is_done_says_it_when_the_last_is_skipped(house, guests):
    made = begun(house)
    guests.console(house, made).do("stage", "skip", step="samen", on=True)

    assert on_stage(house, guests, made, "wens")["safety"] == {"says": "Je mag altijd iets overslaan.", "confidant": ""}


def test_a_script_that_asks_for_the_vertrouwenspersoon_does_not_begin_without_an_answer(house):
    assert refused(lambda: house.create("rollen")) == (400, "confidant_needed")
    assert refused(lambda: house.create("rollen", confidant="x" * 201)) == (400, "bad_confidant")
    assert house.create("rollen", rehearsal=1).id


def test_a_refusal_says_in_dutch_what_to_do(house):
    answer = requests.post(f"{house.url}/api/sessions", json.dumps({"script": "rollen"}), headers={"Authorization": f"Bearer {house.key}"}, timeout=20)

    assert answer.json()["message"] == "De vertrouwenspersoon ontbreekt nog. Schrijf op hoe je de vertrouwenspersoon bereikt, of kies dat het op het bord komt te staan."


def test_the_catalogue_says_what_a_house_may_choose(house):
    told = next(it for it in house.api("GET", "/api/scripts") if it["id"] == "rollen")

    assert (told["own"], told["confidant"], told["tables"], told["people"], told["minutes"]) == (True, True, True, [4, 20], 20)
    assert told["roles"] == [{"name": "Leraar", "needed": False}, {"name": "Leerling", "needed": True}, {"name": "Ouder", "needed": False}]
    assert [(word["place"], word["said"]["many"], len(word["known"])) for word in told["words"]] == [("leerling", "leerlingen", 3), ("leraar", "leraren", 4), ("doel", "doelen", 4)]
    assert [(step["kind"], step["minutes"], step["prompt"]) for step in told["steps"]][0] == ("poll", 5, "Hoe gaat het met leerlingen?")
