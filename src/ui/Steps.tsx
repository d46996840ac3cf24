import type { ReactNode } from 'react';

export interface Step {
  readonly key: string;
  readonly label: ReactNode;
  /** `done`, the one that is going on `now`, or still `ahead`. */
  readonly at: 'done' | 'now' | 'ahead';
  readonly detail?: ReactNode;
}

/** Steps one after another, with where one stands. */
export function Steps({
  label,
  steps,
}: {
  readonly label: string;
  readonly steps: readonly Step[];
}) {
  return (
    <ol className="upkeep-steps" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.key}
          className={`upkeep-step upkeep-step-${step.at}`}
          {...(step.at === 'now' ? { 'aria-current': 'step' as const } : {})}
        >
          <span className="upkeep-step-label">{step.label}</span>
          {step.detail === undefined ? null : (
            <span className="upkeep-step-detail">{step.detail}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
