"""Relations: links by hand between what seems to belong together, or an answer to every pair that is offered; a reason where one is asked."""

LINKS = 3
BECAUSE = ["dan klopt de boodschap overal", "het een lukt niet zonder het ander", "allebei kosten ze tijd", "zo horen ze het vaker", "dat zien we nu ook al"]
SURE = 0.4  # how often somebody says whether it is known or assumed
TELLS = 0.7  # how often somebody gives a reason that is not asked


def answers(parts: dict, own: dict, chance) -> list[dict]:
    config = parts["config"]
    pairs = own["pairs"] if config["mode"] == "spread" else chance.sample(all_pairs(parts), min(LINKS, len(all_pairs(parts))))
    return [link(config, pair, chance.choices(*zip(*weighed(config), strict=True))[0], chance) for pair in pairs]


async def take_part(person) -> None:
    phone = person.phone
    meant = phone.own.get("share") or person.mean_to("links", lambda: person.chance.choice((2, 3, 4)))
    while len(phone.own["links"]) < meant and (pair := upcoming(person)):
        if not await person.take_time(person.chance.uniform(5, 14)):
            return
        config = phone.parts["config"]
        if not await person.send(phone.board, **link(config, pair, thought(person, config, pair), person.chance)):
            return
    await person.say_done()


def upcoming(person) -> list[str] | None:
    """The pair that is offered, or the two that this person most wants to link."""
    phone = person.phone
    if phone.parts["config"]["mode"] == "spread":
        return next(iter(phone.own["pairs"]), None)
    laid = {frozenset((link["a"], link["b"])) for link in phone.own["links"]}
    open_to = [pair for pair in all_pairs(phone.items()) if frozenset(pair) not in laid]
    return max(open_to, key=lambda pair: person.liking(name(pair), own=0.2), default=None)


def thought(person, config: dict, pair: list[str]) -> str:
    """About a pair people in one room think alike, more or less."""
    return max(weighed(config), key=lambda type: person.liking(f"{name(pair)} {type[0]}", own=0.2) + type[1] / 10)[0]


def all_pairs(items: dict) -> list[list[str]]:
    ids = [id for id, part in items.items() if "text" in part]
    return [[a, b] for n, a in enumerate(ids) for b in ids[n + 1 :]]


def name(pair: list[str]) -> str:
    return " ".join(sorted(pair))


def weighed(config: dict) -> list[tuple[str, int]]:
    """The types with how often each is thought of; who looks at pairs that somebody else chose often sees no link."""
    first, *others = [type["id"] for type in config["types"]]
    return [(first, 4), *((type, 2) for type in others), ("unknown", 1), *([("none", 4)] if config["mode"] == "spread" else [])]


def link(config: dict, pair: list[str], type: str, chance) -> dict:
    op = {"do": "link", "a": pair[0], "b": pair[1], "type": type}
    if type in ("none", "unknown"):
        return op
    if config["because"] == "required" or (config["because"] == "optional" and chance.random() < TELLS):
        op["because"] = chance.choice(BECAUSE)
    if chance.random() < SURE:
        op["basis"] = chance.choice(["onderbouwd", "aanname"])
    return op
