// Two phones work on the pyramid: acks, deltas, a resent op, two batches in a row.

import { card, room, tell } from "./page.mjs";

const { console_, anna, bram } = await room();

const first = card("Intervisie in groepjes");
const answer = await anna.ops(first);
await bram.until(() => bram.texts().length === 1);

const again = await anna.ops(first);

const [two, three] = [card("Dagstart in de kring"), card("Leesplan")];
const batches = await Promise.all([anna.ops(two), bram.ops(three, card(""))]);
await console_.until(() => console_.texts().length === 3);
await bram.until(() => bram.texts().length === 3);

tell({
  you: anna.own.left,
  first: answer,
  again: again.results,
  ids: [first.id, two.id, three.id],
  batches: batches.map(({ results }) => results.map((result) => result.refused ?? "seq" in result)),
  texts: bram.texts().sort(),
  deltas: bram.views.filter((view) => view.from !== null && Object.keys(view.set).length > 0).length,
  whole: bram.views.filter((view) => view.from === null).length,
});
process.exit();
