"""Two servers to compare with, in a process of their own: `python -m benchmarks.stacks bare|naive PORT`.

bare: Flask-SocketIO as it comes, an op is answered and forgotten. naive: the same, and every vote goes to everybody at once.
Neither checks or keeps anything.
"""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter

from house import free_port


class Stack:
    """One of the two, running."""

    def __init__(self, name: str):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        command = [sys.executable, "-W", "ignore", "-m", "benchmarks.stacks", name, str(self.port)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ})
        self.pid = self._process.pid
        self._wait()

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()

    def _wait(self) -> None:
        for _ in range(200):
            try:
                urllib.request.urlopen(self.url, timeout=2).close()
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.05)
        raise AssertionError("it did not start")


def serve(name: str, port: int) -> None:
    from flask import Flask
    from flask_socketio import SocketIO

    app = Flask(__name__)
    socketio = SocketIO(app, async_mode="eventlet")
    tally: Counter = Counter()

    @socketio.on("join")
    def join(said):
        return {}

    @socketio.on("ops")
    def ops(said):
        for op in said["ops"]:
            tally[op["item"]] += 1
            if name == "naive":
                socketio.emit("view", {"item": op["item"], "dots": tally[op["item"]]})
        return {"results": [{"id": op["id"], "seq": tally.total()} for op in said["ops"]]}

    socketio.run(app, "127.0.0.1", port)


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]))
