// The secret of a page comes in the fragment, moves to sessionStorage and leaves the address bar.
export function fromFragment(name: string): string {
  const given = location.hash.slice(1);
  if (given) {
    sessionStorage.setItem(name, given);
    history.replaceState(null, "", location.pathname + location.search);
  }
  return sessionStorage.getItem(name) || "";
}
