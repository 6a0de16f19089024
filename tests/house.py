"""A real server process for tests, and the sessions on it. `server` in conftest.py is one for everybody; `start_server` gives you your own."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

RUN = "from facilitator.cli import main; main()"

# For `before`: the disk is full while there is a file `full` in the data folder.
FULL_DISK = """
import os
from facilitator import store
def unless_full(call):
    def checked(self, *given):
        if os.path.exists(self._path.parent / "full"):
            raise store.DiskFull("full")
        return call(self, *given)
    return checked
store.File.append, store.File.set_meta = unless_full(store.File.append), unless_full(store.File.set_meta)
"""


@dataclass
class Opened:
    """A session as the API gave it."""

    id: str
    code: str
    join_url: str
    screen_url: str
    console_url: str
    tokens: dict[str, str]
    more: dict = field(default_factory=dict)


class House:
    """`facilitator run` in a process of its own. `before` is Python that runs in it first, to make a disk slow or a folder full."""

    def __init__(self, data: Path, port: int | None = None, before: str = ""):
        self.data, self.port, self._before = data, port or free_port(), before
        self.log = data.parent / f"{data.name}-{self.port}.log"
        self._process: subprocess.Popen | None = None

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def key(self) -> str:
        return (self.data / "owner_key").read_text()

    def start(self) -> "House":
        command = [sys.executable, "-c", f"{self._before}\n{RUN}", "run", "--port", str(self.port), "--data", str(self.data)]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, "PYTHONUNBUFFERED": "1"})
        for _ in range(400):
            if self._process.poll() is not None:
                break
            try:
                urllib.request.urlopen(f"{self.url}/healthz", timeout=2).close()
                return self
            except OSError:
                time.sleep(0.05)
        raise AssertionError(f"the server did not start:\n{self.log.read_text()}")

    def stop(self, sign: int = signal.SIGTERM) -> int:
        """-> the exit code."""
        self._process.send_signal(sign)
        return self._process.wait(timeout=20)

    def kill(self) -> None:
        self.stop(signal.SIGKILL)

    def wait(self, seconds: float) -> int:
        """-> the exit code of a server that ends by itself."""
        return self._process.wait(timeout=seconds)

    @property
    def pid(self) -> int:
        return self._process.pid

    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def children(self) -> list[int]:
        """The ids of the processes that this server started."""
        lists = Path(f"/proc/{self._process.pid}/task").glob("*/children")
        return [int(pid) for it in lists for pid in it.read_text().split()]

    def create(self, script: str = "kennismaken", **wish) -> Opened:
        made = self.api("POST", "/api/sessions", {"script": script, **wish})
        known = {key: made.pop(key) for key in ("id", "code", "join_url", "screen_url", "console_url", "tokens")}
        return Opened(**known, more=made)

    def open_own(self, text: str, **wish) -> Opened:
        """A session from a script of one's own: its file is laid in the data folder first."""
        id = re.search(r'^id = "(.+)"', text, re.M)[1]
        folder = self.data / "draaiboeken"
        folder.mkdir(exist_ok=True)
        (folder / f"{id}.toml").write_text(text, "utf-8")
        return self.create(id, **wish)

    def api(self, method: str, path: str, body=None, key: str | None = None):
        """-> the answer's JSON, or None when there is none; raises urllib.error.HTTPError."""
        ask = urllib.request.Request(self.url + path, method=method, data=None if body is None else json.dumps(body).encode())
        ask.add_header("Authorization", f"Bearer {key or self.key}")
        with urllib.request.urlopen(ask, timeout=20) as answer:
            text = answer.read()
        return json.loads(text) if text else None


def free_port() -> int:
    with socket.socket() as it:
        it.bind(("127.0.0.1", 0))
        return it.getsockname()[1]
