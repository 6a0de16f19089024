"""Patterns and marks, so that a level or a ballot is never known by its colour alone.

Level 1 to 4: brick, dots, diagonals, uprights. Ballot 1 to 4: disc, ring, square, triangle; its long bar is full or hatched.
Group 1 to 5, all in one colour: full, diagonals, dots, uprights, open. Flags: dots, uprights, diagonals, full.
"""

from facilitator.report.ink import BALLOTS, INK, LEVELS, RED, tag

BRICK = [(0, 0, 48, 0), (0, 24, 48, 24), (12, 0, 12, 24), (36, 24, 36, 48)]


def of_level(id: str, number: int, ink: str) -> str:
    """A `<pattern>` for the level with this number; above 4 they start again."""
    match (number - 1) % 4:
        case 0:
            return _pattern(id, 48, "".join(tag("line", x1=a, y1=b, x2=c, y2=d, stroke=ink, stroke_width=3) for a, b, c, d in BRICK))
        case 1:
            return _pattern(id, 22, tag("circle", cx=11, cy=11, r=4.5, fill=ink))
        case 2:
            return _pattern(id, 22, _upright(ink, 5), "rotate(45)")
        case _:
            return _pattern(id, 26, _upright(ink, 6))


def of_ballot(id: str, number: int) -> str:
    """The filling of a bar: ballot 1 is full, the others are hatched, each its own way."""
    colour = ink_of(number)
    ground = tag("rect", width=20, height=20, fill="#ffffff")
    turned = [None, "rotate(45)", "rotate(0)", "rotate(135)"][(number - 1) % 4]
    return _pattern(id, 20, tag("rect", width=20, height=20, fill=colour) if turned is None else ground + _upright(colour, 9), turned)


def of_group(id: str, number: int, colour: str = BALLOTS[0]) -> str:
    """The filling of one of five groups or buckets: none is a better one, so none has a colour of its own."""
    ground = tag("rect", width=24, height=24, fill="#ffffff")
    match number:
        case 1:
            return _pattern(id, 24, tag("rect", width=24, height=24, fill=colour))
        case 2:
            return _pattern(id, 20, ground + _upright(colour, 9), "rotate(45)")
        case 3:
            return _pattern(id, 18, ground + tag("circle", cx=9, cy=9, r=4.5, fill=colour))
        case 4:
            return _pattern(id, 20, ground + _upright(colour, 5))
        case _:
            return _pattern(id, 24, ground)


def of_flag(id: str, flag: str) -> str:
    """The cloth of a flag: its colour, and its own pattern in ink or white."""
    match flag:
        case "green":
            return _pattern(id, 14, tag("rect", width=14, height=14, fill=LEVELS[1][0]) + tag("circle", cx=7, cy=7, r=3, fill="#ffffff"))
        case "yellow":
            return _pattern(id, 12, tag("rect", width=12, height=12, fill=LEVELS[3][0]) + _upright(INK, 3))
        case "red":
            return _pattern(id, 14, tag("rect", width=14, height=14, fill=RED) + _upright("#ffffff", 3), "rotate(45)")
        case _:
            return _pattern(id, 14, tag("rect", width=14, height=14, fill="#000000"))


def mark(number: int, x: float, y: float, r: float) -> str:
    """One dot of a ballot, around (x, y)."""
    colour = ink_of(number)
    match (number - 1) % 4:
        case 0:
            return tag("circle", cx=x, cy=y, r=r, fill=colour)
        case 1:
            return tag("circle", cx=x, cy=y, r=r * 0.82, fill="none", stroke=colour, stroke_width=r * 0.42)
        case 2:
            return tag("rect", x=x - r * 0.9, y=y - r * 0.9, width=r * 1.8, height=r * 1.8, fill=colour)
        case _:
            points = f"{x:.1f},{y - r:.1f} {x + r:.1f},{y + r * 0.8:.1f} {x - r:.1f},{y + r * 0.8:.1f}"
            return tag("polygon", points=points, fill=colour)


def ink_of(number: int) -> str:
    return BALLOTS[(number - 1) % len(BALLOTS)]


def _pattern(id: str, size: int, inside: str, turned: str | None = None) -> str:
    return tag("pattern", inside, id=id, width=size, height=size, patternUnits="userSpaceOnUse", patternTransform=turned)


def _upright(ink: str, thick: int) -> str:
    return tag("rect", width=thick, height=30, fill=ink)
