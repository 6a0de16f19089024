"""JSON over HTTP: for other programs and the start page (owner key), and for a console (its own token), as a Bearer."""

from functools import wraps

import msgspec
from flask import Blueprint, jsonify, request

from facilitator import going_on, report, wishes
from facilitator.access import ROLES
from facilitator.house import house
from facilitator.pages import told
from facilitator.problems import Problem
from facilitator.store import DiskFull
from sessions import script as scripts
from sessions import wording

api = Blueprint("api", __name__, url_prefix="/api")

class Pick(msgspec.Struct, forbid_unknown_fields=True):
    name: str


def for_the_owner(view):
    @wraps(view)
    def guarded(*args, **kwargs):
        if not request.environ["facilitator.private"]:
            raise Problem("not_private")
        if not house().access.is_owner(bearer()):
            raise Problem("wrong_key")
        return view(*args, **kwargs)

    return guarded


@api.get("/scripts")
@for_the_owner
def list_scripts():
    return jsonify([{"id": name, "wrong": it} if isinstance(it, list) else described(name, it) for name, it in house().library.all()])


@api.post("/scripts/<name>/ticket")
@for_the_owner
def sheet_ticket(name: str):
    """For the run sheet of a script."""
    if house().library.find(name) is None:
        raise Problem("no_such_script")
    return jsonify(ticket=house().access.ticket(name))


@api.get("/scripts/<name>/earlier")
@for_the_owner
def list_earlier(name: str):
    """The sessions on this server that a new one of this script can go on from, those of `?group=` first."""
    script = house().library.find(name)
    if script is None:
        raise Problem("no_such_script")
    return jsonify(going_on.offers(script, request.args.get("group", "")))


@api.get("/sessions")
@for_the_owner
def list_sessions():
    return jsonify([msgspec.structs.asdict(it) | links(it) for it in house().rooms.list()])


@api.post("/sessions")
@for_the_owner
def create():
    wish = wishes.read(request.get_data())
    made = wishes.granted(wish, house().library.find)
    if wish.rehearsal and house().crowds.full():
        raise Problem("too_many_rehearsals")
    made["earlier"] = going_on.reports(scripts.read(made["script"]), wish.earlier)
    try:
        room = house().rooms.create(**made, rehearsal=bool(wish.rehearsal))
    except DiskFull:
        raise Problem("disk_full") from None
    if wish.rehearsal:
        house().crowds.start(room.id, house().access.token(room.id, "participant"), wish.rehearsal)
    return jsonify(links(room)), 201


@api.get("/sessions/<session_id>/results")
@for_the_owner
def results(session_id: str):
    """What the report tells: nothing that is hidden or was not shown yet."""
    return jsonify(report.plain(told(known(session_id))))


@api.delete("/sessions/<session_id>")
@for_the_owner
def delete(session_id: str):
    house().rooms.delete(known(session_id).id)
    house().crowds.send_home(session_id)
    return "", 204


@api.post("/ticket")
def ticket():
    session_id = console_session()
    return jsonify(ticket=house().access.ticket(session_id), screen_url=links(known(session_id))["screen_url"], follow_code=house().access.follow_code(session_id))


@api.post("/way-in")
def pick_way_in():
    room = known(console_session())
    if not house().way_in.pick(body(Pick).name):
        raise Problem("no_such_address")
    room.look_again()
    return jsonify(addresses=house().way_in.addresses())


@api.get("/descent/<card>")
def descent(card: str):
    """What became of one card, for the panel of the console."""
    live = known(console_session()).live
    if card not in live.cards:
        raise Problem("no_such_card")
    return jsonify(live.descents().of(card))


def links(room) -> dict:
    """`room` has an id and a code. Everything a program needs to send people to a session."""
    access, base = house().access, house().settings.url.rstrip("/") or request.host_url.rstrip("/")
    tokens = {role: access.token(room.id, role) for role in ROLES}
    return {
        "id": room.id,
        "code": room.code,
        "join_url": f"{house().way_in.url()}/{room.code}",
        "screen_url": f"{base}/screen#{tokens['screen']}",
        "console_url": f"{base}/console#{tokens['console']}",
        "tokens": tokens,
    }


def described(name: str, plan: scripts.Script) -> dict:
    """What the start page tells of a script: in the words that fit it best, with the places where a house may say it otherwise."""
    it, needed = scripts.worded(plan), {role for step in plan.steps for role in (*step.only, *step.config.get("split_by", ()))}
    said, used = wording.chosen(plan.words), wording.used(msgspec.to_builtins(plan))
    return {
        **{key: getattr(it, key) for key in ("title", "summary", "setting", "methods", "people", "audience", "needs", "leaves", "safety", "confidant")},
        "id": name,
        "own": name not in scripts.shipped(),
        "minutes": it.lasts,
        "steps": [{key: getattr(step, key) for key in ("id", "kind", "title", "prompt", "minutes", "break_after")} for step in it.steps],
        "goes_on_from": list(dict.fromkeys(earlier.session for step in plan.steps for earlier in (step.from_, *step.elsewhere) if earlier and earlier.session)),
        "words": [{"place": place, "said": msgspec.to_builtins(said[place]), "known": msgspec.to_builtins(known)} for place, known in wording.KNOWN.items() if place in used],
        "roles": [{"name": role, "needed": was in needed} for role, was in zip(it.roles, plan.roles, strict=True)],
        "tables": any(step.device == "table" or step.config.get("per") == "table" for step in plan.steps),
    }


def known(session_id: str):
    room = house().rooms.by_id(session_id)
    if room is None:
        raise Problem("no_such_session")
    return room


def console_session() -> str:
    """The session of the console whose token came along."""
    rooms = house().rooms
    found = house().access.read(bearer(), rooms.ids())
    if found is None or found[1] != "console":
        raise Problem("wrong_key")
    return found[0]


def bearer() -> str:
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    return key.strip() if scheme.lower() == "bearer" else ""


def body(shape):
    try:
        return msgspec.json.decode(request.get_data(), type=shape)
    except (msgspec.DecodeError, RecursionError):
        raise Problem("bad_request") from None
