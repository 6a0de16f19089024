"""Which cards look alike: the facilitator sees real duplicates, and is not bothered with neighbours."""

from itertools import combinations
from random import Random

import pytest

from facilitator.alike import ALIKE, MOST, Alike, Seen, likeness

# The example activities of the pyramid: all different.
CARDS = {
    "foundation": [
        "Studiemiddag met het hele team", "Training die bij ons past", "Intervisie in vaste groepjes", "Samen terugkijken op onze lessen en aanpak",
        "Coach voor wie dat wil", "Afspraken over rooster, ruimte en tijd", "Koffie of lunch zonder agenda", "Maatje voor nieuwe collega's",
        "Check-in aan het begin van de vergadering", "Invalplan, zodat niemand overloopt", "Samen lessen voorbereiden", "Lesbezoek bij elkaar",
        "Scholing in goede instructie",
    ],
    "base": [
        "We merken op wie er wel en niet is", "Elke leerling wordt bij de deur begroet en gezien", "Duidelijke schoolregels die iedereen kent",
        "Start van het jaar: groepsvorming", "Gesprek met leerling, ouder en leraar samen", "Mentorles over hoe het met je gaat",
        "Les over gezondheid in je hoofd voor alle klassen", "Podium voor sport en creatief talent", "Dagstart in de kring", "Pauze met toezicht en spel",
        "Heldere uitleg en doel per les", "Vaste huiswerkafspraken", "Leesplan voor alle klassen",
    ],
    "extra": [
        "Bespreking van een klas die het lastig heeft", "Groepje over somber zijn, met een link naar school", "Groepje over motivatie en huiswerk",
        "Weerbaarheid voor één leerjaar", "Kort onderzoek: wat speelt er bij dit groepje?", "Een paar weken begeleiding in school",
        "Les anders aanbieden aan een groepje", "Rustige plek in de pauze", "Maatjesproject voor nieuwe leerlingen", "Extra instructie in een groepje",
        "Taalklas", "Huiswerkbegeleiding", "Meer uitdaging voor snelle leerlingen",
    ],
    "intensive": [
        "Behandeling buiten school, met korte lijnen naar ons", "Behandelaar die in school werkt", "Stap voor stap terug naar school voor wie thuiszit",
        "Doorverwijzen naar een voorziening van meer scholen samen", "Overstap naar gespecialiseerd onderwijs", "Eén plan met gezin en hulpverlener",
        "Vaste contactpersoon voor de leerling", "Eigen leerlijn", "Maatwerkrooster", "Begeleiding door een specialist",
    ],
}  # fmt: skip
SAID_AGAIN = [
    ("Studiemiddag met het hele team", "een studiemidag met heel het team"),
    ("Koffie of lunch zonder agenda", "Samen lunchen zonder agenda"),
    ("Maatje voor nieuwe collega's", "Nieuwe collega krijgt een maatje"),
    ("Intervisie in vaste groepjes", "Intervisie"),
    ("Samen lessen voorbereiden", "lessen samen voorbereiden"),
    ("Lesbezoek bij elkaar", "Bij elkaar op lesbezoek"),
    ("Elke leerling wordt bij de deur begroet en gezien", "Leerlingen begroeten bij de deur"),
    ("Duidelijke schoolregels die iedereen kent", "Duidelijke regels op school"),
    ("Start van het jaar: groepsvorming", "Groepsvorming aan het begin van het jaar"),
    ("Mentorles over hoe het met je gaat", "mentorlessen, hoe gaat het met je"),
    ("Pauze met toezicht en spel", "Toezicht en spelletjes in de pauze"),
    ("Huiswerkbegeleiding", "Begeleiding bij huiswerk"),
    ("Rustige plek in de pauze", "Een rustige plek voor de pauze"),
    ("Maatjesproject voor nieuwe leerlingen", "Maatjes voor nieuwe leerlingen"),
    ("Eén plan met gezin en hulpverlener", "een plan samen met het gezin en de hulpverlening"),
    ("Behandelaar die in school werkt", "Behandelaar in de school"),
]


@pytest.mark.parametrize(("one", "other"), SAID_AGAIN)
def test_the_same_idea_in_other_words_is_alike(one, other):
    assert likeness(one, other) >= ALIKE


@pytest.mark.parametrize("level", CARDS)
def test_different_ideas_at_one_level_are_not_alike(level):
    assert [(one, other) for one, other in combinations(CARDS[level], 2) if likeness(one, other) >= ALIKE] == []


def test_only_cards_at_one_place_are_suggested_and_the_best_first():
    extra = {"a": "Huiswerkbegeleiding", "b": "Taalklas", "c": "Begeleiding bij huiswerk", "d": "taalklas"}

    assert Alike().groups({"extra": extra, "intensive": {"e": "Huiswerkbegeleiding"}}, set()) == [
        {"cards": ["b", "d"], "texts": ["Taalklas", "taalklas"]},
        {"cards": ["a", "c"], "texts": ["Huiswerkbegeleiding", "Begeleiding bij huiswerk"]},
    ]


def test_a_dismissed_pair_stays_away():
    assert Alike().groups({"extra": {"a": "Taalklas", "b": "Taalklas"}}, {frozenset(("a", "b"))}) == []


def test_a_removed_or_edited_card_is_no_longer_suggested():
    alike = Alike()
    assert len(alike.groups({"extra": {"a": "Taalklas", "b": "de taalklas"}}, set())) == 1

    assert alike.groups({"extra": {"a": "Taalklas", "b": "Maatjesproject"}}, set()) == []
    assert alike.groups({"extra": {"a": "Taalklas"}}, set()) == []


def test_twenty_suggestions_are_enough():
    texts = {f"c{n}": "Taalklas" for n in range(8 * MOST + 8)}

    assert [len(group["cards"]) for group in Alike().groups({"extra": texts}, set())] == [8] * MOST


def test_three_that_are_all_alike_are_one_suggestion():
    extra = {"a": "Taalklas", "b": "taalklas", "c": "Huiswerkbegeleiding", "d": "De taalklas"}

    assert [group["cards"] for group in Alike().groups({"extra": extra}, set())] == [["a", "b", "d"]]


def test_a_card_that_is_like_one_but_not_like_the_other_stays_out():
    extra = {"a": "Huiswerkbegeleiding", "b": "Huiswerkbegeleiding en intervisie", "c": "Intervisie"}
    assert likeness(extra["a"], extra["c"]) < ALIKE <= min(likeness(extra["a"], extra["b"]), likeness(extra["b"], extra["c"]))

    assert sorted(len(group["cards"]) for group in Alike().groups({"extra": extra}, set())) == [2]


def test_what_the_facilitator_called_different_never_comes_in_one_group():
    extra = {"a": "Taalklas", "b": "Taalklas", "c": "Taalklas"}

    assert [group["cards"] for group in Alike().groups({"extra": extra}, {frozenset(("a", "c"))})] == [["a", "b"]]


@pytest.mark.parametrize("text", ["", "   ", "...", "de het een", "日本語"])
def test_a_text_without_words_is_like_nothing_else(text):
    assert likeness(text, "Taalklas") == likeness("Taalklas", text) == 0


def test_a_pair_is_the_same_each_time_it_is_looked_at():
    alike, at = Alike(), {"base": {"a": "Dagstart in de kring", "b": "Kring bij de dagstart", "c": "Leesplan"}}

    assert alike.groups(at, set()) == alike.groups(at, set()) == Alike().groups(at, set())


def test_the_quick_look_at_500_cards_misses_no_pair():
    words = [word for texts in CARDS.values() for text in texts for word in text.split()]
    texts = {f"c{n}": " ".join(Random(n).sample(words, 5)) for n in range(500)}

    slow = [pair for pair in combinations(texts.values(), 2) if likeness(*pair) >= ALIKE]
    quick = Seen()
    quick.keep(texts.values())

    assert {frozenset(pair[1:]) for pair in quick.close} == {frozenset(pair) for pair in slow}
