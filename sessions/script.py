"""Draaiboeken (scripts): those that come with us, the text of one as a Script, and a script in the words of the house."""

import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

import msgspec
from msgspec import to_builtins

from sessions import reading, wording
from sessions.boards import KINDS
from sessions.reading import Error, ScriptErrors
from sessions.scripted import Script, Step
from sessions.wording import Word

__all__ = ["DEFAULT", "Error", "Script", "ScriptErrors", "Step", "TooLong", "config", "load", "read", "shipped", "worded"]

DEFAULT = "kennismaken"


class TooLong(Exception):
    """A text that no longer fits in the words of the house: of this step, or of the script itself (None)."""

    def __init__(self, step: str | None):
        super().__init__(step)
        self.step = step


def shipped() -> dict[str, str]:
    """The scripts that come with us: {id: TOML text}, the default first."""
    folder = resources.files("sessions").joinpath("scripts")
    texts = {path.name.removesuffix(".toml"): path.read_text("utf-8") for path in folder.iterdir() if path.name.endswith(".toml")}
    return dict(sorted(texts.items(), key=lambda one: (one[0] != DEFAULT, one[0])))


def load(text: str) -> Script:
    """The script with its lists filled in; ScriptErrors with everything that is wrong, in the order of the text."""
    plan = read(reading.read(text, _steps_of))
    try:
        worded(plan)
    except TooLong as long:
        raise ScriptErrors([Error("too_long", long.step)]) from long
    return plan


def _steps_of(id: str) -> dict[str, dict] | None:
    """The steps by id of a script that comes with us, as they are written; None when we have no such script."""
    text = shipped().get(id)
    return None if text is None else {step["id"]: step for step in tomllib.loads(text)["steps"]}


def read(raw: dict) -> Script:
    """A resolved script as it stands in entry 1 of a log, also of an old one."""
    return msgspec.convert(_today(raw), Script)


def _today(raw: dict) -> dict:
    """What an old log has otherwise: `people` in words, and a list of cues."""
    steps = [step | {"cue": {"intro": " ".join(step["cue"])}} if isinstance(step.get("cue"), list) else step for step in raw["steps"]]
    return {**{key: value for key, value in raw.items() if key != "people" or isinstance(value, list)}, "steps": steps}


def config(step: Step) -> Any:
    """The step's settings in the kind's own Config; msgspec.ValidationError when they do not fit.

    A Config whose settings contradict each other raises ValueError("key: other key"), which becomes an Error `contradiction`.
    """
    return msgspec.convert(step.config, KINDS[step.kind].Config)


def worded(script: Script, words: Mapping[str, Word | str] | None = None) -> Script:
    """The script in the words of the house, by default those that it says fit best.

    KeyError with the key of a word that is not known, TooLong when a text no longer fits.
    """
    house = wording.chosen({**script.words, **(words or {})})
    said = wording.fill(to_builtins(script), house)
    for step in said["steps"]:
        if "pupils" in {setting.name for setting in msgspec.structs.fields(KINDS[step["kind"]].Config)}:
            step["config"].setdefault("pupils", house["leerling"].many)
        try:
            config(msgspec.convert(step, Step))
        except msgspec.ValidationError:
            raise TooLong(step["id"]) from None
    try:
        return msgspec.convert(said, Script)
    except msgspec.ValidationError:
        raise TooLong(None) from None
