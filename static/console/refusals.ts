// What a refusal means that only the facilitator can get; the others are in words.ts, so that no phone carries these.
import { refusal, t } from "../words";

export function refused(reason: string): string {
  const said: Record<string, string> = {
    other_place: t("Deze kaarten liggen niet op dezelfde plek."),
    too_few_cards: t("Kies er minstens twee."),
    cannot_undo: t("Dit kan niet meer terug: er is daarna iets veranderd."),
    needs_items: t("Kies eerst wat er meegaat naar deze stap."),
    no_items: t("Er is niets om mee verder te gaan."),
    not_revealed: t("De uitslag is nog dicht."),
    bad_setting: t("Deze instelling kan niet."),
    no_writer: t("Deze kaart kwam niet van een telefoon."),
    not_lower: t("Een laag lager kan hier niet: er is geen bredere laag onder."),
    staff_level: t("Het fundament gaat over het team. Sterke basis is de onderste laag die hier kan."),
    no_such_reason: t("Deze reden is er niet meer."),
    no_such_turn: t("Deze situatie of ronde is er niet."),
  };
  return said[reason] || refusal(reason);
}
