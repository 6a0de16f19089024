"""`facilitator run`: starts the server and says, calmly, where everything is; or why it cannot start and what to do."""

import sys

import click
import msgspec

from facilitator import create_app, port, runtime, store
from facilitator.dist import NotBuilt
from facilitator.house import House
from sessions import script as scripts

DEFAULT = "kennismaken"


def run(demo: int | None, config: dict) -> None:
    if not port.is_free(config["host"], config["port"]):
        stop(taken(config["host"], config["port"]))
    try:
        app = create_app(config)
    except NotBuilt as wrong:
        stop(str(wrong))
    except OSError:
        stop(f"Ik kan niet schrijven in de map {config['data']}.\nKies een andere map met --data, bijvoorbeeld: --data {fallback()}")
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
    free = port.next_free(host, wanted)
    who = f"al in gebruik door {by}" if by else "al in gebruik door een ander programma"
    return f"Poort {wanted} is {who}." + (f"\nStart met een andere poort: --port {free}" if free else "")


def fallback() -> str:
    return "~/werksessies"


def say(*lines: str) -> None:
    for line in lines:
        click.echo(line)
    sys.stdout.flush()


def stop(sentence: str) -> None:
    click.echo(sentence, err=True)
    sys.exit(1)
