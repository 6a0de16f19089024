"""Higher or lower than last time, and whether that is more than chance. Expected values by scipy 1.17: permutation_test over all divisions, mannwhitneyu(method="asymptotic")."""

from itertools import combinations
from random import Random

import pytest

from sessions import shift


def by_listing(before: list[int], now: list[int]) -> float:
    """Every way to divide the answers, one by one."""
    answers = [point for point, n in enumerate(before) for _ in range(n)] + [point for point, n in enumerate(now) for _ in range(n)]
    pick = range(sum(before))
    off = lambda chosen: abs(sum((b > a) - (b < a) for i, a in enumerate(answers) if i in chosen for j, b in enumerate(answers) if j not in chosen))  # noqa: E731
    seen = off(set(pick))
    ways = [off(set(chosen)) >= seen for chosen in combinations(range(len(answers)), sum(before))]
    return sum(ways) / len(ways)


@pytest.mark.parametrize(
    ("before", "now", "chance"),
    [((2, 0, 1), (0, 1, 1), 0.6), ((2, 1, 0, 0, 1), (0, 1, 1, 2, 0), 0.37143), ((2, 2, 2, 1, 2), (2, 0, 1, 1, 2), 0.87393), ((2, 1, 2, 0, 1), (0, 2, 1, 1, 2), 0.29437), ((1, 1, 2, 0, 1), (0, 1, 2, 2, 2), 0.26515)],
)
def test_a_small_group_is_judged_by_every_way_to_divide_its_answers(before, now, chance):
    assert round(shift.by_chance(before, now), 5) == chance


@pytest.mark.parametrize(
    ("before", "now", "chance"),
    [((3, 5, 10, 8, 4), (1, 2, 6, 14, 12), 0.0043492095), ((20, 30, 40, 10, 5), (10, 20, 40, 30, 20), 3.0097786e-06), ((0, 0, 50, 50, 0), (0, 10, 45, 45, 20), 0.2458041051)],
)
def test_a_large_group_is_judged_by_the_normal_distribution_with_ties(before, now, chance):
    assert shift.by_chance(before, now) == pytest.approx(chance, rel=1e-6)


def test_the_exact_way_equals_listing_them_all():
    random = Random(4)
    for _ in range(20):
        before, now = ([random.randint(0, 2) for _ in range(3)] for _ in range(2))
        if sum(before) and sum(now):
            assert shift.by_chance(tuple(before), tuple(now)) == pytest.approx(by_listing(before, now))


def test_which_way_it_went_is_told_from_all_answers_not_from_the_median():
    assert shift.way([0, 0, 5, 0, 0], [0, 0, 3, 2, 0]) == "up"
    assert shift.way([0, 0, 3, 2, 0], [0, 0, 5, 0, 0]) == "down"
    assert shift.way([1, 0, 3, 0, 1], [0, 0, 5, 0, 0]) == "same"
    assert shift.way([0] * 5, [1] * 5) == "same"


def test_eight_people_a_point_higher_may_be_chance_and_two_points_higher_are_not():
    assert shift.changes({"a": ([0, 3, 4, 1, 0], [0, 1, 3, 3, 1])}) == {"a": "chance"}
    assert shift.changes({"a": ([0, 3, 4, 1, 0], [0, 0, 1, 4, 3])}) == {"a": "larger"}


def test_under_five_answers_nothing_is_more_than_chance():
    assert shift.changes({"a": ([4, 0, 0, 0, 0], [0, 0, 0, 0, 40])}) == {"a": "few"}


def test_who_compares_twelve_things_needs_more_before_one_of_them_is_no_chance():
    pair, still = ([1, 4, 3, 0, 0], [0, 1, 3, 3, 1]), ([0, 2, 4, 2, 0], [0, 2, 4, 2, 0])

    assert shift.changes({"a": pair})["a"] == "larger"
    assert shift.changes({"a": pair, **{n: still for n in range(11)}})["a"] == "chance"


def test_answers_to_one_point_only_are_the_same():
    assert shift.by_chance((0, 0, 8), (0, 0, 9)) == 1.0
