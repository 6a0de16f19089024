// The console: the facilitator's page. The token comes in the fragment.
import { render } from "preact";
import { allKeys } from "./console/all-keys";
import { App, Plain } from "./console/app";
import { holdFocus } from "./console/hold-focus";
import { listen } from "./console/keys";
import { enter, live } from "./console/room";
import { carry } from "./console/server";
import { fromFragment } from "./console/token";
import { speak, t } from "./words";

const page = document.getElementById("app")!;
const boot = JSON.parse(page.dataset.boot!);
const token = fromFragment("werksessie.console");

speak(boot.catalog);
if (token) {
  carry(token);
  enter(token);
  listen(() => (live.stage.value ? allKeys() : []));
  holdFocus(page);
  render(<App />, page);
} else {
  render(<Plain title={t("Geen werksessie")} text={t("Open de bediening vanaf de startpagina, of met de link die je kreeg.")} />, page);
}
