"""What the methods say, typed over by hand from the documents, beside what the scripts, the lists and the kinds say."""

import json
import re
from pathlib import Path

import msgspec
import pytest

from sessions import lists, script, wording
from sessions.boards import adopters, flags, levels

ROOT = Path(__file__).parents[1]
SHIPPED = {id: script.worded(script.load(text)) for id, text in script.shipped().items()}
TEXTS = {id: json.dumps(msgspec.to_builtins(it), ensure_ascii=False) for id, it in SHIPPED.items()}

TWELVE = [
    "1 Overwegen/kennismaken", "2 Verkennen", "3 Beslissen",
    "4 Starten/Werkgroep samenstellen", "5 Visie ontwikkelen", "6 Visie uitwerken",
    "7 Pilot uitvoeren", "8 Ervaringen uitwisselen", "9 Routines en regels verbeteren",
    "10 Beschrijven", "11 Integreren", "12 Overdragen",
]
PHASES = ["Bewust worden", "Plannen", "Uitproberen", "Verankeren"]
POINTS = [5, 6, 6, 4, 6, 9, 3, 5, 4, 7, 6, 4]
ADOPTERS = ["Vernieuwers", "Trendsetters", "Welwillenden", "Behoudenden", "Achterblijvers"]
MARKS = ["enthousiast", "tijd en middelen", "groot", "verschillende", "sterker", "weten wat werkt", "inspiratie", "plan", "terug"]
TOPICS = [
    "Motivatie", "Concentratie", "Zelfvertrouwen", "Contact met de leraar", "Emoties", "Stress", "Hoe het met het team gaat", "Sociale veiligheid",
    "Steun thuis", "Verzuim", "Conflicten",
]

SIX_PARTS = ["Visie", "Doelen", "Activiteiten", "Planning", "Taakverdeling", "Begroting en voorwaarden"]

WORKING = [
    "communicatie", "programma", "Regels handhaven, met gevolgen", "Veiligheid meten, incidenten vastleggen", "Toezicht op het plein", "die de veiligheid bewaakt", "Training voor leraren",
    "bijeenkomsten voor ouders", "band tussen leerlingen", "doen zelf mee met voorkomen", "gepest of gediscrimineerd wordt", "wie pest",
]
MELDCODE = ["Signalen in kaart brengen", "Overleg met collega's", "Gesprek met ouders", "Wegen", "Beslissen"]
WORKS = ["Meerdere niveaus", "Kennis, houding", "Op tijd beginnen", "Structurele inzet", "Deskundigheid", "Mannen betrekken"]
STORY = ["Kennis over wat werkt", "Leidende principes & waarden", "Randvoorwaarden", "Anders, namelijk…"]
RELATIONS = ["versterken elkaar", "sluiten op elkaar aan", "spreken elkaar tegen"]
LEARNING = ["Herkennen", "Begrijpen", "Waarderen", "Verbeteren"]
TILES = [
    "onze wensen en grenzen", "melding serieus nemen", "veiligheid hoort erbij", "gesprek in de klas", "aanvoelen en delen", "samen voorbereiden", "Melden is voor helden", "Alleen geraakt, samen geheeld",
]
PILLARS = ["Omgangscultuur", "Organisatiestructuur", "Ondersteunend systeem"]
CATALOGUE = {  # setting, minutes, documents
    "kernteam-samenstellen": ("kernteam", 60, ["welbevinden"]),
    "startfoto-piramide": ("kernteam", 90, ["welbevinden"]),
    "visie-en-doelen": ("kernteam", 120, ["welbevinden"]),
    "van-doel-naar-plan": ("kernteam", 90, ["welbevinden", "borging"]),
    "terugblik-en-vooruitblik": ("kernteam", 60, ["welbevinden", "borging"]),
    "borgingsscan-12-stappen": ("kernteam", 75, ["borging"]),
    "draagvlak-en-hefbomen": ("kernteam", 90, ["borging"]),
    "studiedag-welbevinden": ("studiedag", 180, ["welbevinden"]),
    "kernwaarden-en-omgangsnormen": ("studiedag", 80, ["veiligheid"]),
    "vlaggen-in-het-team": ("studiedag", 90, ["veiligheid"]),
    "meldcode-en-rollen": ("studiedag", 65, ["veiligheid"]),
    "onrust-tafeloefening": ("kernteam", 95, ["veiligheid"]),
    "wegwijzer-acht-tegels": ("studiedag", 95, ["wegwijzer"]),
    "bouwsteen-3a-veranderverhaal": ("gemeente", 180, ["bouwsteen"]),
    "bouwsteen-3a-meten-en-leren": ("gemeente", 105, ["bouwsteen"]),
}


def listed(name: str) -> dict[str, list[str]]:
    """The groups of a list in the words that scripts use first; a list without groups is one, by its title."""
    found = lists.named(name)
    groups = {group.name: group.items for group in found.groups} or {found.title: found.items}
    return wording.fill(groups, wording.chosen({}))


def flat(name: str) -> list[str]:
    return [item for items in listed(name).values() for item in items]


def settings(id: str, step: str) -> dict:
    return SHIPPED[id].step(step).config


def fields(id: str, step: str) -> list[str]:
    return [field["name"] for field in settings(id, step)["fields"]]


def lacks(words: list[str], texts: list[str]) -> list[str]:
    """The words that are not in the text at their own place."""
    return [word for word, text in zip(words, texts, strict=True) if word not in text]


def test_fifteen_scripts_each_for_its_setting_its_documents_and_its_time():
    assert {id: (it.setting, it.lasts, it.methods) for id, it in SHIPPED.items() if id in CATALOGUE} == CATALOGUE


def test_the_pyramid_has_four_levels_from_the_bottom_up_and_two_strands_in_one():
    assert [(level["number"], level["name"]) for level in levels.LEVELS.values()] == [(1, "Fundament"), (2, "Sterke basis"), (3, "Extra"), (4, "Intensief")]
    assert list(levels.STRANDS) == ["welbevinden", "leren", "beide"]
    assert len(levels.LOOK) == 6


def test_the_shares_are_those_of_the_model_and_the_foundation_has_none():
    plate = (ROOT / "static/charts/block.tsx").read_text()

    assert re.findall(r'(\w+): \(\) => t\("(.*?%)"\)', plate) == [("base", "genoeg voor 80-90%"), ("extra", "nodig voor 5-15%"), ("intensive", "nodig voor 1-5%")]


@pytest.mark.parametrize("level, welbevinden, leren, some", [
    ("foundation", 10, 3, {"Studiemiddag met het hele team", "Invalplan, zodat niemand overloopt", "Lesbezoek bij elkaar"}),
    ("base", 10, 3, {"Duidelijke schoolregels die iedereen kent", "Dagstart in de kring", "Leesplan voor alle klassen"}),
    ("extra", 9, 4, {"Weerbaarheid voor één leerjaar", "Rustige plek in de pauze", "Taalklas"}),
    ("intensive", 7, 3, {"Behandelaar die in school werkt", "Overstap naar gespecialiseerd onderwijs", "Maatwerkrooster"}),
])
def test_examples_stand_on_their_level_and_strand(level, welbevinden, leren, some):
    found = levels.examples()[level]

    assert (len(found["welbevinden"]), len(found["leren"])) == (welbevinden, leren)
    assert some <= {*found["welbevinden"], *found["leren"]}


def test_borging_has_twelve_steps_with_65_points_each_with_the_number_of_its_step():
    points = listed("aandachtspunten")

    assert list(points) == TWELVE
    assert [len(items) for items in points.values()] == POINTS
    assert sum(POINTS) == 65
    codes = [f"{step}.{n}" for step, most in enumerate(POINTS, 1) for n in range(1, most + 1)]
    assert [item.split()[0] for items in points.values() for item in items] == codes


@pytest.mark.parametrize("code, says", [
    ("1.2", "We rekenen niet op voorkennis"), ("2.4", "Er zijn harde cijfers"), ("3.3", "(hefboom)"), ("3.6", "Achterblijvers worden serieus genomen, niet in de vuurlinie gezet"),
    ("4.1", "minstens één lid uit het management"), ("5.2", "Personeel, leerlingen en ouders"), ("6.3", "doorlopende leerlijn"), ("6.5", "gouden en zilveren weken"),
    ("7.1", "niets is opgelegd"), ("8.2", "zonder verwijt"), ("9.4", "vier pijlers"), ("10.3", "protocol over grensoverschrijdend gedrag"), ("11.3", "vast moment"), ("12.4", "Nieuw personeel"),
])
def test_a_point_says_what_the_plan_says_under_its_number(code, says):
    assert [point for point in flat("aandachtspunten") if point.startswith(f"{code} ") and says in point]


def test_the_twelve_steps_are_scored_in_four_phases_of_three_without_a_total():
    scan = settings("borgingsscan-12-stappen", "stappen")

    assert scan["items"] == TWELVE
    assert [(phase["name"], phase["items"]) for phase in scan["phases"]] == [(name, 3) for name in PHASES]
    assert scan["labels"] == ["helemaal niet goed", "niet goed", "gaat wel", "goed", "zeer goed"]
    assert scan["later"] == "nog niet aan toe"
    assert set(settings("borgingsscan-12-stappen", "fase")["options"]) == {*PHASES, "Nog niet begonnen"}


def test_the_points_that_are_open_are_those_of_the_three_lowest_steps():
    source = SHIPPED["borgingsscan-12-stappen"].step("punten").from_

    assert (source.step, source.rule) == ("stappen", "lowest(3,median)")
    assert {group.name: len(group.items) for group in source.points} == dict(zip(TWELVE, POINTS, strict=True))


def test_five_adopter_groups_by_name_and_what_they_do_without_a_share():
    assert [group["name"] for group in adopters.GROUPS.values()] == ADOPTERS
    assert [adopters.GROUPS[id]["behaviour"] for id in ("willing", "conservative", "laggards")] == [
        "Doen mee als het lijkt te lukken.", "Doen mee als de meesten meedoen.", "Houden bezwaar of willen een uitzondering."]
    assert not re.search(r"\d|%", json.dumps(adopters.GROUPS))
    assert settings("draagvlak-en-hefbomen", "team") == {"units": 20}


@pytest.mark.parametrize("id", [id for id, it in SHIPPED.items() if it.setting == "studiedag"])
def test_no_adopter_group_is_named_before_a_whole_staff(id):
    assert [name for name in ADOPTERS if name.lower() in TEXTS[id].lower()] == []


def test_a_lever_is_weighed_on_who_comes_along():
    assert settings("draagvlak-en-hefbomen", "werkt")["checks"] == [
        "Trendsetters worden er warm van", "Welwillenden zien er iets in", "Behoudenden kunnen ermee leven", "Past bij de visie van de school", "Klein genoeg om uit te proberen"]


def test_nine_marks_of_a_core_team_and_three_seats_that_have_to_be_filled():
    assert lacks(MARKS, settings("kernteam-samenstellen", "kenmerken")["items"]) == []
    assert settings("kernteam-samenstellen", "rollen")["required"] == ["Schoolleiding/MT", "Ondersteuningsteam", "Leraar of mentor"]


def test_eleven_topics_and_learning():
    assert settings("startfoto-piramide", "opvalt")["items"] == [*TOPICS, "Leren en presteren"]


def test_a_vision_has_three_questions_goals_are_of_three_kinds_needs_of_four_and_what_works_stands_under_four_pillars():
    assert fields("visie-en-doelen", "visie") == ["Leren en welbevinden horen samen omdat", "Dit geven we leerlingen mee", "Dit gedrag en deze vaardigheden tellen"]
    assert fields("visie-en-doelen", "doelen") == ["Versterken wat we hebben", "Iets nieuws beginnen", "Beter samenwerken"]
    assert len(fields("van-doel-naar-plan", "behoeften")) == 4
    assert fields("draagvlak-en-hefbomen", "lukt") == ["Lessen", "Zorg voor leerlingen", "Omgang en omgeving", "Regels en beleid"]


def test_six_parts_of_a_plan_and_how_the_team_comes_along():
    assert settings("van-doel-naar-plan", "compleet")["items"] == [*SIX_PARTS, "Hoe we het team meenemen"]
    assert listed("plan-onderdelen") == {"Zes onderdelen": SIX_PARTS, "En verder": ["Hoe we het team meenemen"]}


def test_six_criteria_and_four_flags():
    assert [one["name"] for one in flags.CRITERIA.values()] == [
        "Wederzijdse toestemming", "Vrijwilligheid", "Gelijkwaardigheid", "Ontwikkelingsadequaat", "Contextadequaat", "Zelfrespecterend"]
    assert [(one["name"], one["response"]) for one in flags.FLAGS.values()] == [
        ("Groene vlag", "Niet reageren, of positief."), ("Gele vlag", "Waarschuwen of begrenzen."), ("Rode vlag", "Verbieden."), ("Zwarte vlag", "Straffen of ingrijpen.")]


def test_what_to_do_with_a_flag_stands_in_the_order_of_the_flags():
    assert lacks([one["response"].split(",")[0].rstrip(".").split(" of ")[0] for one in flags.FLAGS.values()], settings("vlaggen-in-het-team", "situaties")["responses"]) == []


def test_four_cases_to_practise_with_and_none_of_them_names_a_child():
    cases = listed("vlag-situaties")

    assert [len(items) for items in cases.values()] == [1, 3]
    assert lacks(["kleuters", "knuffelen", "kus", "privéfoto"], flat("vlag-situaties")) == []


def test_four_core_values_and_three_norms_on_five_places():
    assert fields("kernwaarden-en-omgangsnormen", "merken") == ["Vertrouwen", "Respect", "Integriteit", "Welbevinden"]
    assert settings("kernwaarden-en-omgangsnormen", "plekken")["items"] == ["Verschillend en toch samen", "Elkaar helpen", "Zorgen voor elkaar, jezelf en je omgeving"]
    assert settings("kernwaarden-en-omgangsnormen", "plekken")["checks"] == ["klas", "plein", "gang", "online", "contact met ouders"]


def test_twelve_working_elements_in_their_order():
    assert lacks(WORKING, settings("kernwaarden-en-omgangsnormen", "elementen")["items"]) == []


def test_the_meldcode_has_five_steps_and_the_teacher_decides_on_the_first_three():
    assert settings("meldcode-en-rollen", "volgorde")["key"] == MELDCODE
    assert sorted(settings("meldcode-en-rollen", "volgorde")["items"]) == sorted(MELDCODE) != settings("meldcode-en-rollen", "volgorde")["items"]
    assert settings("meldcode-en-rollen", "zet")["items"] == MELDCODE
    assert settings("meldcode-en-rollen", "zet")["key"] == {"1": "Leraar", "2": "Leraar", "3": "Leraar", "4": "Directie of IB", "5": "Directie of IB"}
    assert settings("meldcode-en-rollen", "overleg")["key"] == {"1": "Collega", "2": "Aandachtsfunctionaris of IB", "3": "Casuïstiekoverleg"}


def test_unrest_has_four_sources_and_is_weighed_with_six_questions_and_four():
    assert [len(items) for items in listed("onrust-weegvragen").values()] == [6, 4]
    assert lacks(["kennis", "Eigen ervaringen", "Emoties", "media"], flat("onrust-bronnen")) == []
    assert {"Geheimhouding beloven", "Reageren in de app-groep"} < {*flat("onrust-acties")}


def test_eight_tiles_under_three_pillars_that_are_not_the_four():
    assert lacks(TILES, settings("wegwijzer-acht-tegels", "tegels")["items"]) == []
    assert list(dict.fromkeys(name.split(":")[0] for name in fields("wegwijzer-acht-tegels", "missen"))) == PILLARS
    assert [id for id, text in TEXTS.items() if any(pillar in text for pillar in PILLARS)] == ["wegwijzer-acht-tegels"]


def test_a_change_story_has_its_result_first_then_four_fields_and_three_relations():
    ids = [step.id for step in SHIPPED["bouwsteen-3a-veranderverhaal"].steps]

    assert ids.index("bereiken") < ids.index("elementen")
    assert fields("bouwsteen-3a-veranderverhaal", "elementen") == STORY == fields("veranderverhaal-kort", "elementen")
    assert settings("bouwsteen-3a-veranderverhaal", "elementen")["because"] == "required"
    assert settings("bouwsteen-3a-veranderverhaal", "samenhang")["types"] == RELATIONS
    assert lacks(WORKS, flat("elementen-die-werken")) == []


def test_six_departments_and_eleven_partners_outside():
    assert {name: len(items) for name, items in listed("partners").items() if name.endswith("gemeente")} == {"Binnen de gemeente": 6, "Buiten de gemeente": 11}


def test_learning_goes_by_four_verbs_in_their_order():
    titles = [step.title for step in SHIPPED["bouwsteen-3a-meten-en-leren"].steps]

    assert [title for title in titles if title in LEARNING] == LEARNING


@pytest.mark.parametrize("id, step, session, origin", [
    ("visie-en-doelen", "doelen", "startfoto-piramide", "ontbreekt"),
    ("visie-en-doelen", "doelen", "studiedag-welbevinden", "kiezen"),
    ("bouwsteen-3a-meten-en-leren", "nodig", "bouwsteen-3a-veranderverhaal", "prioriteren"),
    ("van-doel-naar-plan", "activiteiten", "visie-en-doelen", "wanneer"),
    ("terugblik-en-vooruitblik", "uitgevoerd", "van-doel-naar-plan", "plan"),
    ("terugblik-en-vooruitblik", "dichterbij", "visie-en-doelen", "wanneer"),
])
def test_a_script_goes_on_from_what_an_earlier_one_found(id, step, session, origin):
    step = SHIPPED[id].step(step)

    assert (session, origin) in [(source.session, source.step) for source in (step.from_, *step.elsewhere) if source]


@pytest.mark.parametrize("name", lists.shelf())
def test_every_list_says_where_it_comes_from_and_is_used(name):
    assert re.match(r"D[0-4] ", lists.named(name).source)
    assert name == "piramide-voorbeelden" or any(f'"{name}"' in text for text in script.shipped().values())
