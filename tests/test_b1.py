"""What people read or hear is plain Dutch (B1): short sentences, no words of policy, and je, never u. A failure names the step, the text and the sentence."""

import re
from collections.abc import Iterator

import pytest

from sessions import script
from sessions.scripted import Script

LONGEST = 15  # words in a sentence
CUES = ("goal", "intro", "listen", "trap")
OFFICIAL = re.compile(
    r"\b(middels|door middel van|dien(?:t|en) te|betreffende|aangaande|inzake|ten aanzien van|met betrekking tot|in het kader van|teneinde|alsmede|alsook|tevens|derhalve|conform|indien|mits|tenzij"
    r"|dusdanig|te allen tijde|desbetreffende|wederom|zorg ?dragen|geacht worden|implement\w*|faciliter\w*|participe\w*|participatie|optimaliser\w*|realiser\w*|initiër\w*|concretiser\w*|professionaliser\w*"
    r"|stakeholders?|uitrollen|beleidsmatig\w*|randvoorwaardelijk|schoolbre\w+|transdisciplinair\w*|operationaliser\w*|effectuer\w*|geborgd|borgen|integraal|integrale|commitment|monitoring|evaluer\w*|interventies?|doelgroep\w*)\b",
    re.IGNORECASE,
)
FORMAL = re.compile(r"\b(u|uw)\b", re.IGNORECASE)
LABELS = re.compile(r"\b(?:gele|groene|rode|zwarte|blauwe) (?:leerling|kind|student|jongere)\w*|\bzak(?:ken|t)\b", re.IGNORECASE)  # a level is support, no kind of pupil; who "zakt" fails an exam
BLAME = re.compile(r"\b(?:daders?|slachtoffers?|schuldige)\b", re.IGNORECASE)
SECRECY = re.compile(r"\bniemand (?:komt|krijgt) (?:dit|het) te (?:weten|zien|horen)|blijft geheim\b", re.IGNORECASE)


@pytest.fixture(params=script.shipped())
def plan(request) -> Script:
    return script.worded(script.load(script.shipped()[request.param]))


def test_a_sentence_can_be_said_in_one_breath(plan):
    assert [at for at, text in told(plan) for one in sentences(text) if length(one) > LONGEST for at in [f"{at}: {one}"]] == []


def test_nobody_has_to_know_the_words_of_policy(plan):
    assert found(OFFICIAL, plan) == []


def test_people_are_je_and_never_u(plan):
    assert found(FORMAL, plan) == []


def test_no_pupil_has_the_colour_of_a_level_and_nothing_sinks(plan):
    assert found(LABELS, plan) == []


def test_nobody_is_called_the_guilty_or_the_victim(plan):
    """The list of words to be careful with names them, and nothing else."""
    assert found(BLAME, plan) == []


def test_secrecy_is_never_promised(plan):
    assert found(SECRECY, plan) == []


def test_no_share_is_asked_for_or_promised(plan):
    assert found(re.compile("%|procent"), plan) == []


def test_a_cue_is_short_enough_to_take_in_at_a_glance(plan):
    assert [f"{step.id} {key}" for step in plan.steps for key in CUES if not 0 < len(getattr(step.cue, key)) <= 300] == []


def found(words: re.Pattern, plan: Script) -> list[str]:
    return [f"{at}: {one}" for at, text in [*told(plan), *written(plan)] for one in sentences(text) if words.search(one)]


def told(plan: Script) -> Iterator[tuple[str, str]]:
    """Where it stands and the text, of all that is read or said aloud."""
    yield from ((key, getattr(plan, key)) for key in ("title", "summary", "audience", "safety"))
    for step in plan.steps:
        yield from ((f"{step.id} {key}", getattr(step, key)) for key in ("title", "prompt"))
        yield from ((f"{step.id} {key}", getattr(step.cue, key)) for key in CUES)


def written(plan: Script) -> Iterator[tuple[str, str]]:
    """The settings of the steps: fields, questions, options, items; not the words to be careful with."""
    for step in plan.steps:
        yield from ((f"{step.id} {key}", text) for key, value in step.config.items() if key != "careful" for text in texts(value))


def texts(value) -> Iterator[str]:
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts(one)
    elif isinstance(value, str):
        yield value


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!…])\s+", text)


def length(sentence: str) -> int:
    return len(re.findall(r"[^\s–-]+", sentence))
