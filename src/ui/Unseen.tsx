import type { ReactNode } from 'react';

/** Text for screen readers alone. */
export function Unseen({ children }: { readonly children: ReactNode }) {
  return <span className="upkeep-unseen">{children}</span>;
}
