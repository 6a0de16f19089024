"""The run sheet: a draaiboek on paper for the one who leads, with the times, the words and room for notes. Server-made, A4, without a script."""

from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta

from msgspec import Struct

from facilitator import in_words
from facilitator.paper import Paper
from sessions.scripted import Script, Step

_PAPER = Paper("run-sheet", part=in_words.part, settings=in_words.settings)


class Slot(Struct, frozen=True):
    """A step, or a break when `step` is None; `begins` and `ends` as they are printed."""

    begins: str
    ends: str
    minutes: int
    number: int = 0
    step: Step | None = None
    takes: str = ""


def html(script: Script, title_of: Callable[[str], str], begins: time | None = None, confidant: str = "") -> str:
    """`script` in the words of the house; `title_of` says what another script is called. Without `begins` the times are minutes from the start.

    `confidant` is how to reach the vertrouwenspersoon, where that is known. Answer it with `policy()`.
    """
    return _PAPER.page(script=script, slots=list(_slots(script, title_of, begins)), clock=begins is not None, confidant=confidant)


def policy() -> str:
    return _PAPER.policy


def _slots(script: Script, title_of: Callable[[str], str], begins: time | None) -> Iterator[Slot]:
    at = 0
    for number, step in enumerate(script.steps, 1):
        yield Slot(_told(begins, at), _told(begins, at + step.minutes), step.minutes, number, step, in_words.takes(step.from_, script.steps, title_of))
        at += step.minutes
        if step.break_after:
            yield Slot(_told(begins, at), _told(begins, at + step.break_after), step.break_after)
            at += step.break_after


def _told(begins: time | None, minutes: int) -> str:
    if begins is None:
        return str(minutes)
    return f"{datetime.combine(datetime.min, begins) + timedelta(minutes=minutes):%H.%M}"
