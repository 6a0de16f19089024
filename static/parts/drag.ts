// Dragging a row of a list by its grip, with finger or mouse. An extra beside the buttons and keys.
// The list itself stays as it is while the row is held: rows only shift on screen, and moved() is called at the drop.

const SLOP = 5; // px before a touch is a drag
const EDGE = 90; // px from the edge of the window where the page starts to scroll

interface Moves {
  held(index: number | null): void;
  moved(from: number, to: number): void;
}

export function drag(down: PointerEvent, list: HTMLElement, from: number, { held, moved }: Moves): void {
  const grip = down.currentTarget as HTMLElement;
  const rows = [...list.children] as HTMLElement[];
  const middles = rows.map((row) => row.offsetTop + row.offsetHeight / 2);
  const pitch = rows.length > 1 ? rows[1].offsetTop - rows[0].offsetTop : 0;
  const start = down.clientY + scrollY;
  let y = down.clientY;
  let to = from;
  let going = false;
  let frame = 0;

  grip.setPointerCapture(down.pointerId);
  grip.addEventListener("pointermove", move);
  grip.addEventListener("pointerup", drop);
  grip.addEventListener("pointercancel", cancel);
  addEventListener("keydown", escape);

  function move(event: PointerEvent) {
    y = event.clientY;
    if (going || Math.abs(y + scrollY - start) < SLOP) return;
    going = true;
    held(from);
    follow();
  }

  // Once per frame: the row under the finger, the others out of its way, the page along near its edges.
  function follow() {
    const by = y + scrollY - start;
    to = rows.length - 1;
    while (to > 0 && middles[to] > middles[from] + by + (to > from ? 0 : -1)) to -= 1;
    if (by < 0) to = Math.min(from, middles.findIndex((middle) => middle >= middles[from] + by));
    rows.forEach((row, index) => (row.style.transform = `translateY(${index === from ? by : shift(index)}px)`));
    if (y < EDGE) scrollBy(0, -8);
    if (y > innerHeight - EDGE) scrollBy(0, 8);
    frame = requestAnimationFrame(follow);
  }
  function shift(index: number): number {
    if (index > from && index <= to) return -pitch;
    if (index < from && index >= to) return pitch;
    return 0;
  }

  function drop() {
    stop();
    if (going && to !== from) moved(from, to);
  }
  function cancel() {
    stop();
  }
  function escape(event: KeyboardEvent) {
    if (event.key === "Escape") stop();
  }
  function stop() {
    cancelAnimationFrame(frame);
    grip.removeEventListener("pointermove", move);
    grip.removeEventListener("pointerup", drop);
    grip.removeEventListener("pointercancel", cancel);
    removeEventListener("keydown", escape);
    for (const row of rows) row.style.transform = "";
    if (going) held(null);
  }
}
