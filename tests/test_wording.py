"""The words of the house: one script speaks of leerlingen, studenten or kinderen en jongeren, and of doelen or ambities, in good Dutch."""

import json

import msgspec
import pytest
from workshop import made

from sessions import script, wording
from sessions.live import LiveSession
from sessions.wording import Word

HERE = wording.chosen({"leerling": "student", "doel": "ambitie"})


@pytest.mark.parametrize("text, said", [
    ("Wat merken {leerlingen}?", "Wat merken studenten?"),
    ("{Leerlingen} doen mee.", "Studenten doen mee."),
    ("Hoe dichtbij is {dit doel}?", "Hoe dichtbij is deze ambitie?"),
    ("{Welk doel} eerst?", "Welke ambitie eerst?"),
    ("Zet {de doelen} op volgorde.", "Zet de ambities op volgorde."),
    ("Wat vindt {onze school}?", "Wat vindt onze school?"),
    ("Zonder woorden.", "Zonder woorden."),
])
def test_a_text_says_what_the_house_says(text, said):
    assert wording.fill(text, HERE) == said


def test_a_word_of_their_own_brings_its_article():
    words = wording.chosen({"doel": Word("streven", "strevens", het=True), "leerling": "kind of jongere"})

    assert wording.fill(["{Elk doel}", "{dit doel}", "{Leerlingen}", "{deze leerling}"], words) == ["Elk streven", "dit streven", "Kinderen en jongeren", "dit kind of jongere"]


def test_a_word_nobody_knows_is_no_word():
    with pytest.raises(KeyError):
        wording.chosen({"leerling": "klant"})


@pytest.mark.parametrize("id", script.shipped())
@pytest.mark.parametrize("words", [{}, {"leerling": "student", "leraar": "docent", "school": "opleiding", "doel": "ambitie"}, {"leerling": "kind of jongere", "leraar": "professional", "school": "gemeente", "doel": "speerpunt"}])
def test_no_text_of_a_script_keeps_a_hole(id, words):
    said = str(script.worded(script.load(script.shipped()[id]), words))

    assert "{" not in said.replace("{'", "").replace("{}", "")


def test_words_that_do_not_fit_are_refused_with_the_step():
    plan = script.load(script.shipped()["kennismaken"])
    plan.steps[1].prompt = "{Leerlingen} " * 15

    with pytest.raises(script.TooLong) as caught:
        script.worded(plan, {"leerling": Word("medelander", "medelanders in de dop van onze stad")})
    assert caught.value.step == "stemmen"


def test_what_the_pyramid_says_by_itself_is_in_the_words_of_the_house_too():
    plan = script.worded(script.load(script.shipped()["kennismaken"]), {"leerling": "student"})

    face = LiveSession({**made(script.shipped()["kennismaken"]), "script": msgspec.to_builtins(plan)}).stages.steps["piramide"].board.face
    said = json.dumps([face["levels"], face["look"]])

    assert "studenten" in said and "leerling" not in said
