"""What a result says, in one or two plain sentences. Every word comes from a code or a number, never from a guess."""

from babel.numbers import format_decimal
from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.report.drawn.vote import first
from facilitator.report.sections import Section

MENTIONED = 2  # cards in one bundle from which we call it "most mentioned"
LISTED = 3  # names in one sentence


def who(section: Section) -> str:
    """How many people and cards there are behind this result."""
    if not section.told:
        return ""
    told = WHO[section.kind](section)
    return f"{told} {_apart(section.aside)}".strip()


def outcome(section: Section) -> list[str]:
    """What it says; the first sentence is the one to read."""
    if not section.told:
        return [_("De uitslag is niet getoond.")]
    return [sentence for sentence in OUTCOME[section.kind](section) if sentence]


def method(section: Section) -> list[str]:
    """How it was counted, and what another way of counting says."""
    if section.kind != "order" or not section.facts.get("people"):
        return []
    facts = section.facts
    said = [_("De volgorde komt van de gemiddelde plek. “Middelste helft”: tussen die plekken zette de helft van de mensen de kaart.")]
    if facts["differs_at"]:
        said.append(_("Een andere manier van tellen (Schulze) zet plek %(places)s anders.", places=listing(facts["differs_at"])))
    else:
        said.append(_("Een andere manier van tellen (Schulze) geeft dezelfde volgorde."))
    if facts["w"] is not None:
        said.append(_("Eensgezindheid: %(w)s. 1 is allemaal hetzelfde, 0 is geen lijn (Kendalls W).", w=decimal(facts["w"], 2)))
    return said


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
        if section.kind in HEADLINE and section.rows and (said := HEADLINE[section.kind](section)):
            return said
    return ""


def _apart(n: int) -> str:
    return ngettext("%(num)d kaart apart gelegd.", "%(num)d kaarten apart gelegd.", n) if n else ""


def _collected(section: Section) -> str:
    cards, bundles = section.facts["cards"], sum(1 for row in section.rows if row["n"] > 1)
    people = section.facts["people"]
    told = _("%(cards)s van %(people)s", cards=ngettext("%(num)d kaart", "%(num)d kaarten", cards), people=ngettext("%(num)d mens", "%(num)d mensen", people))
    told += ngettext(", met %(num)d bundel.", ", met %(num)d bundels.", bundles) if bundles else "."
    return told if section.kind == "wall" else told + " " + _("Veel kaarten is niet beter dan weinig.")


def _voted(section: Section) -> str:
    people, ballots = section.facts["people"], section.facts["ballots"]
    told = ngettext("%(num)d mens gaf stippen", "%(num)d mensen gaven stippen", people)
    each = ngettext("%(num)d stip", "%(num)d stippen", ballots[0]["dots"])
    if len(ballots) == 1:
        told += _(", elk %(dots)s", dots=each)
    elif len({ballot["dots"] for ballot in ballots}) == 1:
        told += _(", elk %(dots)s per vraag", dots=each)
    more = len(section.rows) - len(first(section.rows))
    return f"{told}. " + (ngettext("%(num)d andere kaart staat achterin.", "%(num)d andere kaarten staan achterin.", more) if more else "")


def _ordered(section: Section) -> str:
    return ngettext("%(num)d mens maakte een volgorde.", "%(num)d mensen maakten een volgorde.", section.facts["people"])


def _most_mentioned(section: Section) -> list[str]:
    """Per level or field the biggest bundles; a loose card is mentioned once, so it is not in it."""
    if not section.rows:
        return [_("Er zijn geen kaarten.")]
    said = []
    for place in section.places:
        big = [row for row in section.at(place["id"]) if row["n"] >= MENTIONED][:2]
        if big:
            said.append(_("%(place)s: %(cards)s.", place=place["name"], cards=listing([f"{row['text']} ({row['n']})" for row in big])))
    return [_("Meest genoemd.") + " " + " ".join(said)] if said else []


def _most_dots(section: Section) -> list[str]:
    ballots, texts = section.facts["ballots"], {row["id"]: row["text"] for row in section.rows}
    if not section.facts["people"]:
        return [_("Niemand gaf een stip.")]
    return [*(_winner(section, ballot, len(ballots) > 1) for ballot in ballots), *(_divided(section, id, texts[id]) for id in section.facts["divided"][:LISTED])]


def _winner(section: Section, ballot: dict, named: bool) -> str:
    most = max((row["dots"][ballot["id"]] for row in section.rows), default=0)
    best = [row["text"] for row in section.rows if row["dots"][ballot["id"]] == most]
    if not most:
        return _("%(ballot)s: geen stippen.", ballot=ballot["name"]) if named else ""
    words = {"cards": listing([quoted(text) for text in best[:LISTED]]), "ballot": ballot["name"], "n": most}
    if len(best) > LISTED:
        words["cards"] = len(best)
        return _("%(ballot)s: %(cards)d kaarten liggen gelijk bovenaan, elk met %(n)d.", **words) if named else _("%(cards)d kaarten liggen gelijk bovenaan, elk met %(n)d stippen.", **words)
    if len(best) > 1:
        return _("%(ballot)s: de meeste stippen kregen %(cards)s (elk %(n)d).", **words) if named else _("De meeste stippen kregen %(cards)s (elk %(n)d).", **words)
    return _("%(ballot)s: de meeste stippen kreeg %(cards)s (%(n)d).", **words) if named else _("De meeste stippen kreeg %(cards)s (%(n)d).", **words)


def _divided(section: Section, id: str, text: str) -> str:
    row = next(row for row in section.rows if row["id"] == id)
    counts = listing([_("%(n)d keer %(ballot)s", n=row["dots"][ballot["id"]], ballot=lower(ballot["name"])) for ballot in section.facts["ballots"]])
    return _("Over %(card)s denken we verschillend: %(counts)s.", card=quoted(text), counts=counts)


def agreement(section: Section) -> list[str]:
    """How firm the order is, from the codes of sessions/ranking.py."""
    facts = section.facts
    if not facts["people"]:
        return [_("Niemand maakte een volgorde.")]
    if not facts.get("enough", True):
        return [_("Met zo weinig volgordes zegt de uitslag nog niet veel: praat erover.")]
    said = [_firm(facts["firm"]), *map(_tied, facts["tied"]), *map(_close, facts["close"])]
    if facts["divided"]:
        said = [_("Over deze volgorde zijn we verdeeld: praat erover.")]
    return [" ".join(filter(None, said))]


def _firm(rows: list[int]) -> str:
    return ngettext("Plek %(places)s staat vast.", "Plek %(places)s staan vast.", len(rows), places=listing(rows)) if rows else ""


def _tied(ends: list[int]) -> str:
    first, last = ends
    return _("Op plek %(first)d liggen er %(n)d gelijk.", first=first, n=last - first + 1)


def _close(ends: list[int]) -> str:
    first, last = ends
    if last == first + 1:
        return _("Plek %(first)d en %(last)d liggen dicht bij elkaar: praat erover.", first=first, last=last)
    return _("Plek %(first)d tot en met %(last)d liggen dicht bij elkaar: praat erover.", first=first, last=last)


def _first_in_order(section: Section) -> str:
    return _on_top(section.title, [row["text"] for row in section.rows if row["place"] == 1])


def _first_in_vote(section: Section) -> str:
    ballots = section.facts["ballots"]
    most = max(row["dots"][ballots[0]["id"]] for row in section.rows)
    best = [row["text"] for row in section.rows if row["dots"][ballots[0]["id"]] == most]
    return _on_top(ballots[0]["name"] if len(ballots) > 1 else section.title, best) if most else ""


def _on_top(asked: str, texts: list[str]) -> str:
    """The answer to what was asked; more than LISTED on one place is no headline."""
    if not 0 < len(texts) <= LISTED:
        return ""
    cards = listing([quoted(text) for text in texts])
    if asked.endswith("?"):
        return f"{asked} {cards}."
    return ngettext("%(asked)s: %(cards)s staat bovenaan.", "%(asked)s: %(cards)s staan bovenaan.", len(texts), asked=asked, cards=cards)


def listing(words: list) -> str:
    """1, 2 en 5."""
    *rest, last = map(str, words)
    return _("%(rest)s en %(last)s", rest=", ".join(rest), last=last) if rest else last


def quoted(text: str) -> str:
    return f"“{text}”"


def lower(name: str) -> str:
    """A name inside a sentence; an abbreviation keeps its capitals."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def decimal(value: float, digits: int = 1) -> str:
    return format_decimal(value, format="0." + "0" * digits, locale="nl")


WHO = {"pyramid": _collected, "wall": _collected, "vote": _voted, "order": _ordered}
OUTCOME = {"pyramid": _most_mentioned, "wall": _most_mentioned, "vote": _most_dots, "order": agreement}
HEADLINE = {"vote": _first_in_vote, "order": _first_in_order}
