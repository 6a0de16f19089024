"""Lines between two columns of texts, for print: where each leaves its text, how it bends, and where on it a number may stand."""

from msgspec import Struct

TRIES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)  # places on a line, the best first
PITCH = 18.0  # between two lines that leave one text

Point = tuple[float, float]


class End(Struct, frozen=True):
    """A text at one of the ends: its edge and its middle, and whether it stands in the right column."""

    x: float
    y: float
    right: bool


def curves(lines: list[tuple[str, str]], ends: dict[str, End]) -> list[tuple[Point, Point, Point, Point]]:
    """A cubic curve per line: across, or a bow back to the same column. Lines of one text leave it in the order of where they go, so that they do not cross there."""
    ports: dict[tuple[int, str], float] = {}
    for id, here in ends.items():
        mine = [(number, b if a == id else a) for number, (a, b) in enumerate(lines) if id in (a, b)]
        mine.sort(key=lambda one: _slope(here, ends[one[1]]))
        for place, (number, _) in enumerate(mine):
            ports[number, id] = here.y + (place - (len(mine) - 1) / 2) * min(PITCH, 72 / len(mine))
    return [_curve(ends[a], ports[number, a], ends[b], ports[number, b]) for number, (a, b) in enumerate(lines)]


def _slope(here: End, there: End) -> float:
    if here.right == there.right:
        return (-1e5 if there.y < here.y else 1e5) - there.y
    return there.y


def _curve(one: End, y1: float, two: End, y2: float) -> tuple[Point, Point, Point, Point]:
    if one.right != two.right:
        middle = (one.x + two.x) / 2
        return (one.x, y1), (middle, y1), (middle, y2), (two.x, y2)
    bow = one.x + (-1 if one.right else 1) * (70 + 0.3 * min(400.0, abs(y2 - y1)))
    return (one.x, y1), (bow, y1), (bow, y2), (two.x, y2)


def path(curve: tuple[Point, Point, Point, Point]) -> str:
    (x, y), *rest = curve
    return f"M{x:.1f} {y:.1f}C" + " ".join(f"{x:.1f} {y:.1f}" for x, y in rest)


def spots(drawn: list[tuple[Point, Point, Point, Point]], wide: float, high: float) -> list[Point | None]:
    """Per line where its number may stand without touching another number; None where there is no room."""
    taken: list[Point] = []
    found = []
    for curve in drawn:
        free = (at for at in (_on(curve, part) for part in TRIES) if all(abs(at[0] - x) > wide or abs(at[1] - y) > high for x, y in taken))
        spot = next(free, None)
        taken += [spot] if spot else []
        found.append(spot)
    return found


def _on(curve: tuple[Point, Point, Point, Point], part: float) -> Point:
    shares = [(1 - part) ** 3, 3 * (1 - part) ** 2 * part, 3 * (1 - part) * part**2, part**3]
    return sum(share * x for share, (x, _) in zip(shares, curve, strict=True)), sum(share * y for share, (_, y) in zip(shares, curve, strict=True))
