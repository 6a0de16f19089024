// How people come in: which network, the code, the link; and after a minute without anybody what to check.
import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { Icon } from "../icons";
import { nt, t } from "../words";
import { spaced } from "./bar";
import { lock } from "./leading";
import { Press } from "./press";
import { stage } from "./room";
import { consoleLink, pickAddress } from "./server";

const LONG = 60_000; // ms with the code up and nobody in
const long = signal(false);

export function WayIn() {
  const { way_in, addresses = [], crowd, locked } = stage.value;
  const phones = crowd!.phones + crowd!.tables;
  useEffect(() => {
    const timer = setTimeout(() => (long.value = true), LONG);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="way-in">
      <img src={way_in!.qr} alt={t("QR-code voor {url}/{code}", { url: way_in!.url, code: way_in!.code })} width={260} height={260} />
      <div>
        <p class="small">{t("Ga naar")}</p>
        <p class="url">{way_in!.url.replace(/^https?:\/\//, "")}</p>
        <p class="small">{t("en typ de code")}</p>
        <p class="code">{spaced(way_in!.code)}</p>
        <span class="row">
          <Copy link={`${way_in!.url}/${way_in!.code}`} />
          <Press look="small" icon="lock" word={t("Deur dicht")} letter="K" pressed={locked} onPress={lock} />
        </span>
        {addresses.length > 1 && <Network />}
      </div>
      <Second />
      <div class="came" role="status">
        {phones ? (
          <p class="ok">
            <Icon name="tick" /> {nt("{n} telefoon is binnen. De verbinding werkt.", "{n} telefoons zijn binnen. De verbinding werkt.", phones)}
          </p>
        ) : long.value ? (
          <Check />
        ) : (
          <p>{t("Er is nog niemand binnen. Scan de code eerst zelf, dan weet je dat het werkt.")}</p>
        )}
      </div>
    </div>
  );
}

function Copy({ link }: { link: string }) {
  const [done, setDone] = useState(false);
  const copy = () => navigator.clipboard.writeText(link).then(() => setDone(true), () => setDone(false));
  return <Press look="small" word={done ? t("Link gekopieerd") : t("Kopieer de link")} icon={done ? "tick" : undefined} onPress={copy} />;
}

// Somebody else who leads along, for instance to read what waits.
function Second() {
  return (
    <details class="second">
      <summary>{t("Laat iemand meehelpen")}</summary>
      <p class="small">{t("Met deze link opent een collega dezelfde bediening op een eigen laptop. Wie de link heeft, kan alles wat jij kunt: deel hem niet op het scherm.")}</p>
      <Copy link={consoleLink(stage.value.way_in!.url)} />
    </details>
  );
}

function Network() {
  const { way_in, addresses = [] } = stage.value;
  const [wrong, setWrong] = useState("");
  const pick = (name: string) => pickAddress(name).then(() => setWrong(""), (error: Error) => setWrong(error.message));
  return (
    <label class="field">
      <span>{t("Netwerk waar de telefoons op zitten")}</span>
      <select value={addresses.find((it) => it.url === way_in!.url)?.name} onChange={(event) => pick(event.currentTarget.value)}>
        {addresses.map((it) => (
          <option key={it.name} value={it.name}>{`${it.name} (${it.url.replace(/^https?:\/\//, "")})`}</option>
        ))}
      </select>
      {wrong && <span role="alert">{wrong}</span>}
    </label>
  );
}

function Check() {
  return (
    <>
      <p>
        <b>{t("Na een minuut nog niemand. Kijk dit na:")}</b>
      </p>
      <ol>
        <li>{t("Zitten de telefoons op hetzelfde wifi-netwerk als deze laptop? Mobiel internet telt niet mee.")}</li>
        <li>{t("Vroeg deze laptop of dit programma het netwerk op mag? Kies dan: toestaan.")}</li>
        <li>{t("Is het wifi voor gasten? Dat houdt apparaten vaak uit elkaar. Vraag om een ander netwerk.")}</li>
        <li>{t("Lukt het niet? Maak met een telefoon een hotspot, zet deze laptop daarop en kies hier dat netwerk.")}</li>
      </ol>
    </>
  );
}
