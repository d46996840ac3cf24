import type { Verdict } from './verdict.ts';

/** The heaps an estate is counted in. A blocked update is visible and counted apart, never hidden. */
export const GROUPS = [
  'ready',
  'needs-renewal',
  'needs-newer-host',
  'held',
  'stopped',
  'unknown',
  'fine',
] as const;
/** One heap. */
export type Group = (typeof GROUPS)[number];

/** Which heap a verdict belongs to. `ready` is exactly what "Update all" takes. */
export function groupOf(verdict: Verdict): Group {
  switch (verdict.kind) {
    case 'update-ready':
    case 'covered-update':
    case 'free':
      return 'ready';
    case 'trial':
      return verdict.release === null ? 'fine' : 'ready';
    case 'needs-renewal':
    case 'mismatch':
    case 'payment-due':
      return 'needs-renewal';
    case 'needs-newer-host':
      return 'needs-newer-host';
    case 'held':
      return 'held';
    case 'failed':
    case 'license-error':
    case 'revoked':
    case 'trial-expired':
    case 'subscription-ended':
    case 'unlicensed':
      return 'stopped';
    case 'unknown':
      return 'unknown';
    case 'up-to-date':
      return 'fine';
  }
}

/** How soon a person should look: 0 first. Broken before stopped, stopped before what can wait. */
export function urgency(verdict: Verdict): number {
  switch (verdict.kind) {
    case 'failed':
      return 0;
    case 'mismatch':
      return 1;
    case 'license-error':
    case 'revoked':
    case 'trial-expired':
    case 'subscription-ended':
      return 2;
    case 'payment-due':
      return 3;
    case 'unlicensed':
    case 'unknown':
      return 4;
    case 'update-ready':
    case 'covered-update':
      return 5;
    case 'free':
      return 6;
    case 'trial':
      return 7;
    case 'needs-renewal':
      return 8;
    case 'needs-newer-host':
      return 9;
    case 'held':
      return 10;
    case 'up-to-date':
      return 11;
  }
}
