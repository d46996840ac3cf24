import type { ReactNode } from 'react';

/** What a color says: never alone, always beside words. */
export type Tone = 'calm' | 'good' | 'info' | 'warn' | 'bad' | 'unknown';

/** A word or two with a mark before it. */
export function Badge({
  tone = 'calm',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}) {
  return <span className={`upkeep-badge upkeep-tone-${tone}`}>{children}</span>;
}
