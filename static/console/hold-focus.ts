// A button that leaves the page when it is pressed takes the focus along. Then the focus goes to what stands nearest, so that Tab goes on from there.
// Never to a text field: there the next single key would be typed.
const STOPS = "button, input[type=checkbox]:not([tabindex='-1']), a[href]";

let trail: Element[] = []; // what last had the focus, and all around it, nearest first

export function holdFocus(page: HTMLElement): void {
  page.addEventListener("focusin", (event) => (trail = around(event.target as Element, page)));
  new MutationObserver(() => {
    if (document.activeElement === document.body && trail.length && !trail[0].isConnected) nearest(page)?.focus();
  }).observe(page, { childList: true, subtree: true });
}

function around(it: Element, page: HTMLElement): Element[] {
  const found: Element[] = [];
  for (let at: Element | null = it; at && at !== page; at = at.parentElement) found.push(at);
  return found.slice(0, -1); // the last one is all of the page
}

// In what is left of where it was; a dialog that closed leads to the main action.
function nearest(page: HTMLElement): HTMLElement | null {
  const left = trail.find((it) => it.isConnected && it.querySelector(STOPS)) || page.querySelector("main");
  trail = [];
  return left?.querySelector<HTMLElement>(".btn.main") || left?.querySelector<HTMLElement>(STOPS) || null;
}
