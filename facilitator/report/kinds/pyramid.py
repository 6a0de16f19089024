"""The stepped gable: solid blocks from the bottom up. Its widths say nothing: more cards is not better. In mode "place": what lies on different levels."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext
from markupsafe import escape

from facilitator.report import before, collected, patterns, placed
from facilitator.report.figures import Figures
from facilitator.report.ink import LEVELS, WIDTH, svg, tag, wide, write
from facilitator.report.sections import Row, Section
from facilitator.report.sentences import LISTED, listing, quoted


def who(section: Section) -> str:
    if placed.is_placed(section):
        return placed.who(section)
    wishes = section.facts.get("wishes", 0)
    more = " " + ngettext("En %(num)d wens.", "En %(num)d wensen.", wishes) if wishes else ""
    return collected.who(section) + more + " " + _("Veel kaarten is niet beter dan weinig.")


def outcome(section: Section) -> list[str]:
    if placed.is_placed(section):
        return placed.outcome(section)
    return [*collected.outcome(section), *_lowered(section), *_gaps(section), *_last(section)]


def _last(section: Section) -> list[str]:
    """How many cards there were last time; how that compares is not said, for more is not better."""
    if "last" not in section.facts:
        return []
    counts = [_("%(n)d op %(level)s", n=_count(section, level["id"]), level=level["name"]) for level in section.places]
    return [_("%(last)s Toen lagen er %(counts)s. Veel kaarten is niet beter dan weinig.", last=before.said(section), counts=listing(counts))]


def _count(section: Section, level: str) -> int:
    return sum(was.get("n", 1) for was in section.facts["last"]["levels"][level])


def method(section: Section) -> list[str]:
    """What lay where last time."""
    levels = section.facts.get("last", {}).get("levels", {})
    return [_("Vorige keer op %(level)s: %(texts)s.", level=section.named(level), texts="; ".join(was["text"] for was in rows)) for level, rows in levels.items() if rows]


def _lowered(section: Section) -> list[str]:
    """What could be done for more pupils as well; the card it comes from is still there."""
    from_ = {row["id"]: row for row in section.rows}
    pairs = [(from_[row["lowers"]], row) for row in section.rows if row.get("lowers") in from_]
    said = [_("%(card)s van %(high)s ook op %(low)s", card=quoted(low["text"]), high=section.named(high["level"]), low=section.named(low["level"])) for high, low in pairs]
    more = [_("nog %(n)d", n=len(said) - LISTED)] if len(said) > LISTED else []
    return [_("Kan een laag lager: %(cards)s.", cards=listing([*said[:LISTED], *more]))] if said else []


def _gaps(section: Section) -> list[str]:
    """Only where the script says for whom cards are: on which levels there is none for them yet."""
    gaps = section.facts.get("gaps", {}).items()
    found = {name: [section.named(level) for level, tags in gaps if id in tags] for id, name in section.facts.get("tags", {}).items()}
    return [_("Nog niets voor %(whom)s op %(levels)s.", whom=whom, levels=listing(levels)) for whom, levels in found.items() if levels]


def figures(section: Section) -> Figures:
    return placed.figures(section) if placed.is_placed(section) else collected.figures(section, _("Laag"))


def measures(row: Row) -> Iterator[list]:
    return placed.measures(row) if "levels" in row else collected.measures(row)


def draw(section: Section) -> tuple[str, str]:
    return placed.draw(section) if placed.is_placed(section) and section.facts["divided"] else _gable(section)


def _gable(section: Section) -> tuple[str, str]:
    """The stepped gable, bottom up; the foundation is the widest and stands apart, because it is about the team."""
    levels = section.places[::-1]
    alt = _("Kaarten per laag, van boven naar beneden.") + " " + "; ".join(
        _("laag %(number)d %(name)s: %(n)d", number=level["number"], name=level["name"], n=section.count(level["id"])) for level in levels
    ) + "."
    parts, y = [], 0.0
    for i, level in enumerate(levels):
        y += 16 if i == len(levels) - 1 else 0
        parts.append(_block(section, level, y, WIDTH * (0.62 + 0.38 * i / max(1, len(levels) - 1))))
        y += 102
    return svg(y - 8, parts, alt), alt


def _block(section: Section, level: dict, y: float, width: float) -> str:
    fill, ink = LEVELS[(level["number"] - 1) % len(LEVELS)]
    x, pattern, name = (WIDTH - width) / 2, f"level-{section.step}-{level['number']}", level["name"]
    whom = tag("tspan", str(escape(level.get("whom", ""))), dx=14) if wide(f"{name} {level.get('whom', '')}", 37) < width - 300 else ""
    return "".join((
        tag("defs", patterns.of_level(pattern, level["number"], ink)),
        tag("rect", x=x, y=y, width=width, height=94, fill=fill),
        tag("rect", x=x + 8, y=y + 8, width=60, height=78, fill=f"url(#{pattern})"),
        write(x + 100, y + 65, level["number"], font_size=53, font_weight=700, text_anchor="middle", fill=ink),
        tag("text", tag("tspan", str(escape(name)), font_weight=700) + whom, x=x + 136, y=y + 60, fill=ink),
        write(x + width - 28, y + 65, section.count(level["id"]), font_size=53, font_weight=700, text_anchor="end", fill=ink),
    ))


def settings(config) -> list[str]:
    if config.mode == "place":
        return [_("Iedereen legt dezelfde kaarten op een laag.")]
    most = [ngettext("Hooguit %(num)d kaart.", "Hooguit %(num)d kaarten.", config.max_cards)] if config.max_cards else []
    tags = _("Voor wie: %(names)s.", names=listing(config.tags)) if config.tags else ""
    return [*most, tags, _("Wensen mogen erbij.") if config.allow_wish else "", _("Voorbeelden op de telefoon, voor wie dat wil.") if config.examples else ""]
