// The roles people choose from: the script's under another name, and more.
import { useState } from "preact/hooks";
import { Icon } from "../icons";
import { t } from "../words";
import type { PartProps } from "./begin";
import { Fold } from "./fold";

const MOST = 24, LONGEST = 60; // roles, and characters in one, as the server has it

interface Role {
  was?: number; // its place in the script
  name: string;
}

export function Roles({ script, wrong, change }: PartProps) {
  const [roles, setRoles] = useState<Role[]>(script.roles.map(({ name }, was) => ({ was, name })));
  const set = (now: Role[]) => {
    setRoles(now);
    change({ roles: now.map(({ was, name }) => (was === undefined ? { name } : name === script.roles[was].name ? { was } : { was, name })) });
  };
  const needed = ({ was }: Role) => was !== undefined && script.roles[was].needed;
  return (
    <Fold name={t("Rollen")} now={roles.map(({ name }) => name || "…").join(", ")} wrong={wrong}>
      <ul class="lines">
        {roles.map((role, i) => (
          <li key={role.was ?? `new${i}`}>
            <input type="text" required maxLength={LONGEST} aria-label={t("Rol {n}", { n: i + 1 })} value={role.name} onInput={(event) => set(roles.map((it) => (it === role ? { ...role, name: event.currentTarget.value } : it)))} />
            {needed(role) ? (
              <span class="small soft">{t("nodig")}</span>
            ) : (
              roles.length > 1 && (
                <button type="button" class="btn quiet" aria-label={t("Haal weg: {name}", { name: role.name })} onClick={() => set(roles.filter((it) => it !== role))}>
                  {t("Haal weg")}
                </button>
              )
            )}
          </li>
        ))}
      </ul>
      {roles.length < MOST && (
        <button type="button" class="btn small" onClick={() => set([...roles, { name: "" }])}>
          <Icon name="plus" /> {t("Nog een rol")}
        </button>
      )}
    </Fold>
  );
}
