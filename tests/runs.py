"""One run of a script from start to report on a server that is in a hurry, and what was found: the log, the report, and both again once the session was sealed."""

import json
import sqlite3
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from guests import Guests
from house import House
from leader import Leader
from participants import LONG, Participants

from sessions import script

MOST = 60  # people
HURRY = """
from facilitator import pace, room, rooms
pace.RATE = pace.BURST = 1e9  # people who are a thousand times as fast
room.SEAL_AFTER, rooms.PULSE = 0, 0.2
"""
ALL_KINDS = Path(__file__).parents[1] / "docs" / "gallery-soorten.toml"
OTHER_MODES = """
id = "standen"
title = "Wat geen draaiboek van ons heeft"
summary = "Dezelfde kaarten op een laag leggen, en paren die over iedereen worden verdeeld."
people = [8, 12]

[[steps]]
id = "doen"
kind = "pyramid"
title = "Vul de piramide"
prompt = "Wat doen we al?"
minutes = 10

[[steps]]
id = "leggen"
kind = "pyramid"
title = "Waar hoort dit?"
prompt = "Zet elke kaart op een laag."
minutes = 10
from = { step = "doen", rule = "field(base)" }
config = { mode = "place" }

[[steps]]
id = "paren"
kind = "relations"
title = "Wat hoort bij elkaar?"
prompt = "Wat hebben deze twee met elkaar te maken?"
minutes = 10
config = { mode = "spread", items = ["Op tijd beginnen", "Steeds terug laten komen", "Iedereen zorgt mee", "Partners werken samen"] }
"""
OWN = {"soorten": ALL_KINDS.read_text("utf-8"), "standen": OTHER_MODES}
SCRIPTS = {**script.shipped(), **OWN}


@dataclass
class Run:
    """What was found: the log and the report when all was done, and again once the session was sealed."""

    session: str
    people: int
    seconds: float = 0.0
    log: list[dict] = field(default_factory=list)
    report: dict = field(default_factory=dict)
    sealed: dict = field(default_factory=dict)
    sealed_log: list[dict] = field(default_factory=list)
    pages: dict[str, str] = field(default_factory=dict)

    @property
    def steps(self) -> dict[str, dict]:
        return {step["id"]: step for step in self.log[0]["script"]["steps"]}

    @property
    def results(self) -> dict[str, dict | None]:
        return {step["id"]: step["result"] for step in self.report["steps"]}


def whole(house: House, name: str, earlier: list[str]) -> Run:
    """`earlier` are the ids of the sessions it goes on from."""
    began, plan = time.monotonic(), resolved(name)
    wish = {"group": "De Linde", "earlier": [{"session": id} for id in earlier], "confidant": "Kamer 1.12" if plan["confidant"] else None}
    session = house.open_own(OWN[name], **wish) if name in OWN else house.create(name, **wish)
    found = Run(session.id, size(plan))
    with Guests() as guests, Participants(house.url, session.tokens["participant"], found.people, taken(plan)) as people:
        leader = Leader(guests.console(house, session).until(lambda page: page.stage["people"] == found.people), people)
        leader.lead()
        found.log, found.report = entries(house, session.id), house.api("GET", f"/api/sessions/{session.id}/results")
        ticket = house.api("POST", "/api/ticket", {}, key=session.tokens["console"])["ticket"]
        found.pages = {form: text(house, f"/report/{ticket}{form}") for form in ("", ".csv", ".json")}
        leader.act("stage", "end")
        leader.console.until(lambda page: entries(house, session.id)[-1]["do"] == "sealed", LONG)
    found.sealed_log, found.sealed = entries(house, session.id), house.api("GET", f"/api/sessions/{session.id}/results")
    found.seconds = time.monotonic() - began
    return found


def resolved(name: str) -> dict:
    return msgspec.to_builtins(script.worded(script.load(SCRIPTS[name])))


def goes_on_from(name: str) -> list[str]:
    """The scripts whose results it uses."""
    named = [one for step in resolved(name)["steps"] for one in (step["from"], step["beside"]) if isinstance(one, dict)]
    return sorted({one["session"] for one in named if one["session"]})


def size(plan: dict) -> int:
    """About the middle of the group that a script is for."""
    return min(MOST, sum(plan["people"]) // 2)


def taken(plan: dict) -> list[str]:
    """Of the roles, those that have a step or a bar of their own are half of the room."""
    special = sorted({role for step in plan["steps"] for role in (*step["only"], *step["config"].get("split_by", []))})
    return [one for role in plan["roles"] for one in ([*special, role] if role not in special else [])] or plan["roles"]


def entries(house: House, id: str) -> list[dict]:
    """The log as it stands on disk."""
    [file] = house.data.rglob(f"{id}.db")
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as db:
        return [json.loads(entry) for (entry,) in db.execute("SELECT entry FROM entries ORDER BY seq")]


def text(house: House, path: str) -> str:
    with urllib.request.urlopen(house.url + path, timeout=20) as answer:
        return answer.read().decode("utf-8-sig")
