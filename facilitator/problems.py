"""Every reason for which a request is refused: its HTTP status, and for people a heading and what to do."""

from collections.abc import Mapping

from flask import Flask, Response, jsonify, render_template, request
from flask_babel import lazy_gettext as _
from werkzeug.exceptions import HTTPException

PROBLEMS = {
    "no_such_code": (404, _("Deze code ken ik niet"), _("Kijk op het grote scherm. De code heeft zes tekens.")),
    "no_such_page": (404, _("Deze pagina is er niet"), _("Typ de code die op het grote scherm staat.")),
    "no_such_session": (404, _("Deze werksessie is er niet"), _("Misschien is ze al gewist.")),
    "no_such_script": (404, _("Dit draaiboek ken ik niet"), _("Kies een draaiboek uit de lijst.")),
    "no_such_card": (404, _("Deze kaart is er niet meer"), _("Kies een andere kaart.")),
    "script_moved": (409, _("Dit draaiboek is intussen veranderd"), _("Misschien in een ander tabblad. Bewaar dit als kopie, of laad de pagina opnieuw.")),
    "script_wrong": (422, _("Er staat nog een fout in"), _("Los eerst op wat er bij de velden staat.")),
    "cannot_read": (500, _("Ik kan dit draaiboek niet lezen"), _("Is het een tekstbestand (UTF-8), en mag ik erbij?")),
    "cannot_write": (507, _("Ik kan het draaiboek niet bewaren"), _("De map of de schijf laat het niet toe. Wat je typte, blijft op deze pagina staan.")),
    "no_such_address": (404, _("Dit netwerk is er niet meer"), _("Kies een ander netwerk uit de lijst.")),
    "old_ticket": (410, _("Deze link is verlopen"), _("Een link naar een verslag of draaiboek werkt één minuut. Open het opnieuw vanaf de pagina waar je vandaan kwam.")),
    "wrong_host": (421, _("Dit adres hoort niet bij deze werksessie"), _("Gebruik het adres dat op het grote scherm staat.")),
    "foreign_origin": (403, _("Dit kwam van een andere site"), _("Open de werksessie via het adres op het grote scherm.")),
    "not_private": (403, _("Dit kan alleen op de laptop zelf"), _("Open de startlink op de laptop waarop de werksessie draait, of gebruik een beveiligde verbinding (https).")),
    "wrong_key": (401, _("De sleutel klopt niet"), _("Open de startlink die bij het starten is getoond.")),
    "bad_request": (400, _("Dit verzoek begrijp ik niet"), _("Ga terug en probeer het nog eens.")),
    "bad_words": (400, _("Met deze woorden kan het niet"), _("Kies een woord uit de lijst, of geef je eigen woord in enkelvoud en meervoud. Houd het kort: anders passen de teksten niet op de telefoon.")),
    "bad_roles": (400, _("Met deze rollen kan het niet"), _("Geef elke rol een eigen naam van hooguit 60 tekens. Een rol waar een stap om vraagt, mag anders heten, maar kan niet weg.")),
    "bad_tables": (400, _("Met deze tafels kan het niet"), _("Geef elke tafel een eigen naam van hooguit 30 tekens. Er passen 60 tafels.")),
    "bad_confidant": (400, _("Dit is te lang"), _("Schrijf in hooguit 200 tekens hoe je de vertrouwenspersoon bereikt.")),
    "confidant_needed": (400, _("De vertrouwenspersoon ontbreekt nog"), _("Schrijf op hoe je de vertrouwenspersoon bereikt, of kies dat het op het bord komt te staan.")),
    "not_allowed": (405, _("Dit kan hier niet"), _("Ga terug en probeer het nog eens.")),
    "too_large": (413, _("Dit is te groot om te sturen"), _("Maak de tekst korter en probeer het nog eens.")),
    "too_busy": (503, _("Het is nu erg druk"), _("Wacht een halve minuut en probeer het dan nog eens.")),
    "too_many_rehearsals": (409, _("Er lopen al drie proefsessies"), _("Wacht tot er een klaar is, of wis er een.")),
    "report_too_large": (413, _("Dit bestand is te groot"), _("Een verslag is hoogstens 2 MB.")),
    "no_such_follow_code": (404, _("Deze vervolgcode ken ik niet"), _("Kijk aan het eind van het verslag. De code heeft acht letters.")),
    "no_report": (400, _("Dit bestand is geen verslag"), _("Kies het JSON-bestand dat je bij het verslag hebt opgeslagen.")),
    "other_format": (400, _("Dit verslag is van een nieuwere versie"), _("Werk deze versie bij, of kies een ander verslag.")),
    "damaged_report": (400, _("Dit verslag is beschadigd"), _("Er klopt iets niet bij %(where)s. Sla het verslag opnieuw op.")),
    "other_script": (400, _("Dit draaiboek gaat niet verder op “%(title)s”"), _("Kies een sessie van een draaiboek dat erbij past.")),
    "script_twice": (400, _("“%(title)s” staat er al bij"), _("Van elk draaiboek kan er één sessie mee.")),
    "not_shown": (400, _("“%(title)s” kan niet mee"), _("De uitslag van stap “%(step)s” is toen niet getoond.")),
    "nothing_shown": (400, _("“%(title)s” kan niet mee"), _("Van die sessie is nog geen uitslag getoond.")),
    "disk_full": (507, _("De schijf is vol"), _("Maak ruimte op de laptop waarop de werksessie draait.")),
    "websocket_only": (400, _("Deze verbinding lukt zo niet"), _("De werksessie werkt met een websocket. Gebruik een nieuwere browser of een ander netwerk.")),
    "broken": (500, _("Er ging iets mis"), _("Het ligt niet aan jou. Laad de pagina opnieuw.")),
}


class Problem(Exception):
    """Raised by a page or the API; the reason is a word of PROBLEMS, `where` fills in its sentence."""

    def __init__(self, reason: str, **where: str):
        super().__init__(reason)
        self.reason, self.where = reason, where

    def __str__(self) -> str:
        _status, heading, advice = PROBLEMS[self.reason]
        return f"{heading}. {advice}" % self.where if self.where else f"{heading}. {advice}"


def told(problem: Problem) -> Response:
    return answer(problem.reason, request.environ, problem.where)


def told_by_http(error: HTTPException) -> Response:
    """What Flask and Werkzeug refuse by themselves, in our words."""
    if error.code is None or error.code < 400:
        return error.get_response()
    return answer({404: "no_such_page", 405: "not_allowed", 413: "too_large", 500: "broken"}.get(error.code, "bad_request"), request.environ)


def page_of(app: Flask):
    """For the guard, which stands outside of Flask."""

    def page(reason: str, environ: dict) -> tuple[str, list[tuple[str, str]], bytes]:
        with app.app_context():
            made = answer(reason, environ)
            return made.status, [("Content-Type", made.content_type)], made.get_data()

    return page


def answer(reason: str, environ: dict, where: Mapping[str, str] | None = None) -> Response:
    """A page for people, JSON for programs."""
    status, *said = PROBLEMS[reason]
    heading, advice = (str(text) % where if where else text for text in said)
    if wants_a_page(environ):
        return Response(render_template("problem.html", heading=heading, advice=advice), status)
    told = jsonify(error=reason, message=f"{heading}. {advice}")
    told.status_code = status
    return told


def wants_a_page(environ: dict) -> bool:
    path = environ.get("PATH_INFO", "")
    return "text/html" in environ.get("HTTP_ACCEPT", "") and not path.startswith(("/api/", "/socket.io"))
