"""Asks the server that runs on this laptop on a data folder, with the owner key in it. What comes back wrong is a Sorry in words."""

import json
import urllib.error
import urllib.request
from pathlib import Path

from flask_babel import gettext as _

from facilitator import in_use
from facilitator.access import owner_key_in


class Sorry(Exception):
    """Why it did not work, for the person at the keyboard."""


class Server:
    """Raises Sorry when no server runs on `data`."""

    def __init__(self, data: Path):
        port = in_use.port_of(data)
        if port is None:
            raise Sorry(_("Er draait geen server met de map %(data)s. Start hem met: facilitator run --data %(data)s", data=data))
        self._url = f"http://localhost:{port}"
        self._key = owner_key_in(data)

    def create(self, **wish) -> dict:
        """-> the links of the new session."""
        return json.loads(self._ask("POST", "/api/sessions", self._key, wish))

    def report(self, session_id: str, form: str) -> bytes:
        sessions = json.loads(self._ask("GET", "/api/sessions", self._key))
        tokens = next((it["tokens"] for it in sessions if it["id"] == session_id or it["code"] == session_id.upper()), None)
        if tokens is None:
            raise Sorry(unknown(session_id))
        ticket = json.loads(self._ask("POST", "/api/ticket", tokens["console"]))["ticket"]
        return self._ask("GET", f"/report/{ticket}" + ("" if form == "html" else f".{form}"), "")

    def _ask(self, method: str, path: str, key: str, said: dict | None = None) -> bytes:
        body = None if said is None else json.dumps(said).encode()
        request = urllib.request.Request(self._url + path, body, {"Authorization": f"Bearer {key}"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.read()
        except urllib.error.HTTPError as refused:
            raise Sorry(json.load(refused)["message"]) from None
        except OSError:
            raise Sorry(_("De server op %(url)s geeft geen antwoord.", url=self._url)) from None


def unknown(session_id: str) -> str:
    return _("Er is geen werksessie met id of code %(session)s.", session=session_id)
