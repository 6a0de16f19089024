"""What a result says, in one or two plain sentences. Every word comes from a code or a number, never from a guess."""

from babel.numbers import format_decimal
from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.report import kinds
from facilitator.report.sections import Report, Section

LISTED = 3  # names in one sentence


def crowd(report: Report) -> str:
    """How people took part, where not everybody had a phone of their own: (31 telefoons, 2 tafels, 3 op papier)."""
    counts = report.crowd
    if not counts["tables"] and not counts["paper"]:
        return ""
    said = [
        ngettext("%(num)d telefoon", "%(num)d telefoons", counts["phones"]) if counts["phones"] else "",
        ngettext("%(num)d tafel", "%(num)d tafels", counts["tables"]) if counts["tables"] else "",
        _("%(n)d op papier", n=counts["paper"]) if counts["paper"] else "",
    ]
    return f"({', '.join(filter(None, said))})"


def who(section: Section) -> str:
    """How many people and cards there are behind this result."""
    if not section.told:
        return ""
    told = kinds.of(section).who(section)
    return f"{told} {_apart(section.aside)}".strip()


def outcome(section: Section) -> list[str]:
    """What it says; the first sentence is the one to read."""
    if not section.told:
        return [_("De uitslag is niet getoond.")]
    return [sentence for sentence in kinds.of(section).outcome(section) if sentence]


def method(section: Section) -> list[str]:
    """How it was counted, and what another way of counting says."""
    say = getattr(kinds.of(section), "method", None)
    return say(section) if say and section.told else []


def carried(section: Section) -> list[str]:
    """What the facilitator changed in what the rule took along."""
    said = []
    if section.added:
        said.append(_("De begeleider nam ook mee: %(cards)s.", cards=listing([quoted(text) for text in section.added])))
    if section.left:
        said.append(_("De begeleider liet weg: %(cards)s.", cards=listing([quoted(text) for text in section.left])))
    return said


def headline(sections: list[Section]) -> str:
    """The one sentence on top of the report: what the group put first, in the last order or vote it saw."""
    for section in reversed(sections):
        say = getattr(kinds.of(section), "headline", None)
        if say and section.rows and (said := say(section)):
            return said
    return ""


def _apart(n: int) -> str:
    return ngettext("%(num)d kaart apart gelegd.", "%(num)d kaarten apart gelegd.", n) if n else ""


def on_top(asked: str, texts: list[str]) -> str:
    """The answer to what was asked; more than LISTED on one place is no headline."""
    if not 0 < len(texts) <= LISTED:
        return ""
    cards = listing([quoted(text) for text in texts])
    if asked.endswith("?"):
        return f"{asked} {cards}."
    return ngettext("%(asked)s: %(cards)s staat bovenaan.", "%(asked)s: %(cards)s staan bovenaan.", len(texts), asked=asked, cards=cards)


def at_table(section: Section, n: int) -> str:
    """A table inside a sentence: by its name, or by its number."""
    return section.tables[n - 1] if n <= len(section.tables) else _("tafel %(n)d", n=n)


def asks_why(because: str) -> str:
    """What a step asks with an answer: because none | optional | required."""
    return {"optional": _("Een reden erbij mag."), "required": _("Met een reden erbij.")}.get(because, "")


def listing(words: list) -> str:
    """1, 2 en 5."""
    *rest, last = map(str, words)
    return _("%(rest)s en %(last)s", rest=", ".join(rest), last=last) if rest else last


def quoted(text: str) -> str:
    return f"“{text}”"


def lower(name: str) -> str:
    """A name inside a sentence; an abbreviation keeps its capitals."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def upper(text: str) -> str:
    """The beginning of a line."""
    return text[:1].upper() + text[1:]


def decimal(value: float, digits: int = 1) -> str:
    return format_decimal(value, format="0." + "0" * digits, locale="nl")
