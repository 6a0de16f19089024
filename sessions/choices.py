"""Two questions about counts per option: how divided is a group, and did it change more than chance would do?"""

from collections.abc import Sequence
from itertools import accumulate
from math import comb, erfc, prod, sqrt

from sessions.splits import ENOUGH

SURE = 0.05  # a difference that chance makes less often than this is larger than the noise
TABLES = 20_000  # above so many possible tables we approximate
EXPECTED = 6  # answers per cell on average from which the approximation holds (Roscoe & Byars, JASA 66, 1971)


def spread(counts: Sequence[int], unknown: int = 0) -> float:
    """How divided people are over the options: 0 when all chose the same, 1 when every option was chosen equally often.

    The index of qualitative variation, K / (K - 1) * (1 - sum of squared shares) (Mueller & Schuessler 1961; Wilcox, Western Political
    Quarterly 26, 1973). Who does not know could be anywhere, so `unknown` counts as spread evenly over the options.
    """
    options, answers = len(counts), sum(counts) + unknown
    if options < 2 or not answers:
        return 0.0
    shares = ((n + unknown / options) / answers for n in counts)
    return round(options / (options - 1) * (1 - sum(share**2 for share in shares)), 4)


def change(before: Sequence[int], now: Sequence[int]) -> str:
    """What to say of two counts of the same options: same | larger (than the noise in a group of this size) | chance | few (answers to tell)."""
    if list(before) == list(now):
        return "same"
    likely = by_chance(before, now) if min(sum(before), sum(now)) >= ENOUGH else None
    return "few" if likely is None else "larger" if likely < SURE else "chance"


def by_chance(before: Sequence[int], now: Sequence[int]) -> float | None:
    """How likely a difference at least as large is when nothing changed; None where there is no good way to tell.

    The exact test of Fisher, Freeman and Halton (Biometrika 38, 1951): of all tables with these totals, the share that is no more likely than
    this one. With too many tables to list, the chi-squared test of homogeneity (Pearson 1900) with its tail by Wilson and Hilferty (1931).
    It takes the answers as those of two groups. People who answer twice are more alike, so it rather says "chance" too often than too seldom.
    """
    columns = [(a, a + b) for a, b in zip(before, now, strict=True) if a + b]
    if prod(total + 1 for _, total in columns) <= TABLES:
        return _exact(columns, sum(before))
    everybody = sum(before) + sum(now)
    return _tail(_chi_squared(columns, sum(before), everybody), len(columns) - 1) if everybody >= EXPECTED * 2 * len(columns) else None


def _exact(columns: list[tuple[int, int]], first: int) -> float:
    """`columns` are (before, total); `first` is how many answered before."""
    seen = prod(comb(total, a) for a, total in columns)
    totals = [total for _, total in columns]
    later = [*accumulate(reversed(totals), initial=0)][::-1]  # what the columns after this one can still take

    def unlikely(at: int, left: int, ways: int) -> int:
        if at == len(totals):
            return ways if ways <= seen else 0
        takes = range(max(0, left - later[at + 1]), min(totals[at], left) + 1)
        return sum(unlikely(at + 1, left - a, ways * comb(totals[at], a)) for a in takes)

    return unlikely(0, first, 1) / comb(sum(totals), first)


def _chi_squared(columns: list[tuple[int, int]], first: int, everybody: int) -> float:
    second = everybody - first
    return sum((a * everybody - total * first) ** 2 / total for a, total in columns) / (first * second)


def _tail(value: float, freedom: int) -> float:
    """The share of the chi-squared distribution above `value`."""
    step = 2 / (9 * freedom)
    return erfc(((value / freedom) ** (1 / 3) - 1 + step) / sqrt(2 * step)) / 2
