"""Simulated people for a rehearsal: one child process per session, over the real wire, gone when the server goes."""

import atexit
import subprocess
import sys

from facilitator import runtime

MOST = 3  # crowds at once: they share a laptop with the session itself


class Crowds:
    def __init__(self, url: str):
        self._url = url
        self._running: dict[str, subprocess.Popen] = {}  # by session
        atexit.register(self.stop)

    def full(self) -> bool:
        self._running = {id: it for id, it in self._running.items() if it.poll() is None}
        return len(self._running) >= MOST

    def start(self, id: str, token: str, people: int) -> None:
        command = [sys.executable, "-m", "facilitator.demo", "--url", self._url, "--token", token, "--people", str(people)]
        self._running[id] = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)  # Ctrl+C is for the server

    def send_home(self, id: str) -> None:
        """The people of one session, if it has any."""
        if crowd := self._running.pop(id, None):
            crowd.terminate()
            runtime.run_blocking(crowd.wait)

    def stop(self) -> None:
        for crowd in self._running.values():
            crowd.terminate()
        for crowd in self._running.values():
            crowd.wait()
        self._running = {}
