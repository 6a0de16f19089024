"""What every request must pass and every answer wears."""

import re
import socket
from contextlib import suppress

import pytest
import requests
from werkzeug.test import Client

from facilitator.guard import BODY, Guard

HOME = "localhost:8171"


def inside(environ, start_response):
    """Tells what the layers behind the guard would see."""
    if environ["PATH_INFO"] == "/broken":
        raise RuntimeError("the secret of the kitchen")
    start_response("200 OK", [("Content-Type", "text/plain"), ("Access-Control-Allow-Origin", "*")])
    return [repr({key: environ.get(key) for key in ("facilitator.address", "facilitator.private", "HTTP_SEC_WEBSOCKET_EXTENSIONS")}).encode()]


def page(reason, environ):
    return "400 BAD REQUEST", [("Content-Type", "text/plain")], reason.encode()


@pytest.fixture
def ask():
    return asking(Guard(inside, {"localhost", "192.168.1.5"}.__contains__, page))


def asking(guard):
    client = Client(guard)

    def ask(path="/", method="GET", host=HOME, address="127.0.0.1", **headers):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return client.open(path, method=method, headers={"Host": host, **named}, environ_base={"REMOTE_ADDR": address})

    return ask


UPGRADE = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec_WebSocket_Version": "13"}
LIVE = "/socket.io/?EIO=4&transport=websocket"


@pytest.mark.parametrize("path", ["/", "/broken", "/socket.io/?EIO=4&transport=polling"])
def test_every_answer_wears_the_strict_policy(ask, path):
    policy = ask(path).headers["Content-Security-Policy"]

    assert policy == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        f"connect-src 'self' ws://{HOME} wss://{HOME}; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
    )


def test_every_answer_tells_the_browser_not_to_guess_or_keep(ask):
    headers = ask().headers

    assert {name: headers[name] for name in ("X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cache-Control")} == {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "SAMEORIGIN",
        "Referrer-Policy": "same-origin",
        "Cache-Control": "no-store",
    }


def test_no_answer_opens_us_to_other_sites(ask):
    assert "Access-Control-Allow-Origin" not in ask().headers


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8171", "", "localhost.evil.example", "localhost:8171@evil.example", "localhost;script-src *", "[::1]:8171"])
def test_a_host_that_is_not_ours_is_refused(ask, host):
    answer = ask(host=host)

    assert (answer.text, "evil" in str(answer.headers), "ws://" in str(answer.headers)) == ("wrong_host", False, False)


@pytest.mark.parametrize("host", [HOME, "LOCALHOST", "192.168.1.5:8171"])
def test_our_own_names_are_let_in(ask, host):
    assert ask(host=host).status_code == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://localhost:9999", "localhost:8171", "http://[", ""])
@pytest.mark.parametrize(("path", "more"), [("/api/sessions", {}), (LIVE, UPGRADE)])
def test_a_page_of_another_site_is_refused(ask, path, more, origin):
    assert ask(path, Origin=origin, **more).text == "foreign_origin"


def test_our_own_pages_are_let_in(ask):
    assert ask(LIVE, Origin=f"http://{HOME}", **UPGRADE).status_code == 200


def test_deflating_is_never_agreed_upon(ask):
    assert "'HTTP_SEC_WEBSOCKET_EXTENSIONS': None" in ask(LIVE, Sec_WebSocket_Extensions="permessage-deflate", **UPGRADE).text


@pytest.mark.parametrize(
    ("path", "method", "headers"),
    [
        ("/socket.io/?EIO=4&transport=polling", "GET", {}),
        ("/socket.io/?EIO=4&transport=polling&sid=abc", "POST", {}),
        ("/socket.io", "GET", {}),
        (LIVE, "POST", UPGRADE),
        (LIVE, "GET", {}),
        (LIVE, "GET", UPGRADE | {"Sec_WebSocket_Version": "8"}),
        (LIVE, "GET", {"Upgrade": "websocket", "Sec_WebSocket_Key1": "4 @1  46546xW%0l 1 5", "Sec_WebSocket_Key2": "12998 5 Y3 1  .P00"}),
        (LIVE + "&sid=abc", "GET", UPGRADE),
        (LIVE + "&transport=polling", "GET", UPGRADE),
    ],
)
def test_only_a_new_websocket_of_version_13_gets_through(ask, path, method, headers):
    assert ask(path, method, **headers).text == "websocket_only"


def test_a_websocket_elsewhere_is_refused(ask):
    assert ask("/console", **UPGRADE).text == "bad_request"


@pytest.mark.parametrize(
    ("environ", "seen"),
    [
        ({"CONTENT_LENGTH": str(BODY + 1)}, "too_large"),
        ({"HTTP_TRANSFER_ENCODING": "chunked"}, "too_large"),
        ({"CONTENT_LENGTH": "-1"}, "bad_request"),
        ({"CONTENT_LENGTH": "many"}, "bad_request"),
        ({"CONTENT_LENGTH": str(BODY)}, "{"),
        ({"CONTENT_LENGTH": ""}, "{"),
    ],
)
def test_a_body_has_a_size_and_it_is_small(environ, seen):
    client = Client(Guard(inside, {"localhost"}.__contains__, page))

    assert client.post("/", headers={"Host": HOME}, environ_overrides=environ).text.startswith(seen)


def test_a_person_never_sees_a_traceback(ask, caplog):
    answer = ask("/broken")

    assert answer.text == "broken"
    assert "the secret of the kitchen" in caplog.text


@pytest.mark.parametrize(
    ("address", "host", "headers", "private"),
    [
        ("127.0.0.1", HOME, {}, True),
        ("192.168.1.9", "192.168.1.5:8171", {}, False),
        ("127.0.0.1", "192.168.1.5:8171", {}, False),
        ("127.0.0.1", HOME, {"X_Forwarded_For": "192.168.1.9"}, False),
        ("192.168.1.9", HOME, {"X_Forwarded_Proto": "https"}, False),
    ],
)
def test_the_owner_key_travels_only_within_the_laptop(ask, address, host, headers, private):
    assert f"'facilitator.private': {private}" in ask(host=host, address=address, **headers).text


@pytest.mark.parametrize(("proto", "private"), [("https", True), ("http", False), ("", False)])
def test_or_over_tls_on_a_hosted_server(proto, private):
    ask = asking(Guard(inside, {"werksessie.example.nl"}.__contains__, page, "https://werksessie.example.nl"))

    answer = ask(host="werksessie.example.nl", X_Forwarded_Proto=proto, X_Forwarded_For="10.0.0.1, 203.0.113.9")

    assert f"'facilitator.private': {private}" in answer.text
    assert "'facilitator.address': '203.0.113.9'" in answer.text
    assert ("Strict-Transport-Security" in answer.headers) is private


def test_on_a_laptop_nobody_can_claim_another_address(ask):
    assert "'facilitator.address': '192.168.1.9'" in ask(address="192.168.1.9", X_Forwarded_For="10.0.0.1").text


@pytest.mark.parametrize("path", ["/", "/healthz", "/socket.io/?EIO=4&transport=polling", "/api/sessions", "/static/none.js", "/nothing/here", "/qr/BCDFGH.svg"])
def test_the_real_server_wears_the_policy_everywhere(server, path):
    headers = requests.get(server.url + path, timeout=20).headers

    assert re.sub(r"localhost:\d+", "HOST", headers["Content-Security-Policy"]).startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "request_text",
    [
        b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"POST /socket.io/?EIO=4&transport=polling&sid=x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n41",
        b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key1: 1 2\r\nSec-WebSocket-Key2: 3 4\r\n\r\n12345678",
        b"POST /api/sessions HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n",
        b"POST /api/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999999999\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 200,
        b"GET " + b"/a" * 20_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ],
    ids=["host", "post-after-close", "hixie", "chunked", "huge", "tls-on-http", "long-path"],
)
def test_what_no_browser_sends_disturbs_nobody_and_shows_no_traceback(server, request_text):
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as line:
        with suppress(ConnectionError):
            line.sendall(request_text)
        answer = all_of(line)

    assert not answer.startswith(b"HTTP/") or int(answer.split()[1]) in range(400, 500)
    assert (b"Traceback" in answer, b"<" in answer) == (False, False)
    assert requests.get(f"{server.url}/healthz", timeout=20).text == "ok\n"


CANARY = "127.0.0.77"  # loopback too, and nobody else's


def test_no_address_of_a_person_is_in_a_file_or_a_log(start_server):
    house = start_server()
    session = house.create("kennismaken")
    for said in (
        f"GET /{session.code} HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /BCDFGH HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "NONSENSE\r\n\r\n",
        "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n\xff\xff\xff",
    ):
        with socket.create_connection(("127.0.0.1", house.port), timeout=20, source_address=(CANARY, 0)) as line:
            line.sendall(said.encode("latin-1"))
            assert line.getsockname()[0] == CANARY
            all_of(line)
    house.stop()

    kept = {path.name: path.read_bytes() for path in [house.log, *house.data.rglob("*")] if path.is_file()}

    assert [name for name, content in kept.items() if CANARY.encode() in content] == []


def all_of(line):
    """What comes before the other side hangs up; it may do so while we are still talking."""
    answer = b""
    with suppress(OSError):  # it hung up already
        line.shutdown(socket.SHUT_WR)
    with suppress(ConnectionError):
        while part := line.recv(65_536):
            answer += part
    return answer
