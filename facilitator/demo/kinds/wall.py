"""Cards for the fields: see writing.py."""

from functools import partial

from facilitator.demo import writing

answers = partial(writing.cards, "wall")
take_part = writing.write
