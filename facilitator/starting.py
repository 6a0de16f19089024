"""`facilitator run`: starts the server and says, calmly, where everything is; or why it cannot start and what to do."""

import sys

import click
import msgspec
from flask_babel import gettext as _

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
        stop(
            _(
                "Er draait al een server met de map %(data)s, op poort %(port)s.\nOpen http://localhost:%(port)s of kies een andere map met --data.",
                data=config["data"],
                port=by.port,
            )
        )
    except OSError:
        stop(_("Ik kan niet schrijven in de map %(data)s.\nKies een andere map met --data, bijvoorbeeld: --data ~/werksessies", data=config["data"]))
    house = app.extensions["facilitator"]
    try:
        runtime.serve(app, config["host"], config["port"], lambda: welcome(house, demo))
    except runtime.PortTaken as wrong:
        stop(taken(config["host"], wrong.port))
    finally:
        house.crowds.stop()


def welcome(house: House, demo: int | None) -> None:
    here = f"http://localhost:{house.settings.port}"
    say(_("De werksessies staan klaar."), "")
    row(_("Begin hier"), f"{here}/start#{house.access.owner_key}")
    for address in house.way_in.addresses() or [{"url": here, "name": _("alleen deze laptop")}]:
        row(_("Telefoons"), f"{address['url']}   ({address['name']})")
    row(_("Gegevens"), str(house.settings.data.resolve()))
    row(_("Database"), f"SQLite {store.VERSION}")
    say("")
    if demo:
        rehearse(house, here, demo)
    say(_("Stoppen: Ctrl+C"))


def rehearse(house: House, here: str, people: int) -> None:
    script = scripts.load(scripts.shipped()[DEFAULT])
    room = house.rooms.create(msgspec.to_builtins(script), script.title, rehearsal=True)
    house.crowds.start(room.id, house.access.token(room.id, "participant"), people)
    say(_("Proefsessie met %(people)s nagespeelde deelnemers", people=people))
    row(_("Bediening"), f"{here}/console#{house.access.token(room.id, 'console')}")
    row(_("Scherm"), f"{here}/screen#{house.access.token(room.id, 'screen')}")
    say("")


def taken(host: str, wanted: int) -> str:
    by = port.taken_by(wanted)
    free = port.next_free(host, max(wanted, 1023))
    if wanted < 1024 and not by:
        why = _("Poort %(port)s mag ik niet gebruiken: poorten onder 1024 zijn voor het systeem.", port=wanted)
    else:
        why = _("Poort %(port)s is al in gebruik door %(program)s.", port=wanted, program=by or _("een ander programma"))
    return why + ("\n" + _("Start met een andere poort: --port %(port)s", port=free) if free else "")


def row(name: str, value: str) -> None:
    say(f"{name:15}{value}")


def say(*lines: str) -> None:
    for line in lines:
        click.echo(line)
    sys.stdout.flush()


def stop(sentence: str) -> None:
    click.echo(sentence, err=True)
    sys.exit(1)
