"""Who may do what: tokens, person ids and tickets, all derived from one secret in the data folder.

A token is base32(HMAC-SHA256(secret, id|role|generation))[:26], so a restarted server shows the same QR and links again.
A follow code is short enough to type, and only for who has the owner key: by it a later session finds the report of this one.
"""

import hmac
import os
import secrets
import time
from base64 import b32encode
from collections.abc import Callable, Iterable
from pathlib import Path

ROLES = ("participant", "screen", "console")
OWNER_KEY = ("owner_key", "FACILITATOR_OWNER_KEY")  # file, or environment
TICKET_LIVES = 60  # seconds
LETTERS, FOLLOW = "BCDFGHJKMNPQRSTVWXYZ", 8  # of a follow code: no vowels and no look-alikes, as in the code to join


class Access:
    def __init__(self, folder: Path, now: Callable[[], float] = time.monotonic):
        self._secret = secret(folder / "server_secret", "FACILITATOR_SECRET").encode()
        self.owner_key = secret(folder / OWNER_KEY[0], OWNER_KEY[1])
        self._now = now
        self._tokens: dict[str, tuple[str, str]] = {}
        self._known: set[str] = set()
        self._tickets: dict[str, tuple[str, float]] = {}

    def token(self, session_id: str, role: str, generation: int = 1) -> str:
        return self._derive(f"{session_id}|{role}|{generation}")[:26]

    def read(self, token: str, ids: Iterable[str]) -> tuple[str, str] | None:
        """-> (session id, role) of a token of one of the sessions `ids`."""
        ids = set(ids)
        for session_id in ids - self._known:
            self._tokens.update({self.token(session_id, role): (session_id, role) for role in ROLES})
        self._known |= ids
        found = self._tokens.get(token)
        return found if found and found[0] in ids else None

    def pid(self, session_id: str, key: str) -> str:
        """The id of a person in one session: the same phone is somebody else in the next one."""
        salt = hmac.digest(self._secret, f"{session_id}|salt".encode(), "sha256")
        return b32encode(hmac.digest(salt, key.encode(), "sha256")).decode()[:16]

    def follow_code(self, session_id: str) -> str:
        number = int.from_bytes(hmac.digest(self._secret, f"{session_id}|follow".encode(), "sha256"), "big")
        return "".join(LETTERS[number // len(LETTERS) ** at % len(LETTERS)] for at in range(FOLLOW))

    def followed(self, code: str, ids: Iterable[str]) -> str | None:
        """-> the session among `ids` that has this follow code."""
        return next((session_id for session_id in ids if self.follow_code(session_id) == code), None)

    def is_owner(self, key: str) -> bool:
        return hmac.compare_digest(key.encode(), self.owner_key.encode())

    def ticket(self, subject: str) -> str:
        """For a download: a link cannot carry a token, because links end up in histories."""
        now = self._now()
        self._tickets = {ticket: it for ticket, it in self._tickets.items() if it[1] > now}
        ticket = secrets.token_hex(16)
        self._tickets[ticket] = (subject, now + TICKET_LIVES)
        return ticket

    def redeem(self, ticket: str) -> str | None:
        """-> the session or the script it is for, while the ticket lives; it may be used for the page and the files beside it."""
        subject, until = self._tickets.get(ticket, (None, 0))
        return subject if until > self._now() else None

    def _derive(self, what: str) -> str:
        return b32encode(hmac.digest(self._secret, what.encode(), "sha256")).decode()


def owner_key_in(folder: Path) -> str | None:
    """The key of the server that keeps its sessions in `folder`, for commands on the same laptop."""
    path = folder / OWNER_KEY[0]
    return os.environ.get(OWNER_KEY[1]) or (path.read_text().strip() if path.is_file() else None)


def secret(path: Path, variable: str) -> str:
    """The environment's value, or the one in the file, made the first time and readable by its owner only."""
    if given := os.environ.get(variable):
        return given
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(b32encode(secrets.token_bytes(20)).decode())
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        path.chmod(0o600)
    return path.read_text().strip()
