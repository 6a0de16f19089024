"""The text of a draaiboek (TOML) looked over: everything that is wrong with it, with code, step, key, line and the nearest valid word."""

import builtins
import re
import tomllib
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Any, Literal, get_args, get_origin

import msgspec
from msgspec import Struct, to_builtins

from sessions import carry, lists, wording
from sessions.boards import KINDS, trait
from sessions.scripted import Script, Step

StepsOf = Callable[[str], dict[str, dict] | None]


class Error(Struct, frozen=True):
    """One thing wrong. `code`: not_toml missing unknown_key bad_value unknown_kind unknown_step unknown_rule unknown_ballot unknown_role unknown_item unknown_list unknown_word
    twice contradiction not_in_setting too_many too_long minutes. `within` is the key of the table or list in which `key` stands."""

    code: str
    step: str | None = None
    key: str | None = None
    line: int | None = None
    nearest: str | None = None
    said: str | None = None
    within: str | None = None


class ScriptErrors(Exception):
    def __init__(self, errors: list[Error]):
        super().__init__(", ".join(f"{error.code} {error.step or ''} {error.key or ''} line {error.line}" for error in errors))
        self.errors = errors


def read(text: str, steps_of: StepsOf) -> dict:
    """The script as plain data with its lists filled in; ScriptErrors with everything that is wrong. `steps_of` knows the steps of other scripts."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        raise ScriptErrors([Error("not_toml", line=int(at[1]) if at else None, said=str(error))]) from error
    found = Reader(text, raw, steps_of).errors()
    if found:
        raise ScriptErrors(found)
    return raw


class Reader:
    """Looks a raw script over and keeps the line of everything it finds."""

    def __init__(self, text: str, raw: dict, steps_of: StepsOf):
        self.lines, self.raw, self.steps_of, self.found = text.splitlines(), raw, steps_of, list[Error]()
        self.starts = [number for number, line in enumerate(self.lines, 1) if re.match(r"\s*\[\[\s*steps\s*\]\]", line)]

    def errors(self) -> list[Error]:
        self._keys(None, self.raw, Script)
        self._tables()
        self._values(None, self.raw, Script)
        self._words()
        self._lists()
        steps = self._steps()
        for number, step in enumerate(steps):
            self._step(number, step, steps)
        if not self.found:
            self._shape()
        if not self.found:
            self._sums(msgspec.convert(self.raw, Script))
        return sorted(self.found, key=lambda error: error.line or 0)

    def _steps(self) -> list[dict]:
        return [step for step in _list(self.raw.get("steps")) if isinstance(step, dict)]

    def _tables(self) -> None:
        """What stands among the steps and is none is said once, and then left out."""
        if "steps" in self.raw and (not isinstance(self.raw["steps"], list) or len(self._steps()) < len(self.raw["steps"]) or not self.raw["steps"]):
            self._add("bad_value", None, "steps", said="Expected `array` of length >= 1")
            self.raw["steps"] = self._steps()

    def _sums(self, it: Script) -> None:
        if it.minutes is not None and it.minutes != it.lasts:
            self._add("minutes", None, "minutes", said=str(it.lasts))
        if it.people[0] > it.people[1]:
            self._add("contradiction", None, "people", said="people")
        for key, word in it.words.items():
            known = [one.one for one in wording.KNOWN[key]]
            if isinstance(word, str) and word not in known:
                self._add("unknown_word", None, "words", nearest=_nearest(word, known), said=word)

    def _words(self) -> None:
        """A place for a word of the house names one that there is."""
        parts = [(None, {key: value for key, value in self.raw.items() if key != "steps"}), *enumerate(self._steps())]
        for number, part in parts:
            for key, place in _unknown_places(part):
                self._add("unknown_word", number, key, nearest=_nearest(place, wording.FORMS), said=place)

    def _lists(self) -> None:
        """Every list that a step refers to is filled in."""
        for number, step in enumerate(self._steps()):
            for key in [key for key in ("config", "from") if isinstance(step.get(key), dict)]:
                try:
                    step[key] = _filled(step[key])
                except lists.Unknown as unknown:
                    self._add("unknown_list", number, key, nearest=_nearest(unknown.name, unknown.known), said=unknown.name)
                    step[key] = {}

    def _step(self, number: int, step: dict, steps: list[dict]) -> None:
        self._keys(number, step, Step)
        self._values(number, step, Step)
        earlier = {one["id"]: one for one in steps[:number] if one.get("id")}
        if step.get("id") in earlier:
            self._add("twice", number, "id")
        if step.get("kind") is not None:
            self._kind(number, step)
        self._roles(number, step)
        if isinstance(source := step.get("from"), dict):
            self._from(number, source, earlier)
        beside = step.get("beside")
        for one in [beside] if isinstance(beside, dict) else _list(beside):
            if isinstance(one, dict):
                self._earlier(number, "beside", one)
        if isinstance(beside, str) and beside not in earlier:
            self._no_such_step(number, "beside", beside, earlier)

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
        if not isinstance(settings, dict):
            return
        right = self._keys(number, settings, kind.Config) & self._values(number, settings, kind.Config)
        if right and not self._strangers(number, settings):
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
        roles = _list(self.raw.get("roles"))
        if step.get("ask_role") and not roles:
            self._add("missing", None, "roles")
        named = [role for key in ("only", "split_by") for role in _list(step.get(key) or _settings(step).get(key))]
        for role in named:
            if role not in roles:
                self._add("unknown_role", number, "only" if role in _list(step.get("only")) else "split_by", nearest=_nearest(role, roles))

    def _from(self, number: int, source: dict, earlier: dict) -> None:
        origin = self._earlier(number, "from", source) if "session" in source else earlier.get(source.get("step"))
        if origin is None and "session" not in source:
            return self._no_such_step(number, "from", source.get("step"), earlier)
        rule = carry.parse(str(source.get("rule", "")))
        if rule is None or (origin and not _fits(rule, origin)):
            return self._add("unknown_rule", number, "from", nearest=_nearest(source.get("rule"), _rules(origin or {})))
        if origin is None:
            return None  # a script of one's own: what it asks is seen when a session goes on from it
        if origin.get("keep") is False:
            self._add("contradiction", number, "from", said="keep")
        self._points(number, source, origin)
        ballots = [ballot.get("id") for ballot in _list(_settings(origin).get("ballots"))] if rule.by == "votes" else []
        if source.get("ballot") not in (ballots or [None]):
            self._add("unknown_ballot", number, "from", nearest=_nearest(source.get("ballot"), ballots))

    def _no_such_step(self, number: int, key: str, named: Any, earlier: dict) -> None:
        """`said` is "later" where there is such a step, but not before this one."""
        later = any(one.get("id") == named for one in self._steps())
        self._add("unknown_step", number, key, nearest=None if later else _nearest(named, earlier), said="later" if later else None)

    def _earlier(self, number: int, key: str, source: dict) -> dict | None:
        """The step of another script, as far as we know that script."""
        steps = self.steps_of(str(source.get("session")))
        if steps is None or source.get("step") in steps:
            return (steps or {}).get(source.get("step"))
        self._add("unknown_step", number, key, nearest=_nearest(source.get("step"), steps))
        return None

    def _points(self, number: int, source: dict, origin: dict) -> None:
        """Points belong to things that the step it comes from works on."""
        items = _list(_settings(origin).get("items"))
        for group in _list(source.get("points")):
            if isinstance(group, dict) and group.get("name") not in items:
                self._add("unknown_item", number, "points", nearest=_nearest(group.get("name"), items), said=str(group.get("name")))

    def _keys(self, number: int | None, found: dict, shape: type[Struct], within: str | None = None) -> bool:
        known = {one.encode_name: one for one in msgspec.structs.fields(shape)}
        unknown = [key for key in found if key not in known]
        missing = [key for key, one in known.items() if one.required and key not in found]
        for key in unknown:
            self._add("unknown_key", number, key, nearest=_nearest(key, known), within=within)
        for key in missing:
            self._add("missing", number, key, within=within)
        return not unknown and not missing

    def _values(self, number: int | None, found: dict, shape: type[Struct]) -> bool:
        """Every value is of its kind, also in the tables within; one that is not is None for whoever looks further."""
        types = {one.encode_name: one.type for one in msgspec.structs.fields(shape) if one.encode_name in found and one.encode_name not in ("steps", "config")}
        wrong = [key for key, type in types.items() if not self._value(number, key, found[key], type)]
        found.update(dict.fromkeys(wrong))
        return not wrong

    def _value(self, number: int | None, key: str, value: Any, type: Any) -> bool:
        within = [inner for inner in (value if isinstance(value, list) else [value]) if isinstance(inner, dict)]
        if not all([self._keys(number, inner, shape, key) for shape in _structs(type) for inner in within]):
            return False
        try:
            msgspec.convert(value, type)
        except msgspec.ValidationError as error:
            meant = re.match(r"Invalid enum value '(.*)'", str(error))
            self._add("bad_value", number, key, nearest=_nearest(meant[1], _choices(type)) if meant else None, said=str(error))
            return False
        return True

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

    def _add(self, code: str, number: int | None, key: str | None, nearest: str | None = None, said: str | None = None, within: str | None = None) -> None:
        step = None if number is None else str(self.raw["steps"][number].get("id", number + 1))
        self.found.append(Error(code, step, key, self._line(number, None if code == "missing" else key, within), nearest, said, within))

    def _line(self, number: int | None, key: str | None, within: str | None) -> int | None:
        """The line of `key` in step `number` (or in the head), or of the key `within` which it stands; else the line where that part begins."""
        first = 1 if number is None else self.starts[number] if number < len(self.starts) else 1
        later = [start for start in self.starts if start > first]
        lines = range(first, later[0] if later else len(self.lines) + 1)
        ways = [rf"\s*{re.escape(key)}\s*=", rf".*[{{,]\s*{re.escape(key)}\s*="] if key else []
        ways += [rf"\s*(\[.*\.)?{re.escape(within)}\s*[=\]]"] if within else []
        return next((at for way in ways for at in lines if re.match(way, self.lines[at - 1])), first)


def _structs(type: Any) -> list[type[Struct]]:
    """The struct that a value of this type, or each in a list of them, is when it is a table."""
    if isinstance(type, builtins.type):
        return [type] if issubclass(type, Struct) else []
    return [] if get_origin(type) is dict else [found for one in get_args(type) for found in _structs(one)]


def _choices(type: Any) -> list[Any]:
    return list(get_args(type)) if get_origin(type) is Literal else [found for one in get_args(type) for found in _choices(one)]


def _fits(rule: carry.Rule, origin: dict) -> bool:
    """Whether a step gives what the rule asks for: dots, a ranking, scores, answers that differ, or the place it names."""
    settings = _settings(origin)
    buckets = _list(settings.get("buckets"))
    kind = origin.get("kind")
    if not getattr(KINDS.get(kind), "CARDS", True):
        return False
    match rule.by:
        case "votes":
            return kind == "vote"
        case "rank":
            return kind == "order" and settings.get("mode", "rank") == "rank"
        case "median":
            return kind == "scale"
        case "spread":
            return kind in ("scale", "poll") or (kind == "order" and bool(buckets))
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


def _filled(settings: dict) -> dict:
    """References to lists replaced by their texts, and the name of the list of points by its groups. Raises lists.Unknown."""
    filled = lists.resolve(settings)
    if isinstance(points := filled.get("points"), str):
        filled["points"] = [to_builtins(group) for group in lists.named(points).groups]
    return filled


def _unknown_places(value: Any, key: str | None = None) -> Iterator[tuple[str | None, str]]:
    """(key, place) of every place in the texts of `value` where no word can stand."""
    if isinstance(value, str):
        yield from ((key, place) for place in wording.unknown(value))
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _unknown_places(one, name)
    elif isinstance(value, list):
        for one in value:
            yield from _unknown_places(one, key)
