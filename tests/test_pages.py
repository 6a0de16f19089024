"""The pages as a browser gets them, from a real server."""

import json
import re
import time
from html import unescape

import pytest
import requests
from house import House


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """A server of this file: wrong codes make everybody at this address wait."""
    house = House(tmp_path_factory.mktemp("pages") / "data").start()
    yield house
    house.stop()


@pytest.fixture(scope="module")
def session(own):
    return own.create("kennismaken", title="Studiedag <b>welbevinden</b>")


def get(house, path, **headers):
    return requests.get(house.url + path, headers={"Accept": "text/html", **headers}, allow_redirects=False, timeout=10)


def boot_of(page):
    return json.loads(unescape(re.search(r'data-boot="([^"]*)"', page.text)[1]))


def heading(page):
    return re.search(r"<h1>(.*?)</h1>", page.text)[1]


def test_a_phone_gets_what_it_needs_to_join(own, session):
    page = get(own, f"/{session.code}")

    assert boot_of(page) == {"version": "0.1.0", "catalog": {}, "token": session.tokens["participant"], "session": session.id, "code": session.code}
    assert page.status_code == 200


@pytest.mark.parametrize("typed", [str.upper, str.lower, lambda code: f"{code[:3]} {code[3:]}", lambda code: f" {code[:3]}-{code[3:]}"])
def test_a_code_may_be_typed_in_any_way(own, session, typed):
    page = requests.get(own.url, params={"code": typed(session.code)}, allow_redirects=False, timeout=10)

    assert (page.status_code, page.headers["Location"]) == (303, f"/{session.code}")


def test_the_address_works_in_small_letters_too(own, session):
    assert get(own, f"/{session.code.lower()}").status_code == 200


@pytest.mark.parametrize("name", ["screen", "console", "start"])
def test_the_other_pages_carry_no_secret(own, session, name):
    page = get(own, f"/{name}")

    assert boot_of(page) == {"version": "0.1.0", "catalog": {}}
    assert not any(token in page.text for token in [*session.tokens.values(), own.key])


@pytest.mark.parametrize("path", ["/", "/screen", "/console", "/start", "/BCDFGH", "/no/such/page"])
def test_no_page_has_an_inline_script_or_style_or_a_foreign_address(own, path):
    text = get(own, path).text

    assert re.findall(r"<style|style=|<script(?! src=\"/static/)|\son\w+=|https?://(?!www\.w3\.org)", text) == []


def test_every_file_a_page_names_is_there_and_kept_for_ever(own, session):
    page = get(own, f"/{session.code}").text
    files = [requests.get(own.url + name, timeout=10) for name in re.findall(r'"(/static/[^"]+)"', page)]

    assert [(it.status_code, "immutable" in it.headers["Cache-Control"]) for it in files] == [(200, True)] * 3


def test_files_are_sent_compressed(own, session):
    script = re.search(r'src="(/static/[^"]+)"', get(own, f"/{session.code}").text)[1]

    assert requests.get(own.url + script, headers={"Accept-Encoding": "gzip"}, timeout=10).headers["Content-Encoding"] == "gzip"


def test_joining_works_without_javascript_up_to_the_door(own):
    page = get(own, "/")

    assert '<form action="/" method="get">' in page.text
    assert "<script" not in page.text


def test_a_wrong_code_is_said_clearly_and_kept_to_mend(own):
    page = requests.get(own.url, params={"code": 'H7K 4P"><script>'}, timeout=10)

    assert page.status_code == 404
    assert "Deze code ken ik niet. Kijk op het grote scherm. De code heeft zes tekens." in page.text
    assert 'value="H7K 4P&#34;&gt;&lt;script&gt;"' in page.text


def test_an_unknown_code_in_the_address_leads_to_the_same_page(own):
    page = get(own, "/BCDFGH")

    assert (page.status_code, heading(page), 'value="BCDFGH"' in page.text) == (404, "Doe mee", True)


def test_a_page_that_is_not_there_says_so(own):
    page = get(own, "/no/such/page")

    assert (page.status_code, heading(page)) == (404, "Deze pagina is er niet")


def test_after_the_end_who_was_there_can_come_back_and_a_newcomer_hears_that_it_is_over(own, guests):
    session = own.create("kennismaken")
    anna = guests.phone(own, session)
    guests.console(own, session).do("stage", "end")

    page = get(own, f"/{session.code}")
    again, newcomer = guests(own.url, boot_of(page)["token"], anna.person), guests(own.url, boot_of(page)["token"])

    assert again.join()["stage"]["ended"] is True
    assert newcomer.join() == {"refused": "ended"}


def test_a_wrong_host_is_told_in_words(own):
    page = get(own, "/", Host="evil.example")

    assert (page.status_code, heading(page)) == (421, "Dit adres hoort niet bij deze werksessie")


def test_a_program_gets_json_instead_of_a_page(own):
    answer = requests.get(f"{own.url}/no/such/page", timeout=10)

    assert answer.json() == {"error": "no_such_page", "message": "Deze pagina is er niet. Typ de code die op het grote scherm staat."}


def test_the_qr_is_a_picture_of_the_way_in(own, session):
    picture = get(own, f"/qr/{session.code}.svg")

    assert (picture.status_code, picture.headers["Content-Type"]) == (200, "image/svg+xml; charset=utf-8")
    assert get(own, "/qr/nocode.svg").status_code == 404


def test_the_report_opens_with_a_ticket_and_not_without(own, session):
    ticket = own.api("POST", "/api/ticket", key=session.tokens["console"])["ticket"]

    pages = [get(own, f"/report/{ticket}{form}") for form in ("", ".csv", ".json")]
    stale = get(own, "/report/0123456789abcdef")

    assert [page.status_code for page in pages] == [200, 200, 200]
    assert [page.headers.get("Content-Disposition") for page in pages] == [None, 'attachment; filename="verslag.csv"', 'attachment; filename="verslag.json"']
    assert (stale.status_code, heading(stale)) == (410, "Deze link is verlopen")


def test_the_report_brings_its_own_policy_and_stays_inside_it(own, session):
    ticket = own.api("POST", "/api/ticket", key=session.tokens["console"])["ticket"]
    page = get(own, f"/report/{ticket}")

    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert "<b>welbevinden</b>" not in page.text


def test_guessing_codes_gets_slow(start_server):
    house = start_server()
    session = house.create("kennismaken")
    for n in range(11):
        get(house, f"/BCDF{n:02}")

    began = time.monotonic()
    page = get(house, f"/{session.code}")

    assert page.status_code == 200
    assert 2.9 < time.monotonic() - began < 6
