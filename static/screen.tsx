// The screen: the projector's page. Nobody types here; it draws what the room makes, large enough for the back row.

import { render } from "preact";
import { connect } from "./live";
import { App } from "./screen/app";
import { Door } from "./screen/moments";
import { dress } from "./screen/theme";
import { speak, t } from "./words";

const KEPT = "werksessie.screen";

const root = document.getElementById("app")!;
const boot = JSON.parse(root.dataset.boot || "{}");
speak(boot.catalog ?? {});
dress();
const token = takeToken();
if (token) render(<App live={connect({ token, session: null, role: "screen", preview: location.search === "?preview=1" })} />, root);
else render(<Door title={t("Geen sessie")} says={t("Open het scherm vanaf de pagina van de begeleider.")} />, root);
addEventListener("hashchange", () => takeToken() && location.reload()); // the facilitator sends another session to this window

// The right to look comes in the address and leaves it at once: an address bar is read by the whole room.
function takeToken(): string | null {
  const given = location.hash.slice(1);
  if (given) {
    sessionStorage.setItem(KEPT, given);
    history.replaceState(null, "", location.pathname + location.search);
  }
  return given || sessionStorage.getItem(KEPT);
}
