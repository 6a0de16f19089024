"""The roles of a script as one house names them: renamed, added, left out; what the steps say of them goes along."""

from collections.abc import Sequence
from typing import Annotated

import msgspec
from msgspec import Struct

from sessions.scripted import Role, Script


class Named(Struct, frozen=True, forbid_unknown_fields=True):
    """A role: the script's one at place `was` (from 0), under another `name` where one is given; without `was` a new one."""

    name: Annotated[str, msgspec.Meta(max_length=60)] = ""
    was: int | None = None


class BadRoles(Exception):
    """Two of one name, one without a name, one that the script does not have or has only once, or a role left out that a step needs."""


def renamed(script: Script, roles: Sequence[Named]) -> Script:
    """The script with these roles, in this order. Raises BadRoles."""
    names, places = [_name(script, role) for role in roles], [role.was for role in roles if role.was is not None]
    if len({name.casefold() for name in names}) < len(names) or len(set(places)) < len(places):
        raise BadRoles
    new = {script.roles[role.was]: name for role, name in zip(roles, names, strict=True) if role.was is not None}
    try:
        steps = [{**step, "only": [new[role] for role in step["only"]], "config": _split(step["config"], new)} for step in msgspec.to_builtins(script.steps)]
    except KeyError as left_out:
        raise BadRoles from left_out
    if not names and any(step["ask_role"] for step in steps):
        raise BadRoles
    return msgspec.convert({**msgspec.to_builtins(script), "roles": names, "steps": steps}, Script)


def _name(script: Script, role: Named) -> Role:
    if role.was is not None and not 0 <= role.was < len(script.roles):
        raise BadRoles
    name = role.name.strip() or (script.roles[role.was] if role.was is not None else "")
    if not name:
        raise BadRoles
    return name


def _split(config: dict, new: dict[str, str]) -> dict:
    """The settings of a step whose answers are shown apart per role."""
    return {**config, "split_by": [new[role] for role in config["split_by"]]} if "split_by" in config else config
