"""What is wrong with a script, said to the person who writes it: where, what, and the nearest word."""

import re

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from sessions.script import Error

# What msgspec says of a value, in our words.
WORDS = [
    (r"Expected `(?:str|array)` of length >= 1\b(?!\d)", lazy_gettext("vul iets in")),
    (r"Expected `str` of length <= (\d+)", lazy_gettext("hoogstens {} tekens")),
    (r"Expected `array` of length <= (\d+)", lazy_gettext("hoogstens {}")),
    (r"Expected `array` of length >= (\d+)", lazy_gettext("minstens {}")),
    (r"Expected `array` of length (\d+)", lazy_gettext("precies {}")),
    (r"Expected `int` >= (\d+)", lazy_gettext("minstens {}")),
    (r"Expected `int` <= (\d+)", lazy_gettext("hoogstens {}")),
    (r"Expected `str` matching regex", lazy_gettext("alleen kleine letters, cijfers en streepjes; de eerste is een letter")),
    (r"Expected `int[^`]*`, got", lazy_gettext("hier hoort een heel getal")),
    (r"Expected `bool[^`]*`, got", lazy_gettext("hier hoort true of false")),
    (r"Expected `str[^`]*`, got", lazy_gettext("hier hoort tekst tussen aanhalingstekens")),
    (r"Expected `array[^`]*`, got", lazy_gettext("hier hoort een lijst")),
    (r"Expected `object[^`]*`, got", lazy_gettext("hier hoort een tabel")),
    (r"Invalid enum value '?([^']*)'?", lazy_gettext('"{}" is geen keuze')),
]


def advice(error: Error) -> str:
    where = _("Regel %(line)s", line=error.line) if error.line else _("Ergens")
    step = _(", stap %(step)s", step=error.step) if error.step else ""
    nearest = " " + _('Bedoel je "%(word)s"?', word=error.nearest) if error.nearest else ""
    return f"{where}{step}: {said(error)}{nearest}"


def said(error: Error) -> str:
    key, more = error.key or "", error.said or ""
    return {
        "not_toml": _("dit is geen geldige TOML (%(more)s).", more=more),
        "missing": _('"%(key)s" ontbreekt.', key=key),
        "unknown_key": _('"%(key)s" ken ik niet.', key=key),
        "bad_value": _('de waarde van "%(key)s" kan niet (%(more)s).', key=key, more=in_our_words(more)),
        "unknown_kind": _("deze soort stap ken ik niet."),
        "unknown_step": _('"%(key)s" noemt een stap die niet eerder komt: verplaats een van de twee.', key=key) if more else _('"%(key)s" noemt een stap die er eerder niet is.', key=key),
        "unknown_rule": _('deze regel in "from" ken ik niet, of hij past niet bij die stap.'),
        "unknown_ballot": _("deze stemronde is er niet in die stap."),
        "unknown_role": _('"%(key)s" noemt een rol die niet in "roles" staat.', key=key),
        "unknown_item": _('"%(key)s" noemt "%(more)s", dat niet in "items" staat.', key=key, more=more),
        "unknown_list": _('"%(key)s" noemt de lijst "%(more)s", en die is er niet.', key=key, more=more),
        "unknown_word": _('in "%(key)s" staat {%(more)s}, en dat woord ken ik niet.', key=key, more=more),
        "too_long": _("een tekst is te lang met de woorden van dit draaiboek."),
        "twice": _("dit id is al gebruikt door een eerdere stap."),
        "contradiction": _('"%(key)s" past niet bij "%(more)s".', key=key, more=more),
        "not_in_setting": _('deze soort stap past niet in een draaiboek met setting "%(more)s".', more=more),
        "too_many": _('"%(key)s" telt er te veel: hoogstens %(more)s.', key=key, more=more),
        "minutes": _("de minuten van de stappen zijn samen %(more)s.", more=more),
    }[error.code]


def in_our_words(said: str) -> str:
    """What msgspec says of a value, with its place in a list where it stands in one."""
    found = next((str(words).format(*match.groups()) for pattern, words in WORDS if (match := re.match(pattern, said))), said)
    place = re.search(r" - at `\$(?:\[(\d+)\])?(?:\.(\w+))?", said)
    where = [_("nummer %(n)s", n=int(place[1]) + 1) if place and place[1] else "", place[2] if place and place[2] else ""]
    return ", ".join([part for part in where if part] + [found])
