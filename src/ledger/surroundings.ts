import { newToken } from '../domain/token.ts';

/** What the ledger needs of the place it works in: time, chance, and whether anybody is looking. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `act` once after so many milliseconds; what it gives calls that off. */
  after(ms: number, act: () => void): () => void;
  /** Whether the page is in sight. Out of sight no timer asks anything: browsers stop them anyway. */
  visible(): boolean;
  /** Calls `wake` whenever the page comes back into sight, into connection or out of the browser's history. */
  onWake(wake: () => void): () => void;
  /** 0 to 1; spreads the retries of many panels. */
  chance(): number;
  /** A new token for an order. */
  token(): string;
}

/** The page this code runs in. */
export const pageSurroundings: Surroundings = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  visible: () => document.visibilityState === 'visible',
  onWake(wake) {
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('online', wake);
    window.addEventListener('pageshow', wake);
    return () => {
      document.removeEventListener('visibilitychange', wake);
      window.removeEventListener('online', wake);
      window.removeEventListener('pageshow', wake);
    };
  },
  chance: () => (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) / 255,
  token: () => newToken(),
};
