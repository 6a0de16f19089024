// Every sentence goes through t(); Dutch is the key. The server gives other languages as a catalog in the boot data.
// Places in a sentence are named: t("nog {n} kaarten", { n: 3 }).

import type { Crowd, Parts } from "./wire";

type Values = Record<string, string | number>;

let catalog: Record<string, string | string[]> = {};

export function speak(words: Record<string, string | string[]>): void {
  catalog = words;
}

export function t(text: string, values?: Values): string {
  const found = catalog[text];
  return fill(typeof found === "string" ? found : text, values);
}

// nt("{n} stip", "{n} stippen", 3) -> "3 stippen"
export function nt(one: string, many: string, n: number, values?: Values): string {
  const forms = catalog[one];
  const [single, plural] = Array.isArray(forms) ? forms : [one, many];
  return fill(n === 1 ? single : plural, { n, ...values });
}

function fill(text: string, values?: Values): string {
  return values ? text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole)) : text;
}

export const dots = (n: number) => nt("{n} stip", "{n} stippen", n);
export const cards = (n: number) => nt("{n} kaart", "{n} kaarten", n);
export const wishes = (n: number) => nt("{n} wens", "{n} wensen", n);
export const people = (n: number) => nt("{n} mens", "{n} mensen", n);

// "31 telefoons, 2 tafels, 3 op papier", where not everybody has a phone of their own.
export function crowdWords({ phones, tables, paper }: Crowd): string {
  if (!tables && !paper) return "";
  return [phones && nt("{n} telefoon", "{n} telefoons", phones), tables && nt("{n} tafel", "{n} tafels", tables), paper && t("{n} op papier", { n: paper })].filter(Boolean).join(", ");
}

// "3 oktober", and the year when it is another one.
export const day = (date: string): string => new Date(`${date}T12:00`).toLocaleDateString("nl-NL", { day: "numeric", month: "long", ...(+date.slice(0, 4) !== new Date().getFullYear() && { year: "numeric" as const }) });

export const minutes = (n: number) => nt("{n} minuut", "{n} minuten", n);

// A reason reads on from the card: "want ..." unless its writer began so.
export const want = (because: string): string => (/^(want|omdat)\b/i.test(because) ? because : t("want {because}", { because }));

// What a refusal means for the person who reads it, and what to do. The reasons are those of docs/wire.md section 4; those that only the facilitator can get stand in console/refusals.ts.
export function refusal(reason: string): string {
  const said: Record<string, string> = {
    bad_request: t("Dit kon de server niet lezen. Laad de pagina opnieuw en probeer het nog eens."),
    unknown_op: t("Deze pagina is ouder dan de server. Laad de pagina opnieuw."),
    not_allowed: t("Dit mag alleen de begeleider."),
    no_such_session: t("Deze sessie bestaat niet of is gewist."),
    ended: t("De sessie is afgelopen."),
    locked: t("De deur is dicht. Er kan niemand meer bij."),
    full: t("De sessie is vol."),
    too_fast: t("Dat ging te snel achter elkaar. Wacht even en probeer het opnieuw."),
    no_such_step: t("Deze stap is er niet."),
    other_step: t("De groep is nu bij een andere stap."),
    not_open: t("Deze stap is nog niet open."),
    closed: t("Deze stap is dicht."),
    too_long: t("De tekst is te lang. Maak hem korter."),
    empty: t("Er staat nog niets. Schrijf eerst iets op."),
    too_many_cards: t("Je kaarten zijn op. Haal er eerst een weg."),
    session_full: t("Er passen geen kaarten meer in deze sessie."),
    no_such_card: t("Deze kaart is er niet meer."),
    not_yours: t("Deze kaart is niet van jou."),
    no_such_place: t("Die plek is er niet. Kies een andere."),
    tag_needed: t("Kies ook waar je kaart over gaat."),
    no_such_tag: t("Dat label is er niet meer. Kies een ander."),
    no_wishes: t("In deze stap zet je alleen wat er al is."),
    because_needed: t("Schrijf er ook bij waarom."),
    id_taken: t("Deze kaart is er al."),
    no_such_item: t("Dit staat niet meer op de lijst."),
    no_such_answer: t("Dit antwoord is er niet meer. Kies een ander."),
    no_answer_there: t("Hier staat geen antwoord van jou."),
    no_such_ballot: t("Deze stemronde is er niet."),
    no_dots_left: t("Je stippen zijn op. Neem er eerst een terug."),
    no_such_option: t("Deze keuze is er niet meer."),
    max_per_item: t("Hier liggen al zoveel stippen van jou als mag."),
    no_dot_there: t("Hier ligt geen stip van jou."),
    no_such_choice: t("Dit kun je hier niet kiezen. Laad de pagina opnieuw."),
    other_turn: t("De groep is nu bij een andere situatie of ronde."),
    not_all_placed: t("Verdeel eerst alle collega’s. Het moet precies uitkomen."),
    moved: t("Iemand anders was net eerder. Kijk waar jullie nu zijn."),
    not_a_list: t("De lijst is intussen veranderd. Kijk hem na en stuur opnieuw in."),
    too_many_items: t("Dat zijn er te veel voor deze stap."),
    no_room: t("De tabel is vol. Maak ergens een tekst korter."),
    no_such_type: t("Zo'n verband is er niet. Kies een ander."),
    same_item: t("Dit is twee keer hetzelfde. Kies een ander element."),
    no_link_there: t("Hier ligt geen verband van jou."),
    kicked: t("De begeleider heeft deze telefoon uit de sessie gezet. Denk je dat het een vergissing is? Zeg het even."),
    other_role: t("Deze stap is nu voor anderen. Lees mee op het grote scherm."),
    no_such_role: t("Deze rol is er niet. Kies een andere."),
    table_taken: t("Deze tafel heeft al een telefoon. Klopt de tafel? Dan kun je hem overnemen."),
  };
  return said[reason] || t("Dat lukte niet ({reason}).", { reason });
}

// What a kind is called and what its moments are called; each file in boards/ has one.
export interface KindWords {
  name(): string;
  sign: string; // the path of its line icon, see icons.tsx
  now(mode?: string): string; // while it is open, on the screen; `mode` where its Config has one
  opens(mode?: string): string; // on the buttons of the console
  closes(mode?: string): string;
  collects?: boolean; // people write cards, unless the mode of the step hides its result until a reveal
  whole?: boolean; // its screen leaves no room for anything under it
  cardless?: boolean; // nobody writes or carries cards here: the facilitator looks at a board
  shows?(parts: Parts, card: string): boolean; // its screen draws a card that everybody talks about itself
  standing?(parts: Parts): string | undefined; // the result in one line, once it is shown
  next?(parts: Parts): { word: string; does: string; fields: object } | undefined; // what comes next inside the step, before the next step
}
