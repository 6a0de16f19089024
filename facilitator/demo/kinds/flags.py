"""Flags: a person weighs each criterion, chooses a flag, and in the second round stays or comes a little nearer to what the others say."""

WISHES = ["Eerst vragen, dan doen.", "Stoppen als de ander nee zegt.", "Hulp halen bij de juf of meester.", "Samen een ander spel bedenken.", "Zeggen wat je zelf wel en niet wilt."]
VALUES = ["ok", "not_ok", "dont_know"]


def answers(parts: dict, own: dict, chance) -> list[dict]:
    config, case = parts["config"], parts["case"]
    turn, drawn = case["turn"], chance.random()
    ops = [{"do": "judge", "criterion": one["id"], "value": chance.choices(VALUES, [1 + drawn, 2 - drawn, 0.5])[0]} for one in config["criteria"] if chance.random() < 0.9]
    flags = [one["id"] for one in config["flags"]]
    middle = case["case"] % len(flags)
    ops.append({"do": "flag", "flag": chance.choices(flags, [3 if n == middle else 1 / case["round"] for n in range(len(flags))])[0]})
    if config["responses"]:
        ops.append({"do": "respond", "response": chance.choice(config["responses"])["id"]})
    if config["question"] and chance.random() < 0.4:
        ops.append({"do": "wish", "text": chance.choice(WISHES)})
    return [{**op, "turn": turn} for op in ops]


async def take_part(person) -> None:
    phone = person.phone
    turn = phone.parts["case"]["turn"]
    meant = person.mean_to(f"answers {turn}", lambda: answers(phone.parts, phone.own, person.chance))
    while meant:
        if not await person.take_time(person.chance.uniform(2, 7)) or await phone.send(phone.board, **meant[0]):
            return
        meant.pop(0)
    await person.say_done()
