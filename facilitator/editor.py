"""What the editor of draaiboeken asks (owner key): the forms, a script to begin from, a look at the draft after every change, and to save, wipe, give out and take in."""

import re
import tomllib
from typing import Annotated, Any

import msgspec
from flask import Blueprint, jsonify

from facilitator import door, previewing, runtime
from facilitator.advice import advice, said
from facilitator.api import body, for_the_owner
from facilitator.forms import forms, label
from facilitator.house import house
from facilitator.library import Moved, slug
from facilitator.problems import Problem
from facilitator.writing import toml
from sessions import script as scripts
from sessions.script import Error, ScriptErrors

editor = Blueprint("editor", __name__, url_prefix="/api")

MOST_TRIED = 200
DEEPEST = 10  # tables in tables; a script has four
STEP = re.compile(r"\s*\[\[\s*steps\s*\]\]")


class Draft(msgspec.Struct, forbid_unknown_fields=True):
    """`script` is the raw script, as it would stand in the file; `step` the number of the step to look at, `ops` what was tried on its phone."""

    script: dict[str, Any]
    step: int | None = None
    ops: Annotated[list[msgspec.Raw], msgspec.Meta(max_length=MOST_TRIED)] = []


class Save(msgspec.Struct, forbid_unknown_fields=True):
    """`was` is the stamp of the file that it began from."""

    script: dict[str, Any]
    was: str = ""


class Text(msgspec.Struct, forbid_unknown_fields=True):
    text: str


@editor.get("/forms")
@for_the_owner
def all_forms():
    return jsonify(forms())


@editor.get("/scripts/<id>")
@for_the_owner
def read(id: str):
    found = text_of(id)
    return jsonify({"id": id, "stamp": found.stamp} | taken_in(found.text))


@editor.post("/scripts")
@for_the_owner
def add():
    raw = sound(body(Save).script)
    id, stamp = written(house().library.add, str(raw["title"]), lambda id: toml(raw | {"id": id}))
    return jsonify(id=id, stamp=stamp), 201


@editor.put("/scripts/<id>")
@for_the_owner
def change(id: str):
    wish = body(Save)
    if text_of(id).stamp is None:
        raise Problem("no_such_script")
    raw = sound(wish.script | {"id": id})
    try:
        return jsonify(id=id, stamp=written(house().library.change, id, toml(raw), wish.was))
    except Moved:
        raise Problem("script_moved") from None


@editor.delete("/scripts/<id>")
@for_the_owner
def delete(id: str):
    if not written(house().library.delete, id):
        raise Problem("no_such_script")
    return "", 204


@editor.post("/draft")
@for_the_owner
def look():
    """Everything that is wrong, each at its step and key; and what a phone shows at the step, when that much of the script is right."""
    wish = body(Draft)
    raw = named(shallow(wish.script))
    return jsonify(errors=mistakes(raw), phone=None if wish.step is None else runtime.run_blocking(previewing.phone, raw, wish.step, [door.op(bytes(op)) for op in wish.ops]))


@editor.post("/draft/toml")
@for_the_owner
def give_out():
    raw = named(shallow(body(Draft).script))
    return jsonify(name=f"{raw['id']}.toml", text=toml(raw))


@editor.post("/draft/read")
@for_the_owner
def take_in():
    return jsonify(taken_in(body(Text).text))


def taken_in(text: str) -> dict[str, Any]:
    """{"script"} to edit, whatever is wrong in it; {"wrong"} when it is no TOML at all."""
    try:
        return {"script": msgspec.json.decode(msgspec.json.encode(shallow(tomllib.loads(text))))}
    except tomllib.TOMLDecodeError:
        return {"wrong": [advice(error) for error in errors_of(text)]}
    except RecursionError:
        raise Problem("bad_request") from None


def mistakes(raw: dict[str, Any]) -> list[dict[str, Any]]:
    """[{"step": number or None, "key", "said"}], in the words of the form."""
    text = toml(raw)
    lines = text.splitlines()
    kinds = [step.get("kind") if isinstance(step, dict) else None for step in raw["steps"]] if isinstance(raw.get("steps"), list) else []
    found = []
    for error in errors_of(text):
        before = sum(bool(STEP.match(line)) for line in lines[: error.line or 0])
        step = before - 1 if error.step is not None and before else None
        kind = kinds[step] if step is not None else ""
        found.append({"step": step, "key": error.within or error.key, "said": in_words(error, str(error.within or kind))})
    return found


def errors_of(text: str) -> list[Error]:
    try:
        scripts.load(text)
    except ScriptErrors as wrong:
        return wrong.errors
    return []


def in_words(error: Error, among: str) -> str:
    """Beside the field itself: its label instead of its key, and no line."""
    against = ", ".join(label(key, among) for key in error.said.split(", ")) if error.code == "contradiction" and error.said else error.said
    sentence = said(msgspec.structs.replace(error, key=label(error.key or "", among), said=against))
    return sentence[0].upper() + sentence[1:]


def sound(raw: dict[str, Any]) -> dict[str, Any]:
    """The script when nothing is wrong with it."""
    raw = named(shallow(raw))
    if errors_of(toml(raw)):
        raise Problem("script_wrong")
    return raw


def named(raw: dict[str, Any]) -> dict[str, Any]:
    """A draft has no id of its own before it is saved."""
    return {"id": slug(str(raw.get("title", "")))} | raw


def shallow(raw: dict[str, Any]) -> dict[str, Any]:
    if depth(raw) > DEEPEST:
        raise Problem("bad_request")
    return raw


def depth(value: Any) -> int:
    deep, here = 0, [value]
    while here:
        deep, here = deep + 1, [inner for one in here if isinstance(one, dict | list) for inner in (one.values() if isinstance(one, dict) else one)]
    return deep


def text_of(id: str):
    try:
        found = house().library.text(id)
    except (OSError, UnicodeDecodeError):
        raise Problem("cannot_read") from None
    if found is None:
        raise Problem("no_such_script")
    return found


def written(write, *given):
    """What has to reach the disk, by another thread."""
    try:
        return runtime.run_blocking(write, *given)
    except OSError:
        raise Problem("cannot_write") from None
