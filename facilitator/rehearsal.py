"""Simulated people for a rehearsal: one child process per session, over the real wire, gone when the server goes."""

import atexit
import subprocess
import sys

MOST = 3  # crowds at once: they share a laptop with the session itself


class Crowds:
    def __init__(self, url: str):
        self._url = url
        self._running: list[subprocess.Popen] = []
        atexit.register(self.stop)

    def full(self) -> bool:
        self._running = [it for it in self._running if it.poll() is None]
        return len(self._running) >= MOST

    def start(self, token: str, people: int) -> None:
        command = [sys.executable, "-m", "facilitator.demo", "--url", self._url, "--token", token, "--people", str(people)]
        self._running.append(subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True))  # Ctrl+C is for the server

    def stop(self) -> None:
        for crowd in self._running:
            crowd.terminate()
        for crowd in self._running:
            crowd.wait()
        self._running = []
