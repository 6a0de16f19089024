"""Closing questions: one short answer to each; where there is one sentence for all, some write on what is there."""

SAYS = (
    "Ik begin morgen met even begroeten bij de deur.", "Ik vraag een collega om mee te kijken in mijn les.", "Trots op hoe we elkaar helpen.", "Meer tijd om dit samen te bespreken.",
    "We weten nu beter wat we al doen.", "Ik wil leerlingen er eerder bij vragen.", "Klein beginnen en het volhouden.", "Eerst het fundament: ons eigen team.",
    "Vergeet de ondersteuners niet.", "Ik neem dit mee naar mijn bouw.", "Ouders horen het van ons, niet van elkaar.", "Volgende keer weer zo.",
)


def answers(parts: dict, own: dict, chance) -> list[dict]:
    config = parts["config"]
    there = {card["field"] for card in own["cards"]}
    asked = [field["id"] for field in config["fields"] if field["id"] not in there]
    return [{"do": "add", "card": f"{chance.getrandbits(64):016x}", "text": chance.choice(SAYS)[: config["max_chars"]], "field": field} for field in asked]
