"""The command; `facilitator run --demo N` and the button "Proefsessie" start it as a process of its own."""

import asyncio
import contextlib

import click

from facilitator.demo.crowd import crowd


@click.command()
@click.option("--url", required=True, help="Adres van de server.")
@click.option("--token", required=True, help="Het deelnemersbewijs van de sessie.")
@click.option("--people", type=click.IntRange(1, 200), default=24, show_default=True, help="Aantal deelnemers.")
@click.option("--seed", default=1, show_default=True, help="Hetzelfde getal geeft dezelfde mensen.")
@click.option("--pace", type=click.FloatRange(0.1, 1000), default=1.0, show_default=True, help="Hoeveel keer zo snel als gewone mensen.")
def main(url: str, token: str, people: int, seed: int, pace: float) -> None:
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(crowd(url, token, people, seed, pace))


main()
