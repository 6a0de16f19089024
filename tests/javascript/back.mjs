// A phone loses its line while an op is on its way, comes back with what it has, and sends the op again.

import { card, newId, Page, room, tell, tokens } from "./page.mjs";

const { console_, anna } = await room();
await anna.ops(card("Voor de storing"));
await anna.until(() => anna.texts().length === 1);

const sent = card("Tijdens de storing");
anna.socket.emit("ops", { ops: [sent] });
await console_.until(() => console_.texts().length === 2);
anna.socket.disconnect();

const back = await new Page(tokens.participant, "a".repeat(32)).comeIn();
const results = (await back.ops(sent)).results;
await back.until(() => back.texts().length === 2);
const same = await new Page(tokens.participant, "a".repeat(32)).comeIn({ epoch: back.epoch, seq: back.seq, board: back.board });
const ahead = await new Page(tokens.participant, "a".repeat(32)).comeIn({ epoch: back.epoch, seq: back.seq + 1000, board: back.board });
const stranger = await new Page(newId(), null).comeIn().catch((no) => no.message);

tell({
  again: results.map((result) => "seq" in result),
  texts: back.texts().sort(),
  mine: back.own.cards.map(({ text }) => text).sort(),
  same: same.parts === undefined,
  ahead: ahead.parts !== undefined,
  people: console_.stage.people,
  stranger,
});
process.exit();
