"""Going on from an earlier session: three ways to give it, and every bad one refused in a sentence that says where."""

import json
from datetime import date

import pytest
import requests
from chain import FIRST, SECOND, TEXTS
from guests import op

from facilitator.access import LETTERS


@pytest.fixture
def earlier(server, guests):
    """A session on this server in which three goals were put in two buckets."""
    server.open_own(SECOND)  # so that its script is one to choose
    session = server.open_own(FIRST, title="Onze visie", group="De Linde")
    console, anna = guests.console(server, session), guests.phone(server, session)
    console.go("doelen")
    anna.ops(*(op("doelen", "add", card=card, text=text, field="f1") for card, text in TEXTS.items()))
    console.go("keuze", items=list(TEXTS))
    console.do("stage", "open")
    anna.ops(op("keuze", "place", item="doel-rust", bucket="b1"), op("keuze", "place", item="doel-taal", bucket="b2"))
    session.console = console
    return session


@pytest.fixture
def shown(earlier):
    earlier.console.do("stage", "reveal")
    return earlier


def asked(server, *picks, script: str = "daarna") -> requests.Response:
    return requests.post(f"{server.url}/api/sessions", json={"script": script, "earlier": list(picks)}, headers={"Authorization": f"Bearer {server.key}"}, timeout=30)


def refusal(server, *picks, script: str = "daarna") -> tuple[int, str, str]:
    """Its status, reason and sentence; nothing was made."""
    before = [it["id"] for it in server.api("GET", "/api/sessions")]
    answer = asked(server, *picks, script=script)
    assert [it["id"] for it in server.api("GET", "/api/sessions")] == before
    said = answer.json()
    return answer.status_code, said["error"], said["message"]


def written(server, session) -> dict:
    return server.api("GET", f"/api/sessions/{session.id}/results")


def code_of(server, session) -> str:
    return server.api("POST", "/api/ticket", key=session.tokens["console"])["follow_code"]


@pytest.mark.parametrize("way", ["session", "code", "report"])
def test_the_goals_of_an_earlier_session_are_on_the_sheet(server, guests, shown, way):
    picks = {"session": {"session": shown.id}, "code": {"code": code_of(server, shown)}, "report": {"report": written(server, shown)}}

    made = asked(server, picks[way]).json()
    console = guests(server.url, made["tokens"]["console"]).come_in()
    console.go("ideeen")
    sheet = console.until(lambda page: "offer:plan" in page.parts).parts["offer:plan"]

    assert [(item["text"], item["picked"]) for item in sheet["items"]][0] == ("Meer rust in de gang", True)
    assert sheet["session"] == {"title": "Onze visie", "date": date.today().isoformat(), "step": "Nu of later?"}


def test_a_follow_code_is_typed_as_people_type(server, shown):
    code = code_of(server, shown)

    assert (len(code), set(code) <= set(LETTERS)) == (8, True)
    assert asked(server, {"code": f" {code[:4].lower()}-{code[4:]} "}).status_code == 201


def test_the_end_of_a_report_says_what_can_come_after_and_by_which_code(server, shown):
    asked = server.api("POST", "/api/ticket", key=shown.tokens["console"])

    page = requests.get(f"{server.url}/report/{asked['ticket']}", timeout=20).text

    end = page[page.index("<h2>Vooruit</h2>") :]
    code = asked["follow_code"]
    assert f"Vervolgcode <b>{code[:4]} {code[4:]}</b>" in end
    assert "<li>Vervolg op de doelen <span class=\"want\">Een plan maken.</span></li>" in end


def test_a_follow_code_is_the_same_after_a_restart(start_server):
    house = start_server()
    session = house.create()
    code = code_of(house, session)

    house.stop()
    house.start()

    assert code_of(house, session) == code


def test_the_start_form_is_offered_what_fits_with_the_same_group_first(server, guests, shown):
    other = server.open_own(FIRST, title="Van anderen", group="De Eik")
    guests.console(server, other).go("doelen")

    offered = server.api("GET", "/api/scripts/daarna/earlier?group=%20de%20linde")

    assert offered[0] | {"people": 0} == {"id": shown.id, "script": "eerst", "title": "Onze visie", "group": "De Linde", "date": date.today().isoformat(), "people": 0, "rehearsal": False, "lacks": None}
    assert {it["id"]: it["lacks"] for it in offered}[other.id] == "“Van anderen” kan niet mee. De uitslag van stap “Nu of later?” is toen niet getoond."
    assert [it["script"] for it in server.api("GET", "/api/scripts/kennismaken/earlier") if it["script"] != "kennismaken"] == []


def test_a_hidden_result_does_not_come_along(server, earlier):
    assert refusal(server, {"session": earlier.id}) == (400, "not_shown", "“Onze visie” kan niet mee. De uitslag van stap “Nu of later?” is toen niet getoond.")
    assert refusal(server, {"report": written(server, earlier)})[1] == "not_shown"


def test_what_was_hidden_is_not_in_the_new_session(server, guests, shown):
    shown.console.do("keuze", "hide", card="doel-taal")

    made = asked(server, {"session": shown.id}).json()

    console = guests(server.url, made["tokens"]["console"]).come_in()
    console.go("plan", items=[])
    assert "Taal in elke les" not in json.dumps(console.parts)
    assert b"Taal in elke les" not in (server.data / f"{made['id']}.db").read_bytes()


def test_a_session_of_another_script_is_refused(server, guests):
    other = server.create("kennismaken", title="Startdag")
    guests.console(server, other).go("piramide")

    assert refusal(server, {"session": other.id}) == (400, "other_script", "Dit draaiboek gaat niet verder op “Startdag”. Kies een sessie van een draaiboek dat erbij past.")


def test_two_sessions_of_one_script_are_refused(server, shown):
    assert refusal(server, {"session": shown.id}, {"code": code_of(server, shown)}) == (400, "script_twice", "“Onze visie” staat er al bij. Van elk draaiboek kan er één sessie mee.")


def test_an_empty_session_of_the_same_script_is_refused(server):
    assert refusal(server, {"session": server.create("kennismaken", title="Leeg").id}, script="kennismaken")[1] == "nothing_shown"


@pytest.mark.parametrize(
    ("report", "reason", "sentence"),
    [
        ("geen json", "no_report", "Dit bestand is geen verslag. Kies het JSON-bestand dat je bij het verslag hebt opgeslagen."),
        ([], "no_report", "Dit bestand is geen verslag. Kies het JSON-bestand dat je bij het verslag hebt opgeslagen."),
        ({"format": 2, "script": "eerst", "steps": []}, "other_format", "Dit verslag is van een nieuwere versie. Werk deze versie bij, of kies een ander verslag."),
        ({"format": 1, "script": "eerst", "steps": []}, "damaged_report", "Dit verslag is beschadigd. Er klopt iets niet bij “title”. Sla het verslag opnieuw op."),
    ],
)
def test_a_file_that_is_no_report_is_refused(server, shown, report, reason, sentence):
    assert refusal(server, {"report": report}) == (400, reason, sentence)


def test_a_damaged_report_is_refused_with_the_place(server, shown):
    report = written(server, shown)
    report["steps"][1]["result"]["rows"][2]["counts"] = "veel"

    assert refusal(server, {"report": report}) == (400, "damaged_report", "Dit verslag is beschadigd. Er klopt iets niet bij stap 2, regel 3, “counts”. Sla het verslag opnieuw op.")


def test_a_file_over_two_megabytes_is_refused(server, shown):
    report = written(server, shown) | {"more": "x" * 2_200_000}

    assert refusal(server, {"report": report}) == (413, "report_too_large", "Dit bestand is te groot. Een verslag is hoogstens 2 MB.")
    assert asked(server, {"report": report | {"more": "x" * 1_900_000}}).status_code == 201


@pytest.mark.parametrize("pick", [{}, {"session": "x", "code": "y"}, {"sessie": "x"}, {"session": 5}, 5, None])
def test_a_malformed_pick_is_a_bad_request(server, shown, pick):
    assert refusal(server, pick)[1] == "bad_request"


def test_an_unknown_session_or_code_is_refused(server, shown):
    assert refusal(server, {"session": "BESTAATNIET"})[:2] == (404, "no_such_session")
    assert refusal(server, {"code": "BCDFGHJK"}) == (404, "no_such_follow_code", "Deze vervolgcode ken ik niet. Kijk aan het eind van het verslag. De code heeft acht letters.")


def test_guessing_a_follow_code_gets_slow(start_server):
    house = start_server()
    for _ in range(11):
        assert asked(house, {"code": "BCDFGHJK"}, script="kennismaken").status_code == 404

    answer = asked(house, {"code": "BCDFGHJK"}, script="kennismaken")

    assert answer.elapsed.total_seconds() > 0.5


def test_the_report_of_a_deleted_session_is_found_by_nobody_but_its_copy_stays(server, guests, shown):
    made, code = asked(server, {"session": shown.id}).json(), code_of(server, shown)

    server.api("DELETE", f"/api/sessions/{shown.id}")

    assert refusal(server, {"code": code})[1] == "no_such_follow_code"
    console = guests(server.url, made["tokens"]["console"]).come_in()
    console.go("ideeen")
    assert console.parts["beside"]["parts"]["ranking"]["ids"]
