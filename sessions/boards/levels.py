"""What the ondersteuningspiramide itself brings: levels, strands, questions to look by, example activities and words. Data only, in Dutch."""

LEVELS = {  # from the bottom to the top: the foundation carries the rest
    "foundation": {"number": 1, "name": "Fundament", "whom": "ons eigen team", "question": "Zorgen we goed voor ons eigen team, en leren we van elkaar?"},
    "base": {"number": 2, "name": "Sterke basis", "whom": "voor alle leerlingen", "question": "Wat bieden we iedereen?"},
    "extra": {"number": 3, "name": "Extra", "whom": "voor een kleine groep", "question": "Wat bieden we groepjes extra?"},
    "intensive": {"number": 4, "name": "Intensief", "whom": "voor enkelen", "question": "Wat bieden we een enkeling, binnen of buiten school?"},
}
STRANDS = {"welbevinden": {"name": "Welbevinden", "letter": "W"}, "leren": {"name": "Leren", "letter": "L"}, "beide": {"name": "Beide", "letter": "W+L"}}

# The six principles beside the drawing, each as a question to look by. None of them asks for a score.
LOOK = (
    "Past leren bij welbevinden in ons beeld?",
    "Past dit bij onze leerlingen, ons team en dit moment?",
    "Wat hiervan houden we lang vol?",
    "Kan iets een laag lager, voor meer leerlingen?",
    "Is ons fundament sterk genoeg om dit te dragen?",
    "Doen team, leerlingen, ouders en partners dit samen?",
)

# On request, to get people going. Own words; {level: {strand: activities}}.
EXAMPLES = {
    "foundation": {
        "welbevinden": ["Intervisie in vaste groepjes", "Coach voor wie dat wil", "Afspraken over rooster, ruimte en tijd", "Koffie of lunch zonder agenda", "Maatje voor nieuwe collega's"],
        "leren": ["Samen lessen voorbereiden", "Lesbezoek bij elkaar", "Scholing in goede instructie"],
    },
    "base": {
        "welbevinden": ["We merken op wie er wel en niet is", "Elke leerling wordt bij de deur begroet", "Schoolregels die iedereen kent", "Mentorles over hoe het met je gaat", "Dagstart in de kring"],
        "leren": ["Heldere uitleg en doel per les", "Vaste huiswerkafspraken", "Leesplan voor alle klassen"],
    },
    "extra": {
        "welbevinden": ["Groepje over somber zijn", "Weerbaarheid voor één leerjaar", "Een paar weken begeleiding in school", "Rustige plek in de pauze", "Maatjesproject voor nieuwe leerlingen"],
        "leren": ["Extra instructie in een groepje", "Taalklas", "Huiswerkbegeleiding"],
    },
    "intensive": {
        "welbevinden": ["Behandelaar die in school werkt", "Stap voor stap terug naar school", "Eén plan met gezin en hulpverlener", "Vaste contactpersoon voor de leerling"],
        "leren": ["Eigen leerlijn", "Maatwerkrooster", "Begeleiding door een specialist"],
    },
}

# The foundation is about the team: a card there with one of these words in it may belong to pupils. Only a question, never a verdict.
PUPILS = ("leerling", "leerlingen", "klas", "klassen", "kind", "kinderen", "ouder", "ouders")
# A tag with one of these words is looked for on the foundation, any other on the three levels above it.
STAFF = ("team", "leraar", "leraren", "docent", "docenten", "collega", "collega's", "personeel", "medewerkers", "schoolteam", "leerkracht", "leerkrachten")
