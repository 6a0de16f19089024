"""The kinds of boards. A kind is one module: SECRET (does its result wait for the reveal), OPENS, MOST (items it can carry), FROM_PEOPLE and FROM_CONSOLE (the ops it takes from
whom), then Config, start, check, apply, view, own, result.

Where it fits also CARDS = False (nobody writes or carries cards here, so no later step can take them along), NOT_IN (settings of a script in which it may not be used), LEAST = 0 (it may begin without items).
"""

from sessions.boards import adopters, order, poll, pyramid, reflect, vote, wall

KINDS = {
    "pyramid": pyramid,
    "wall": wall,
    "vote": vote,
    "order": order,
    "adopters": adopters,
    "reflect": reflect,
    "poll": poll,
}
