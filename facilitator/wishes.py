"""What a new session is to be: the script in the words of the house, its roles, its tables. Judged as a whole, before anything is made."""

import re
from collections.abc import Callable
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, field

from facilitator.problems import Problem
from sessions.roles import BadRoles, Named, renamed
from sessions.script import TooLong, worded
from sessions.scripted import Script
from sessions.wording import Word

Line = Annotated[str, Meta(max_length=120)]
TABLES, TABLE = 60, 30  # names, and characters in one
FIELDS = ("words", "roles", "tables", "confidant")  # each refused by a reason of its own: bad_words ...


class Earlier(Struct, forbid_unknown_fields=True):
    """A session to go on from, in one of three ways: its id on this server, a follow code, or what its report.json holds."""

    session: Annotated[str, Meta(max_length=64)] | None = None
    code: Annotated[str, Meta(max_length=64)] | None = None
    report: Any = None


class NewSession(Struct, forbid_unknown_fields=True):
    """`words` per place a known word or one of the house's own; `tables` are names, the first for table 1.

    `confidant` is how to reach the vertrouwenspersoon; "" says that this stands on the board in the room.
    """

    script: str
    title: Line = ""
    group: Line = ""
    rehearsal: Annotated[int, Meta(ge=0, le=200)] = 0  # simulated people
    words: dict[Literal["leerling", "leraar", "school", "doel"], str | Word] = field(default_factory=dict)
    roles: Annotated[list[Named], Meta(max_length=24)] | None = None
    tables: Annotated[list[Annotated[str, Meta(max_length=TABLE)]], Meta(max_length=TABLES)] = field(default_factory=list)
    confidant: Annotated[str, Meta(max_length=200)] | None = None
    earlier: Annotated[list[Earlier], Meta(max_length=8)] = field(default_factory=list)


def read(said: bytes) -> NewSession:
    """Raises Problem, of the field that is wrong where it has a reason of its own."""
    try:
        return msgspec.json.decode(said, type=NewSession)
    except msgspec.DecodeError as error:
        at = re.search(r"`\$\.(\w+)", str(error))
        raise Problem(f"bad_{at[1]}" if at and at[1] in FIELDS else "bad_request") from None


def granted(wish: NewSession, find: Callable[[str], Script | None]) -> dict:
    """What entry 1 of the log says of it: {"script", "title", "group", "tables", "confidant"}. Raises Problem."""
    plan = find(wish.script)
    if plan is None:
        raise Problem("no_such_script")
    if plan.confidant and wish.confidant is None and not wish.rehearsal:
        raise Problem("confidant_needed")
    plan = _roled(_worded(plan, wish), wish)
    tables = [name.strip() for name in wish.tables]
    if "" in tables or len({name.casefold() for name in tables}) < len(tables):
        raise Problem("bad_tables")
    told = {"title": wish.title or plan.title, "group": wish.group, "tables": tables, "confidant": (wish.confidant or "").strip()}
    return {"script": msgspec.to_builtins(plan), **told}


def _worded(plan: Script, wish: NewSession) -> Script:
    own = [word for word in wish.words.values() if isinstance(word, Word)]
    if not all(word.one.strip() and word.many.strip() for word in own):
        raise Problem("bad_words")
    try:
        return worded(plan, wish.words)
    except (KeyError, TooLong):
        raise Problem("bad_words") from None


def _roled(plan: Script, wish: NewSession) -> Script:
    try:
        return plan if wish.roles is None else renamed(plan, wish.roles)
    except BadRoles:
        raise Problem("bad_roles") from None
