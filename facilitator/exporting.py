"""`facilitator export`: the report of a session, from the server that runs on the data folder, or else from the logs in it."""

from pathlib import Path

from flask_babel import gettext as _

from facilitator import in_use, report
from facilitator.access import Access
from facilitator.library import Library
from facilitator.remote import Server, Sorry, unknown
from facilitator.store import Store
from sessions.live import LiveSession

FORMS = {"html": report.html, "csv": report.csv, "json": report.json}


def report_of(data: Path, wanted: str, form: str) -> bytes:
    """`wanted` is a session's id or code. Raises Sorry."""
    if in_use.port_of(data) is not None:
        return Server(data).report(wanted, form)
    if not data.is_dir():
        raise Sorry(_("De map %(data)s is er niet.", data=data))
    store = Store(data)
    known = store.codes() | {id: id for id in store.codes().values()}
    if wanted.upper() not in known:
        raise Sorry(unknown(wanted))
    id = known[wanted.upper()]
    live = LiveSession.fold(store.read(id))
    store.close_all()
    ahead = [report.Ahead(Access(data).follow_code(id), Library(data).after(live.stages.script))] if form == "html" else []
    return FORMS[form](report.sections(live), *ahead).encode()
