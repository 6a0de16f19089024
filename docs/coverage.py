"""Writes docs/coverage.md: which draaiboek works on which method, and with which kinds of steps. Run it after every change of a script.

.venv/bin/python docs/coverage.py
"""

import sys
from collections import Counter
from pathlib import Path
from typing import get_args

import click

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT)]

from sessions import script  # noqa: E402 - from the checkout, for when it is not installed
from sessions.boards import KINDS  # noqa: E402 - the same
from sessions.scripted import Method, Script  # noqa: E402 - the same

FILE = ROOT / "docs" / "coverage.md"
METHODS = {
    "welbevinden": "Werken aan welbevinden, zeven stappen",
    "borging": "Stappenplan borging, twaalf stappen",
    "veiligheid": "Sociaal veiligheidsplan",
    "wegwijzer": "Wegwijzer wensen en grenzen",
    "bouwsteen": "Bouwsteen 3-A",
}
HEAD = """# What covers what

Made by `.venv/bin/python docs/coverage.py`. A number is how many steps of the draaiboek are of that kind.
"""


def table() -> str:
    plans = [script.worded(script.load(text)) for text in script.shipped().values()]
    head = ["method", "draaiboek", "for", "people", "minutes", *KINDS]
    rows = [[METHODS[method], *_row(plan)] for method in get_args(Method) for plan in plans if method in plan.methods]
    return "\n".join([HEAD, _line(head), _line(["---"] * len(head)), *map(_line, rows)]) + "\n"


def _row(plan: Script) -> list[str]:
    kinds = Counter(step.kind for step in plan.steps)
    return [f"`{plan.id}`", plan.setting or "", "-".join(map(str, plan.people)), str(plan.minutes), *(str(kinds[kind] or "") for kind in KINDS)]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


@click.command()
def main():
    """Write docs/coverage.md."""
    FILE.write_text(table(), "utf-8")


if __name__ == "__main__":
    main()
