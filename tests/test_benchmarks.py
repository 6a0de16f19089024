"""The benchmarks run, on a small crowd: every answer is on disk, once. What they measure is for people to read."""

import json
import subprocess
import sys
from pathlib import Path


def run(name: str, *said) -> str:
    done = subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *map(str, said)], capture_output=True, text=True, timeout=120, cwd=Path(__file__).parents[1])
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_twelve_phones_lose_nothing_and_count_nothing_twice(tmp_path):
    told = run("phones", "--people", 12, "--seconds", 1, "--slow-fsync", 5, "--json", tmp_path / "figures.json")

    figures = json.loads((tmp_path / "figures.json").read_text())
    log = figures["ours"]["log"]
    assert (log["lost"], log["double"], log["refused"], log["cards"], log["dots"]) == (0, 0, 0, 36, 36)
    assert log["answered"] == 12 * 3 * 2 + 12 * 2 + log["sent twice"]
    assert {step: it["phones"] for step, it in figures["ours"]["steps"].items()} == dict.fromkeys(figures["ours"]["steps"], 12)
    assert "naive, to everybody" in told


def test_an_entry_folds_within_its_target(tmp_path):
    run("fold", "--json", tmp_path / "figures.json")

    told = json.loads((tmp_path / "figures.json").read_text())
    assert {(it["kind"], it["people"]) for it in told["figures"] if it["fold us"] > told["target us"]} == set()
