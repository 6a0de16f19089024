"""The pages people open: type the code, phone, screen, console, start; and the QR, the report, the run sheet and the health check."""

import re
from collections.abc import Callable
from datetime import time
from importlib.metadata import version

from flask import Blueprint, Response, redirect, render_template, request, url_for

from facilitator import report, run_sheet, runtime, way_in
from facilitator.house import house
from facilitator.patience import TooBusy
from facilitator.problems import PROBLEMS, Problem
from sessions import script as scripts

pages = Blueprint("pages", __name__)

VERSION = version("facilitator")
CODE = re.compile(r"[A-Z0-9]{6}")
HOUR = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
PATIENCE = 10.0  # seconds for the disk


@pages.get("/")
def join():
    """Without JavaScript too: the form brings ?code= here, and a wrong one is kept to mend."""
    typed = request.args.get("code", "")
    if not typed.strip():
        return render_template("join.html", typed="", wrong="")
    room = look_up(typed)
    if room is None:
        return render_template("join.html", typed=typed[:40], wrong=wrong_code()), 404
    return redirect(url_for("pages.phone", code=room.code), 303)


@pages.get("/<code>")
def phone(code: str):
    if tidy(code) is None:
        raise Problem("no_such_page")
    room = look_up(code)
    if room is None:
        return render_template("join.html", typed=code, wrong=wrong_code()), 404
    token = house().access.token(room.id, "participant")
    return render_template("phone.html", boot=boot(token=token, session=room.id, code=room.code))


@pages.get("/screen")
def screen():
    return render_template("screen.html", boot=boot())


@pages.get("/console")
def console():
    return render_template("console.html", boot=boot())


@pages.get("/start")
def home():
    return render_template("home.html", boot=boot())


@pages.get("/edit")
def edit():
    return render_template("edit.html", boot=boot())


@pages.get("/edit/phone")
def preview():
    """Inside the editor: it says what to show."""
    return render_template("preview.html", boot=boot())


@pages.get("/qr/<code>.svg")
def qr(code: str):
    if tidy(code) != code:
        raise Problem("no_such_code")
    return Response(way_in.qr(house().way_in.url(), code), mimetype="image/svg+xml")


@pages.get("/healthz")
def healthz():
    return Response("ok\n", mimetype="text/plain")


@pages.get("/report/<ticket>")
def report_page(ticket: str):
    room = room_of(ticket)
    ahead = report.Ahead(house().access.follow_code(room.id), house().library.after(room.live.stages.script))
    return Response(runtime.run_blocking(report.html, told(room), ahead), mimetype="text/html", headers={"Content-Security-Policy": report.policy()})


@pages.get("/report/<ticket>.csv")
def report_csv(ticket: str):
    return download(written(report.csv, ticket), "text/csv", "verslag.csv")


@pages.get("/report/<ticket>.json")
def report_json(ticket: str):
    return download(written(report.json, ticket), "application/json", "verslag.json")


@pages.get("/run-sheet/<ticket>")
def run_sheet_page(ticket: str):
    """?from=13:30 prints the times of the clock, else the minutes from the start."""
    script, confidant = script_of(ticket)
    sheet = run_sheet.html(script, house().library.title, hour(request.args.get("from", "")), confidant)
    return Response(sheet, mimetype="text/html", headers={"Content-Security-Policy": run_sheet.policy()})


@pages.get("/icon.svg")
def icon():
    return Response(render_template("icon.svg"), mimetype="image/svg+xml", headers={"Cache-Control": "max-age=86400"})


def boot(**more) -> dict:
    """What a page must know before it can ask; the catalog is empty because Dutch is the key."""
    return {"version": VERSION, "catalog": {}} | more


def wrong_code() -> str:
    _, heading, advice = PROBLEMS["no_such_code"]
    return f"{heading}. {advice}"


def look_up(typed: str):
    """-> the room with this code, or None. A wrong one costs waiting time."""
    address = request.environ["facilitator.address"]
    try:
        house().patience.before(address)
    except TooBusy:
        raise Problem("too_busy") from None
    code = tidy(typed)
    room = house().rooms.find_code(code) if code else None
    if room is None:
        house().patience.wrong(address)
    return room


def tidy(typed: str) -> str | None:
    """People type codes in small letters, with spaces and dashes between."""
    code = "".join(typed.split()).replace("-", "").upper()
    return code if CODE.fullmatch(code) else None


def written(form: Callable, ticket: str) -> str:
    """The report in one of its forms. Drawing it is another thread's work."""
    return runtime.run_blocking(form, told(room_of(ticket)))


def told(room) -> report.Report:
    """The report of a session as it is now, once all that it says is on disk."""
    on_disk = runtime.Event()
    now = report.sections(room.live)
    room.commits.when_durable(room.live.seq, on_disk.set)
    on_disk.wait(PATIENCE)
    if not on_disk.is_set():
        raise Problem("broken")
    return now


def room_of(ticket: str):
    session_id = house().access.redeem(ticket)
    room = session_id and house().rooms.by_id(session_id)
    if not room:
        raise Problem("old_ticket")
    return room


def script_of(ticket: str) -> tuple[scripts.Script, str]:
    """The script of a ticket in the words it has by itself; or that of a session in the words of its house, with how to reach the vertrouwenspersoon."""
    subject = house().access.redeem(ticket) or ""
    script = house().library.find(subject)
    if script:
        return scripts.worded(script), ""
    made = room_of(ticket).live.made
    return scripts.read(made["script"]), made.get("confidant", "")


def hour(text: str) -> time | None:
    if not text:
        return None
    read = HOUR.fullmatch(text.strip())
    if read is None:
        raise Problem("bad_request")
    return time(int(read[1]), int(read[2]))


def download(body, mimetype: str, name: str) -> Response:
    return Response(body, mimetype=mimetype, headers={"Content-Disposition": f'attachment; filename="{name}"'})
