"""A script as TOML that a person likes to read: the keys in the order of the structs, every step its own table, long lists one per line."""

from collections.abc import Iterable
from typing import Any

import tomlkit
from tomlkit.items import InlineTable, Item

from sessions.boards import KINDS
from sessions.scripted import Cue, Script, Step

WIDE = 100  # characters: a longer list gets a line per item


def toml(raw: dict) -> str:
    """The text of a raw script; what it does not say is left out. Whatever was in `raw` is in the text, whether a script may have it or not."""
    document = tomlkit.document()
    for key in _ordered(raw, Script.__struct_encode_fields__):
        if key != "steps":
            document.add(key, _value(raw[key]))
    steps = raw.get("steps")
    if not isinstance(steps, list) or not all(isinstance(step, dict) for step in steps):
        if steps is not None:
            document.add("steps", _value(steps))
        return tomlkit.dumps(document)
    tables = tomlkit.aot()
    for step in steps:
        tables.append(_step(step))
    document.add("steps", tables)
    return tomlkit.dumps(document)


def _step(step: dict):
    table, last = tomlkit.table(), [key for key in ("cue", "config") if isinstance(step.get(key), dict) and step[key]]
    for key in _ordered(step, Step.__struct_encode_fields__):
        if key not in last and step[key] != {}:
            table.add(key, _value(step[key]))
    for key in last:
        inner = tomlkit.table()
        for name in _ordered(step[key], _settings(step) if key == "config" else Cue.__struct_encode_fields__):
            inner.add(name, _value(step[key][name]))
        table.add(key, inner)
    return table


def _settings(step: dict) -> Iterable[str]:
    kind = step.get("kind")
    return KINDS[kind].Config.__struct_encode_fields__ if isinstance(kind, str) and kind in KINDS else ()


def _ordered(found: dict, known: Iterable[str]) -> list[str]:
    """What has a value, known keys first."""
    given = [key for key, value in found.items() if value is not None]
    return [key for key in known if key in given] + [key for key in given if key not in known]


def _value(value: Any) -> Item:
    if isinstance(value, dict):
        return _inline(value)
    if not isinstance(value, list):
        return tomlkit.item(value)
    array = tomlkit.array()
    for one in value:
        array.append(_value(one))
    return array.multiline(len(array.as_string()) > WIDE)


def _inline(value: dict) -> InlineTable:
    table = tomlkit.inline_table()
    for key, one in value.items():
        if one is not None:
            table.add(key, _value(one))
    return table
