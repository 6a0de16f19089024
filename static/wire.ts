// The shapes of docs/wire.md, for all pages. Only what a browser reads or writes.

export type Kind = string; // the name of a file in boards/
export type State = "waiting" | "look" | "open" | "closed";
export type Role = "participant" | "screen" | "console";

// What the facilitator alone reads of a step; any of them may be empty.
export interface Cue {
  goal: string;
  intro: string;
  listen: string;
  trap: string;
}

export interface Step {
  id: string;
  kind: Kind;
  title: string;
  minutes: number;
  // the rest is for the console only
  prompt?: string;
  cue?: Cue;
  break_after?: number | null;
  opens?: string;
  from?: { step: string; rule: string; ballot?: string | null; session?: string | null } | null;
  beside?: string | { session: string; step: string } | { session: string; step: string }[] | null;
  skipped?: boolean;
  visited?: boolean;
  began?: number | null; // session seconds of its first time on stage
  timer?: number | null; // minutes on the clock
  state?: State;
  revealed?: boolean;
  secret?: boolean; // its result waits for the reveal
  cards_max?: number;
  config?: Record<string, any>;
}

export interface Timer {
  left: number; // seconds; below zero when the time is over
  running: boolean;
  total: number;
}

export interface Note {
  id: string;
  step: string | null;
  as: "private" | "decision" | "open";
  text: string;
}

export interface Act {
  seq: number;
  board: string;
  do: string;
  undoes?: number;
  undone: boolean;
  text?: string;
  card?: string;
  item?: string;
  step?: string;
  show?: string | boolean;
  on?: boolean;
  minutes?: number;
  n?: number;
}

export interface Stage {
  now: { step: string | null; state: State; revealed: boolean; break: { left: number } | null };
  steps: Step[];
  timer: Timer | null;
  locked: boolean;
  ended: boolean;
  approved: boolean;
  title: string;
  group: string;
  rehearsal: boolean;
  tables?: string[]; // their names, the first for table 1
  trouble?: "disk"; // the disk of the server is full: nothing more can be kept for now
  // screen and console
  people?: number; // people, not phones
  crowd?: Crowd;
  screen?: { show: "board" | "code" | "blank" | "card" | "notes"; card?: string; place?: string; tag?: string; table?: number; strand?: string; ask?: number; page: number };
  notes?: Note[];
  way_in?: { url: string; code: string; qr: string };
  // console
  acts?: Act[];
  held?: Held[];
  addresses?: { name: string; url: string }[];
  here?: number;
  screens?: number;
  id?: string;
  kept?: number;
  started?: number; // unix seconds
}

// A card that waits for the facilitator: it came too late, or every card of its step does.
export interface Held {
  card: string;
  step: string;
  text: string;
  because?: string;
  place?: string;
  late: boolean;
}

export interface Crowd {
  people: number;
  phones: number; // of one person
  tables: number; // phones of a table
  paper: number; // people without a phone
}

export interface Level {
  id: string;
  number: number;
  name: string;
  whom: string;
}
export interface Strand {
  id: string;
  name: string;
  letter: string;
}
export interface Tag {
  id: string;
  name: string;
}
export interface Field {
  id: string;
  name: string;
  question: string;
}
export interface Ballot {
  id: string;
  name: string;
  dots: number;
}

export interface Column {
  id: string;
  name: string;
  type: "text" | "owner" | "date" | "reason";
  hint: string;
}

// How far a plan is; per table or all together (then without `left`).
export interface Filled {
  rows: number;
  full: number;
  owned: number | null;
  no_reason: number | null;
  empty: Record<string, number>;
  left: number;
  people?: number;
}

export type Cells = Record<string, string>; // by column, only what is filled in

// A card, a cluster of cards, or an item of a vote or an order.
export interface Item {
  text: string;
  because?: string;
  level?: string;
  strand?: string;
  field?: string; // or once revealed the bucket of most people
  wish?: boolean; // not there yet: in no count
  lowers?: string; // the card or cluster it came down from
  tag?: string;
  table?: number;
  note?: boolean; // written with an answer on the item in `field`; only the console has them, and they are not counted
  given?: boolean; // carried in: shown beside what people write here, and not counted
  n: number;
  at: number;
  i?: number;
  samples?: string[];
  cells?: Cells; // a row of a plan
  // console
  added?: boolean; // a row that was added in this step
  over?: Cells; // what somebody else wrote in a cell at the same time
  state?: CardState;
  cards?: string[];
  into?: string;
  phase?: string;
  paper?: Record<string, number>; // of people without a phone, per ballot or bucket
  // once revealed
  kept?: boolean; // goes along whatever its dots
  dots?: Record<string, number>;
  roles?: Record<string, number>; // dots per role
  reasons?: (string | Reason)[]; // on the console with what was put away
  place?: number;
  mean?: number;
  places?: number[];
  spread?: number;
  meant?: number; // its place in the answer key
  tied?: string[];
  counts?: Record<string, number>; // people per bucket
  share?: number | null; // of the people who put it there
  options?: Record<string, number>; // a poll: people per option
  people?: number; // how many answered this one
  key?: string; // a poll: the option that is right, once that is shown
  groups?: { name: string; options: Record<string, number> }[]; // a poll: the same per role
  levels?: Record<string, number>; // how many people put it on which
  differ?: boolean;
  fixed?: boolean; // the facilitator settled its level
  checks?: Record<string, Scores>;
  median?: number | null;
  scored?: number;
}

// What was said of one item on one check of a scale.
export interface Scores {
  counts: number[]; // people per point, lowest first
  scored: number;
  median: number | null;
  low: number | null; // the middle half lies between low and high
  high: number | null;
  spread: number | null;
  dont_know: number;
  later: number;
  groups?: { name: string; scored: number; median: number | null }[];
}

export type ScaleCell = [item: string, check: string]; // check "": the item itself

export interface ScaleRanking {
  ids: string[];
  people: number;
  answers: number;
  widest: ScaleCell[];
  closest: ScaleCell[];
  lowest: ScaleCell[];
}

// What became of a card: the notes it came from and what each step said of it, in the order it went through them.
export interface Descent {
  cards: number; // original cards
  steps: Station[];
}

export interface Station {
  step?: string;
  session?: string; // its title, of what an earlier session found, and its date
  date?: string;
  kind: Kind;
  title: string;
  notes?: string[];
  dots?: Record<string, number>; // per ballot by name
  place?: number;
  of?: number;
  median?: number;
  medians?: Record<string, number>; // per check by name
  scored?: number;
  most?: string[]; // names of buckets, options or levels, with n of people
  n?: number;
  people?: number;
  links?: number;
  row?: true; // of a plan
}

export interface Reason {
  card: string;
  text: string;
  state: CardState;
}

export interface Bucket {
  id: string;
  name: string;
}

export type CardState = "shown" | "hidden" | "held" | "aside" | "merged";

export interface RoleGroup {
  name: string; // a role, or "others"
  people: number;
  dots: number;
}

export interface VoteRanking {
  ids: string[];
  places: Record<string, number>;
  divided: string[];
  people: number;
  dots: Record<string, number>;
  groups?: RoleGroup[];
  split?: "few"; // a group is too small to show them apart
}

// The list of one table, best first.
export interface TableList {
  table: number;
  items: string[];
}

export interface BucketRanking {
  ids: string[]; // bucket by bucket, the surest first
  people: number;
  answers: number;
  enough: boolean;
  divided: string[];
  agreed: string[];
}

export interface OrderRanking {
  ids: string[];
  people: number;
  lists: number;
  enough: boolean; // too few lists say little
  w: number | null;
  firm: number[]; // rows, from 1
  close: [number, number][]; // first and last row
  tied: [number, number][];
  divided: boolean;
  second_opinion: "same" | "differs" | null;
  differs_at: number[];
  key: boolean; // the answer key is shown
}

export interface Option {
  id: string;
  name: string;
}

export interface Tally {
  people: number;
  missing: string[]; // options that somebody should have chosen
  unsure: string[]; // questions that many do not know
  key: boolean; // it is shown
}

// How two items hang together, under "link:<a>:<b>". The order of a and b means nothing.
export interface Relation {
  a: string;
  b: string;
  type: string | null; // what most people say; null when nobody sees a link
  n: number; // how many say so
  against: number; // people who see something to talk about
  // screen and console
  types?: Record<string, number>; // people per type, and "none" and "unknown"
  grounds?: Record<string, number>; // people who say: known, or assumed
  basis?: Basis | null; // what the group said about that after the talk
  reasons?: { id?: number; type: string; text: string; show?: boolean }[];
}

export type Basis = "onderbouwd" | "aanname";

export interface RelationType {
  id: string;
  name: string;
  asks: string[]; // questions to talk about: then it is the agenda
}

export interface RelationsRanking {
  ids: string[]; // the most linked first
  loose: string[]; // without a link
  left: string[]; // the two columns of the map, screen and console only
  right: string[];
  lines: string[]; // keys of the links that are drawn
  linked: number;
  agenda: string[]; // keys, what most people want to talk about first
  people: number;
  looked: number; // pairs
}

export interface MyLink {
  a: string;
  b: string;
  type: string;
  because?: string;
  basis?: Basis;
}

export interface Placing {
  people: number;
  divided: string[]; // most divided first
  placed: number; // items that somebody put somewhere
}

export interface Beside {
  step: string;
  kind: Kind;
  title: string;
  session?: string; // the title of an earlier session that it comes from
  date?: string; // of that session, yyyy-mm-dd
  more?: number; // that a phone does not get
  parts: Parts;
  compared?: Record<string, { people: number; options: Record<string, number>; change: string | null }>; // the same poll, earlier
}

// What an earlier session found on one thing that was scored: `change` as in sessions/shift.py.
export interface Was {
  median: number | null;
  low: number | null;
  high: number | null;
  scored: number;
  way: "up" | "down" | "same";
  change: "larger" | "chance" | "few" | null;
}
export interface ScaleLast {
  session: string;
  date: string;
  people: number;
  items: Record<string, Record<string, Was>>; // by item and check ("" without checks)
}

// What an earlier pyramid had, per level, the most mentioned first.
export interface PyramidLast {
  session: string;
  date: string;
  levels: Record<string, { text: string; n: number; strand?: string }[]>;
}

// Shared parts by their word (about, config, counts, ranking, ...), items by their id.
export type Parts = Record<string, any>;

export interface OwnCard {
  id: string;
  text: string;
  because?: string;
  level?: string;
  strand?: string;
  field?: string;
  wish?: boolean;
  tag?: string;
  state: CardState;
}

export interface Own {
  done?: boolean;
  cards?: OwnCard[];
  left?: number | null;
  ballots?: Record<string, { left: number; items: Record<string, number>; over: number }>;
  reasons?: Record<string, { text: string; state: CardState }>; // by item
  rank?: string[] | null;
  answers?: Record<string, Record<string, number | "dont_know" | "later">>; // a scale: item -> check -> answer
  choices?: Record<string, string[]>; // a poll: by question
  notes?: Record<string, { text: string; state: CardState }>;
  spread?: Record<string, number> | null;
  turn?: string; // of a board in turns: which one the rest is about
  judged?: Record<string, string>;
  flag?: string | null;
  response?: string | null;
  wish?: string | null;
  links?: MyLink[];
  share?: number; // pairs I get
  pairs?: [string, string][]; // the ones I get next
  over?: { card: string; column: string; seq: number; text: string; mine: string }[]; // what somebody else wrote in a cell at the same time
  table?: number | null;
  rows?: { id: string; text: string }[]; // of my table
  cells?: Record<string, Cells>;
  filled?: Filled;
  placed?: Record<string, string>; // item -> level or bucket
  late?: string[]; // texts of my cards of other steps that came after the close and wait for the facilitator
  you?: { group?: string; table?: number; size?: number; others?: number }; // my role ("": rather not said), and the table this phone speaks for
  totals?: { cards: number; dots: number; ranks: number };
}

// An op as a page writes it; live.ts gives it the id.
export interface Op {
  board: string;
  do: string;
  [field: string]: unknown;
}

export type Answer = { seq: number } | { refused: string };

export interface Have {
  epoch: string | number;
  seq: number;
  board: string | null;
}

export interface Joined {
  you: { person: string | null; role: Role };
  epoch: string | number;
  seq: number;
  stage: Stage;
  board: string | null;
  kind: Kind | null;
  view: Parts | null; // null = you have it
  own: Own;
}

export interface View {
  epoch: string | number;
  from: number | null; // null = the whole view
  seq: number;
  board: string | null;
  kind: Kind | null;
  set: Parts;
  gone: string[];
  stage?: Stage;
  own?: Own;
}

export interface OpsAnswer {
  results: ({ id: string; seq: number } | { id: string; refused: string })[];
  own: Own;
}

// Cards, clusters and items are the parts with a text of their own.
export function items(parts: Parts): [string, Item][] {
  return Object.entries(parts).filter(([, part]) => typeof part?.text === "string") as [string, Item][];
}

// The level or field it lies in.
export const placeOf = (item: Item): string => item.level ?? item.field ?? "";

export interface Tag {
  id: string;
  name: string;
}
