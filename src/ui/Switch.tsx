import type { ReactNode } from 'react';

export interface SwitchProps {
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
  /** What is switched; always read out, seen unless it stands beside it already. */
  readonly label: ReactNode;
  readonly unseen?: boolean;
}

/** Something that is on or off, and takes effect at once. */
export function Switch({ on, onSwitch, label, unseen = false }: SwitchProps) {
  return (
    <label className="upkeep-switch">
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        checked={on}
        onChange={({ target }) => onSwitch(target.checked)}
      />
      <span className={unseen ? 'upkeep-unseen' : undefined}>{label}</span>
    </label>
  );
}
