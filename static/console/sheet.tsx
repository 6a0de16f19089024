// A dialog over the page: the browser keeps the focus inside and gives it back, Esc closes it.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { trouble } from "./room";

// Where typing or Enter makes sense at once; a browser would take the first box of a list.
const FIRST = "input:not([type=checkbox], [data-extra]), textarea, .btn.main";

interface Frame {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  wide?: boolean;
}

export function Sheet({ title, onClose, children, wide }: Frame) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    trouble.value = null; // what was refused before has nothing to do with this
    dialog.current!.showModal();
    dialog.current!.querySelector<HTMLElement>(FIRST)?.focus();
    return () => before?.isConnected && before.focus();
  }, []);
  return (
    <dialog class={wide ? "sheet wide" : "sheet"} ref={dialog} aria-labelledby="sheet-title" onClose={onClose}>
      <h2 id="sheet-title">{title}</h2>
      {children}
    </dialog>
  );
}
