"""Lists of content that scripts refer to by name (sessions/lists/<name>.toml), so that each stands in one place.

A script writes `{ list = "name" }` where a list of texts stands, with `group = "..."` for one group of it or `names = true` for the names of its groups.
"""

import tomllib
from functools import cache
from importlib import resources
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct, field

Text = Annotated[str, Meta(min_length=1, max_length=280)]


class Group(Struct, forbid_unknown_fields=True):
    name: Text
    items: Annotated[list[Text], Meta(min_length=1)]


class Listed(Struct, forbid_unknown_fields=True):
    """`source` names the document and its section. Either `items`, or `groups` with items of their own."""

    title: str
    source: str
    items: list[Text] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)

    def all(self) -> list[str]:
        return [*self.items, *(item for group in self.groups for item in group.items)]


class Ref(Struct, forbid_unknown_fields=True):
    list: str
    group: str | None = None
    names: bool = False


class Unknown(Exception):
    """A name that no list, or no group of the list, has; `known` are those there are."""

    def __init__(self, name: str, known: list[str]):
        super().__init__(name)
        self.name, self.known = name, known


@cache
def shelf() -> dict[str, Listed]:
    folder = resources.files("sessions").joinpath("lists")
    found = sorted((path for path in folder.iterdir() if path.name.endswith(".toml")), key=lambda path: path.name) if folder.is_dir() else []
    return {path.name.removesuffix(".toml"): msgspec.convert(tomllib.loads(path.read_text("utf-8")), Listed) for path in found}


def named(name: str) -> Listed:
    """Raises Unknown."""
    if name not in shelf():
        raise Unknown(name, list(shelf()))
    return shelf()[name]


def look_up(ref: Ref) -> list[str]:
    """The texts that a reference stands for. Raises Unknown."""
    found, groups = named(ref.list), {group.name: group.items for group in named(ref.list).groups}
    if ref.names:
        return list(groups)
    if ref.group is None:
        return found.all()
    if ref.group not in groups:
        raise Unknown(ref.group, list(groups))
    return list(groups[ref.group])


def resolve(value: Any) -> Any:
    """`value` with every reference in it replaced by its texts. Raises Unknown."""
    if isinstance(value, dict) and "list" in value and value.keys() <= {"list", "group", "names"}:
        try:
            return look_up(msgspec.convert(value, Ref))
        except msgspec.ValidationError:
            return value  # of the wrong shape: its reader says so
    if isinstance(value, dict):
        return {key: resolve(one) for key, one in value.items()}
    return [resolve(one) for one in value] if isinstance(value, list) else value
