// The start page of the owner: begin a session, rehearse, or go back to an earlier one. The key comes in the fragment.
import { signal } from "@preact/signals";
import { render } from "preact";
import { fromFragment } from "./console/token";
import { Begin } from "./home/begin";
import { Earlier } from "./home/earlier";
import { hold, scripts, sessions, type Script, type Session } from "./home/owner";
import { Mark } from "./icons";
import { speak, t } from "./words";

const page = document.getElementById("app")!;
const boot = JSON.parse(page.dataset.boot!);
const plans = signal<Script[]>([]);
const made = signal<Session[] | null>(null);
const wrong = signal("");

function Home() {
  return (
    <div class="home">
      <header>
        <Mark />
        <h1>{t("Werksessies")}</h1>
      </header>
      {wrong.value && <p role="alert" class="wrong">{wrong.value}</p>}
      <main>
        {plans.value.length > 0 && <Begin scripts={plans.value} />}
        {made.value && <Earlier sessions={made.value} onWiped={load} />}
      </main>
      <footer class="small soft">{t("Versie {version}", { version: boot.version })}</footer>
    </div>
  );
}

async function load(): Promise<void> {
  try {
    [plans.value, made.value] = await Promise.all([scripts(), sessions()]);
    wrong.value = "";
  } catch (error) {
    wrong.value = (error as Error).message || t("De server geeft geen antwoord. Draait hij nog?");
  }
}

speak(boot.catalog);
hold(fromFragment("werksessie.owner"));
load();
render(<Home />, page);
