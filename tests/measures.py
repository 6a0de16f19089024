"""The figures that a second count needs, worked out in another way than ours. See retell.py."""

from collections import Counter
from fractions import Fraction
from math import ceil

ENOUGH = 5  # answers in each group that is told apart


def groups(by: list[str], answers: Counter) -> dict[str, set]:
    """Which roles stand apart: only where every group has ENOUGH."""
    found = {role: {role} for role in by if answers[role]}
    rest = {role for role in answers if role not in by}
    found |= {"others": rest} if rest else {}
    return found if len(found) > 1 and all(sum(answers[role] for role in roles) >= ENOUGH for roles in found.values()) else {}


def middle_half(counts: list[int]) -> list[int]:
    """Places: at most a quarter of the people put it higher than the first, at most a quarter lower than the last."""
    places = [place for place, n in enumerate(counts, 1) for _ in range(n)]
    return [places[len(places) // 4], places[-1 - len(places) // 4]]


def quantile(given: list[int], share: Fraction) -> float | None:
    """Hyndman and Fan's second: exactly between two, their middle."""
    at = share * len(given)
    if not given:
        return None
    return (given[int(at) - 1] + given[int(at)]) / 2 if at.denominator == 1 else given[ceil(at) - 1]


def diversity(counts: list[int], unknown: int = 0) -> float:
    """How much people differ, as a share of what is possible; who does not know is a bit of everything."""
    k, n = len(counts), sum(counts) + unknown
    if k < 2 or not n:
        return 0.0
    same = sum((Fraction(one) + Fraction(unknown, k)) ** 2 for one in counts) / n**2
    return round(float((1 - same) * k / (k - 1)), 4)
