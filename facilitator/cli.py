"""The commands: run, new, demo, scripts, check, export. What they print is Dutch, for the facilitator."""

import sys
from pathlib import Path

import click

from facilitator import remote
from facilitator.advice import advice
from sessions import script as scripts

DEFAULT = "kennismaken"

data_option = click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path.home() / "werksessies",
    show_default="werksessies in je eigen map",
    envvar="FACILITATOR_DATA",
    help="Map waarin de werksessies staan.",
)
port_option = click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, envvar="FACILITATOR_PORT", help="Poort van de server.")
title_option = click.option("--title", default="", help="Titel, zoals die op het scherm komt.")
group_option = click.option("--group", default="", help="Naam van de groep.")
script_argument = click.argument("script", default=DEFAULT)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main():
    """Live werksessies: de groep doet mee op de telefoon, het scherm laat zien wat er groeit."""


@main.command()
@click.option("--host", default="0.0.0.0", show_default=True, envvar="FACILITATOR_HOST", help="Adres waarop de server luistert.")
@port_option
@data_option
@click.option("--url", default="", envvar="FACILITATOR_URL", help="Openbaar adres, voor een server achter https.")
@click.option("--demo", type=click.IntRange(1, 200), metavar="N", help="Begin ook een proefsessie met N deelnemers.")
def run(**options):
    """Start de server."""
    from facilitator import starting  # the web is only needed here, and takes a moment to load

    starting.run(options.pop("demo"), options)


@main.command()
@script_argument
@title_option
@group_option
@port_option
@data_option
def new(script: str, title: str, group: str, port: int, data: Path):
    """Maak een werksessie op de server die al draait."""
    show(remote.create(data, port, {"script": script, "title": title, "group": group}))


@main.command()
@script_argument
@click.option("--people", type=click.IntRange(1, 200), default=24, show_default=True, help="Aantal deelnemers.")
@port_option
@data_option
def demo(script: str, people: int, port: int, data: Path):
    """Maak een proefsessie met nagespeelde deelnemers, op de server die al draait."""
    show(remote.create(data, port, {"script": script, "rehearsal": people}))


@main.command("scripts")
def list_scripts():
    """Laat zien welke draaiboeken er zijn."""
    for name, text in scripts.shipped().items():
        it = scripts.load(text)
        click.echo(f"{name:24} {sum(step.minutes for step in it.steps):>3} minuten   {it.title}")


@main.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def check(file: Path):
    """Kijk een draaiboek na."""
    try:
        it = scripts.load(file.read_text("utf-8"))
    except scripts.ScriptErrors as wrong:
        for error in wrong.errors:
            click.echo(advice(error))
        sys.exit(1)
    except (OSError, UnicodeDecodeError):
        stop(f"Ik kan {file} niet lezen. Klopt de naam, en is het een tekstbestand (UTF-8)?")
    click.echo(f"Goed. {it.title}: {len(it.steps)} stappen, {sum(step.minutes for step in it.steps)} minuten.")


def show(made: dict | str) -> None:
    if isinstance(made, str):
        stop(made)
    click.echo(f"Bediening  {made['console_url']}\nScherm     {made['screen_url']}\nMeedoen    {made['join_url']}\nCode       {made['code']}")


def stop(sentence: str) -> None:
    click.echo(sentence, err=True)
    sys.exit(1)
