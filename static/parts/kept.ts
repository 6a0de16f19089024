// State that survives a reload: typed text, a half-made list. Written at every change, read once.

import { useState } from "preact/hooks";
import type { Keep } from "../keep";

export function useKept<T>(keep: Keep, name: string, start: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => keep.get<T>(name) ?? start);
  return [
    value,
    (next) => {
      if (next === null) keep.drop(name);
      else keep.set(name, next);
      setValue(next);
    },
  ];
}
