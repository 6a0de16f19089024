"""The commands, as a facilitator types them."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from house import free_port

from facilitator.advice import advice
from sessions import script

COMMAND = [sys.executable, "-m", "facilitator"]


def facilitator(*said, cwd=None, **environment):
    """-> (exit code, what it printed)."""
    done = subprocess.run([*COMMAND, *map(str, said)], capture_output=True, text=True, timeout=60, cwd=cwd, env={**os.environ, **environment})
    assert "Traceback" not in done.stderr + done.stdout
    return done.returncode, done.stdout + done.stderr


def test_the_scripts_are_listed():
    code, said = facilitator("scripts")

    assert code == 0
    assert [line.split()[0] for line in said.splitlines()] == list(script.shipped())
    assert said.splitlines()[0] == "kennismaken               45 minuten   Kennismaken met de piramide"


def test_a_good_script_is_called_good(tmp_path):
    (tmp_path / "mijn.toml").write_text(script.shipped()["kennismaken"])

    assert facilitator("check", tmp_path / "mijn.toml") == (0, "Goed. Kennismaken met de piramide: 3 stappen, 45 minuten.\n")


def test_a_typo_is_named_with_its_line_and_the_word_that_was_meant(tmp_path):
    lines = script.shipped()["kennismaken"].replace('kind = "pyramid"', 'kind = "pyramide"').splitlines()
    (tmp_path / "mijn.toml").write_text("\n".join(lines))
    line = lines.index('kind = "pyramide"') + 1

    assert facilitator("check", tmp_path / "mijn.toml") == (1, f'Regel {line}, stap piramide: deze soort stap ken ik niet. Bedoel je "pyramid"?\n')


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", None])
def test_a_file_that_cannot_be_read_is_said_in_words(tmp_path, content):
    if content:
        (tmp_path / "mijn.toml").write_bytes(content)

    code, said = facilitator("check", tmp_path / "mijn.toml")

    assert (code, said.startswith("Ik kan ")) == (1, True)


@pytest.mark.parametrize("code", ["not_toml", "missing", "unknown_key", "bad_value", "unknown_kind", "unknown_step", "unknown_rule", "unknown_ballot", "unknown_role", "twice", "contradiction", "too_many", "minutes"])
def test_everything_that_can_be_wrong_has_its_sentence(code):
    said = advice(script.Error(code, step="stemmen", key="from", line=12, nearest="piramide", said="45"))

    assert re.fullmatch(r'Regel 12, stap stemmen: .+\. Bedoel je "piramide"\?', said)


def test_what_the_server_says_when_it_starts(tmp_path, running):
    house = running(tmp_path / "data")

    said = house.until("Stoppen: Ctrl+C")

    key = (tmp_path / "data" / "owner_key").read_text()
    assert said.splitlines()[:3] == ["De werksessies staan klaar.", "", f"Begin hier     http://localhost:{house.port}/start#{key}"]
    assert re.search(rf"^Telefoons      http://[\d.]+:{house.port}   \(\w+\)$", said, re.MULTILINE)
    assert f"Gegevens       {tmp_path / 'data'}" in said
    assert re.search(r"^Database       SQLite 3\.\d+", said, re.MULTILINE)


def test_a_taken_port_is_said_with_the_program_that_has_it_and_the_next_free_one(tmp_path):
    with socket.create_server(("0.0.0.0", free_port())) as other:
        port = other.getsockname()[1]

        code, said = facilitator("run", "--port", port, "--data", tmp_path / "data")

    by, free = re.fullmatch(rf"Poort {port} is al in gebruik door ([\w.-]+)\.\nStart met een andere poort: --port (\d+)\n", said).groups()
    assert (code, by, int(free) > port) == (1, Path(f"/proc/{os.getpid()}/comm").read_text().strip(), True)


def test_one_data_folder_has_one_server(server):
    code, said = facilitator("run", "--port", free_port(), "--data", server.data)

    assert (code, said) == (
        1,
        f"Er draait al een server met de map {server.data}, op poort {server.port}.\nOpen http://localhost:{server.port} of kies een andere map met --data.\n",
    )


def test_a_killed_server_leaves_its_folder_free(start_server):
    house = start_server()
    house.kill()

    assert house.start().running()


def test_a_folder_that_cannot_be_written_is_said_in_words(tmp_path):
    (tmp_path / "file").write_text("")

    code, said = facilitator("run", "--port", free_port(), "--data", tmp_path / "file" / "data")

    assert (code, said) == (1, f"Ik kan niet schrijven in de map {tmp_path}/file/data.\nKies een andere map met --data, bijvoorbeeld: --data ~/werksessies\n")


def test_without_the_built_pages_it_says_what_to_run(tmp_path):
    start = f"from pathlib import Path; from facilitator import places; places.DIST = Path({str(tmp_path)!r}); from facilitator.cli import main; main()"

    done = subprocess.run([sys.executable, "-c", start, "run", "--port", str(free_port()), "--data", str(tmp_path)], capture_output=True, text=True, timeout=60)

    assert (done.returncode, done.stderr) == (1, f"De webpagina's zijn nog niet gebouwd ({tmp_path}). Voer uit: ./start\n")


@pytest.mark.parametrize("said", [["run", "--port", "0"], ["run", "--port", "x"], ["run", "--demo", "0"], ["run", "--demo", "201"], ["nonsense"], ["export"], ["check"]])
def test_a_command_that_makes_no_sense_is_refused_without_a_traceback(said):
    assert facilitator(*said)[0] == 2


def test_new_makes_a_session_on_the_server_that_runs(server):
    code, said = facilitator("new", "kennismaken", "--title", "Studiedag", "--data", server.data)

    links = dict(line.split(maxsplit=1) for line in said.splitlines())
    assert code == 0
    assert links["Bediening"].startswith(f"{server.url}/console#") and links["Scherm"].startswith(f"{server.url}/screen#")
    assert links["Meedoen"].endswith(links["Code"])


def test_new_without_a_server_says_how_to_start_one(tmp_path):
    assert facilitator("new", "--data", tmp_path) == (1, f"Er draait geen server met de map {tmp_path}. Start hem met: facilitator run --data {tmp_path}\n")


def test_new_with_an_unknown_script_says_so(server):
    assert facilitator("new", "bestaat-niet", "--data", server.data) == (1, "Dit draaiboek ken ik niet. Kies een draaiboek uit de lijst.\n")


@pytest.mark.parametrize("form", ["html", "csv", "json"])
def test_export_is_the_same_with_and_without_a_running_server(start_server, tmp_path, form):
    house = start_server()
    session = house.create("kennismaken", title="Studiedag")
    running = facilitator("export", session.code, "--as", form, "--to", tmp_path / "a", "--data", house.data)
    house.stop()

    stopped = facilitator("export", session.id, "--as", form, "--to", tmp_path / "b", "--data", house.data)

    assert (running, stopped) == ((0, f"Het verslag staat in {tmp_path}/a.\n"), (0, f"Het verslag staat in {tmp_path}/b.\n"))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert b"Studiedag" in (tmp_path / "a").read_bytes()


def test_export_of_an_unknown_session_says_so(server, tmp_path):
    for data in (server.data, tmp_path):
        assert facilitator("export", "BCDFGH", "--data", data) == (1, "Er is geen werksessie met id of code BCDFGH.\n")
    assert facilitator("export", "BCDFGH", "--data", tmp_path / "none") == (1, f"De map {tmp_path}/none is er niet.\n")


def test_export_to_where_nobody_may_write_says_so(server, tmp_path):
    session = server.create("kennismaken")

    code, said = facilitator("export", session.id, "--to", tmp_path / "no" / "verslag.html", "--data", server.data)

    assert (code, said) == (1, f"Ik kan niet schrijven naar {tmp_path}/no/verslag.html. Kies een ander bestand met --to.\n")


def test_a_further_name_opens_the_door_for_browsers_that_use_it(tmp_path, running):
    house = running(tmp_path / "data", "--name", "werksessie.test")
    house.until("Stoppen")

    ask = urllib.request.Request(f"http://localhost:{house.port}/", headers={"Host": f"werksessie.test:{house.port}"})

    assert urllib.request.urlopen(ask, timeout=20).status == 200


def test_a_damaged_session_keeps_nobody_from_the_others(start_server):
    house = start_server()
    sound = house.create("kennismaken")
    house.stop()
    (house.data / "DAMAGED.db").write_bytes(b"not a database")
    (house.data / "EMPTY.db").write_bytes(b"")

    house.start()

    assert [it["id"] for it in house.api("GET", "/api/sessions")] == [sound.id]
    assert "the file of session DAMAGED is damaged and left as it is" in house.log.read_text()
    assert (house.data / "DAMAGED.db").read_bytes() == b"not a database"


def test_a_hosted_server_gives_links_to_its_public_address(tmp_path, running):
    house = running(tmp_path / "data", "--url", "https://werksessie.example.nl")
    house.until("Stoppen")
    key = (tmp_path / "data" / "owner_key").read_text()
    behind_tls = {"Host": "werksessie.example.nl", "X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9", "Authorization": f"Bearer {key}"}

    ask = urllib.request.Request(f"http://localhost:{house.port}/api/sessions", b'{"script": "kennismaken"}', behind_tls)
    links = json.load(urllib.request.urlopen(ask, timeout=20))

    assert [links[name].split("#")[0] for name in ("join_url", "screen_url", "console_url")] == [
        f"https://werksessie.example.nl/{links['code']}",
        "https://werksessie.example.nl/screen",
        "https://werksessie.example.nl/console",
    ]


class Running:
    def __init__(self, data, *more):
        self.port = free_port()
        self._log = data.with_suffix(".log")
        with self._log.open("w") as log:
            self._process = subprocess.Popen([*COMMAND, "run", "--port", str(self.port), "--data", str(data), *more], stdout=log, stderr=log)

    def said(self):
        return self._log.read_text()

    def until(self, word):
        end = time.monotonic() + 40
        while word not in self.said():
            assert time.monotonic() < end and self._process.poll() is None, self.said()
            time.sleep(0.05)
        return self.said()

    def children(self):
        return Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text().split()

    def stop(self):
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
        return self._process.wait(20)


@pytest.fixture
def running():
    started = []

    def start(data, *more):
        started.append(Running(data, *more))
        return started[-1]

    yield start
    for it in started:
        it.stop()
