// A page for tests: socket.io-client as the browser has it, keeping the view as docs/wire.md says.

import { io } from "socket.io-client";

export const url = process.argv[2];
export const tokens = JSON.parse(process.argv[3]);

let made = 0;
export const newId = () => `js-${process.pid}-${++made}`;
export const op = (board, what, fields) => ({ id: newId(), board, do: what, ...fields });
export const card = (text, fields) => op("piramide", "add", { card: newId(), text, level: "base", ...fields });
export const tell = (told) => console.log(JSON.stringify(told));

export class Page {
  constructor(token, person, options = {}) {
    this.views = [];
    this.socket = io(url, { auth: { token, person }, transports: ["websocket", "polling"], reconnection: false, ...options });
    this.socket.on("view", (view) => this.viewed(view));
  }

  async comeIn(have = null) {
    await this.connected();
    const answer = await this.ask("join", { have });
    if (answer.refused) throw new Error(answer.refused);
    Object.assign(this, { epoch: answer.epoch, seq: answer.seq, board: answer.board, stage: answer.stage, own: answer.own });
    if (answer.view) this.parts = answer.view;
    return this;
  }

  connected() {
    return this.socket.connected || new Promise((yes, no) => this.socket.once("connect", yes).once("connect_error", no));
  }

  ask(event, ...said) {
    return this.socket.timeout(20_000).emitWithAck(event, ...said);
  }

  ops(...ops) {
    return this.ask("ops", { ops });
  }

  async go(step) {
    const [result] = (await this.ops(op("stage", "go", { step, from: this.stage.now.step }))).results;
    await this.until(() => this.board === step);
    return result;
  }

  viewed(view) {
    this.views.push(view);
    if (view.seq < this.seq) return;
    this.parts = view.from === null ? view.set : { ...this.parts, ...view.set };
    for (const key of view.gone) delete this.parts[key];
    Object.assign(this, { seq: view.seq, board: view.board, stage: view.stage ?? this.stage, own: view.own ?? this.own });
  }

  async until(true_, seconds = 20) {
    for (const end = Date.now() + seconds * 1000; !true_(); await new Promise((go) => setTimeout(go, 10)))
      if (Date.now() > end) throw new Error(`it did not come: ${true_} ${JSON.stringify(this.parts)}`);
  }

  texts() {
    return Object.values(this.parts).flatMap((part) => part.text ?? []);
  }
}

// The facilitator's page on the pyramid, and two phones.
export async function room() {
  const console_ = await new Page(tokens.console, null).comeIn();
  await console_.go("piramide");
  const [anna, bram] = await Promise.all(["a", "b"].map((letter) => new Page(tokens.participant, letter.repeat(32)).comeIn()));
  return { console_, anna, bram };
}
