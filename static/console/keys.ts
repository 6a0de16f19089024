// Single keys for leading a room (WCAG 2.1.4: one switch turns them off, and they never act while somebody types).
import { signal } from "@preact/signals";

const SWITCH = "werksessie.console.keys";
const TYPING = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";
const MOVING = "[role=tab], input[type=radio], .list";

export interface Key {
  keys: string[]; // as KeyboardEvent.key, letters in lower case; "shift+z"
  shown: string;
  does: string;
  act: () => void;
  again?: boolean; // may repeat while it is held down
}

export const keysOn = signal(localStorage.getItem(SWITCH) !== "off");

export function switchKeys(on: boolean): void {
  keysOn.value = on;
  localStorage.setItem(SWITCH, on ? "on" : "off");
}

// Listens for the whole page; `keys` is asked at every press, because what a key does depends on where we are.
export function listen(keys: () => Key[]): void {
  document.addEventListener("keydown", (event) => {
    if (!keysOn.value || !isFree(event)) return;
    const name = nameOf(event);
    const key = keys().find((it) => it.keys.includes(name));
    if (!key || (event.repeat && !key.again)) return;
    event.preventDefault();
    key.act();
  });
}

export function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.shiftKey && /^[a-z]$/.test(key) && event.key !== key ? `shift+${key}` : key;
}

function isFree(event: KeyboardEvent): boolean {
  const target = event.target as Element;
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return false;
  if (target.closest(TYPING)) return false;
  if (event.key.startsWith("Arrow") && target.closest(MOVING)) return false;
  return !target.closest("dialog[open]") || event.key === "?";
}
