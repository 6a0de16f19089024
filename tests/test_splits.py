"""Who sees answers per role cannot find out what one person said."""

import hypothesis.strategies as st
from hypothesis import given

from sessions import splits

ROLES = st.sampled_from(["Student", "Docent", "Ouder", None])


def test_two_roles_of_five_are_shown_apart():
    assert splits.shown(["Student"], {"Student": 5, "Docent": 3, None: 2}) == {"Student": ["Student"], "others": ["Docent", None]}


def test_four_of_a_role_hide_the_whole_split():
    assert splits.shown(["Student"], {"Student": 4, "Docent": 30}) == {}


def test_four_others_hide_it_too_because_the_total_would_give_them_away():
    assert splits.shown(["Student", "Docent"], {"Student": 9, "Docent": 9, "Ouder": 4}) == {}


def test_one_group_alone_is_no_split():
    assert splits.shown(["Student"], {"Student": 12}) == {}


@given(st.lists(ROLES, unique=True), st.dictionaries(ROLES, st.integers(0, 12)))
def test_no_group_and_no_rest_is_ever_smaller_than_five(by, answers):
    groups = splits.shown([role for role in by if role], answers)

    sizes = [sum(answers[role] for role in roles) for roles in groups.values()]
    assert all(size >= splits.ENOUGH for size in sizes)
    assert not groups or sum(sizes) == sum(answers.values())
