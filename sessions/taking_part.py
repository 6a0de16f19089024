"""What a phone may say to the stage: that it is done, its role, and that it speaks for a table."""

from typing import Annotated

from msgspec import Meta

from sessions import Refused
from sessions.shapes import Shape, read
from sessions.stage import Stage


class Done(Shape):
    step: str


class Role(Shape):
    group: Annotated[str, Meta(max_length=60)]  # "": would rather not say


class Size(Shape):
    """`size` people at `table`, `others` of them with a phone of their own; without a table it is the phone of one person again."""

    table: Annotated[int, Meta(ge=1, le=999)] | None = None
    size: Annotated[int, Meta(ge=1, le=40)] = 1
    others: Annotated[int, Meta(ge=0, le=39)] = 0
    instead: bool = False  # take over from the phone that this table had


OPS = {"done": Done, "undone": Done, "role": Role, "size": Size}


def check(stage: Stage, pid: str, op: dict) -> dict:
    want = read(op, OPS[op["do"]])
    if isinstance(want, Done):
        return _check_done(stage, want.step)
    if stage.ended:
        raise Refused("ended")
    if isinstance(want, Role):
        if want.group and want.group not in stage.roles:
            raise Refused("no_such_role")
        return {"group": want.group}
    if want.others >= want.size or (want.table is None and want.size > 1):
        raise Refused("bad_request")
    there = stage.people.phone_of(want.table) if want.table is not None else None
    if there not in (None, pid) and not want.instead:
        raise Refused("table_taken")
    return {"table": want.table, "size": want.size, "others": want.others}


def _check_done(stage: Stage, id: str) -> dict:
    step = stage.named(id)
    if step.id != stage.now:
        raise Refused("other_step")
    if not step.takes:
        raise Refused("closed" if step.opened else "not_open")
    return {"step": step.id}
