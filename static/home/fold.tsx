// A part of the form that most people leave as it is: folded, with what holds now in its own line. It opens by itself when the server said no to it.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

export function Fold({ name, now, wrong, children }: { name: string; now: string; wrong?: string; children: ComponentChildren }) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!wrong) return;
    box.current!.open = true;
    box.current!.querySelector<HTMLElement>("input, select, textarea")?.focus();
  }, [wrong]);
  return (
    <details class="fold" ref={box}>
      <summary>
        <b>{name}</b> <span class="small soft">{now}</span>
      </summary>
      {children}
      <p role="alert" class="wrong">{wrong}</p>
    </details>
  );
}
