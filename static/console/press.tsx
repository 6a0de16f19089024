// A button of the console: a word, an icon, and the key that does the same.
import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "../icons";
import { keysOn } from "./keys";

interface Look {
  word: ComponentChildren;
  onPress: () => void;
  icon?: IconName;
  end?: IconName;
  letter?: string;
  look?: "main" | "quiet" | "small";
  more?: string; // goes on after the word, for who cannot see what stands around it
  pressed?: boolean;
  why?: string; // why it cannot be done now: stays focusable and says so
}

export function Press({ word, onPress, icon, end, letter, look, more, pressed, why }: Look) {
  return (
    <button
      type="button"
      class={`btn ${look || ""}`}
      onClick={() => !why && onPress()}
      aria-pressed={pressed}
      aria-disabled={why ? true : undefined}
      aria-keyshortcuts={keysOn.value ? letter : undefined}
      title={why}
    >
      {icon && <Icon name={icon} />}
      <span>{word}</span>
      {more && <span class="vh">{more}</span>}
      {end && <Icon name={end} />}
      <Letter of={letter} />
    </button>
  );
}

export function Letter({ of }: { of?: string }) {
  return of && keysOn.value ? <kbd aria-hidden="true">{of}</kbd> : null;
}
