// What the server says of forms and drafts (facilitator/forms.py, facilitator/editor.py).
import type { Shown } from "../preview";
import type { Kind } from "../wire";

export type Raw = Record<string, any>; // a script, a step or its settings, as they stand in the file

export interface Option {
  value: string | boolean;
  label: string;
}

export interface Field {
  key: string;
  label: string;
  help?: string;
  type: "text" | "number" | "check" | "choice" | "several" | "texts" | "rows" | "group" | "span" | "arranged" | "pick" | "map" | "from" | "beside";
  required?: boolean;
  default?: any;
  least?: number | null;
  most?: number | null;
  empty?: boolean; // may be left out
  none?: string; // what it is called to leave it out
  long?: boolean | number | null; // a text of more than one line; of the items of a list how long each may be
  id?: boolean; // made by the editor itself
  text?: number; // a box that may also have words of its own, of so many characters
  plain?: boolean; // a row with only its first field may stand as a bare text
  options?: Option[];
  fields?: Field[];
  among?: string; // the setting whose words it chooses from
  keys?: string; // the setting whose words it says something of
  of?: Field;
}

export interface KindForm {
  name: string;
  does: string;
  fields: Field[];
  carries: boolean;
  takes: Record<string, number | null>;
  least: number;
  gives: boolean;
  not_in: string[];
  start: Raw;
}

export interface Listed {
  title: string;
  items: string[];
  groups: Record<string, string[]>;
}

export interface Forms {
  script: Field[];
  step: Field[];
  kinds: Record<Kind, KindForm>;
  rules: { rule: string; label: string }[];
  levels: Option[];
  lists: Record<string, Listed>;
}

export interface Wrong {
  step: number | null;
  key: string | null;
  said: string;
}

export interface Looked {
  errors: Wrong[];
  phone: Shown | null;
}

export interface Opened {
  id: string;
  stamp: string | null; // null: it comes with us
  script?: Raw;
  wrong?: string[]; // it is no TOML
}
