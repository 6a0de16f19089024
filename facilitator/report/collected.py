"""What the collecting kinds print alike: cards by level or field, and what was mentioned most."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.report.figures import Cell, Figures
from facilitator.report.sections import Row, Section
from facilitator.report.sentences import listing

MENTIONED = 2  # cards in one bundle from which we call it "most mentioned"


def who(section: Section) -> str:
    cards, bundles = section.facts["cards"], sum(1 for row in section.rows if row["n"] > 1 and not row.get("wish"))
    people = section.facts["people"]
    told = _("%(cards)s van %(people)s", cards=ngettext("%(num)d kaart", "%(num)d kaarten", cards), people=ngettext("%(num)d mens", "%(num)d mensen", people))
    told += ngettext(", met %(num)d bundel.", ", met %(num)d bundels.", bundles) if bundles else "."
    return told


def outcome(section: Section) -> list[str]:
    """Per level or field the biggest bundles; a loose card is mentioned once, so it is not in it."""
    if not section.rows:
        return [_("Er zijn geen kaarten.")]
    said = []
    for place in section.places:
        big = [row for row in section.at(place["id"]) if row["n"] >= MENTIONED][:2]
        if big:
            said.append(_("%(place)s: %(cards)s.", place=place["name"], cards=listing([f"{row['text']} ({row['n']})" for row in big])))
    return [_("Meest genoemd.") + " " + " ".join(said)] if said else []


def figures(section: Section, place: str) -> Figures:
    rows: list[list[Cell]] = [[one["name"], section.count(one["id"]), sum(row["n"] > 1 for row in section.at(one["id"]))] for one in section.places]
    return Figures([place, _("Kaarten"), _("Bundels")], rows)


def measures(row: Row) -> Iterator[list]:
    place = row.get("level") or row.get("field")
    yield [row["id"], row["text"], place, "wishes" if row.get("wish") else "cards", row["n"]]
    for measure in ("strand", "because", "tag", "table", "lowers"):
        if row.get(measure):
            yield [row["id"], row["text"], place, measure, row[measure]]
    for card in row["cards"] if row["n"] > 1 else ():
        yield [card["id"], card["text"], place, "part_of", row["id"]]
        if card["because"]:
            yield [card["id"], card["text"], place, "because", card["because"]]
