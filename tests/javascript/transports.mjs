// What a client may choose: a websocket with everything else as it comes, as our pages do; polling is turned away with its reason.

import { io } from "socket.io-client";
import { Page, tell, tokens, url } from "./page.mjs";

const asItComes = new Page(tokens.participant, "a".repeat(32), { transports: ["websocket"] });
await asItComes.comeIn();
const engine = asItComes.socket.io.engine;

const polling = await new Promise((told) => {
  const socket = io(url, { auth: { token: tokens.participant, person: null }, reconnection: false });
  socket.on("connect", () => told("connected")).on("connect_error", (error) => told(error.context?.responseText ?? error.message));
});

tell({ transport: engine.transport.name, deflated: engine.transport.ws.extensions ?? "", polling: polling.trim() });
process.exit();
