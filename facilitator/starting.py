"""`facilitator run`: starts the server and says, calmly, where everything is; or why it cannot start and what to do."""

import sys

import click
import msgspec

from facilitator import create_app, in_use, port, runtime, store
from facilitator.dist import NotBuilt
from facilitator.house import House
from sessions import script as scripts

DEFAULT = "kennismaken"


def run(demo: int | None, config: dict) -> None:
    try:
        app = create_app(config)
    except NotBuilt as wrong:
        stop(str(wrong))
    except in_use.InUse as by:
        stop(f"Er draait al een server met de map {config['data']}, op poort {by.port}.\nOpen http://localhost:{by.port} of kies een andere map met --data.")
    except OSError:
        stop(f"Ik kan niet schrijven in de map {config['data']}.\nKies een andere map met --data, bijvoorbeeld: --data ~/werksessies")
    house = app.extensions["facilitator"]
    try:
        runtime.serve(app, config["host"], config["port"], lambda: welcome(house, demo))
    except runtime.PortTaken as wrong:
        stop(taken(config["host"], wrong.port))
    finally:
        house.crowds.stop()


def welcome(house: House, demo: int | None) -> None:
    here = f"http://localhost:{house.settings.port}"
    say("De werksessies staan klaar.", "")
    say(f"Begin hier     {here}/start#{house.access.owner_key}")
    for address in house.way_in.addresses() or [{"url": here, "name": "alleen deze laptop"}]:
        say(f"Telefoons      {address['url']}   ({address['name']})")
    say(f"Gegevens       {house.settings.data.resolve()}", f"Database       SQLite {store.VERSION}", "")
    if demo:
        rehearse(house, here, demo)
    say("Stoppen: Ctrl+C")


def rehearse(house: House, here: str, people: int) -> None:
    room = house.rooms.create(msgspec.to_builtins(scripts.load(scripts.shipped()[DEFAULT])), rehearsal=True)
    house.crowds.start(house.access.token(room.id, "participant"), people)
    say(f"Proefsessie met {people} nagespeelde deelnemers")
    say(f"Bediening      {here}/console#{house.access.token(room.id, 'console')}")
    say(f"Scherm         {here}/screen#{house.access.token(room.id, 'screen')}", "")


def taken(host: str, wanted: int) -> str:
    by = port.taken_by(wanted)
    free = port.next_free(host, max(wanted, 1023))
    if wanted < 1024 and not by:
        why = "mag ik niet gebruiken: poorten onder 1024 zijn voor het systeem"
    else:
        why = f"is al in gebruik door {by or 'een ander programma'}"
    return f"Poort {wanted} {why}." + (f"\nStart met een andere poort: --port {free}" if free else "")


def say(*lines: str) -> None:
    for line in lines:
        click.echo(line)
    sys.stdout.flush()


def stop(sentence: str) -> None:
    click.echo(sentence, err=True)
    sys.exit(1)
