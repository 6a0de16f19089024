"""What was chosen in a poll: bars per option for one question, a grid for more, and the seats nobody filled."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.report import patterns
from facilitator.report.figures import Cell, Figures
from facilitator.report.ink import INK, SECOND, WIDTH, fold, lines, rule, svg, tag, write
from facilitator.report.sections import Row, Section
from facilitator.report.sentences import LISTED, listing, quoted

NAMES = 3  # options that have their name over their column
LETTERS = "ABCDEFGHIJKLMNOPQRSTU"


def who(section: Section) -> str:
    told = ngettext("%(num)d mens koos.", "%(num)d mensen kozen.", section.facts["people"])
    return f"{told} {_('Iedereen mocht er meer kiezen.')}" if section.facts["multi"] else told


def outcome(section: Section) -> list[str]:
    if not section.facts["people"]:
        return [_("Niemand koos.")]
    said = [_seats(section), *(_chosen(section, row) for row in section.rows)] if len(section.rows) == 1 else _overall(section)
    return [*said, *(_changed(section, row) for row in section.rows), *_notes(section)]


def _seats(section: Section) -> str:
    if not section.facts["required"]:
        return ""
    missing = [option["name"] for option in section.facts["options"] if option["id"] in section.facts["missing"]]
    return _("Nog niemand vanuit: %(names)s.", names=", ".join(missing)) if missing else _("Alle plekken die nodig zijn, zijn bezet.")


def _chosen(section: Section, row: Row) -> str:
    best = _on_top(section, row)
    if not 0 < len(best) <= LISTED:
        return _("De keuzes liggen dicht bij elkaar.") if best else ""
    n = row["options"][best[0]["id"]]
    return _("Het vaakst gekozen: %(names)s (%(n)d van %(people)d). %(agreed)s", names=listing([quoted(option["name"]) for option in best]), n=n, people=row["people"], agreed=_agreed(section, row)).strip()


def _agreed(section: Section, row: Row) -> str:
    if "key" not in row:
        return ""
    return _("Afgesproken is %(name)s: dat kozen er %(n)d.", name=quoted(_name(section, row["key"])), n=row["options"][row["key"]])


def _overall(section: Section) -> list[str]:
    """Questions many do not know and questions people are most divided about."""
    unsure = [quoted(row["text"]) for row in section.rows if row["id"] in section.facts["unsure"]]
    widest = max(section.rows, key=lambda row: row["spread"])
    divided = _("Het meest verdeeld zijn we over %(text)s.", text=quoted(widest["text"])) if widest["spread"] else ""
    keyed = [row for row in section.rows if row.get("share") is not None]
    share = round(100 * sum(row["share"] for row in keyed) / len(keyed)) if keyed else 0
    agreed = _("Van elke 100 mensen kozen er gemiddeld %(share)d wat is afgesproken.", share=share) if keyed else ""
    return [_("Veel mensen weten het niet bij %(texts)s.", texts=listing(unsure)) if unsure else "", divided, agreed]


def _changed(section: Section, row: Row) -> str:
    change = section.facts.get("compared", {}).get(row["id"], {}).get("change")
    said = {
        "larger": _("Het verschil met de eerste keer is groter dan toeval."),
        "same": _("De keuzes zijn gelijk aan de eerste keer."),
        "chance": _("Het verschil met de eerste keer is klein: het kan toeval zijn."),
        "few": _("Met zo weinig antwoorden kan het verschil met de eerste keer toeval zijn."),
    }.get(change, "")
    return f"{quoted(row['text'])}: {said}" if said and row["text"] else said


def _notes(section: Section) -> list[str]:
    """What people wrote beside their choice; of a question of its own, with that question in front."""
    said = []
    for row in section.rows:
        notes = [quoted(note["text"]) for note in section.facts["notes"] if note["item"] == row["id"]]
        if notes:
            said.append(" ".join(filter(None, [row["text"], section.facts["note"], "; ".join(notes) + "."])))
    return said


def method(section: Section) -> list[str]:
    said = []
    if len(section.rows) > 1 and len(section.facts["options"]) > NAMES:
        said.append("; ".join(f"{letter} = {option['name']}" for letter, option in zip(LETTERS, section.facts["options"], strict=False)))
    if len(section.rows) > 1:
        said.append(_("Verdeeldheid: 0 is allemaal dezelfde keuze, 1 is elke keuze even vaak (index van kwalitatieve variatie). “Weet ik niet” telt als verspreid over alle keuzes."))
    if section.facts.get("compared") and not section.facts["multi"]:
        said.append(_("Groter dan toeval: zo’n verschil komt zonder verandering minder dan 5 van de 100 keer voor (exacte toets van Fisher, Freeman en Halton, bij grote groepen de chi-kwadraattoets)."))
    return said


def figures(section: Section) -> Figures:
    return _of_one(section, section.rows[0]) if len(section.rows) == 1 else _of_many(section)


def _of_one(section: Section, row: Row) -> Figures:
    """An option per line; what it was before, and each role that may be shown apart, in a column."""
    before, groups = _before(section, row), row.get("groups", [])
    head = [_("Keuze"), _("Mensen"), *([_("Eerste keer")] if before else []), *(_role(group) for group in groups)]
    return Figures(head, [[_marked(option, row), row["options"][option["id"]], *([before["options"].get(option["id"], 0)] if before else []),
                           *(group["options"][option["id"]] for group in groups)] for option in section.facts["options"]])


def _of_many(section: Section) -> Figures:
    keyed = any("key" in row for row in section.rows)
    head = [_("Vraag"), *_columns(section), _("Mensen"), _("Verdeeldheid"), *([_("Afgesproken")] if keyed else [])]
    rows: list[list[Cell]] = [[row["text"], *row["options"].values(), row["people"], row["spread"], *([_name(section, row.get("key"))] if keyed else [])] for row in section.rows]
    return Figures(head, rows)


def _columns(section: Section) -> list[str]:
    """Names while they are few; more than that would not fit on paper side by side."""
    names = [option["name"] for option in section.facts["options"]]
    return names if len(names) <= NAMES else list(LETTERS[: len(names)])


def measures(row: Row) -> Iterator[list]:
    for option, n in row["options"].items():
        yield [row["id"], row["text"], None, f"people:{option}", n]
    yield [row["id"], row["text"], None, "spread", row["spread"]]
    if row.get("share") is not None:
        yield [row["id"], row["text"], None, f"share:{row['key']}", row["share"]]


def draw(section: Section) -> tuple[str, str]:
    return _bars(section, section.rows[0]) if len(section.rows) == 1 else _grid(section)


def _bars(section: Section, row: Row) -> tuple[str, str]:
    """A row per option; the first time as a hatched bar under it."""
    before = _before(section, row)
    most = max([1, *row["options"].values(), *(before["options"].values() if before else ())])
    left, parts, alt, y = 560, [tag("defs", patterns.of_ballot(f"before-{section.step}", 2))], [], 4.0
    parts.append(rule(y, 4, INK))
    for option in section.facts["options"]:
        n, was = row["options"][option["id"]], before["options"].get(option["id"], 0) if before else None
        text = fold(_marked(option, row), left - 30, 35, 2)
        height = max(66 if len(text) == 1 else 100, 100 if before else 0)
        parts.append(lines(0, y + height / 2, text, 35, font_weight=700))
        middle = y + height / 2
        parts.append(_bar((left, middle - (22 if before else 0)), n, most, INK, _empty(section, option, n)))
        if before:
            parts.append(_bar((left, middle + 22), was or 0, most, f"url(#before-{section.step})", ""))
        alt.append(_option_alt(_marked(option, row), n, was))
        y += height
        parts.append(rule(y))
    if before:
        y += 50
        parts.append(write(left + 84, y - 8, _("vol: nu, gestreept: de eerste keer"), font_size=33, fill=SECOND))
    return svg(y + 2, parts, " ".join(alt)), " ".join(alt)


def _bar(at: tuple[float, float], n: int, most: int, fill: str, empty: str) -> str:
    x, middle = at
    amount = write(x + 62, middle + 13, n, font_size=37, font_weight=800, text_anchor="end")
    if not n:
        return amount + (write(x + 84, middle + 13, empty, font_size=33) if empty else "")
    edge = {"stroke": patterns.ink_of(2), "stroke_width": 3} if fill != INK else {}
    return amount + tag("rect", x=x + 84, y=middle - 15, width=(WIDTH - x - 90) * n / most, height=30, fill=fill, **edge)


def _empty(section: Section, option: dict, n: int) -> str:
    return _("nog leeg") if not n and option["id"] in section.facts["required"] else ""


def _grid(section: Section) -> tuple[str, str]:
    """A row per question, a lettered column per option; the most chosen number stands in a black block."""
    options = section.facts["options"]
    parts, y = [], 0.0
    for letter, option in zip(LETTERS, options, strict=False):
        y += 44
        parts.append(write(0, y, letter, font_size=35, font_weight=800) + write(50, y, fold(option["name"], WIDTH - 60, 35, 1)[0], font_size=35))
    pitch = min(100.0, 620 / len(options))
    left = WIDTH - pitch * len(options)
    y += 54
    parts += [write(left + pitch * (i + 0.5), y, letter, font_size=35, font_weight=800, text_anchor="middle") for i, letter in enumerate(LETTERS[: len(options)])]
    y += 14
    parts.append(rule(y, 4, INK))
    for row in section.rows:
        text = fold(row["text"], left - 20, 35, 2)
        height = 66 if len(text) == 1 else 100
        parts.append(lines(0, y + height / 2, text, 35, font_weight=700))
        most = max(1, *row["options"].values())
        parts += [_number((left + pitch * i, y, pitch, height), n, n == most, option["id"] == row.get("key")) for i, (option, n) in enumerate(zip(options, row["options"].values(), strict=True))]
        y += height
        parts.append(rule(y))
    if any("key" in row for row in section.rows):
        y += 50
        parts.append(write(left, y - 8, _("omlijnd: afgesproken"), font_size=33, fill=SECOND))
    alt = " ".join(f"{row['text']}: " + ", ".join(f"{option['name']} {row['options'][option['id']]}" for option in options) + "." for row in section.rows)
    return svg(y + 2, parts, alt), alt


def _number(box: tuple[float, float, float, float], n: int, top: bool, agreed: bool) -> str:
    x, y, width, height = box
    block = tag("rect", x=x + 8, y=y + 8, width=width - 16, height=height - 16, fill=INK if top else "none", stroke=INK if agreed else None, stroke_width=5 if agreed else None)
    inner = tag("rect", x=x + 16, y=y + 16, width=width - 32, height=height - 32, fill="none", stroke="#ffffff", stroke_width=4) if top and agreed else ""
    return (block if top or agreed else "") + inner + write(x + width / 2, y + height / 2 + 13, n, font_size=37, font_weight=800 if top else 400, text_anchor="middle", fill="#ffffff" if top else INK)


def _before(section: Section, row: Row) -> Row | None:
    return section.facts.get("compared", {}).get(row["id"])


def _on_top(section: Section, row: Row) -> list[dict]:
    most = max(row["options"].values(), default=0)
    return [option for option in section.facts["options"] if most and row["options"][option["id"]] == most]


def _marked(option: dict, row: Row) -> str:
    return _("%(name)s (afgesproken)", name=option["name"]) if option["id"] == row.get("key") else option["name"]


def _name(section: Section, id: str | None) -> str:
    return next((option["name"] for option in section.facts["options"] if option["id"] == id), "")


def _role(group: dict) -> str:
    return _("Alle anderen") if group["name"] == "others" else group["name"]


def _option_alt(name: str, n: int, was: int | None) -> str:
    return f"{name}: {n}." if was is None else _("%(name)s: nu %(n)d, eerst %(was)d.", name=name, n=n, was=was)


def settings(config) -> list[str]:
    more = _("Meer dan één keuze mag.") if config.multi else ""
    return [_("Keuzes: %(names)s.", names=listing(config.options)), more, _("Er is een antwoordsleutel.") if config.key else "", _("Erbij te schrijven: %(note)s", note=config.note) if config.note else ""]
