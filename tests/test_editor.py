"""The editor of draaiboeken over HTTP: copy, check, look, save, and everything that can go wrong with a file."""

import json
import tomllib
import urllib.error

import pytest
import requests

from facilitator.forms import fields, forms
from facilitator.labels import LABELS, STARTS
from facilitator.library import slug
from facilitator.previewing import phone
from facilitator.writing import toml
from sessions import script
from sessions.boards import KINDS
from sessions.script import Script, shipped
from sessions.scripted import Step

SCRIPTS = shipped()


@pytest.fixture
def house(start_server):
    return start_server()


@pytest.fixture
def copy(house) -> dict:
    """A copy of kennismaken, as the page opens it."""
    return opened(house, "kennismaken") | {"title": "Drie rondes"}


def opened(house, id: str) -> dict:
    return house.api("GET", f"/api/scripts/{id}")["script"]


def save(house, raw: dict) -> dict:
    return house.api("POST", "/api/scripts", {"script": {key: value for key, value in raw.items() if key != "id"}})


def look(house, raw: dict, step: int | None = None, ops=()) -> dict:
    return house.api("POST", "/api/draft", {"script": raw, "step": step, "ops": list(ops)})


def refused(ask):
    with pytest.raises(urllib.error.HTTPError) as caught:
        ask()
    with caught.value as answer:
        return answer.code, json.load(answer)["error"]


def files(house) -> list[str]:
    return sorted(path.name for path in (house.data / "draaiboeken").glob("*"))


def test_a_copy_is_saved_under_its_title_and_can_be_played(house, copy):
    made = save(house, copy)

    assert made["id"] == "drie-rondes"
    assert files(house) == ["drie-rondes.toml"]
    assert script.load((house.data / "draaiboeken/drie-rondes.toml").read_text("utf-8")).title == "Drie rondes"
    assert house.create("drie-rondes").code


def test_the_same_title_twice_never_lies_over_another_script(house, copy):
    ids = [save(house, copy)["id"] for _ in range(3)] + [save(house, copy | {"title": "Kennismaken"})["id"]]

    assert ids == ["drie-rondes", "drie-rondes-2", "drie-rondes-3", "kennismaken-2"]


def test_what_is_saved_again_keeps_its_name(house, copy):
    made = save(house, copy)

    again = house.api("PUT", f"/api/scripts/{made['id']}", {"script": copy | {"title": "Vier rondes"}, "was": made["stamp"]})

    assert (again["id"], opened(house, made["id"])["title"], files(house)) == ("drie-rondes", "Vier rondes", ["drie-rondes.toml"])


def test_a_change_in_another_tab_is_not_lost(house, copy):
    made = save(house, copy)
    house.api("PUT", f"/api/scripts/{made['id']}", {"script": copy | {"title": "Van de ene tab"}, "was": made["stamp"]})

    late = refused(lambda: house.api("PUT", f"/api/scripts/{made['id']}", {"script": copy | {"title": "Van de andere"}, "was": made["stamp"]}))

    assert late == (409, "script_moved")
    assert opened(house, made["id"])["title"] == "Van de ene tab"


def test_a_wrong_script_is_not_saved(house, copy):
    copy["steps"][0]["minutes"] = 0

    assert refused(lambda: save(house, copy)) == (422, "script_wrong")
    assert files(house) == []


def test_what_is_wrong_is_said_at_its_step_and_key(house, copy):
    copy["steps"][0]["minutes"] = 0
    copy["steps"][2]["from"]["step"] = "stemen"
    del copy["steps"][1]["title"]

    said = look(house, copy)["errors"]

    assert [(error["step"], error["key"]) for error in said] == [(0, "minutes"), (1, "title"), (2, "from")]
    assert [error["said"] for error in said[:2]] == ["De waarde van \"Minuten\" kan niet (minstens 1).", '"Titel" ontbreekt.']


def test_the_phone_shows_the_step_with_cards_to_work_on(house, copy):
    shown = look(house, copy, 1)["phone"]

    assert (shown["kind"], shown["stage"]["now"]["state"], shown["view"]["about"]["title"]) == ("vote", "open", "Sterk en kan beter")
    assert sum("text" in part for part in shown["view"].values()) > 3


def test_the_phone_still_shows_a_step_when_another_is_wrong(house, copy):
    copy["steps"][2]["kind"] = "ordr"

    assert look(house, copy, 0)["phone"]["kind"] == "pyramid"
    assert look(house, copy, 2)["phone"] is None


def test_what_is_tried_on_the_phone_comes_back_and_leaves_nothing(house, copy):
    shown = look(house, copy, 1)["phone"]
    item = next(id for id, part in shown["view"].items() if "text" in part)
    put = {"id": "try-00001", "board": "stemmen", "do": "put", "item": item, "ballot": "sterk"}

    once, twice = look(house, copy, 1, [put])["phone"], look(house, copy, 1, [put, put | {"id": "try-00002"}])["phone"]

    assert (once["own"]["ballots"]["sterk"]["left"], once["refused"]) == (2, "")
    assert twice["refused"] == "max_per_item"
    assert house.api("GET", "/api/sessions") == []


def test_toml_goes_out_and_comes_in_the_same(house, copy):
    out = house.api("POST", "/api/draft/toml", {"script": copy})

    assert out["name"] == "kennismaken.toml"
    assert house.api("POST", "/api/draft/read", {"text": out["text"]}) == {"script": copy}


def test_a_file_that_is_no_toml_names_its_line(house):
    said = house.api("POST", "/api/draft/read", {"text": 'id = "x"\ntitle = \n'})

    assert said["wrong"][0].startswith("Regel 2: dit is geen geldige TOML")


def test_a_file_of_ones_own_that_is_broken_is_told_and_kept(house):
    (house.data / "draaiboeken").mkdir()
    (house.data / "draaiboeken/stuk.toml").write_text("id = ")

    assert "script" not in house.api("GET", "/api/scripts/stuk")
    assert files(house) == ["stuk.toml"]


def test_ones_own_can_be_wiped_and_ours_cannot(house, copy):
    made = save(house, copy)

    house.api("DELETE", f"/api/scripts/{made['id']}")

    assert files(house) == []
    assert refused(lambda: house.api("DELETE", "/api/scripts/kennismaken")) == (404, "no_such_script")
    assert refused(lambda: house.api("PUT", "/api/scripts/kennismaken", {"script": copy, "was": ""})) == (404, "no_such_script")


@pytest.mark.parametrize("id", ["..%2Fowner_key", "..%2F..%2Fetc%2Fpasswd", "%2Fetc%2Fpasswd", ".", "..", "x%00", "drie-rondes.toml", "-", "CON"])
def test_an_id_is_never_a_way_out_of_the_folder(house, copy, id):
    save(house, copy)
    before = (house.data / "owner_key").read_text()

    for method, body in (("GET", None), ("PUT", {"script": copy, "was": ""}), ("DELETE", None)):
        assert requests.request(method, f"{house.url}/api/scripts/{id}", json=body, headers={"Authorization": f"Bearer {house.key}"}, timeout=20).status_code in (400, 404, 405)
    assert (house.data / "owner_key").read_text() == before
    assert files(house) == ["drie-rondes.toml"]


@pytest.mark.parametrize("title", ["../x", "..", "/etc/passwd", "CON", "", "123", "É één", "x" * 120, "💥", "a/b\\c"])
def test_an_id_made_from_a_title_is_a_plain_word(title):
    assert script.load(SCRIPTS["kennismaken"].replace('id = "kennismaken"', f'id = "{slug(title)}"', 1)).id == slug(title)


@pytest.mark.parametrize(
    "said", [b"", b"[]", b"{", b'{"script": 5}', b'{"script": {}, "stap": 1}', b'{"script": {"a": ' + b"[" * 3000 + b"]" * 3000 + b"}}", b'{"script": {"a": ' + b'{"a": ' * 40 + b"1" + b"}" * 41 + b"}"]
)
def test_a_malformed_draft_is_a_bad_request(house, said):
    for path in ("/api/draft", "/api/draft/toml", "/api/scripts"):
        answer = requests.post(house.url + path, data=said, headers={"Authorization": f"Bearer {house.key}"}, timeout=20)
        assert (answer.status_code, answer.json()["error"]) == (400, "bad_request")


def test_a_body_that_is_too_large_is_not_read(house, copy):
    copy["summary"] = "x" * 70_000

    assert refused(lambda: save(house, copy)) == (413, "too_large")


@pytest.mark.parametrize("steps", [None, [], 5, [5], {"a": 1}, [{}], [{"kind": 5, "id": [], "config": 7, "from": 3, "beside": 4, "cue": 1, "only": 2}], [{"kind": "vote", "config": {"ballots": [1], "items": [{}]}}]])
def test_the_strangest_draft_gets_sentences_and_no_phone(house, steps):
    said = look(house, {"title": "Raar", "steps": steps}, 0)

    assert said["phone"] is None
    assert said["errors"] and all(error["said"] for error in said["errors"])


def test_a_disk_that_does_not_take_it_says_so_and_keeps_what_was_there(start_server):
    house = start_server(before="from facilitator import library\ndef full(fd): raise OSError(28, 'No space left on device')\nlibrary.os = type('Os', (), {'fsync': full})")
    (house.data / "draaiboeken").mkdir()

    assert refused(lambda: save(house, opened(house, "kennismaken"))) == (507, "cannot_write")
    assert files(house) == []


@pytest.mark.parametrize(("method", "path"), [("GET", "/api/forms"), ("GET", "/api/scripts/kennismaken"), ("POST", "/api/scripts"), ("PUT", "/api/scripts/x"), ("DELETE", "/api/scripts/x"), ("POST", "/api/draft"), ("POST", "/api/draft/toml"), ("POST", "/api/draft/read")])  # fmt: skip
def test_only_the_owner_gets_in(server, method, path):
    answer = requests.request(method, server.url + path, headers={"Authorization": "Bearer wrong"}, timeout=20)

    assert (answer.status_code, answer.json()["error"]) == (401, "wrong_key")


@pytest.mark.parametrize("id", SCRIPTS)
def test_every_script_of_ours_is_written_as_it_was_read(id):
    raw = tomllib.loads(SCRIPTS[id])

    assert tomllib.loads(toml(raw)) == raw


@pytest.mark.parametrize("id", SCRIPTS)
def test_a_phone_can_be_shown_at_every_step_of_our_scripts(id):
    raw = tomllib.loads(SCRIPTS[id])

    assert [phone(raw, n)["board"] for n in range(len(raw["steps"]))] == [step["id"] for step in raw["steps"]]


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_step_of_every_kind_is_right_at_once(kind):
    start = {key: value if isinstance(value, int | dict) else str(value) for key, value in STARTS[kind].items()}
    wall = {"id": "muur", "kind": "wall", "title": "Muur", "prompt": "Schrijf op.", "minutes": 5, "config": {"fields": [{"id": "veld", "name": "Veld"}]}}
    takes = {"from": {"step": "muur", "rule": "clustered"}} if kind in ("vote", "order", "relations", "scale") else {}

    it = script.load(toml({"id": "nieuw", "title": "Nieuw", "summary": "Nieuw.", "steps": [wall, {"id": "stap", "kind": kind, **start, **takes}]}))

    assert it.steps[1].kind == kind


@pytest.mark.parametrize("kind", [*KINDS, ""])
def test_every_setting_has_a_label(kind):
    shapes = [KINDS[kind].Config] if kind else [Script, Step]

    def keys(some, of):
        return [(one["key"], of) for one in some] + [pair for one in some if "fields" in one and one["key"] != "words" for pair in keys(one["fields"], one["key"])]

    assert [(key, of) for shape in shapes for key, of in keys(fields(shape, kind), kind) if key not in LABELS and f"{of}.{key}" not in LABELS] == []


def test_every_choice_has_a_label():
    def choices(some):
        return [one["label"] for one in some for one in one.get("options", ())] + [label for one in some if one["key"] != "words" for label in choices(one.get("fields", []))]

    every = [*forms()["script"], *forms()["step"], *(field for kind in forms()["kinds"].values() for field in kind["fields"])]
    assert [label for label in choices(every) if not label[0].isupper() and label[0] != "“"] == []


def test_the_forms_know_every_kind():
    assert list(forms()["kinds"]) == list(KINDS)
