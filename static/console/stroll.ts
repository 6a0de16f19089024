// Walking a list of checkboxes: J, K, left and right go one by one, up and down to the nearest one in the next line.
export function stroll(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>("input[type=checkbox]")];
  const here = boxes.indexOf(document.activeElement as HTMLElement);
  if (here < 0) return;
  const to = target(event.key, boxes, here);
  if (to === undefined) return;
  event.preventDefault();
  to?.focus();
}

function target(key: string, boxes: HTMLElement[], here: number): HTMLElement | null | undefined {
  switch (key) {
    case "j":
    case "ArrowRight":
      return boxes[here + 1] || null;
    case "k":
    case "ArrowLeft":
      return boxes[here - 1] || null;
    case "ArrowDown":
      return nearest(boxes.slice(here + 1), boxes[here]);
    case "ArrowUp":
      return nearest(boxes.slice(0, here).reverse(), boxes[here]);
  }
}

// Of the first line that is not this one, the box that stands closest below or above.
function nearest(rest: HTMLElement[], from: HTMLElement): HTMLElement | null {
  const at = from.getBoundingClientRect();
  const others = rest.map((box) => ({ box, at: box.getBoundingClientRect() })).filter((it) => Math.abs(it.at.top - at.top) > 8);
  const line = others.filter((it) => Math.abs(it.at.top - others[0].at.top) < 8);
  return line.sort((a, b) => Math.abs(a.at.left - at.left) - Math.abs(b.at.left - at.left))[0]?.box || null;
}
