"""The text of a draaiboek (TOML) as a Script, or everything that is wrong with it: code, step, key, line and the nearest valid word."""

import re
import tomllib
from difflib import get_close_matches
from importlib import resources
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, field

from sessions import carry
from sessions.boards import KINDS, trait

StepId = Annotated[str, Meta(pattern=r"\A[a-z][a-z0-9_-]{0,31}\Z")]
Role = Annotated[str, Meta(min_length=1, max_length=60)]
Words = Annotated[str, Meta(min_length=1, max_length=120)]


class From(Struct, forbid_unknown_fields=True):
    """What a step works on: the items of an earlier `step` by a `rule` (see carry.py); `ballot` says whose dots count."""

    step: str
    rule: str
    ballot: str | None = None


class Step(Struct, forbid_unknown_fields=True, rename={"from_": "from"}):
    """`minutes` is writing and talking together; `timer` is the minutes on the clock when the step opens.

    `anonymous`: True keeps no link to a person and shows nothing under 5 answers; "auto" is that from 8 people on, and says so below.
    `ask_role` asks the role once, `only` lets these roles take part, `device` "table" is one phone per table.
    `moderate` holds every text until the facilitator approves it; with `keep` False nothing of the step is kept when the session ends.
    """

    id: StepId
    kind: str
    title: Words
    prompt: Annotated[str, Meta(min_length=1, max_length=200)]
    minutes: Annotated[int, Meta(ge=1, le=180)]
    timer: Annotated[int, Meta(ge=1, le=180)] | None = None
    opens: Literal["at once", "by hand"] | None = None
    from_: From | None = None
    beside: str | None = None
    anonymous: Literal["auto"] | bool = "auto"
    ask_role: bool = False
    only: list[Role] = field(default_factory=list)
    device: Literal["person", "table"] = "person"
    moderate: bool = False
    keep: bool = True
    cue: list[Annotated[str, Meta(max_length=200)]] = field(default_factory=list)
    config: dict[str, Any] = field(default_factory=dict)


class Script(Struct, forbid_unknown_fields=True):
    """A draaiboek. `summary` says in one or two sentences what the group does, `people` and `setting` for whom it is; `roles` are the roles people choose from."""

    id: StepId
    title: Words
    summary: Annotated[str, Meta(min_length=1, max_length=400)]
    steps: Annotated[list[Step], Meta(min_length=1, max_length=30)]
    people: str = ""
    setting: Literal["kernteam", "studiedag", "gemeente"] | None = None
    roles: Annotated[list[Role], Meta(max_length=24)] = field(default_factory=list)
    minutes: int | None = None

    def step(self, id: str) -> Step | None:
        return next((step for step in self.steps if step.id == id), None)


class Error(Struct, frozen=True):
    """One thing wrong. `code`: not_toml missing unknown_key bad_value unknown_kind unknown_step unknown_rule unknown_ballot unknown_role unknown_item twice contradiction not_in_setting too_many minutes."""

    code: str
    step: str | None = None
    key: str | None = None
    line: int | None = None
    nearest: str | None = None
    said: str | None = None


class ScriptErrors(Exception):
    def __init__(self, errors: list[Error]):
        super().__init__(", ".join(f"{error.code} {error.step or ''} {error.key or ''} line {error.line}" for error in errors))
        self.errors = errors


def shipped() -> dict[str, str]:
    """The scripts that come with us: {id: TOML text}, the default first."""
    texts = {path.name.removesuffix(".toml"): path.read_text("utf-8") for path in resources.files("sessions").joinpath("scripts").iterdir() if path.name.endswith(".toml")}
    return dict(sorted(texts.items()))


def load(text: str) -> Script:
    """The script; ScriptErrors with everything that is wrong, in the order of the text."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        raise ScriptErrors([Error("not_toml", line=int(at[1]) if at else None, said=str(error))]) from error
    found = Reader(text, raw).errors()
    if found:
        raise ScriptErrors(found)
    return read(raw)


def read(raw: dict) -> Script:
    """A resolved script as it stands in entry 1 of a log."""
    return msgspec.convert(raw, Script)


def config(step: Step) -> Any:
    """The step's settings in the kind's own Config; msgspec.ValidationError when they do not fit.

    A Config whose settings contradict each other raises ValueError("key: other key"), which becomes an Error `contradiction`.
    """
    return msgspec.convert(step.config, KINDS[step.kind].Config)


class Reader:
    """Looks a raw script over and keeps the line of everything it finds."""

    def __init__(self, text: str, raw: dict):
        self.lines, self.raw, self.found = text.splitlines(), raw, []
        self.starts = [number for number, line in enumerate(self.lines, 1) if re.match(r"\s*\[\[\s*steps\s*\]\]", line)]

    def errors(self) -> list[Error]:
        self._keys(None, self.raw, Script)
        steps = [step for step in self.raw.get("steps", []) if isinstance(step, dict)] if isinstance(self.raw.get("steps"), list) else []
        for number, step in enumerate(steps):
            self._step(number, step, steps)
        if not self.found:
            self._shape()
        total = self.raw.get("minutes")
        if not self.found and total is not None and total != sum(step["minutes"] for step in steps):
            self._add("minutes", None, "minutes", said=str(sum(step["minutes"] for step in steps)))
        return sorted(self.found, key=lambda error: error.line or 0)

    def _step(self, number: int, step: dict, steps: list[dict]) -> None:
        self._keys(number, step, Step)
        earlier = {one.get("id"): one for one in steps[:number]}
        if step.get("id") in earlier:
            self._add("twice", number, "id")
        if "kind" in step:
            self._kind(number, step)
        self._roles(number, step)
        if isinstance(source := step.get("from"), dict):
            self._from(number, source, earlier)
        if "beside" in step and step["beside"] not in earlier:
            self._add("unknown_step", number, "beside", nearest=_nearest(step["beside"], earlier))

    def _kind(self, number: int, step: dict) -> None:
        kind = KINDS.get(step["kind"])
        if kind is None:
            return self._add("unknown_kind", number, "kind", nearest=_nearest(step["kind"], KINDS))
        if self.raw.get("setting") in getattr(kind, "NOT_IN", ()):
            self._add("not_in_setting", number, "kind", said=self.raw["setting"])
        settings = step.get("config", {})
        own = settings.get("items") if isinstance(settings, dict) else None
        most = trait(kind, "MOST", settings.get("mode") if isinstance(settings, dict) else None)
        if most is not None:
            self._items(number, step, own, most, getattr(kind, "LEAST", 1))
        if isinstance(settings, dict) and self._keys(number, settings, kind.Config) and not self._strangers(number, settings):
            self._convert(number, settings, kind.Config, "config")

    def _strangers(self, number: int, settings: dict) -> bool:
        """An answer key in the form of a list names the items of the step, and nothing else."""
        items = _list(settings.get("items"))
        strange = [text for text in _list(settings.get("key")) if items and text not in items]
        for text in strange:
            self._add("unknown_item", number, "key", nearest=_nearest(text, items), said=str(text))
        return bool(strange)

    def _items(self, number: int, step: dict, own: Any, most: int, least: int) -> None:
        """What it works on comes from an earlier step or stands in the script: one of the two. Where the `least` is 0 it can also do without."""
        if "from" in step and own:
            self._add("contradiction", number, "items", said="from, items")
        elif "from" not in step and not own and least:
            self._add("missing", number, "from")
        elif isinstance(own, list) and len(own) > most:
            self._add("too_many", number, "items", said=str(most))

    def _roles(self, number: int, step: dict) -> None:
        """A role that is asked, or that a step is for, stands in the list of the script."""
        roles = self.raw.get("roles", [])
        if step.get("ask_role") and not roles:
            self._add("missing", None, "roles")
        named = [role for key in ("only", "split_by") for role in _list(step.get(key) or (step.get("config") or {}).get(key))]
        for role in named:
            if role not in roles:
                self._add("unknown_role", number, "only" if role in _list(step.get("only")) else "split_by", nearest=_nearest(role, roles))

    def _from(self, number: int, source: dict, earlier: dict) -> None:
        self._keys(number, source, From)
        origin = earlier.get(source.get("step"))
        if origin is None:
            return self._add("unknown_step", number, "from", nearest=_nearest(source.get("step"), earlier))
        if origin.get("keep") is False:
            self._add("contradiction", number, "from", said="keep")
        rule = carry.parse(str(source.get("rule", "")))
        if rule is None or not _fits(rule, origin):
            return self._add("unknown_rule", number, "from", nearest=_nearest(source.get("rule"), _rules(origin)))
        ballots = [ballot.get("id") for ballot in _settings(origin).get("ballots", [])] if rule.by == "votes" else []
        if source.get("ballot") not in (ballots or [None]):
            self._add("unknown_ballot", number, "from", nearest=_nearest(source.get("ballot"), ballots))

    def _keys(self, number: int | None, found: dict, shape: type[Struct]) -> bool:
        known = {one.encode_name: one for one in msgspec.structs.fields(shape)}
        unknown = [key for key in found if key not in known]
        missing = [key for key, one in known.items() if one.required and key not in found]
        for key in unknown:
            self._add("unknown_key", number, key, nearest=_nearest(key, known))
        for key in missing:
            self._add("missing", number, key)
        return not unknown and not missing

    def _shape(self) -> None:
        for number, step in enumerate(self.raw["steps"]):
            self._convert(number, step, Step)
        if not self.found:
            self._convert(None, self.raw, Script)

    def _convert(self, number: int | None, value: dict, shape: type, key: str | None = None) -> None:
        try:
            msgspec.convert(value, shape)
        except msgspec.ValidationError as error:
            path, clash = re.search(r"`\$\.([A-Za-z_]+)", str(error)), re.match(r"(\w+): (\w+)", str(error))
            if clash:
                self._add("contradiction", number, clash[1], said=clash[2])
            else:
                self._add("bad_value", number, path[1] if path else key, said=str(error))

    def _add(self, code: str, number: int | None, key: str | None, nearest: str | None = None, said: str | None = None) -> None:
        step = None if number is None else str(self.raw["steps"][number].get("id", number + 1))
        self.found.append(Error(code, step, key, self._line(number, key), nearest, said))

    def _line(self, number: int | None, key: str | None) -> int | None:
        """The line of `key` in step `number` (or in the head), else the line where that part begins."""
        first = 1 if number is None else self.starts[number] if number < len(self.starts) else 1
        later = [start for start in self.starts if start > first]
        for at in range(first, later[0] if later else len(self.lines) + 1):
            if key and re.match(rf"\s*{re.escape(key)}\s*=", self.lines[at - 1]):
                return at
        return first


def _fits(rule: carry.Rule, origin: dict) -> bool:
    """Whether a step gives what the rule asks for: dots, a ranking, or the place it names."""
    settings = _settings(origin)
    buckets = _list(settings.get("buckets"))
    if not getattr(KINDS.get(origin.get("kind")), "CARDS", True):
        return False
    if rule.by == "votes":
        return origin.get("kind") == "vote"
    if rule.by == "rank":
        return origin.get("kind") == "order" and settings.get("mode", "rank") == "rank"
    return rule.name != "field" or not buckets or rule.place in {*buckets, *(f"b{n}" for n in range(1, len(buckets) + 1))}


def _rules(origin: dict) -> list[str]:
    buckets = _list(_settings(origin).get("buckets"))
    return [rule for rule in carry.RULES if rule != "field(name)" or not buckets] + [f"field({name})" for name in buckets]


def _settings(step: dict) -> dict:
    return step["config"] if isinstance(step.get("config"), dict) else {}


def _list(value: Any) -> list:
    return value if isinstance(value, list) else []


def _nearest(word: Any, known: Any) -> str | None:
    return next(iter(get_close_matches(str(word), [str(one) for one in known], 1, 0.5)), None)
