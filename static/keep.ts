// What this phone remembers about one session: person key, outbox, drafts. localStorage, or memory where that is refused
// (private windows, the console). One entry per thing, so that two tabs of one phone cannot lose each other's.

export interface Keep {
  get<T>(name: string): T | null;
  set(name: string, value: unknown): void;
  drop(name: string): void;
  all<T>(start: string): T[]; // values of the names that begin so, in no order
  watch(start: string, changed: () => void): void; // another tab wrote or dropped one of these
  clear(): void; // nothing of this session stays on the phone
}

const KEPT_DAYS = 30; // as long as the server keeps a session

export function keepFor(session: string | null): Keep {
  const memory = new Map<string, string>();
  const store = session ? localStorageOrNull() : null;
  const full = (name: string) => `werksessie.${session}.${name}`;

  function names(start: string): string[] {
    const kept = store ? Object.keys(store) : [];
    return [...new Set([...kept, ...memory.keys()])].filter((name) => name.startsWith(full(start)));
  }
  function read<T>(name: string): T | null {
    try {
      return JSON.parse(memory.get(name) ?? store?.getItem(name) ?? "null");
    } catch {
      return null; // somebody else's scribble under our name
    }
  }
  return {
    get: (name) => read(full(name)),
    set(name, value) {
      const text = JSON.stringify(value);
      try {
        if (!store) throw null;
        store.setItem(full(name), text);
        memory.delete(full(name));
      } catch {
        memory.set(full(name), text); // no room on the phone: as long as the page lives
      }
    },
    drop(name) {
      memory.delete(full(name));
      store?.removeItem(full(name));
    },
    all: <T>(start: string) => names(start).map((name) => read<T>(name)).filter((value): value is T => value !== null),
    clear: () => names("").forEach((name) => (memory.delete(name), store?.removeItem(name))),
    watch(start, changed) {
      if (store) addEventListener("storage", (event) => (event.key === null || event.key.startsWith(full(start))) && changed());
    },
  };
}

// What was written in sessions of long ago leaves the phone, as it leaves the server.
export function sweep(): void {
  const store = localStorageOrNull();
  for (const name of Object.keys(store ?? {})) {
    const session = name.match(/^werksessie\.(\w+)\.seen$/)?.[1];
    const age = session ? Date.now() - Number(store!.getItem(name)) : 0;
    if (session && age > KEPT_DAYS * 86_400_000) keepFor(session).clear();
  }
}

function localStorageOrNull(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
