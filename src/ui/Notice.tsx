import type { ReactNode } from 'react';
import type { Tone } from './Badge.tsx';

export interface NoticeProps {
  readonly tone?: Tone;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** Buttons that help. */
  readonly actions?: ReactNode;
  /** `alert` interrupts a screen reader and is for what just went wrong; `status` waits; none for what was there before. */
  readonly role?: 'alert' | 'status';
}

/** Something to know, with what to do about it. */
export function Notice({ tone = 'info', title, children, actions, role }: NoticeProps) {
  return (
    <div className={`upkeep-notice upkeep-tone-${tone}`} role={role}>
      <div className="upkeep-notice-text">
        <p className="upkeep-notice-title">{title}</p>
        {children}
      </div>
      {actions === undefined ? null : <div className="upkeep-notice-actions">{actions}</div>}
    </div>
  );
}
