"""What the people in the room may be told about the order they made together."""

from random import Random
from time import process_time

import votelib.convert
import votelib.evaluate.condorcet
from hypothesis import given, settings
from hypothesis import strategies as st
from votelib.component.rankscore import Borda

from sessions import ranking

ITEMS = ["a", "b", "c", "d", "e"]
calm = settings(deadline=None, derandomize=True, max_examples=100)  # the same profiles every run, on a busy machine too

# Schulze (2011), example 1: 45 voters, five candidates; the published ranking is E A C B D.
SCHULZE_2011 = {
    "acbed": 5, "adecb": 5, "bedac": 8, "cabed": 3, "caebd": 7, "cbade": 2, "dceba": 7, "ebadc": 8,
}  # fmt: skip

complete = st.lists(st.permutations(ITEMS), min_size=1, max_size=30)
partial = st.lists(st.permutations(ITEMS).flatmap(lambda p: st.integers(0, 5).map(lambda n: p[:n])), max_size=20)


def people(**orders):
    """people(abc=3, bac=1): three lists a, b, c and one list b, a, c."""
    return [list(order) for order, n in orders.items() for _ in range(n)]


def noisy_room(number, items, seed, step=0.6):
    """People who see about the same order and each put it down a little differently."""
    chance = Random(seed)
    return [sorted(items, key=lambda i: step * items.index(i) + chance.gauss(0, 1)) for _ in range(number)]


# The order that is shown


def test_the_mean_place_counts_people_not_lists():
    assert ranking.mean_ranks(["ab", "ba"], "ab", [3, 1]) == {"a": 1.25, "b": 1.75}


def test_places_are_counted_among_the_items_that_count():
    assert ranking.mean_ranks(["xaby"], "ab") == {"a": 1.0, "b": 2.0}


def test_an_item_left_out_of_a_list_is_judged_by_those_who_ranked_it():
    assert ranking.mean_ranks(["ab", "bca", "c"], "abcd") == {"a": 2.0, "b": 1.5, "c": 1.5, "d": None}


def test_the_histogram_shows_how_many_people_chose_each_place():
    assert ranking.histogram(["abc", "bac", "a"], "abc", [2, 1, 4]) == {"a": [6, 1, 0], "b": [1, 2, 0], "c": [0, 0, 3]}


def test_the_spread_is_where_the_middle_half_of_the_people_put_it():
    lists = people(abcde=1, bacde=2, bcade=2, bcdae=2, bcdea=1)

    assert ranking.spread(lists, ["a", "b", "x"]) == {"a": [2, 2], "b": [1, 1], "x": None}
    assert ranking.spread(lists, ITEMS)["a"] == [2, 4]
    assert ranking.spread(people(abcd=1, bacd=1, bcad=1, bcda=1), "a") == {"a": [1, 1]}
    assert ranking.spread(people(abcd=1, bacd=1, bcad=1, bcda=1), "abcd")["a"] == [2, 3]


def test_equal_means_share_a_place_and_the_next_place_is_skipped():
    lists = people(abcd=1, acbd=1)

    rows = ranking.order(lists, "dcba")

    assert [(row["place"], row["item"]) for row in rows] == [(1, "a"), (2, "c"), (2, "b"), (4, "d")]


def test_what_nobody_ranked_stands_last_without_a_place():
    assert ranking.order(["b"], "ab") == [
        {"item": "b", "place": 1, "mean": 1.0},
        {"item": "a", "place": None, "mean": None},
    ]


@calm
@given(complete)
def test_the_mean_order_of_complete_lists_is_the_borda_order_of_votelib(lists):
    scores = votelib.convert.RankedToPositionalVotes(Borda()).convert(as_votes(lists))

    places = {row["item"]: row["place"] for row in ranking.order(lists, ITEMS)}

    assert places == {item: 1 + sum(other > scores[item] for other in scores.values()) for item in ITEMS}


# The second opinion


def test_schulze_finds_the_published_order_of_the_45_voters():
    lists, weights = list(SCHULZE_2011), list(SCHULZE_2011.values())

    assert ranking.schulze(lists, ITEMS, weights) == [["e"], ["a"], ["c"], ["b"], ["d"]]


def test_a_perfect_circle_is_one_tie():
    assert ranking.schulze(["abc", "bca", "cab"], "abc") == [["a", "b", "c"]]


def test_somebody_who_has_not_placed_a_card_has_not_called_it_worst():
    assert ranking.schulze(["ab", "ab", "ca"], "abcd") == [["c"], ["a"], ["b"], ["d"]]


@calm
@given(partial)
def test_schulze_puts_no_pair_the_other_way_round_than_votelib(lists):
    # votelib sorts by the number of items beaten and so breaks some ties that the paper leaves; the relation that both
    # start from, and the winners in it, must be the same.
    ranked = [item for item in ITEMS if any(item in ranks for ranks in lists)]
    votes = votelib.convert.RankedToCondorcetVotes(unranked_at_bottom=False).convert(as_votes(lists))
    paths = votelib.evaluate.condorcet.Schulze.widest_paths(votes)
    beats = votelib.evaluate.condorcet.pairwise_wins(paths)

    groups = ranking.schulze(lists, ranked)
    number = {item: n for n, group in enumerate(groups) for item in group}

    assert [pair for pair in beats if number[pair[0]] >= number[pair[1]]] == []
    assert [item for group in groups[:1] for item in group] == [r for r in ranked if r not in {low for _, low in beats}]


@calm
@given(complete)
def test_an_order_without_ties_is_the_order_of_votelib(lists):
    votes = votelib.convert.RankedToCondorcetVotes().convert(as_votes(lists))
    groups = ranking.schulze(lists, ITEMS)
    theirs = votelib.evaluate.condorcet.Schulze().evaluate(votes, n_seats=len(ITEMS))

    assert len(groups) < len(ITEMS) or [item for group in groups for item in group] == theirs


# Concordance


def test_w_equals_the_hand_computation():
    # rank sums 4, 5, 10, 11; mean 7.5; S = 37; W = 12 x 37 / (9 x 60)
    assert ranking.kendalls_w(["abcd", "abdc", "bacd"], "abcd") == 444 / 540


def test_w_is_one_when_all_agree_and_nothing_when_two_are_opposed():
    assert ranking.kendalls_w(["abc", "abc"], "abc") == 1.0
    assert ranking.kendalls_w(["abc", "cba"], "abc") == 0.0


def test_w_of_weighted_lists_is_w_of_that_many_people():
    assert ranking.kendalls_w(["abc", "bca"], "abc", [3, 2]) == ranking.kendalls_w(people(abc=3, bca=2), "abc")


def test_w_is_unknown_without_two_complete_lists_of_two_items():
    assert ranking.kendalls_w([], "ab") is None
    assert ranking.kendalls_w(["ab"], "ab", [6]) is None
    assert ranking.kendalls_w(["ab", "a"], "ab") is None
    assert ranking.kendalls_w(["a", "a"], "a") is None


@calm
@given(complete.filter(lambda lists: len(lists) > 1))
def test_w_follows_from_the_mean_correlation_of_all_pairs_of_people(lists):
    # Kendall & Babington Smith: mean Spearman rho = (m W - 1) / (m - 1); rho computed here without rank sums
    m, k = len(lists), len(ITEMS)
    pairs = [(one, two) for i, one in enumerate(lists) for two in lists[i + 1 :]]
    apart = sum((one.index(item) - two.index(item)) ** 2 for one, two in pairs for item in ITEMS)
    mean_rho = 1 - 6 * apart / (len(pairs) * (k**3 - k))

    assert abs(ranking.kendalls_w(lists, ITEMS) - (1 + (m - 1) * mean_rho) / m) < 1e-9


# What may be said


def said(lists, items="abcde", weights=None):
    verdict = ranking.agreement(lists, items, weights)
    return {word: verdict[word] for word in ("firm", "close", "tied", "divided")}


def test_without_lists_the_codes_say_that_there_is_nothing_to_say():
    assert ranking.agreement([], ITEMS) == {
        "people": 0, "lists": 0, "enough": False, "w": None, "firm": [], "close": [], "tied": [],
        "divided": False, "second_opinion": None, "differs_at": [],
    }  # fmt: skip


def test_lists_without_any_item_that_counts_are_no_lists():
    assert ranking.agreement(["xy", ""], ITEMS)["people"] == 0


def test_three_people_who_agree_are_too_few_to_call_a_place_firm_and_four_are_not():
    three, four = ranking.agreement(people(abc=3), "abc"), ranking.agreement(people(abc=4), "abc")

    assert (three["enough"], three["firm"]) == (False, [])
    assert (four["enough"], four["firm"]) == (True, [1, 2, 3])


def test_one_table_of_twenty_is_one_list():
    alone = ranking.agreement(["ab"], "ab", [20])
    among_others = ranking.agreement(["ab", "ba", "ba", "ba", "ba"], "ab", [20, 1, 1, 1, 1])

    assert (alone["people"], alone["lists"], alone["enough"]) == (20, 1, False)
    assert (among_others["people"], among_others["firm"]) == (24, [])


def test_tables_that_agree_are_firm_however_many_sit_at_each():
    assert said(["abc"] * 5, "abc", [4, 5, 6, 7, 8]) == {"firm": [1, 2, 3], "close": [], "tied": [], "divided": False}


def test_firm_takes_all_of_five_nine_of_twelve_sixteen_of_twentyfour_and_two_in_three_of_two_hundred():
    for number, needed in [(4, 4), (5, 5), (12, 9), (24, 16), (80, 54), (200, 134)]:
        firm = [ranking.agreement(people(ab=n, ba=number - n), "ab")["firm"] for n in (needed, needed - 1)]

        assert firm == [[1, 2], []], number


def test_places_one_and_two_are_firm_and_three_to_five_are_close():
    lists = people(abcde=4, abdec=4, abecd=3, baced=1)

    assert said(lists) == {"firm": [1, 2], "close": [[3, 5]], "tied": [], "divided": False}


def test_the_ends_are_firm_and_the_second_place_is_a_tie():
    lists = people(abcde=12, acbde=12)

    assert said(lists) == {"firm": [1, 4, 5], "close": [], "tied": [[2, 3]], "divided": False}


def test_a_tie_is_not_firm_even_when_most_people_put_one_above_the_other():
    assert said(people(abcd=9, bcda=3), "abcd") == {"firm": [3, 4], "close": [], "tied": [[1, 2]], "divided": False}


def test_two_camps_are_divided_until_one_is_twice_as_large():
    for one, other in [(3, 1), (7, 5), (13, 11), (15, 9)]:
        assert said(people(abcde=one, edcba=other)) == {"firm": [], "close": [[1, 5]], "tied": [], "divided": True}

    assert said(people(abc=16, cba=8), "abc") == {"firm": [1, 2, 3], "close": [], "tied": [], "divided": False}


def test_people_who_each_name_one_thing_have_nothing_to_be_divided_over():
    assert said(["a", "b", "c", "d"], "abcd") == {"firm": [], "close": [], "tied": [[1, 4]], "divided": False}


def test_people_who_order_at_random_are_divided_and_firm_in_nothing():
    for number in (12, 24, 200):
        verdict = said(noisy_room(number, ITEMS, seed=number, step=0))

        assert (verdict["firm"], verdict["divided"]) == ([], True)


def test_a_long_run_whose_ends_are_clearly_apart_is_not_called_close():
    # every pair of neighbours stands 8 to 4, so all four hang together, but nobody puts d above a
    lists = people(abcd=4, badc=4, acbd=4)

    assert said(lists, "abcd") == {"firm": [], "close": [[1, 2], [3, 4]], "tied": [], "divided": False}


def test_a_circle_is_not_firm_though_every_neighbour_is_clearly_apart():
    # nine of twelve put a above b, nine put b above c, and only six put a above c
    assert said(people(abc=6, cab=3, bca=3), "abc") == {"firm": [], "close": [[1, 3]], "tied": [], "divided": True}


def test_one_card_added_late_does_not_loosen_the_places_that_were_firm():
    lists = people(abcd=10, abxcd=1)

    assert said(lists, "abcdx") == {"firm": [1, 5], "close": [[3, 4]], "tied": [], "divided": False}


def test_a_few_loud_voices_make_the_second_opinion_differ():
    # 7 of 12 put a above b, but those who do not put it last: by the mean it is b, by Schulze a
    verdict = ranking.agreement(people(abcd=7, bcda=5), "abcd")

    assert (verdict["second_opinion"], verdict["differs_at"]) == ("differs", [1, 2])
    assert ranking.agreement(people(abcd=7, bacd=5), "abcd")["second_opinion"] == "same"


def test_a_firm_place_stays_when_any_one_person_leaves():
    for number in (5, 12, 24):
        lists = noisy_room(number, ITEMS, seed=4, step=1)
        shown = [row["item"] for row in ranking.order(lists, ITEMS)]
        firm = ranking.agreement(lists, ITEMS)["firm"]

        assert firm
        for gone in range(number):
            without = [row["item"] for row in ranking.order(lists[:gone] + lists[gone + 1 :], ITEMS)]
            assert [without[row - 1] for row in firm] == [shown[row - 1] for row in firm]


@calm
@given(st.integers(4, 40), st.integers(0, 10_000))
def test_schulze_never_disputes_a_firm_place(number, seed):
    verdict = ranking.agreement(noisy_room(number, ITEMS, seed), ITEMS)

    assert [row for row in verdict["differs_at"] if row in verdict["firm"]] == []


# What may not matter


@calm
@given(partial)
def test_no_row_is_firm_and_close_or_close_twice_and_every_row_named_is_a_place_shown(lists):
    verdict = ranking.agreement(lists, ITEMS)
    within = [row for first, last in verdict["close"] for row in range(first, last + 1)]
    places = [row["place"] for row in ranking.order(lists, ITEMS)]

    assert sorted(set(within + verdict["firm"])) == sorted(within + verdict["firm"])
    assert all(first in places for first, _ in verdict["close"] + verdict["tied"])
    assert all(row in places for row in verdict["firm"])


@calm
@given(partial, st.permutations(ITEMS))
def test_other_names_for_the_items_change_nothing(lists, names):
    new = dict(zip(ITEMS, names, strict=True))
    renamed = [[new[item] for item in ranks] for ranks in lists]

    assert ranking.agreement(renamed, names) == ranking.agreement(lists, ITEMS)
    assert ranking.schulze(renamed, names) == [[new[i] for i in group] for group in ranking.schulze(lists, ITEMS)]


@calm
@given(partial.flatmap(lambda lists: st.permutations(lists).map(lambda other: (lists, other))))
def test_who_was_first_to_send_a_list_changes_nothing(both):
    lists, other = both

    assert ranking.agreement(lists, ITEMS) == ranking.agreement(other, ITEMS)


@calm
@given(complete)
def test_everybody_the_other_way_round_turns_the_order_and_the_firm_places_round(lists):
    ahead, back = ranking.agreement(lists, ITEMS), ranking.agreement([ranks[::-1] for ranks in lists], ITEMS)

    assert back["w"] == ahead["w"]
    assert back["divided"] == ahead["divided"]
    assert back["firm"] == [6 - row for row in reversed(ahead["firm"])]
    assert back["tied"] == [[6 - last, 6 - first] for first, last in reversed(ahead["tied"])]
    assert ranking.spread([ranks[::-1] for ranks in lists], ITEMS) == {
        item: [6 - last, 6 - first] for item, (first, last) in ranking.spread(lists, ITEMS).items()
    }


@calm
@given(complete.filter(lambda lists: len(lists) > 1))
def test_everybody_twice_changes_only_how_sure_we_are(lists):
    once, twice = ranking.agreement(lists, ITEMS), ranking.agreement(lists * 2, ITEMS)

    assert ranking.order(lists * 2, ITEMS) == ranking.order(lists, ITEMS)
    assert ranking.spread(lists * 2, ITEMS) == ranking.spread(lists, ITEMS)
    assert ranking.schulze(lists * 2, ITEMS) == ranking.schulze(lists, ITEMS)
    assert [twice[word] for word in ("w", "tied", "differs_at")] == [once[word] for word in ("w", "tied", "differs_at")]
    assert set(once["firm"]) <= set(twice["firm"])


@calm
@given(complete, st.integers(2, 9))
def test_every_table_with_the_same_number_of_people_is_as_sure_as_single_people(lists, seats):
    tables = ranking.agreement(lists, ITEMS, [seats] * len(lists))

    assert {**tables, "people": len(lists)} == ranking.agreement(lists, ITEMS)


def test_a_hall_of_a_thousand_is_judged_within_a_tick():
    items = [f"card-{n}" for n in range(12)]
    lists = noisy_room(1000, items, seed=1)

    began = process_time()
    ranking.agreement(lists, items)

    assert process_time() - began < 0.5  # about 0.05 s on one idle core


def as_votes(lists):
    """votelib counts equal ballots: {ranking: number of people}."""
    return {ballot: sum(tuple(ranks) == ballot for ranks in lists) for ballot in {tuple(ranks) for ranks in lists}}
