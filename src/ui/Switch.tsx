import type { ReactNode } from 'react';

export interface SwitchProps {
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
  /** What is switched; always read out, seen unless it stands beside it already. */
  readonly label: ReactNode;
  readonly unseen?: boolean;
  /** It was moved, and what comes of it is not known yet. It may be moved again. */
  readonly busy?: boolean;
}

/** Something that is on or off, and takes effect at once. */
export function Switch({ on, onSwitch, label, unseen = false, busy = false }: SwitchProps) {
  return (
    <label className="upkeep-switch">
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        aria-busy={busy || undefined}
        checked={on}
        onChange={({ target }) => onSwitch(target.checked)}
      />
      <span className={unseen ? 'upkeep-unseen' : undefined}>{label}</span>
    </label>
  );
}
