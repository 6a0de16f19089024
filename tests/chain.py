"""Two scripts of which the second goes on from the first, and what a group finds with the first."""

from workshop import ANNA, BRAM, CHRIS, Workshop

from facilitator import report
from sessions import earlier

FIRST = """
id = "eerst"
title = "Visie en doelen"
summary = "Doelen kiezen."

[[steps]]
id = "doelen"
kind = "wall"
title = "Mogelijke doelen"
prompt = "Wat willen we bereiken?"
minutes = 10
[steps.config]
fields = [{ id = "f1", name = "Versterken" }, { id = "f2", name = "Nieuw" }]

[[steps]]
id = "keuze"
kind = "order"
title = "Nu of later?"
prompt = "Wat doen we dit jaar?"
minutes = 10
from = { step = "doelen", rule = "all" }
[steps.config]
mode = "bucket"
buckets = ["Dit schooljaar", "Later"]
"""

SECOND = """
id = "daarna"
title = "Vervolg op de doelen"
summary = "Een plan maken."

[[steps]]
id = "plan"
kind = "plan"
title = "Het plan"
prompt = "Wie doet wat?"
minutes = 10
from = { session = "eerst", step = "keuze", rule = "field(Dit schooljaar)" }

[[steps]]
id = "ideeen"
kind = "wall"
title = "Wat kan nog meer?"
prompt = "Schrijf op wat je bedenkt."
minutes = 10
beside = { session = "eerst", step = "doelen" }
[steps.config]
fields = [{ id = "f1", name = "Ideeën" }]
"""

SCALE = """
id = "proef"
title = "De scan"
summary = "Hoe goed ging het?"

[[steps]]
id = "scan"
kind = "scale"
title = "Hoe goed ging elke stap?"
prompt = "Hoe goed is deze stap gedaan?"
minutes = 20
[steps.config]
items = ["Verkennen", "Beslissen", "Werkgroep samenstellen", "Visie ontwikkelen"]
labels = ["helemaal niet goed", "niet goed", "gaat wel", "goed", "zeer goed"]
"""

PLAN = """
id = "plannen"
title = "Het jaarplan"
summary = "Wie doet wat?"

[[steps]]
id = "plan"
kind = "plan"
title = "Het plan"
prompt = "Wie doet wat?"
minutes = 20
[steps.config]
items = ["Meer rust in de gang", "Taal in elke les"]
columns = ["Wat", { name = "Wie", type = "owner" }, "Wanneer"]
"""

TEXTS = {"doel-rust": "Meer rust in de gang", "doel-stem": "Leerlingen praten mee", "doel-taal": "Taal in elke les"}


def first(shown: bool = True) -> Workshop:
    """Three goals; rust and stem are for this year, taal is for later."""
    shop = Workshop(FIRST)
    shop.come(ANNA, BRAM, CHRIS)
    shop.go("doelen")
    for card, text in TEXTS.items():
        shop.card(ANNA, card, text, "doelen", field="f1" if card == "doel-rust" else "f2")
    shop.go("keuze", list(TEXTS))
    shop.lead("open")
    for who in (ANNA, BRAM, CHRIS):
        for card in TEXTS:
            now = card == "doel-rust" or (card == "doel-stem" and who is not CHRIS)
            shop.do(who, "keuze", "place", item=card, bucket="b1" if now else "b2")
    if shown:
        shop.lead("reveal")
    return shop


def found(shop: Workshop) -> dict:
    """The report as a later session keeps it."""
    return earlier.read(report.plain(report.sections(shop.live)))


def second() -> Workshop:
    shop = Workshop(SECOND, [found(first())])
    shop.come(ANNA, BRAM, CHRIS)
    return shop
