"""The kinds of boards. A kind is one module: SECRET (does its result wait for the reveal), OPENS, MOST (items it can carry), FROM_PEOPLE and FROM_CONSOLE (the ops it takes from whom), then Config, start, check, apply, view, own, result."""

from sessions.boards import order, poll, pyramid, reflect, vote, wall

KINDS = {"pyramid": pyramid, "wall": wall, "vote": vote, "order": order, "reflect": reflect, "poll": poll}
