"""`python -m facilitator` is the same as `facilitator`."""

from facilitator.cli import main

main(prog_name="facilitator")
