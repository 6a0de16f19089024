"""The wheel: what is in it, and that it runs on a laptop with Python and nothing else."""

import json
import os
import re
import socket
import subprocess
import sys
import tarfile
import time
import urllib.request
import venv
import zipfile
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("built")
    build(ROOT, folder, os.environ["PATH"])
    return folder


def test_the_wheel_carries_pages_and_scripts(built):
    with zipfile.ZipFile(wheel_in(built)) as wheel:
        inside = {name for name in wheel.namelist() if ".dist-info/" not in name}

    assert {name.split("/")[0] for name in inside} == {"facilitator", "sessions"}
    assert {name for name in inside if name.endswith(".toml")} == in_checkout("facilitator", "*.toml") | in_checkout("sessions", "*.toml")
    assert {name for name in inside if name.endswith(".py")} == in_checkout("facilitator", "*.py") | in_checkout("sessions", "*.py")
    assert {name for name in inside if "/templates/" in name} == {f"facilitator/{name}" for name in in_checkout("templates", "*")}
    assert {name for name in inside if "/dist/" in name} == {f"facilitator/{name}" for name in in_checkout("static/dist", "*")}


def test_the_sdist_makes_the_same_wheel_without_npm(built, tmp_path):
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        sdist.extractall(tmp_path, filter="data")

    build(next(tmp_path.iterdir()), tmp_path, path="", targets=["wheel"])

    assert contents(wheel_in(tmp_path)) == contents(wheel_in(built))


def test_the_wheel_serves_on_a_laptop_without_npm(built, tmp_path):
    bare = tmp_path / "bare"
    venv.create(bare, with_pip=False)
    pip = [sys.executable, "-m", "pip", "--python", bare / "bin" / "python", "install", "-q", "--no-compile"]
    subprocess.run([*pip, "--require-hashes", "-r", ROOT / "constraints.txt"], check=True)
    subprocess.run([*pip, "--no-deps", wheel_in(built)], check=True)

    with serving(bare / "bin", tmp_path) as address:
        assert status(f"{address}/healthz") == 200
        session = api(address, tmp_path, "POST", {"script": "kennismaken", "rehearsal": 2})
        for page in (session["code"], "screen", "console", "start"):
            assert all(status(f"{address}{asset}") == 200 for asset in assets(f"{address}/{page}"))
        end = time.monotonic() + 40
        while not api(address, tmp_path, "GET")[0]["people"]:
            assert time.monotonic() < end
            time.sleep(0.2)


def build(root, folder, path, targets=("sdist", "wheel")):
    wanted = [part for target in targets for part in ("-t", target)]
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-d", folder, *wanted], cwd=root, env={"PATH": path}, check=True, capture_output=True)


def wheel_in(folder):
    return next(folder.glob("*.whl"))


def in_checkout(folder, pattern):
    paths = (path for path in (ROOT / folder).rglob(pattern) if path.is_file() and path.suffix != ".pyc")
    return {path.relative_to(ROOT).as_posix() for path in paths}


def contents(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@contextmanager
def serving(programs, folder):
    port = free_port()
    command = [programs / "facilitator", "run", "--port", str(port), "--data", folder / "sessions"]
    with subprocess.Popen(command, cwd=folder, env={"PATH": str(programs)}) as server:
        try:
            wait_until_open(port)
            yield f"http://localhost:{port}"
        finally:
            server.terminate()
            server.wait(10)


def free_port():
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return probe.getsockname()[1]


def wait_until_open(port, seconds=30):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("localhost", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"nothing listens on {port} after {seconds} s")


def api(address, folder, method, body=None):
    """With the owner key of the data folder."""
    ask = urllib.request.Request(f"{address}/api/sessions", method=method, data=None if body is None else json.dumps(body).encode())
    ask.add_header("Authorization", f"Bearer {(folder / 'sessions' / 'owner_key').read_text()}")
    with urllib.request.urlopen(ask, timeout=20) as answer:
        return json.loads(answer.read())


def assets(address):
    """The script and the style that a page names; fails when it names none."""
    with urllib.request.urlopen(address, timeout=20) as answer:
        found = re.findall(r'(?:src|href)="(/[^"]+\.(?:js|css))"', answer.read().decode())
    assert len(found) >= 2
    return found


def status(address):
    with urllib.request.urlopen(address, timeout=20) as answer:
        return answer.status
