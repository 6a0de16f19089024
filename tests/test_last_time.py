"""What a step that is done again shows of last time: only after its own reveal, by the words of the items, and never as a verdict."""

import json
from collections.abc import Sequence

from chain import PLAN, SCALE, found
from test_report import forms
from workshop import ANNA, BRAM, CHRIS, Workshop

from sessions.people import CONSOLE, Person

PEOPLE = [Person(f"person-{n}", "participant") for n in range(8)]
THEN = {"s1-1": [2, 2, 2, 3, 3, 3, 3, 4], "s1-2": [3, 3, 3, 3, 4, 4, 2, 2], "s1-3": [3] * 8}
NOW = {"s1-1": [3, 4, 4, 4, 4, 5, 5, 5], "s1-2": [3, 3, 3, 4, 4, 4, 2, 3], "s1-3": [3] * 8}


def scan(answers: dict[str, list[int]], text: str = SCALE, earlier: Sequence[dict] = (), shown: bool = True) -> Workshop:
    shop = Workshop(text, [*earlier])
    shop.come(*PEOPLE)
    shop.go("scan")
    shop.lead("open")
    for item, values in answers.items():
        for who, value in zip(PEOPLE, values, strict=False):
            shop.do(who, "scan", "score", item=item, value=value)
    if shown:
        shop.lead("reveal")
    return shop


def test_a_scale_shows_the_median_and_spread_of_last_time_per_item():
    shop = scan(NOW, earlier=[found(scan(THEN))])

    for audience in ("screen", "console"):
        last = shop.live.view(audience)["last"]
        assert (last["session"], last["date"], last["people"]) == ("De scan", "2027-01-15", 8)
        assert last["items"] == {
            "s1-1": {"": {"median": 3, "low": 2.0, "high": 3, "scored": 8, "way": "up", "change": "larger"}},
            "s1-2": {"": {"median": 3, "low": 2.5, "high": 3.5, "scored": 8, "way": "up", "change": "chance"}},
            "s1-3": {"": {"median": 3, "low": 3, "high": 3, "scored": 8, "way": "same", "change": "chance"}},
            "s1-4": {"": {"median": None, "low": None, "high": None, "scored": 0, "way": "same", "change": "few"}},
        }
    assert "last" not in shop.live.view("phone")


def test_last_time_waits_for_the_reveal_of_this_time_for_everybody():
    shop = scan(NOW, earlier=[found(scan(THEN))], shown=False)

    assert all("last" not in shop.live.view(audience) and "beside" not in shop.live.view(audience) for audience in ("phone", "screen", "console"))


def test_items_are_known_again_by_their_words_whatever_their_place():
    text = SCALE.replace('["Verkennen", "Beslissen", "Werkgroep samenstellen", "Visie ontwikkelen"]', '["Nieuw", "beslissen ", "Verkennen"]')

    last = scan({"s1-3": NOW["s1-1"]}, text, [found(scan(THEN))]).live.view("screen")["last"]

    assert sorted(last["items"]) == ["s1-2", "s1-3"]
    assert last["items"]["s1-3"][""]["median"] == 3


def test_a_scale_of_other_points_is_not_compared():
    other = SCALE.replace('labels = ["helemaal niet goed", "niet goed", "gaat wel", "goed", "zeer goed"]', 'points = 3\nlabels = ["nee", "deels", "ja"]')

    assert "last" not in scan({"s1-1": [3] * 8}, other, [found(scan(THEN))]).live.view("screen")


def test_a_matrix_compares_check_by_check_by_their_names():
    grid = SCALE + 'checks = ["Klas", "Plein"]\n'
    turned = SCALE + 'checks = ["Plein", "Klas"]\n'
    then = Workshop(grid)
    then.come(*PEOPLE)
    then.go("scan")
    then.lead("open")
    for who in PEOPLE:
        then.do(who, "scan", "score", item="s1-1", check="c1", value=2)
        then.do(who, "scan", "score", item="s1-1", check="c2", value=4)
    then.lead("reveal")

    now = Workshop(turned, [found(then)])
    now.come(ANNA, BRAM, CHRIS)
    now.go("scan")
    now.lead("open")
    now.do(ANNA, "scan", "score", item="s1-1", check="c2", value=5)
    now.lead("reveal")

    cells = now.live.view("screen")["last"]["items"]["s1-1"]
    assert (cells["c1"]["median"], cells["c2"]["median"], cells["c2"]["way"], cells["c2"]["change"]) == (4, 2, "up", "few")


def test_where_a_phone_spoke_for_a_table_nothing_is_said_of_chance():
    table = SCALE.replace("minutes = 20", 'minutes = 20\ndevice = "table"')
    shop = Workshop(table, [found(scan(THEN))])
    shop.come(ANNA)
    shop.do(ANNA, "stage", "size", table=1, size=6, others=0)
    shop.go("scan")
    shop.lead("open")
    shop.do(ANNA, "scan", "score", item="s1-1", value=5)
    shop.lead("reveal")

    cell = shop.live.view("screen")["last"]["items"]["s1-1"][""]
    assert (cell["way"], cell["change"]) == ("up", None)


def test_a_step_may_name_the_step_of_another_script_to_stand_behind_it():
    other = SCALE.replace('id = "proef"', 'id = "later"').replace('id = "scan"', 'id = "nu"').replace("minutes = 20", 'minutes = 20\nbeside = { session = "proef", step = "scan" }')
    shop = Workshop(other, [found(scan(THEN))])
    shop.come(*PEOPLE)
    shop.go("nu")
    assert "beside" not in shop.live.view("screen")
    shop.lead("open")
    for who in PEOPLE:
        shop.do(who, "nu", "score", item="s1-1", value=4)
    shop.lead("reveal")

    assert shop.live.view("screen")["last"]["items"]["s1-1"][""]["median"] == 3


def test_the_report_says_what_changed_and_how_that_was_judged():
    said = forms(scan(NOW, earlier=[found(scan(THEN))]))

    assert "Hoger dan vorige keer, en meer dan toeval: “Verkennen”. De andere verschillen met vorige keer kunnen toeval zijn." in said["html"]
    assert "De vorige keer was De scan op 15 januari 2027." in said["html"]
    assert "mediaan 4, vorige keer 3." in said["html"]


def test_a_chain_of_chains_holds_one_time_back_only():
    """The report of the second time goes along to the third; what the first found stays behind."""
    second = found(scan(NOW, earlier=[found(scan(THEN))]))

    assert "last" not in json.dumps(second)


def pyramid(cards: dict[str, str], earlier: Sequence[dict] = ()) -> Workshop:
    shop = Workshop(None, [*earlier])
    shop.come(ANNA, BRAM, CHRIS)
    shop.go("piramide")
    for n, (text, level) in enumerate(cards.items()):
        shop.card(ANNA if n % 2 else BRAM, f"kaart-{n:03d}", text, level=level)
    return shop


def test_a_pyramid_shows_per_level_what_lay_there_last_time():
    then = pyramid({"Begroeten": "base", "Aan de deur": "base", "Dagstart": "base", "Intervisie": "foundation"})
    then.lead("merge", "piramide", cards=["kaart-000", "kaart-001"], into="samen-001", text="Begroeten")
    shop = pyramid({"Rust": "extra"}, [found(then)])

    for audience in ("screen", "console"):
        assert shop.live.view(audience)["last"]["levels"] == {
            "foundation": [{"text": "Intervisie", "n": 1, "strand": "welbevinden"}],
            "base": [{"text": "Begroeten", "n": 2, "strand": "welbevinden"}, {"text": "Dagstart", "n": 1, "strand": "welbevinden"}],
            "extra": [],
            "intensive": [],
        }
    assert "last" not in shop.live.view("phone")
    said = forms(shop)["html"]
    assert "Toen lagen er 1 op Fundament, 3 op Sterke basis, 0 op Extra en 0 op Intensief." in said
    assert "Begroeten; Dagstart." in said


def test_what_was_a_wish_last_time_is_not_what_was_there():
    then = Workshop()
    then.go("piramide")
    then.card(CONSOLE, "kaart-001", "Een rustige plek", level="base", wish=True)
    then.card(CONSOLE, "kaart-002", "De dagstart", level="base")

    shop = pyramid({}, [found(then)])

    assert [was["text"] for was in shop.live.view("screen")["last"]["levels"]["base"]] == ["De dagstart"]


def plan(cells: dict[tuple[str, str], str], text: str = PLAN, earlier: list[dict] = []) -> Workshop:  # noqa: B006
    shop = Workshop(text, earlier)
    shop.come(ANNA, BRAM, CHRIS)
    shop.go("plan")
    for (row, column), said in cells.items():
        shop.do(ANNA, "plan", "cell", card=row, column=column, text=said)
    return shop


def test_a_plan_shows_what_stood_in_the_same_cell_last_time_on_the_phone_too():
    then = found(plan({("s1-1", "c2"): "Wim", ("s1-1", "c3"): "in mei", ("s1-2", "c2"): "Ans"}))
    turned = PLAN.replace('["Meer rust in de gang", "Taal in elke les"]', '["Iets nieuws", "meer rust in de gang"]').replace('"Wanneer"]', '"Geld", "Wanneer"]')

    shop = plan({("s1-2", "c2"): "Joke"}, turned, [then])

    for audience in ("phone", "screen", "console"):
        assert shop.live.view(audience)["last"]["rows"] == {"s1-2": {"c2": "Wim", "c4": "in mei"}}
    said = forms(shop)["html"]
    assert "1 regel stond er toen ook." in said
    assert "Vorige keer bij “meer rust in de gang”: Wie: Wim; Wanneer: in mei." in said


def test_a_plan_of_other_rows_shows_nothing_of_last_time():
    other = PLAN.replace('["Meer rust in de gang", "Taal in elke les"]', '["Iets nieuws"]')

    assert "last" not in plan({}, other, [found(plan({("s1-1", "c2"): "Wim"}))]).live.view("screen")


def test_what_tables_wrote_last_time_stands_together():
    tables = PLAN.replace("[steps.config]", '[steps.config]\nper = "table"')
    then = Workshop(tables)
    then.come(ANNA, BRAM)
    then.go("plan")
    then.do(ANNA, "plan", "cell", card="s1-1", column="c2", text="Wim")
    then.do(BRAM, "plan", "cell", card="s1-1", column="c2", text="Ans")

    assert plan({}, PLAN, [found(then)]).live.view("screen")["last"]["rows"] == {"s1-1": {"c2": "Wim; Ans"}}


def test_the_view_of_a_phone_stays_small_whatever_was_written_last_time():
    wide = PLAN.replace('items = ["Meer rust in de gang", "Taal in elke les"]', 'rows_max = 20\nitems = [' + ", ".join(f'"Regel {n}"' for n in range(1, 21)) + "]")
    long = {(f"s1-{n}", column): "Een lange tekst over wie wat doet en wanneer we dat vertellen, en nog iets." * 2 for n in range(1, 21) for column in ("c2", "c3")}
    then = found(plan(long, wide))

    shop = plan(long, wide, [then])

    assert shop.live.view("phone")["last"] == {"session": "Het jaarplan", "date": "2027-01-15", "on_screen": True}
    assert len(json.dumps(shop.live.view("phone"))) < 16_000
    assert len(shop.live.view("screen")["last"]["rows"]) == 20
