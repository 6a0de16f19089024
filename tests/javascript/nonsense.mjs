// Malformed payloads of every sort, then a card of the same phone and one of its neighbour.

import { card, op, room, tell } from "./page.mjs";

const { anna, bram } = await room();
const deep = JSON.parse("[".repeat(500) + "]".repeat(500));
const many = Array.from({ length: 21 }, (_, n) => card(`Kaart ${n}`));

const whole = {
  "no object": ["ops", 7],
  nothing: ["ops"],
  "ops is text": ["ops", { ops: "add" }],
  "another key": ["ops", { ops: [], more: 1 }],
  "21 ops": ["ops", { ops: many }],
  "join with text": ["join", "hello"],
  "unknown event": ["shout", { loud: true }],
};
const one = {
  "no object": 7,
  "no id": { board: "piramide", do: "add" },
  "deep text": { ...card("x"), text: deep },
  "a number for text": { ...card("x"), text: 7 },
  "5 kB": card("x".repeat(5000)),
  "300 letters": card("x".repeat(300)),
  "unknown do": op("piramide", "explode", {}),
  "other board": op("nergens", "add", { card: "kaart-xx", text: "x", level: "base" }),
  "a word for everybody": op("stage", "reveal", {}),
};

const refusedWhole = {};
for (const [name, said] of Object.entries(whole)) refusedWhole[name] = (await anna.ask(...said)).refused ?? "taken";
const refusedOne = {};
for (const [name, said] of Object.entries(one)) refusedOne[name] = (await anna.ops(said)).results[0].refused ?? "taken";

const after = [(await anna.ops(card("Het gaat nog"))).results[0], (await bram.ops(card("Bij mij ook"))).results[0]];
tell({ whole: refusedWhole, one: refusedOne, after: after.map((result) => "seq" in result), connected: [anna.socket.connected, bram.socket.connected] });
process.exit();
