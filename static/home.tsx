// The start page of the owner: choose a draaiboek, begin or rehearse, or go back to an earlier session. The key comes in the fragment.
import { signal } from "@preact/signals";
import { render } from "preact";
import { fromFragment } from "./console/token";
import { Begin } from "./home/begin";
import { Catalogue } from "./home/catalogue";
import { Earlier } from "./home/earlier";
import { type Broken, hold, scripts, sessions, type Script, type Session } from "./home/owner";
import { opened } from "./home/place";
import { Preview } from "./home/preview";
import { Mark } from "./icons";
import { speak, t } from "./words";

const page = document.getElementById("app")!;
const boot = JSON.parse(page.dataset.boot!);
const plans = signal<(Script | Broken)[] | null>(null);
const made = signal<Session[] | null>(null);
const wrong = signal("");

const isBroken = (it: Script | Broken): it is Broken => "wrong" in it;

function Home() {
  const whole = plans.value?.filter((it): it is Script => !isBroken(it)) ?? [];
  const one = whole.find(({ id }) => id === opened.value);
  return (
    <div class="home">
      <header>
        <Mark />
        <h1>{t("Werksessies")}</h1>
        <span class="small soft">{t("Versie {version}", { version: boot.version })}</span>
      </header>
      {wrong.value && <p role="alert" class="wrong">{wrong.value}</p>}
      {one ? (
        <main class="one" key={one.id}>
          <Preview script={one} scripts={whole} />
          <Begin script={one} />
        </main>
      ) : (
        <main class="all">
          {plans.value && <Catalogue scripts={whole} broken={plans.value.filter(isBroken)} />}
          {made.value && <Earlier sessions={made.value} onWiped={load} />}
        </main>
      )}
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
