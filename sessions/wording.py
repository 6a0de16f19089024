"""The words of the house: a script says `{leerlingen}` and `{dit doel}`, and a session says what this school or municipality says.

A place in a text is `{word}` or `{determiner word}`; with a capital it begins a sentence. The determiner follows the gender and number of the word that comes there.
"""

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any

from msgspec import Meta, Struct

Spoken = Annotated[str, Meta(min_length=1, max_length=40)]


class Word(Struct, frozen=True, forbid_unknown_fields=True):
    """`one` and `many` are singular and plural; `het` is whether the singular takes "het"."""

    one: Spoken
    many: Spoken
    het: bool = False


KNOWN = {  # what may stand in a place, the word that scripts use first
    "leerling": (Word("leerling", "leerlingen"), Word("student", "studenten"), Word("kind of jongere", "kinderen en jongeren", het=True)),
    "leraar": (Word("leraar", "leraren"), Word("leerkracht", "leerkrachten"), Word("docent", "docenten"), Word("professional", "professionals")),
    "school": (Word("school", "scholen"), Word("opleiding", "opleidingen"), Word("gemeente", "gemeenten"), Word("organisatie", "organisaties")),
    "doel": (Word("doel", "doelen", het=True), Word("speerpunt", "speerpunten", het=True), Word("ambitie", "ambities"), Word("opdracht", "opdrachten")),
}
FORMS = {form: (key, many) for key, words in KNOWN.items() for form, many in ((words[0].one, False), (words[0].many, True))}
DETERMINERS = (("het", "de"), ("dit", "deze"), ("dat", "die"), ("elk", "elke"), ("ieder", "iedere"), ("welk", "welke"), ("ons", "onze"))
PLACE = re.compile(r"\{([^{}]*)\}")

Words = Mapping[str, Word]


def chosen(words: Mapping[str, Word | str]) -> dict[str, Word]:
    """Every place with the word for it: a known one by its singular, or one of the house's own. KeyError with the key of a word that is not known."""
    return {key: _word(key, words[key]) if key in words else known[0] for key, known in KNOWN.items()}


def _word(key: str, word: Word | str) -> Word:
    if isinstance(word, Word):
        return word
    found = {one.one: one for one in KNOWN[key]}
    if word not in found:
        raise KeyError(key)
    return found[word]


def unknown(text: str) -> list[str]:
    """The places in a text that nothing can stand in."""
    return [place[1] for place in PLACE.finditer(text) if _parse(place[1]) is None]


def used(value: Any) -> set[str]:
    """Which of the words the texts in `value` ask for."""
    found: set[str] = set()
    _walk(value, lambda text: found.update(parsed[1] for place in PLACE.finditer(text) if (parsed := _parse(place[1]))) or text)
    return found


def fill(value: Any, words: Words) -> Any:
    """Plain data with all its texts in the words of the house; `words` as `chosen` gives them."""
    return _walk(value, lambda text: PLACE.sub(lambda place: _say(place[1], words), text))


def _walk(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {_walk(key, change): _walk(one, change) for key, one in value.items()}
    return [_walk(one, change) for one in value] if isinstance(value, list) else value


def _parse(place: str) -> tuple[str | None, str, bool] | None:
    """(determiner, key, plural), or None when this is no place for a word."""
    *before, form = place.lower().split(" ")
    determiner = next((pair for pair in DETERMINERS if before and before[0] in pair), None)
    if form not in FORMS or len(before) > 1 or (before and determiner is None):
        return None
    key, many = FORMS[form]
    return (before[0] if before else None), key, many


def _say(place: str, words: Words) -> str:
    parsed = _parse(place)
    if parsed is None:
        return f"{{{place}}}"
    determiner, key, many = parsed
    word = words[key]
    said = word.many if many else word.one
    if determiner:
        het, de = next(pair for pair in DETERMINERS if determiner in pair)
        said = f"{het if word.het and not many else de} {said}"
    return said[0].upper() + said[1:] if place[0].isupper() else said
