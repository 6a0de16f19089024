// Light, dark or maximum contrast, and the whole screen or a window. Chosen on the projector itself and remembered there.

const THEMES = ["light", "dark", "contrast"];
const KEPT = "werksessie.theme";

export function dress(): void {
  const asked = new URLSearchParams(location.search).get("theme");
  wear(asked ?? remembered() ?? "light");
}

export function nextTheme(): void {
  const now = THEMES.indexOf(document.documentElement.dataset.theme ?? "");
  const theme = THEMES[(now + 1) % THEMES.length];
  wear(theme);
  try {
    localStorage.setItem(KEPT, theme);
  } catch {
    return; // a private window forgets
  }
}

export function wholeScreen(): void {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => undefined); // the browser may say no
}

function wear(theme: string): void {
  document.documentElement.dataset.theme = THEMES.includes(theme) ? theme : "light";
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}
