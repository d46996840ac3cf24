import type { ButtonHTMLAttributes } from 'react';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary` for the one thing to do, `plain` for others, `quiet` where a frame would be noise, `danger` for what cannot be undone. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  /** Something is under way: it cannot be pressed again and says so. */
  readonly busy?: boolean;
}

/** A button. While busy it stays focusable, so that the focus is not lost under the person's hands. */
export function Button({
  look = 'plain',
  busy = false,
  className = '',
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`upkeep-button upkeep-button-${look} ${className}`}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    />
  );
}
