// The phone: a participant's page. Every kind of step is fetched once, before its step is there.

import { render } from "preact";
import { connect } from "./live";
import { App } from "./parts/app";
import { fetchKinds } from "./parts/kinds";
import { speak } from "./words";

const app = document.getElementById("app")!;
const boot = JSON.parse(app.dataset.boot || "{}");
speak(boot.catalog ?? {});
const live = connect({ token: boot.token, session: boot.session, role: "participant" });
fetchKinds(live);
render(<App live={live} />, app);
