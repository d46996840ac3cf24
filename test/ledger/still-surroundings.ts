import type { Surroundings } from '../../src/ledger/surroundings.ts';

/** A place where time stands still until it is told to pass. */
export interface Still extends Surroundings {
  /** Lets so many milliseconds pass: what is due by then happens, one thing after the other. */
  pass(ms: number): Promise<void>;
  /** The page comes back: into sight, into connection, out of the browser's history. */
  wake(): Promise<void>;
  /** Puts the page out of sight, or back into it without anybody noticing. */
  see(visible: boolean): void;
  /** How many timers wait. */
  waiting(): number;
}

/** Promises that wait for nothing else are done after a turn of the event loop. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** @param start - What its clock shows first, in milliseconds since 1970. */
export function still(start = Date.parse('2025-04-10T09:00:00Z')): Still {
  const timers = new Map<object, { at: number; act: () => void }>();
  const wakers = new Set<() => void>();
  let now = start;
  let isVisible = true;
  let tokens = 0;
  return {
    now: () => now,
    after(ms, act) {
      const timer = {};
      timers.set(timer, { at: now + ms, act });
      return () => void timers.delete(timer);
    },
    visible: () => isVisible,
    onWake(wake) {
      wakers.add(wake);
      return () => void wakers.delete(wake);
    },
    chance: () => 0,
    token: () => `token-${String((tokens += 1)).padStart(30, '0')}`,
    async pass(ms) {
      const end = now + ms;
      for (;;) {
        await settled();
        const [next] = [...timers].sort(([, a], [, b]) => a.at - b.at);
        if (!next || next[1].at > end) break;
        timers.delete(next[0]);
        now = Math.max(now, next[1].at);
        next[1].act();
      }
      now = end;
      await settled();
    },
    async wake() {
      for (const wake of wakers) wake();
      await settled();
    },
    see(visible) {
      isVisible = visible;
    },
    waiting: () => timers.size,
  };
}
