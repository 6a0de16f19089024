"""Facilitator: live workshops in a room. `create_app` is the only place that wires the parts together."""

from flask import Flask
from flask_babel import Babel
from flask_socketio import SocketIO
from werkzeug.exceptions import HTTPException

socketio = SocketIO()


def create_app(config: dict | None = None) -> Flask:
    """Raises NotBuilt without the front end, OSError when the data folder cannot be used."""
    # Imported here, so that what needs one module (the simulated people, `facilitator check`) does not load the server.
    from facilitator import api, editor, pages, problems, runtime, sockets
    from facilitator.dist import Dist
    from facilitator.guard import Guard
    from facilitator.house import furnished
    from facilitator.places import DIST, TEMPLATES
    from facilitator.settings import checked

    settings = checked(config)
    app = Flask(__name__, template_folder=TEMPLATES, static_folder=None)
    app.json.sort_keys = False
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    Babel(app, default_locale="nl")
    dist = Dist(app.wsgi_app, DIST)
    app.wsgi_app = dist.files
    app.jinja_env.globals["built"] = dist.url

    house = furnished(settings)
    app.extensions["facilitator"] = house
    app.register_blueprint(pages.pages)
    app.register_blueprint(api.api)
    app.register_blueprint(editor.editor)
    app.register_error_handler(problems.Problem, problems.told)
    app.register_error_handler(HTTPException, problems.told_by_http)

    runtime.attach(socketio, app)
    sockets.register(socketio, house.rooms, house.access)
    app.wsgi_app = Guard(app.wsgi_app, house.way_in.knows, problems.page_of(app), settings.url)
    return app
