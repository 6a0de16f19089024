"""The commands: run, new, demo, scripts, check, export. What they print is Dutch, for the facilitator."""

import sys
from collections.abc import Callable
from pathlib import Path

import click
from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.advice import advice
from facilitator.library import Library
from facilitator.remote import Server, Sorry
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
script_argument = click.argument("script", default=DEFAULT)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main():
    """Live werksessies: de groep doet mee op de telefoon, het scherm laat zien wat er groeit."""


@main.command()
@click.option("--host", default="0.0.0.0", show_default=True, envvar="FACILITATOR_HOST", help="Adres waarop de server luistert.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, envvar="FACILITATOR_PORT", help="Poort van de server.")
@data_option
@click.option("--url", default="", envvar="FACILITATOR_URL", help="Openbaar adres, voor een server achter https.")
@click.option("--name", "hosts", multiple=True, envvar="FACILITATOR_NAMES", help="Naam waaronder de server ook bereikbaar is (mag vaker).")
@click.option("--demo", type=click.IntRange(1, 200), metavar="N", help="Begin ook een proefsessie met N deelnemers.")
def run(**options):
    """Start de server."""
    from facilitator import starting  # the web is only needed here, and takes a moment to load

    starting.run(options.pop("demo"), {**options, "data": options["data"].expanduser()})


@main.command()
@script_argument
@click.option("--title", default="", help="Titel, zoals die op het scherm komt.")
@click.option("--group", default="", help="Naam van de groep.")
@click.option("--confidant", help="Hoe je de vertrouwenspersoon bereikt, als het draaiboek daarom vraagt; leeg: dat staat op het bord.")
@data_option
def new(script: str, title: str, group: str, confidant: str | None, data: Path):
    """Maak een werksessie op de server die al draait."""
    show(ask(lambda: Server(data).create(script=script, title=title, group=group, confidant=confidant)))


@main.command()
@script_argument
@click.option("--people", type=click.IntRange(1, 200), default=24, show_default=True, help="Aantal deelnemers.")
@data_option
def demo(script: str, people: int, data: Path):
    """Maak een proefsessie met nagespeelde deelnemers, op de server die al draait."""
    show(ask(lambda: Server(data).create(script=script, rehearsal=people)))


@main.command("scripts")
@data_option
def list_scripts(data: Path):
    """Laat zien welke draaiboeken er zijn, ook die van jezelf in de map draaiboeken."""
    for name, it in Library(data.expanduser()).all():
        click.echo(f"{name:24}{minutes_of(it):>12}   {scripts.worded(it).title}" if isinstance(it, scripts.Script) else f"{name:24}{'':12}   {it[0]}")


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
        stop(_("Ik kan %(file)s niet lezen. Klopt de naam, en is het een tekstbestand (UTF-8)?", file=file))
    click.echo(_("Goed. %(title)s: %(steps)s, %(minutes)s.", title=scripts.worded(it).title, steps=steps_of(len(it.steps)), minutes=minutes_of(it)))


@main.command()
@click.argument("session")
@click.option("--as", "form", type=click.Choice(["html", "csv", "json"]), default="html", show_default=True, help="Vorm van het verslag.")
@click.option("--to", type=click.Path(dir_okay=False, path_type=Path), help="Bestand.  [default: verslag-SESSION.html]")
@data_option
def export(session: str, form: str, to: Path | None, data: Path):
    """Bewaar het verslag van een werksessie (id of code). De server mag draaien, maar dat hoeft niet."""
    from facilitator import exporting

    told = ask(lambda: exporting.report_of(data, session, form))
    to = to or Path(f"verslag-{session}.{form}")
    try:
        to.write_bytes(told)
    except OSError:
        stop(_("Ik kan niet schrijven naar %(file)s. Kies een ander bestand met --to.", file=to))
    click.echo(_("Het verslag staat in %(file)s.", file=to))


def ask(question: Callable):
    try:
        return question()
    except Sorry as sorry:
        stop(str(sorry))


def show(made: dict) -> None:
    for name, key in ((_("Bediening"), "console_url"), (_("Scherm"), "screen_url"), (_("Meedoen"), "join_url"), (_("Code"), "code")):
        click.echo(f"{name:15}{made[key]}")


def minutes_of(it: scripts.Script) -> str:
    return ngettext("%(num)s minuut", "%(num)s minuten", it.lasts)


def steps_of(n: int) -> str:
    return ngettext("%(num)s stap", "%(num)s stappen", n)


def stop(sentence: str) -> None:
    click.echo(sentence, err=True)
    sys.exit(1)
