"""JSON for other programs and the start page."""

import json
import urllib.error

import pytest
import requests
from guests import card

from sessions.script import shipped


def refused(ask):
    with pytest.raises(urllib.error.HTTPError) as caught:
        ask()
    with caught.value as answer:
        return answer.code, json.load(answer)["error"]


def test_a_new_session_comes_with_all_its_links(server):
    made = server.create("kennismaken", title="Studiedag", group="Team po")

    assert made.screen_url == f"{server.url}/screen#{made.tokens['screen']}"
    assert made.console_url == f"{server.url}/console#{made.tokens['console']}"
    assert made.join_url.endswith(f":{server.port}/{made.code}")
    assert set(made.tokens) == {"participant", "screen", "console"}


def test_the_start_page_lists_what_there_is(server):
    made = server.create("kennismaken", title="Studiedag", group="Team po")

    listed = next(it for it in server.api("GET", "/api/sessions") if it["id"] == made.id)

    assert {key: listed[key] for key in ("title", "group", "code", "people", "ended", "rehearsal")} == {
        "title": "Studiedag", "group": "Team po", "code": made.code, "people": 0, "ended": None, "rehearsal": False,
    }  # fmt: skip
    assert listed["tokens"] == made.tokens


def test_a_script_of_ones_own_is_one_to_choose_from(start_server):
    house = start_server()
    text = shipped()["kennismaken"].replace('id = "kennismaken"', 'id = "van-mij"', 1).replace('title = "Kennismaken met de piramide"', 'title = "Van mij"', 1)

    session = house.open_own(text)

    assert next(it for it in house.api("GET", "/api/sessions") if it["id"] == session.id)["title"] == "Van mij"
    assert [it["id"] for it in house.api("GET", "/api/scripts")] == [*shipped(), "van-mij"]


def test_a_script_of_ones_own_with_a_mistake_says_where_and_begins_nothing(start_server):
    house = start_server()
    (house.data / "draaiboeken").mkdir()
    text = shipped()["kennismaken"].replace('kind = "vote"', 'kind = "vot"')
    (house.data / "draaiboeken" / "fout.toml").write_text(text)

    wrong = house.api("GET", "/api/scripts")[-1]

    line = text.splitlines().index('kind = "vot"') + 1
    assert wrong["wrong"][0] == f'Regel {line}, stap stemmen: deze soort stap ken ik niet. Bedoel je "vote"?'
    assert refused(lambda: house.create("fout")) == (404, "no_such_script")


def test_the_scripts_can_be_chosen_from(server):
    scripts = {it["id"]: it for it in server.api("GET", "/api/scripts")}

    assert set(scripts) >= {"kennismaken", "veranderverhaal-kort"}
    assert (scripts["kennismaken"]["minutes"], scripts["kennismaken"]["title"]) == (45, "Kennismaken met de piramide")


def test_a_deleted_session_is_gone_for_everybody(server):
    made = server.create("kennismaken")

    server.api("DELETE", f"/api/sessions/{made.id}")

    assert made.id not in [it["id"] for it in server.api("GET", "/api/sessions")]
    assert refused(lambda: server.api("DELETE", f"/api/sessions/{made.id}")) == (404, "no_such_session")
    assert requests.get(f"{server.url}/{made.code}", timeout=20).status_code == 404
    assert list(server.data.glob(f"{made.id}*")) == []


def test_results_are_told_under_the_rules_of_the_screen(server, guests):
    made = server.create("kennismaken")
    console, anna = guests.console(server, made), guests.phone(server, made)
    console.go("piramide")
    shown, hidden = card("Huiswerkbegeleiding"), card("Iets met een naam erin")
    anna.ops(shown, hidden)
    console.do("piramide", "hide", card=hidden["card"])

    told = json.dumps(server.api("GET", f"/api/sessions/{made.id}/results"))

    assert ("Huiswerkbegeleiding" in told, "Iets met een naam erin" in told) == (True, False)


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/api/scripts"), ("GET", "/api/sessions"), ("POST", "/api/sessions"), ("GET", "/api/sessions/x/results"), ("DELETE", "/api/sessions/x")]
)
def test_only_the_owner_gets_in(server, method, path):
    made = server.create("kennismaken")

    for key in ("wrong", "é", made.tokens["console"], server.key.lower()):
        answer = requests.request(method, server.url + path, headers={"Authorization": f"Bearer {key}".encode()}, timeout=20)
        assert (answer.status_code, answer.json()["error"]) == (401, "wrong_key")


def test_the_owner_key_is_not_even_looked_at_over_the_network(server):
    answer = requests.get(f"{server.url}/api/sessions", headers={"Authorization": f"Bearer {server.key}", "X-Forwarded-For": "192.168.1.9"}, timeout=20)

    assert (answer.status_code, answer.json()["error"]) == (403, "not_private")


@pytest.mark.parametrize(
    "said",
    [
        b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"script":', b'{"script": 5}', b'{"script": "kennismaken", "titel": "x"}', b'{"title": "x"}',
        b'{"script": "kennismaken", "rehearsal": -1}', b'{"script": "kennismaken", "rehearsal": 201}', b'{"script": "kennismaken", "rehearsal": NaN}',
        b'{"script": "kennismaken", "title": "' + b"x" * 121 + b'"}', b'{"script": "kennismaken", "title": "\\ud800"}', b"[" * 50_000,
    ],
)  # fmt: skip
def test_a_malformed_wish_is_a_bad_request(server, said):
    before = len(server.api("GET", "/api/sessions"))

    answer = requests.post(f"{server.url}/api/sessions", said, headers={"Authorization": f"Bearer {server.key}"}, timeout=20)

    assert (answer.status_code, answer.json()) == (400, {"error": "bad_request", "message": "Dit verzoek begrijp ik niet. Ga terug en probeer het nog eens."})
    assert len(server.api("GET", "/api/sessions")) == before


@pytest.mark.parametrize("name", ["bestaat-niet", "", "../kennismaken", "kennismaken.toml"])
def test_an_unknown_script_is_refused(server, name):
    assert refused(lambda: server.create(name)) == (404, "no_such_script")


def test_a_body_that_is_too_large_is_refused(server):
    assert refused(lambda: server.api("POST", "/api/way-in", {"name": "x" * 70_000})) == (413, "too_large")


def test_an_unknown_way_in_to_the_api_is_refused_in_json(server):
    assert refused(lambda: server.api("GET", "/api/nothing")) == (404, "no_such_page")
    assert refused(lambda: server.api("PUT", "/api/sessions")) == (405, "not_allowed")


def test_a_console_gets_a_ticket_and_the_screen_of_its_own_session(server):
    made = server.create("kennismaken")

    answer = server.api("POST", "/api/ticket", key=made.tokens["console"])

    assert answer["screen_url"] == made.screen_url
    assert requests.get(f"{server.url}/report/{answer['ticket']}", timeout=20).status_code == 200


@pytest.mark.parametrize("role", ["participant", "screen"])
@pytest.mark.parametrize("path", ["/api/ticket", "/api/way-in"])
def test_phones_and_screens_get_no_ticket(server, role, path):
    made = server.create("kennismaken")

    assert refused(lambda: server.api("POST", path, {"name": "eth0"}, key=made.tokens[role])) == (401, "wrong_key")


def test_a_console_picks_the_network_and_everybody_sees_the_new_address(server, guests):
    made = server.create("kennismaken")
    console = guests.console(server, made)
    name = console.stage["addresses"][0]["name"]

    answer = server.api("POST", "/api/way-in", {"name": name}, key=made.tokens["console"])

    assert answer["addresses"] == console.stage["addresses"]
    assert console.stage["way_in"]["url"] == console.stage["addresses"][0]["url"]
    assert refused(lambda: server.api("POST", "/api/way-in", {"name": "docker0"}, key=made.tokens["console"])) == (404, "no_such_address")
