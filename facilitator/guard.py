"""The outermost WSGI layer: what every request must pass and what every answer wears, also under /socket.io.

Refusals here are reasons too (problems.py owns the sentences). Later layers find in the environ:
"facilitator.address" (whose patience runs out) and "facilitator.private" (may the owner key travel on this connection).
"""

import logging
import re
import sys
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

BODY = 64 * 1024  # bytes; ops do not come this way, so nothing honest is near it
REPORT = 2 * 1024 * 1024  # the report of an earlier session, which may come along with a new one
LOOPBACK = {"127.0.0.1", "::1", "::ffff:127.0.0.1"}
LOCAL_NAMES = {"localhost", "127.0.0.1"}
HOST = re.compile(r"(?P<name>[A-Za-z0-9.-]+)(:\d{1,5})?")

log = logging.getLogger(__name__)


class Guard:
    """`known(host)` says whether a name is this server's; `page(reason, environ)` -> (status, headers, body) for people or programs."""

    def __init__(self, app: Callable, known: Callable[[str], bool], page: Callable, url: str = ""):
        self._app, self._known, self._page = app, known, page
        self._public = urlsplit(url)

    def __call__(self, environ: dict, start_response: Callable):
        answer = Answer(start_response, headers(environ, self._known(host_of(environ)), self._secure(environ)))
        try:
            environ["facilitator.address"] = self._address(environ)
            environ["facilitator.private"] = self._private(environ)
            environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)  # deflating once per phone costs more than it saves
            if reason := self._refusal(environ):
                return answer.whole(self._page(reason, environ))
            return self._app(environ, answer)
        except Exception:
            log.exception("A request went wrong")
            if is_live(environ):
                raise
            return answer.whole(self._page("broken", environ))

    def _refusal(self, environ: dict) -> str | None:
        if not self._known(host_of(environ)):
            return "wrong_host"
        if "HTTP_ORIGIN" in environ and environ["HTTP_ORIGIN"].partition("://")[2] != environ["HTTP_HOST"]:
            return "foreign_origin"
        if environ.get("CONTENT_LENGTH") and not environ["CONTENT_LENGTH"].isdecimal():
            return "bad_request"
        most, reason = (REPORT + BODY, "report_too_large") if environ.get("PATH_INFO") == "/api/sessions" else (BODY, "too_large")
        if "HTTP_TRANSFER_ENCODING" in environ or int(environ.get("CONTENT_LENGTH") or 0) > most:
            return reason
        if is_live(environ):
            return None if is_upgrade(environ) else "websocket_only"
        return "bad_request" if "HTTP_UPGRADE" in environ and "websocket" in environ["HTTP_UPGRADE"].lower() else None

    def _secure(self, environ: dict) -> bool:
        """Behind our own public address, over TLS: the proxy says so."""
        return self._public.scheme == "https" and environ.get("HTTP_HOST") == self._public.netloc and environ.get("HTTP_X_FORWARDED_PROTO") == "https"

    def _private(self, environ: dict) -> bool:
        at_home = environ.get("REMOTE_ADDR") in LOOPBACK and host_of(environ) in LOCAL_NAMES
        return self._secure(environ) or (at_home and "HTTP_X_FORWARDED_FOR" not in environ)

    def _address(self, environ: dict) -> str:
        """Behind a proxy everybody has the proxy's address; the last one it adds is whom it saw."""
        here = environ.get("REMOTE_ADDR", "")
        seen = environ.get("HTTP_X_FORWARDED_FOR", "").split(",")[-1].strip()
        return seen if self._public.netloc and here in LOOPBACK and seen else here


class Answer:
    """A start_response that puts our headers on whatever is answered, and knows whether it was."""

    def __init__(self, start_response: Callable, ours: dict[str, str]):
        self._start, self._ours, self.started = start_response, ours, False

    def __call__(self, status: str, given: list[tuple[str, str]], exc_info=None):
        self.started = True
        named = {name.lower() for name, _ in given}
        kept = [(name, value) for name, value in given if not name.lower().startswith("access-control-")]
        return self._start(status, kept + [it for it in self._ours.items() if it[0].lower() not in named], exc_info)

    def whole(self, page: tuple[str, list[tuple[str, str]], bytes]) -> list[bytes]:
        status, given, body = page
        self(status, [*given, ("Content-Length", str(len(body)))], sys.exc_info() if self.started else None)
        return [body]


def headers(environ: dict, known: bool, secure: bool) -> dict[str, str]:
    host = environ["HTTP_HOST"] if known else ""
    live = f" ws://{host} wss://{host}" if host else ""
    ours = {
        "Content-Security-Policy": (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            f"connect-src 'self'{live}; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
        ),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "SAMEORIGIN",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cache-Control": "no-store",  # pages carry tokens; the hashed files bring their own
    }
    return ours | ({"Strict-Transport-Security": "max-age=31536000"} if secure else {})


def host_of(environ: dict) -> str:
    """The name without its port, in lower case; "" when it is no name."""
    found = HOST.fullmatch(environ.get("HTTP_HOST", ""))
    return found["name"].lower() if found else ""


def is_live(environ: dict) -> bool:
    return environ.get("PATH_INFO", "").startswith("/socket.io")


def is_upgrade(environ: dict) -> bool:
    """A new websocket of the one version we speak: no polling, so none of its ways to go wrong."""
    query = parse_qs(environ.get("QUERY_STRING", ""))
    return (
        environ["REQUEST_METHOD"] == "GET"
        and environ.get("HTTP_UPGRADE", "").lower() == "websocket"
        and environ.get("HTTP_SEC_WEBSOCKET_VERSION") == "13"
        and query.get("transport") == ["websocket"]
        and "sid" not in query
    )
