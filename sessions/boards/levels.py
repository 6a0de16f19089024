"""What the ondersteuningspiramide itself brings: levels, strands, questions to look by, example activities and words, in Dutch."""

from sessions import lists

LEVELS = {  # from the bottom to the top: the foundation carries the rest
    "foundation": {"number": 1, "name": "Fundament", "whom": "ons eigen team", "question": "Zorgen we goed voor ons eigen team, en leren we van elkaar?"},
    "base": {"number": 2, "name": "Sterke basis", "whom": "voor alle {leerlingen}", "question": "Wat bieden we iedereen?"},
    "extra": {"number": 3, "name": "Extra", "whom": "voor een kleine groep", "question": "Wat bieden we groepjes extra?"},
    "intensive": {"number": 4, "name": "Intensief", "whom": "voor enkelen", "question": "Wat bieden we een enkeling, binnen of buiten school?"},
}
STRANDS = {"welbevinden": {"name": "Welbevinden", "letter": "W"}, "leren": {"name": "Leren", "letter": "L"}, "beide": {"name": "Beide", "letter": "W+L"}}

# The six principles beside the drawing, each as a question to look by. None of them asks for a score.
LOOK = (
    "Past leren bij welbevinden in ons beeld?",
    "Past dit bij onze {leerlingen}, ons team en dit moment?",
    "Wat hiervan houden we lang vol?",
    "Kan iets een laag lager, voor meer {leerlingen}?",
    "Is ons fundament sterk genoeg om dit te dragen?",
    "Doen team, {leerlingen}, ouders en partners dit samen?",
)

# The foundation is about the team: a card there with one of these words in it may belong to pupils. Only a question, never a verdict.
PUPILS = ("leerling", "leerlingen", "student", "studenten", "klas", "klassen", "kind", "kinderen", "ouder", "ouders")
# A tag with one of these words is looked for on the foundation, any other on the three levels above it.
STAFF = ("team", "leraar", "leraren", "docent", "docenten", "collega", "collega's", "personeel", "medewerkers", "schoolteam", "leerkracht", "leerkrachten")


def examples() -> dict[str, dict[str, list[str]]]:
    """{level: {strand: activities}}, to get people going when they ask for it: a group of the list per level and strand, by their names."""
    groups = {group.name: group.items for group in lists.named("piramide-voorbeelden").groups}
    return {id: {strand: groups[f"{level['name']}, {strand}"] for strand in ("welbevinden", "leren")} for id, level in LEVELS.items()}
