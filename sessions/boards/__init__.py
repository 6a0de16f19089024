"""The kinds of boards. A kind is one module: SECRET (does its result wait for the reveal), OPENS, MOST (items it can carry), FROM_PEOPLE and FROM_CONSOLE (the ops it takes from
whom), then Config, start, check, apply, view, own, result. Where one of the first three differs per mode of the kind it is {mode: value}, the default mode first: ask `trait`.

Where it fits also CARDS = False (nobody writes or carries cards here, so no later step can take them along), NOT_IN (settings of a script in which it may not be used), LEAST = 0 (it may begin without items).
`last(then, state, cards, audience)` gives what an earlier session found (its Table) as this kind shows it behind the present: None when the two cannot be compared, {} where this audience gets nothing.
TURNS = True: it works in turns that are opened and revealed one by one. `State.turn` names the one that is on, an entry with `turns_to` begins another, and
`apply` also folds the shared entry `shown` {shown}: whether the room sees the turn that is on.
"""

from sessions.boards import adopters, flags, order, plan, poll, pyramid, reflect, relations, scale, vote, wall

KINDS = {
    "pyramid": pyramid,
    "wall": wall,
    "vote": vote,
    "order": order,
    "relations": relations,
    "scale": scale,
    "adopters": adopters,
    "flags": flags,
    "plan": plan,
    "reflect": reflect,
    "poll": poll,
}


def trait(kind, name: str, mode: object):
    """SECRET, OPENS or MOST of a kind in this mode (the `mode` of its Config, None where it has none)."""
    value = getattr(kind, name)
    if not isinstance(value, dict):
        return value
    return value[mode if isinstance(mode, str) and mode in value else next(iter(value))]
