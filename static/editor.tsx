// The editor of draaiboeken: the steps, the form of the one that is picked, and the phone that shows it. The owner's key is that of the start page.
import { signal } from "@preact/signals";
import { render } from "preact";
import { fromFragment } from "./console/token";
import { Bar } from "./editor/bar";
import { Form } from "./editor/form";
import { open, told } from "./editor/keeping";
import { watch } from "./editor/looking";
import { Phone } from "./editor/phone";
import { Steps } from "./editor/steps";
import { hold } from "./home/owner";
import { speak, t } from "./words";

const page = document.getElementById("app")!;
const opened = signal(false);
const wrong = signal("");

function Editor() {
  if (!opened.value) return <Closed />;
  return (
    <div class="editor">
      <Bar />
      <main class="cols">
        <Steps />
        <Form />
        <Phone />
      </main>
    </div>
  );
}

function Closed() {
  const said = wrong.value || told.value?.says;
  return (
    <main class="plain">
      <h1>{t("Draaiboek aanpassen")}</h1>
      <p role={said ? "alert" : undefined}>{said || t("Een ogenblik.")}</p>
      {told.value?.lines?.map((line) => <p key={line}>{line}</p>)}
      {said && <p><a href="/start">{t("Naar de startpagina")}</a></p>}
    </main>
  );
}

async function begin(): Promise<void> {
  try {
    opened.value = await open();
    if (opened.value) watch();
  } catch (error) {
    wrong.value = (error as Error).message || t("De server geeft geen antwoord. Draait hij nog?");
  }
}

speak(JSON.parse(page.dataset.boot!).catalog);
hold(fromFragment("werksessie.owner"));
begin();
render(<Editor />, page);
