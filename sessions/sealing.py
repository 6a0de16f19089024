"""What stays of an ended session: no link between a person and what they did anonymously, and nothing of steps that are not kept."""

from collections.abc import Callable, Iterable, Iterator

from sessions.live import LiveSession


def sealed(live: LiveSession, entries: Iterable[dict], fresh: Callable[[], str]) -> Iterator[dict]:
    """The log anew, with the same seqs and one entry more, that says so. `fresh()` gives a new random name.

    In an anonymous step every person gets another name, and every op another id: a phone still knows its own. The role stays.
    Of a step with keep = false only empty entries stay.
    """
    steps = live.stages.steps
    anonymous = {id for id, step in steps.items() if step.anonymous(live.stages.people)}
    gone = {id for id, step in steps.items() if not step.plan.keep}
    names: dict[tuple[str, str], str] = {}
    for entry in entries:
        board, by = entry["board"], entry["by"]
        if board in gone:
            yield {"seq": entry["seq"], "by": "clock", "id": fresh(), "board": board, "do": "void"}
        elif board in anonymous and by in live.stages.people:
            yield {**entry, "by": names.setdefault((board, by), fresh()), "id": fresh()}
        else:
            yield entry
    yield {"seq": live.seq + 1, "by": "clock", "id": fresh(), "board": "stage", "do": "sealed"}
