"""Earlier sessions that a new one goes on from: those on this server that fit, and the reports of the ones that were picked: here, by follow code or from a file."""

from datetime import datetime
from typing import Any

from flask import request
from flask_babel import gettext as _

from facilitator import report, runtime
from facilitator.house import house
from facilitator.pages import told
from facilitator.patience import TooBusy
from facilitator.problems import Problem
from facilitator.wishes import Earlier
from sessions import earlier
from sessions.script import Script

OFFERED = 12


def offers(script: Script, group: str) -> list[dict]:
    """Sessions that a new one of this script can go on from: real ones before rehearsals, those of the same group first, then the newest. `lacks` says why one cannot come along."""
    needs = earlier.sources(script)
    fit = [it for it in house().rooms.list() if it.script in needs]
    fit.sort(key=lambda it: (it.rehearsal, _plainly(it.group) != _plainly(group)))  # the list has the newest first
    offered = []
    for it in fit:
        room = house().rooms.by_id(it.id)
        if room and any(room.live.tells(step.id) for step in room.live.stages.steps.values() if step.visited):
            offered.append({"id": it.id, "script": it.script, "title": it.title, "group": it.group, "date": _day(it.started), "people": it.people, "rehearsal": it.rehearsal, "lacks": _lacks(room, needs[it.script])})
        if len(offered) == OFFERED:
            break
    return offered


def _plainly(group: str) -> str:
    return " ".join(group.casefold().split())


def _day(started: float) -> str:
    return datetime.fromtimestamp(started).date().isoformat()


def _lacks(room, needs: dict[str, bool]) -> str | None:
    steps = room.live.stages.steps
    missing = next((id for id in needs if id not in steps or not steps[id].visited or not room.live.tells(id)), None)
    return missing and str(Problem("not_shown", title=room.live.stages.title, step=steps[missing].plan.title if missing in steps else missing))


def reports(script: Script, wishes: list[Earlier]) -> list[dict]:
    """The reports as a new session of this script keeps them. Raises Problem."""
    try:
        found = [runtime.run_blocking(earlier.read, raw) for raw in map(_raw, wishes)]
        earlier.check(script, found)
    except earlier.Unfit as unfit:
        raise Problem(unfit.reason, **_where(**unfit.where)) from unfit
    return found


def _raw(wish: Earlier) -> Any:
    if sum(one is not None for one in (wish.session, wish.code, wish.report)) != 1:
        raise Problem("bad_request")
    if wish.report is not None:
        return wish.report
    room = house().rooms.by_id(wish.session or _follow(wish.code))
    if room is None:
        raise Problem("no_such_session")
    return report.plain(told(room))


def _follow(code: str) -> str:
    """The session with this follow code. A wrong one costs waiting time, as a wrong code to join does."""
    address = request.environ["facilitator.address"]
    try:
        house().patience.before(address)
    except TooBusy:
        raise Problem("too_busy") from None
    tidy = "".join(code.split()).replace("-", "").upper()
    found = house().access.followed(tidy, house().rooms.ids())
    if found is None:
        house().patience.wrong(address)
        raise Problem("no_such_follow_code")
    return found


def _where(step: int | str = "", row: int = 0, key: str = "", title: str = "") -> dict[str, str]:
    if title:
        return {"title": title, "step": str(step)}
    parts = [_("stap %(n)d", n=step) if step else "", _("regel %(n)d", n=row) if row else "", _("“%(key)s”", key=key) if key else ""]
    return {"where": ", ".join(filter(None, parts)) or _("het begin")}
