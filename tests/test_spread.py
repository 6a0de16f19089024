"""Median and quartiles of weighted answers are those of the people behind them, one by one."""

import statistics

import hypothesis.strategies as st
from hypothesis import given

from sessions import spread

ROOMS = st.dictionaries(st.integers(1, 7), st.integers(0, 9), min_size=1).filter(lambda answers: any(answers.values()))


def one_by_one(answers: dict[int, int]) -> list[int]:
    return sorted(number for number, people in answers.items() for _ in range(people))


@given(ROOMS)
def test_the_median_is_the_one_of_the_people_one_by_one(answers):
    assert spread.median(answers) == statistics.median(one_by_one(answers))


@given(ROOMS)
def test_a_quartile_is_the_median_of_a_half(answers):
    """Langford's rule: an odd row is halved with its middle one in both halves or in neither, whichever leaves halves that have a middle."""
    people = one_by_one(answers)
    half = len(people) // 2 if len(people) % 4 != 1 else len(people) // 2 + 1

    assert spread.middle_half(answers) == (statistics.median(people[:half] or people), statistics.median(people[-half:]))


@given(ROOMS, st.integers(2, 6))
def test_the_same_room_more_than_once_is_as_divided_as_once(answers, times):
    more = {number: people * times for number, people in answers.items()}

    assert (spread.median(more), spread.middle_half(more), spread.spread(more)) == (spread.median(answers), spread.middle_half(answers), spread.spread(answers))


@given(ROOMS)
def test_the_distance_is_the_mean_one_of_the_people(answers):
    people = one_by_one(answers)

    assert round(spread.distance(answers), 9) == round(statistics.fmean(abs(one - statistics.median(people)) for one in people), 9)


def test_a_table_of_six_weighs_as_six_people():
    assert spread.median({2: 1, 5: 6}) == 5


def test_two_camps_are_as_far_apart_as_their_points():
    assert (spread.middle_half({1: 5, 5: 5}), spread.spread({1: 5, 5: 5}), spread.spread({3: 10})) == ((1, 5), 4, 0)


def test_nobody_has_no_middle():
    assert (spread.median({}), spread.middle_half({1: 0}), spread.spread({}), spread.distance({})) == (None, None, None, None)
