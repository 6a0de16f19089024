"""Asks the server that runs on this laptop, with the owner key from the data folder."""

import json
import urllib.error
import urllib.request
from pathlib import Path

from facilitator.access import owner_key_in


def create(data: Path, port: int, wish: dict) -> dict | str:
    """-> the links of the new session, or why there is none."""
    key = owner_key_in(data)
    if not key:
        return f"Er is nog geen server gestart met de map {data}. Start hem met: facilitator run"
    request = urllib.request.Request(f"http://localhost:{port}/api/sessions", json.dumps(wish).encode(), {"Authorization": f"Bearer {key}", "Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refused:
        return json.load(refused)["message"]
    except OSError:
        return f"Er draait geen server op poort {port}. Start hem met: facilitator run --port {port}"
