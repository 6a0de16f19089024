// Where we are on the start page: the catalogue, or one draaiboek. It stands in the address, so that back and reload do what people expect.
import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

const NAME = "draaiboek";

const read = (): string | null => new URLSearchParams(location.search).get(NAME);

export const opened = signal(read());
export let left: string | null = null; // the one we come back from

function show(script: string | null): void {
  left = opened.value;
  opened.value = script;
  scrollTo(0, 0);
}

addEventListener("popstate", () => show(read()));

const addressOf = (script: string | null): string => location.pathname + (script ? `?${NAME}=${encodeURIComponent(script)}` : "");

// A link: Enter opens it and back goes back, without asking the server for the page again.
export function Open({ script, children }: { script: string | null; children: ComponentChildren }) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (script && script === left) link.current!.focus();
  }, []);
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, "", addressOf(script));
    show(script);
  };
  return (
    <a href={addressOf(script)} ref={link} onClick={follow}>
      {children}
    </a>
  );
}
