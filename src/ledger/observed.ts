/** A value that tells when another one takes its place. */
export interface Observed<T> {
  readonly get: () => T;
  /** Puts parts of it in place; nothing is told when they are what they were. */
  readonly put: (part: Partial<T>) => void;
  /** Tells of every change until what it gives is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

export function observed<T extends object>(first: T): Observed<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    put(part) {
      const next = { ...value, ...part };
      const isSame = (Object.keys(part) as (keyof T)[]).every((key) => next[key] === value[key]);
      if (isSame) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
