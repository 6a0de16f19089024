"""The forms of the editor, made from the structs that read a script: every key with its type, limits and choices, and its label in Dutch.

A field is {"key", "label", "help"?, "type", "required"?, "default"?, ...} with as type
text {most, long?} | number {least?, most?, empty?} | check {text?} | choice {options, empty?, none?} | several {options or among} | texts {least?, most?, long} | rows {fields, least?, most?, plain?}
| group {fields} | span | arranged {among} | pick {among} | map {keys, of} | from | beside. `among` and `keys` name the other setting whose words it points to.
"""

from functools import cache
from typing import Any

import msgspec
from msgspec import inspect

from facilitator.labels import HELP, KINDS_IN_WORDS, LABELS, NONE, RULES, STARTS, VALUES
from sessions import carry, lists
from sessions.boards import KINDS, trait
from sessions.boards.levels import LEVELS
from sessions.script import Script, Step
from sessions.wording import KNOWN

LONG = 150  # characters: from here on a text gets more than one line
OWN = {Script: {"steps", "minutes", "id"}, Step: {"id", "kind", "config"}}  # the editor keeps these itself
AMONG = {  # settings that point to other words of the script
    "from": {"type": "from"},
    "beside": {"type": "beside"},
    "only": {"type": "several", "among": "roles"},
    "split_by": {"type": "several", "among": "roles"},
    "poll.required": {"type": "several", "among": "options"},
    "order.key": {"type": "arranged", "among": "items"},
    "poll.key": {"type": "map", "keys": "items", "of": {"type": "pick", "among": "options"}},
    "relations.follow_up": {"type": "map", "keys": "types", "of": {"type": "texts", "long": 80}},
}


@cache
def forms() -> dict[str, Any]:
    """{"script": fields, "step": fields, "kinds": {kind: {...}}, "rules": [...], "levels": [...], "lists": {name: {"title", "items", "groups": {name: items}}}}."""
    return {
        "script": fields(Script),
        "step": fields(Step),
        "kinds": {name: _kind(name, kind) for name, kind in KINDS.items()},
        "rules": [{"rule": rule, "label": str(RULES[rule])} for rule in carry.RULES],
        "levels": [{"value": id, "label": level["name"]} for id, level in LEVELS.items()],
        "lists": {name: {"title": one.title, "items": one.all(), "groups": {group.name: group.items for group in one.groups}} for name, one in lists.shelf().items()},
    }


def _kind(name: str, kind: Any) -> dict[str, Any]:
    """`carries` says whether it works on items, `takes` and `least` how many it can and must have, per mode where that differs; `gives` whether a later step can take cards along."""
    word, does = KINDS_IN_WORDS[name]
    modes = kind.MOST if isinstance(kind.MOST, dict) else {"": kind.MOST}
    return {
        "name": str(word),
        "does": str(does),
        "fields": fields(kind.Config, name),
        "carries": "items" in kind.FROM_CONSOLE,
        "takes": {mode: trait(kind, "MOST", mode) for mode in modes},
        "least": getattr(kind, "LEAST", 1),
        "gives": getattr(kind, "CARDS", True),
        "not_in": list(getattr(kind, "NOT_IN", ())),
        "start": {key: value if isinstance(value, int | dict) else str(value) for key, value in STARTS[name].items()},
    }


def fields(shape: type, kind: str = "") -> list[dict[str, Any]]:
    return [_field(one, kind) for one in inspect.type_info(shape).fields if one.encode_name not in OWN.get(shape, ())]


def label(key: str, kind: str = "") -> str:
    """What a key is called; a key that kinds use for different things has a label of its own with the kind before it."""
    return str(LABELS.get(_of(LABELS, key, kind), key))


def _field(one: inspect.Field, kind: str) -> dict[str, Any]:
    key = one.encode_name
    told = {"key": key, "label": label(key, kind), **_typed(one.type, key, kind)}
    if told.get("empty") and key in NONE:
        told["none"] = str(NONE[key])
    if hint := HELP.get(_of(HELP, key, kind)):
        told["help"] = str(hint)
    if one.required:
        told["required"] = True
    elif (default := _default(one)) is not None:
        told["default"] = default
    return told


def _default(one: inspect.Field) -> Any:
    made = one.default_factory() if one.default is msgspec.NODEFAULT and one.default_factory is not msgspec.NODEFAULT else one.default
    return None if made is msgspec.NODEFAULT else msgspec.to_builtins(made)


def _typed(type: inspect.Type, key: str, kind: str) -> dict[str, Any]:
    if among := AMONG.get(f"{kind}.{key}") or AMONG.get(key):
        return among
    match type:
        case inspect.StrType():
            return {"type": "text", "most": type.max_length, **({"long": True} if (type.max_length or 0) > LONG else {}), **({"id": True} if key == "id" else {})}
        case inspect.IntType():
            return {"type": "number", "least": type.ge, "most": type.le}
        case inspect.BoolType():
            return {"type": "check"}
        case inspect.LiteralType():
            return {"type": "choice", "options": _options(key, kind, type.values)}
        case inspect.ListType():
            return {**_listed(type.item_type, key, kind), "least": type.min_length, "most": type.max_length}
        case inspect.StructType():
            return {"type": "group", "fields": fields(type.cls, key)}
        case inspect.DictType():
            return {"type": "group", "fields": [_word(name) for name in KNOWN]}
        case inspect.UnionType():
            return _either([one for one in type.types if not isinstance(one, inspect.NoneType)], key, kind)
    raise TypeError(f"{key}: {type}")


def _listed(item: inspect.Type, key: str, kind: str) -> dict[str, Any]:
    """A list of structs may also hold bare texts, which stand for a struct with only its first field."""
    if isinstance(item, inspect.UnionType):
        item = next(one for one in item.types if isinstance(one, inspect.StructType))
        return {"type": "rows", "fields": fields(item.cls, key), "plain": True}
    if isinstance(item, inspect.StructType):
        return {"type": "rows", "fields": fields(item.cls, key)}
    if isinstance(item, inspect.LiteralType):
        return {"type": "several", "options": _options(key, kind, item.values)}
    if isinstance(item, inspect.IntType):
        return {"type": "span"}
    return {"type": "texts", "long": getattr(item, "max_length", None)}


def _word(name: str) -> dict[str, Any]:
    """Which word of the house says it best; the first is what scripts say by themselves."""
    words = [word.one for word in KNOWN[name]]
    return {"key": name, "label": words[0], "type": "choice", "options": [{"value": word, "label": word} for word in words], "default": words[0]}


def _either(types: list[inspect.Type], key: str, kind: str) -> dict[str, Any]:
    """The few unions that scripts have: one type or nothing; yes, no or a word; yes, no or a text of one's own; a text or a table."""
    if len(types) == 1:
        return {**_typed(types[0], key, kind), "empty": True}
    literals = [value for one in types if isinstance(one, inspect.LiteralType) for value in one.values]
    if literals:
        return {"type": "choice", "options": _options(key, kind, [*literals, True, False])}
    texts = [one for one in types if isinstance(one, inspect.StrType)]
    if texts and any(isinstance(one, inspect.BoolType) for one in types):
        return {"type": "check", "text": texts[0].max_length}
    raise TypeError(f"{key}: {types}")


def _options(key: str, kind: str, values: Any) -> list[dict[str, Any]]:
    """In the order of the table of words."""
    named = [(_of(VALUES, f"{key}.{value}", kind), value) for value in values]
    order = list(VALUES)
    return [{"value": value, "label": str(VALUES.get(name, value))} for name, value in sorted(named, key=lambda one: order.index(one[0]) if one[0] in VALUES else len(order))]


def _of(table: dict[str, Any], key: str, kind: str) -> str:
    """The key as it stands in a table of words: with the kind before it, where that has words of its own."""
    return f"{kind}.{key}" if f"{kind}.{key}" in table else key
