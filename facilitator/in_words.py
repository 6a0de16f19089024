"""A step of a draaiboek in plain words, for people who look at the script itself: how people take part, and what it works on."""

from collections.abc import Mapping, Sequence

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.report import kinds
from facilitator.report.sentences import listing, quoted
from sessions import carry, script
from sessions.script import From, Step

POINTS = "aandachtspunten"


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


def takes(source: From | None, steps: Sequence[Step], titles: Mapping[str, str]) -> str:
    """What goes along to a step, or "": "de 5 met de meeste stippen van stap 2". `titles` are those of other scripts, by id."""
    if source is None:
        return ""
    rule, where = carry.parse(source.rule), _where(source, steps, titles)
    if source.points == POINTS:
        return _("de aandachtspunten van %(items)s", items=_items(rule, source, where))
    return _items(rule, source, where)


def _where(source: From, steps: Sequence[Step], titles: Mapping[str, str]) -> str:
    if source.session:
        return _("de eerdere sessie %(title)s", title=quoted(titles.get(source.session, source.session)))
    return _("stap %(n)d", n=next(n for n, step in enumerate(steps, 1) if step.id == source.step))


def _items(rule: carry.Rule, source: From, where: str) -> str:
    words = {"n": rule.n, "where": where, "place": quoted(rule.place), "ballot": quoted(source.ballot or "")}
    if rule.name == "top" and rule.by == "votes" and source.ballot:
        return _("de %(n)d met de meeste stippen bij %(ballot)s van %(where)s", **words)
    said = {
        ("all", ""): _("alles van %(where)s", **words),
        ("clustered", ""): _("de kaarten en bundels van %(where)s", **words),
        ("chosen", ""): _("wat jij aanvinkt uit %(where)s", **words),
        ("top", "votes"): _("de %(n)d met de meeste stippen van %(where)s", **words),
        ("top", "rank"): _("de %(n)d die bovenaan staan in %(where)s", **words),
        ("top", "median"): _("de %(n)d met de hoogste score van %(where)s", **words),
        ("lowest", "median"): _("de %(n)d met de laagste score van %(where)s", **words),
        ("widest", "spread"): _("de %(n)d waarover jullie het meest verschillen in %(where)s", **words),
        ("field", ""): _("wat bij %(place)s staat in %(where)s", **words),
    }
    return said[rule.name, rule.by]
