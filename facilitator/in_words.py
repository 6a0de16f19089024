"""A step of a draaiboek in plain words, for people who look at the script itself: how people take part, and what it works on."""

from collections.abc import Callable, Sequence

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.report import kinds
from facilitator.report.sentences import listing, quoted
from sessions import carry, script
from sessions.boards import KINDS
from sessions.scripted import From, Step


def part(step: Step) -> str:
    """Who does it and on what, and what others can see of it: "ieder op de eigen telefoon, anoniem"."""
    device = _("één telefoon per tafel") if step.device == "table" else _("ieder op de eigen telefoon")
    only = _("alleen %(roles)s", roles=listing(step.only)) if step.only else ""
    seen = {True: _("anoniem"), False: _("niet anoniem"), "auto": _("anoniem vanaf 8 mensen")}[step.anonymous]
    return ", ".join(filter(None, [only or device, seen, _("jij leest alles eerst") if step.moderate else "", _("we vragen de rol") if step.ask_role else "", "" if step.keep else _("wordt niet bewaard")]))


def settings(step: Step) -> list[str]:
    """What the step asks of people, one sentence each."""
    config = script.config(step)
    items = getattr(config, "items", ())
    own = [ngettext("%(num)d onderdeel uit het draaiboek.", "%(num)d onderdelen uit het draaiboek.", len(items))] if items else []
    return [*own, *filter(None, kinds.of(step).settings(config))]


def takes(source: From | None, steps: Sequence[Step], title_of: Callable[[str], str]) -> str:
    """What goes along to a step, or "": "de 5 met de meeste stippen van stap 2". `title_of` says what another script is called."""
    if source is None:
        return ""
    rule, origin = carry.parse(source.rule), next((step for step in steps if not source.session and step.id == source.step), None)
    where = _("stap %(n)d", n=steps.index(origin) + 1) if origin else _("de eerdere sessie %(title)s", title=quoted(title_of(source.session or "")))
    items = _items(rule, source, where, _names(origin) if origin else {})
    return _("de punten bij %(items)s", items=items) if source.points else items


def _names(origin: Step) -> dict[str, str]:
    """The fields, levels, buckets and ballots of a step by their id."""
    face = KINDS[origin.kind].start(script.config(origin)).face
    return {one["id"]: one["name"] for key in ("fields", "levels", "buckets", "ballots") for one in face.get(key, ())}


def _items(rule: carry.Rule, source: From, where: str, names: dict[str, str]) -> str:
    place, ballot = (quoted(names.get(id, id)) for id in (rule.place, source.ballot or ""))
    words = {"n": rule.n, "where": where, "place": place, "ballot": ballot}
    if rule.by == "votes" and source.ballot:
        return _("de %(n)d met de meeste stippen bij %(ballot)s van %(where)s", **words)
    said = {
        "all": _("alles van %(where)s", **words),
        "clustered": _("de kaarten en bundels van %(where)s", **words),
        "chosen": _("wat jij aanvinkt uit %(where)s", **words),
        "field": _("wat bij %(place)s staat in %(where)s", **words),
        "top votes": _("de %(n)d met de meeste stippen van %(where)s", **words),
        "top rank": _("de %(n)d die bovenaan staan in %(where)s", **words),
        "top median": _("de %(n)d met de hoogste score van %(where)s", **words),
        "lowest median": _("de %(n)d met de laagste score van %(where)s", **words),
        "widest spread": _("de %(n)d waarover jullie het meest verschillen in %(where)s", **words),
    }
    return said[f"{rule.name} {rule.by}".strip()]
