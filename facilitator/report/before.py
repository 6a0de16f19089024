"""Which earlier session stands behind the present in a result."""

from datetime import date

from babel.dates import format_date
from flask_babel import gettext as _

from facilitator.report.sections import Section


def said(section: Section) -> str:
    last = section.facts["last"]
    return _("De vorige keer was %(session)s op %(date)s.", session=last["session"], date=day(last["date"]))


def day(iso: str) -> str:
    return format_date(date.fromisoformat(iso), "d MMMM y", locale="nl")
