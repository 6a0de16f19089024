"""Per case how the flags were spread, round by round, and what the group settled on. What belongs to a case is a flag for the behaviour, never for a child."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.report.figures import Figures
from facilitator.report.ink import INK, SECOND, WIDTH, fold, lines, rule, svg, tag, write
from facilitator.report.patterns import of_flag
from facilitator.report.sections import Row, Section
from facilitator.report.sentences import listing, lower, quoted
from sessions.boards.flags import CRITERIA, FLAGS
from sessions.judging import VALUES

LEFT, NUMBER = 330, 400  # where the name of a flag ends and its number stands


def who(section: Section) -> str:
    people, cases = max((row["people"] for row in section.rows), default=0), len(_cases(section))
    return ngettext("%(num)d mens", "%(num)d mensen", people) + ", " + ngettext("%(num)d situatie.", "%(num)d situaties.", cases)


def outcome(section: Section) -> list[str]:
    return [sentence for number in _cases(section) for sentence in _of_case(section, number)]


def _of_case(section: Section, number: int) -> list[str]:
    id, rounds = f"c{number}", _cases(section)[number]
    decided, wishes = section.facts["decided"].get(id), section.facts["wishes"].get(id, [])
    said = [_("Situatie %(n)d: we kozen samen geen vlag.", n=number)]
    if decided:
        said = [_("Situatie %(n)d: samen kozen we de %(flag)s.", n=number, flag=lower(FLAGS[decided["flag"]]["name"])) + (f" {decided['text']}" if decided["text"] else "")]
    said.append(_responses(section, rounds[-1]))
    if wishes:
        said.append(_("Dit willen we wél leren: %(wishes)s.", wishes=listing([quoted(text) for text in wishes])))
    return said


def _responses(section: Section, row: Row) -> str:
    """What people would do, by the last round that was shown."""
    chosen = sorted((one for one in section.facts["responses"] if row["responses"][one["id"]]), key=lambda one: -row["responses"][one["id"]])
    return _("Reactie: %(responses)s.", responses=listing([f"{lower(one['name'])} ({row['responses'][one['id']]})" for one in chosen])) if chosen else ""


def method(section: Section) -> list[str]:
    return [_("De vlag van de groep is afgesproken in het gesprek. Er is niets uitgerekend. “Weet ik niet” telt als antwoord.")]


def figures(section: Section) -> Figures:
    """The criteria, in their own order; the flags are in the picture."""
    head = [_("Situatie en vraag"), _("Ronde"), _("In orde"), _("Niet in orde"), _("Weet ik niet")]
    return Figures(head, [[f"{row['case']}. {CRITERIA[criterion]['name']}", row["round"], *(counts[value] for value in VALUES)] for row in section.rows for criterion, counts in row["criteria"].items()])


def measures(row: Row) -> Iterator[list]:
    place = f"case {row['case']} round {row['round']}"
    yield [row["id"], row["text"], place, "people", row["people"]]
    for flag, n in row["flags"].items():
        yield [row["id"], row["text"], place, f"flag:{flag}", n]
    for criterion, counts in row["criteria"].items():
        for value, n in counts.items():
            yield [row["id"], row["text"], place, f"criterion:{criterion}:{value}", n]
    for response, n in row["responses"].items():
        yield [row["id"], row["text"], place, f"response:{response}", n]


def _cases(section: Section) -> dict[int, list[Row]]:
    """The told rounds, by the number of their case."""
    cases: dict[int, list[Row]] = {}
    for row in section.rows:
        cases.setdefault(row["case"], []).append(row)
    return cases


def draw(section: Section) -> tuple[str, str]:
    """Per case its story and per flag a row of dots, a dot for each person; open dots for an earlier round."""
    parts = [tag("defs", "".join(of_flag(_fill(section, flag), flag) for flag in FLAGS))]
    most = max([1, *(n for row in section.rows for n in row["flags"].values())])
    y, alt = 0.0, []
    for number, rounds in _cases(section).items():
        story = fold(f"{number}. {rounds[0]['text']}", WIDTH, 37, 3)
        parts.append(lines(0, y + 24 + 22 * (len(story) - 1), story, 37, font_weight=700))
        y += 56 + 44 * (len(story) - 1)
        parts.append(rule(y, 4, INK))
        for flag in rounds[0]["flags"]:
            height = 20 + 40 * len(rounds)
            parts += [_sign(section, flag, y + height / 2), write(66, y + height / 2 + 13, FLAGS[flag]["name"], font_size=35)]
            for i, row in enumerate(rounds):
                parts.append(_dots(row["flags"][flag], most, y + 30 + 40 * i, row["round"] if len(rounds) > 1 else None, i == len(rounds) - 1))
            y += height
            parts.append(rule(y))
        alt.append(_alt(number, rounds))
        y += 44
    return svg(y - 40, parts, " ".join(alt)), " ".join(alt)


def _fill(section: Section, flag: str) -> str:
    return f"flag-{section.step}-{flag}"


def _sign(section: Section, flag: str, middle: float) -> str:
    pole = tag("line", x1=4, y1=middle - 22, x2=4, y2=middle + 24, stroke=INK, stroke_width=5)
    return pole + tag("rect", x=4, y=middle - 22, width=44, height=30, fill=f"url(#{_fill(section, flag)})", stroke=INK, stroke_width=3)


def _dots(n: int, most: int, y: float, round: int | None, last: bool) -> str:
    pitch = min(34.0, (WIDTH - NUMBER - 130) / most)
    look = {"fill": INK} if last else {"fill": "none", "stroke": INK, "stroke_width": 3}
    dots = "".join(tag("circle", cx=NUMBER + 130 + pitch * (i + 0.5), cy=y, r=pitch * 0.4, **look) for i in range(n))
    name = write(LEFT, y + 12, _("ronde %(n)d", n=round), font_size=31, fill=SECOND) if round else ""
    return name + write(NUMBER + 110, y + 13, n, font_size=37, font_weight=800, text_anchor="end") + dots


def _alt(number: int, rounds: list[Row]) -> str:
    said = [", ".join(f"{FLAGS[flag]['name'].lower()} {n}" for flag, n in row["flags"].items()) for row in rounds]
    if len(rounds) == 1:
        return _("Situatie %(n)d: %(flags)s.", n=number, flags=said[0])
    return _("Situatie %(n)d: eerst %(first)s; daarna %(then)s.", n=number, first=said[0], then=said[-1])


def settings(config) -> list[str]:
    cases = ngettext("%(num)d verzonnen situatie", "%(num)d verzonnen situaties", len(config.cases))
    rounds = ngettext("in %(num)d ronde", "in %(num)d rondes", config.rounds)
    return [f"{cases}, {rounds}.", _("Vlaggen: %(names)s.", names=listing([lower(FLAGS[id]["name"]) for id in config.flags]))]
