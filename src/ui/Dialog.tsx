import { type MouseEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { REST } from './useKeptFocus.ts';

export interface DialogProps {
  readonly title: ReactNode;
  /** A `drawer` stands at the side and leaves the page recognizable; a `dialog` stands in the middle. */
  readonly shape?: 'dialog' | 'drawer';
  /** Name of the button in the corner. */
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** What stands at the foot: the buttons, the safe one last. */
  readonly footer?: ReactNode;
}

/** The focused element inside the tree that `near` is in, which may be a shadow tree. */
function focusedNear(near: Node): HTMLElement | null {
  const root = near.getRootNode();
  const active = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
  return active instanceof HTMLElement ? active : null;
}

/**
 * A modal dialog: the platform's own, which keeps the focus inside, makes the rest inert and passes inside a shadow
 * root. Escape, the corner button and a press beside it close it; the focus goes back to where it came from.
 */
export function Dialog({
  title,
  shape = 'dialog',
  closeLabel,
  onClose,
  children,
  footer,
}: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();

  // A layout effect, because its cleanup runs while the element is still in the page and can give the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return undefined;
    const opener = focusedNear(dialog);
    dialog.showModal();
    // The heading, not the first button: a reader hears what opened, and no key pressed too long does anything.
    heading.current?.focus();
    return () => {
      dialog.close();
      if (opener?.isConnected) opener.focus();
    };
  }, []);

  const closeFromBackdrop = (event: MouseEvent) => {
    if (event.target !== ref.current) return;
    // Or the press would take the focus along to the page behind.
    event.preventDefault();
    onClose();
  };

  return (
    // The press beside the dialog is a convenience; Escape and the corner button do the same by keyboard.
    <dialog
      ref={ref}
      className={`upkeep-dialog upkeep-${shape}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={closeFromBackdrop}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="upkeep-dialog-sheet">
        <header className="upkeep-dialog-head">
          <h2 ref={heading} id={titleId} className="upkeep-dialog-title" tabIndex={-1} {...REST}>
            {title}
          </h2>
          <button
            type="button"
            className="upkeep-dialog-close"
            aria-label={closeLabel}
            onClick={onClose}
          >
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path
                d="M3.5 3.5l9 9m0-9l-9 9"
                stroke="currentColor"
                strokeWidth="1.6"
                strokeLinecap="round"
              />
            </svg>
          </button>
        </header>
        <div className="upkeep-dialog-body">{children}</div>
        {footer === undefined ? null : <footer className="upkeep-dialog-foot">{footer}</footer>}
      </div>
    </dialog>
  );
}
