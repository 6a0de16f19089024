"""The `alike` part of one room's console view. Comparing many new texts takes long, so a big board is compared in a thread of its own."""

from collections.abc import Callable

from facilitator import runtime
from facilitator.alike import Alike, places

MANY = 100  # cards


class Doubles:
    """`changed()` is called on the hub when a comparison in the background is ready."""

    def __init__(self, changed: Callable[[], None]):
        self._changed = changed
        self._alike = Alike()
        self._compared = None  # what `_groups` is about
        self._groups: list[dict] = []
        self._busy = False

    def of(self, view: dict, apart: set) -> list[dict]:
        question = (places(view), set(apart))
        if question != self._compared and not self._busy:
            if sum(map(len, question[0].values())) > MANY:
                self._busy = True
                runtime.spawn(self._later, question)
            else:
                self._compared, self._groups = question, self._alike.groups(*question)
        return [group for group in self._groups if all(id in view for id in group["cards"])]

    def _later(self, question: tuple) -> None:
        try:
            self._groups = runtime.run_blocking(self._alike.groups, *question)
            self._compared = question
        finally:
            self._busy = False
        self._changed()
