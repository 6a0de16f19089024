"""How divided a group is over options, and whether it changed more than chance would do."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from sessions import choices

COUNTS = st.lists(st.integers(0, 30), min_size=2, max_size=5)


@pytest.mark.parametrize(("counts", "unknown", "spread"), [
    ([12, 0, 0], 0, 0.0), ([4, 4, 4], 0, 1.0), ([9, 3], 0, 0.75), ([0, 0], 0, 0.0), ([0, 0, 0], 7, 1.0), ([6, 0], 6, 0.75)])
def test_the_spread_runs_from_all_the_same_to_evenly_over_all(counts, unknown, spread):
    assert choices.spread(counts, unknown) == spread


@pytest.mark.parametrize(("before", "now", "chance"), [
    ([3, 1], [1, 3], 34 / 70),  # Fisher's lady tasting tea
    ([10, 0], [0, 10], 2 / 184756),
    ([1, 2, 3], [3, 2, 1], 708 / 924),
])
def test_the_exact_test_gives_the_known_figures(before, now, chance):
    assert choices.by_chance(before, now) == pytest.approx(chance, rel=1e-6)


@pytest.mark.parametrize(("value", "freedom"), [(3.841, 1), (5.991, 2), (9.488, 4), (18.307, 10), (30.144, 19)])
def test_the_tail_is_that_of_the_tables(value, freedom):
    assert choices._tail(value, freedom) == pytest.approx(0.05, abs=0.003)


def test_exact_and_approximate_agree_where_both_hold(monkeypatch):
    before, now = [14, 9, 7], [8, 10, 12]
    exact = choices.by_chance(before, now)

    monkeypatch.setattr(choices, "TABLES", 0)

    assert choices.by_chance(before, now) == pytest.approx(exact, abs=0.03)


@pytest.mark.parametrize(("before", "now", "said"), [
    ([6, 6], [6, 6], "same"), ([11, 1], [1, 11], "larger"), ([6, 4], [5, 5], "chance"), ([3, 1], [0, 4], "few"), ([400, 300, 200], [200, 300, 400], "larger"),
    ([2] * 20, [1, 3] * 10, "few")])
def test_what_is_said_of_a_change(before, now, said):
    assert choices.change(before, now) == said


@given(before=COUNTS, now=COUNTS)
def test_chance_is_a_share_and_does_not_know_which_came_first(before, now):
    before, now = before[: len(now)], now[: len(before)]

    one, other = choices.by_chance(before, now), choices.by_chance(now, before)

    assert one == other or one == pytest.approx(other)
    assert one is None or 0 <= one <= 1 + 1e-9
