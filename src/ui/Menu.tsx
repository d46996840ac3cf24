import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';

/** One thing to choose in a menu. */
export interface MenuEntry {
  /** Unique in its menu. */
  readonly id: string;
  readonly label: string;
  /** Called with the focus back on the menu's button, so that a dialog opened now gives it back there. */
  readonly onChoose: () => void;
}

export interface MenuProps {
  /** Name of the button, and of the menu. */
  readonly label: string;
  /** In the order in which they are shown; without any there is no button. */
  readonly entries: readonly MenuEntry[];
}

/** Which entry has the focus; `null` = the menu is closed. */
type Focused = number | null;

/**
 * A button that opens a list of rarer things to do, by the menu button pattern of WAI-ARIA: arrows, Home, End and first
 * letters move, Escape and Tab close. The menu is in the page only while it is open.
 */
export function Menu({ label, entries }: MenuProps) {
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<Focused>(null);
  const isOpen = focused !== null && entries.length > 0;
  const last = entries.length - 1;

  useLayoutEffect(() => {
    if (focused === null) return;
    const items = list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]');
    items?.[Math.min(focused, items.length - 1)]?.focus();
  }, [focused]);

  useLayoutEffect(() => {
    if (isOpen && list.current) keepInside(list.current);
  }, [isOpen]);

  useEffect(() => {
    const page = root.current?.ownerDocument;
    if (!isOpen || !page) return undefined;
    const closeFromOutside = (event: Event) => {
      if (root.current && !event.composedPath().includes(root.current)) setFocused(null);
    };
    page.addEventListener('pointerdown', closeFromOutside, { capture: true });
    return () => page.removeEventListener('pointerdown', closeFromOutside, { capture: true });
  }, [isOpen]);

  if (entries.length === 0) return null;

  const close = () => {
    button.current?.focus();
    setFocused(null);
  };

  const onButtonKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setFocused(event.key === 'ArrowDown' ? 0 : last);
  };

  const onListKey = (event: KeyboardEvent) => {
    // The focus is put on the button first: Tab then goes on from there.
    if (event.key === 'Tab') return close();
    if (event.key === 'Escape') close();
    else if (focused !== null) {
      const next = moved(event, focused, entries);
      if (next === undefined) return undefined;
      setFocused(next);
    }
    // A dialog or a page around the panel has its own idea of these keys.
    event.preventDefault();
    event.stopPropagation();
    return undefined;
  };

  return (
    <div
      ref={root}
      className="upkeep-menu"
      onBlur={({ relatedTarget }) => {
        const outside = relatedTarget instanceof Node && !root.current?.contains(relatedTarget);
        if (outside) setFocused(null);
      }}
    >
      <button
        ref={button}
        type="button"
        className="upkeep-button upkeep-button-plain upkeep-menu-button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}menu` : undefined}
        onClick={() => (isOpen ? close() : setFocused(0))}
        onKeyDown={onButtonKey}
      >
        {label}
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <path d="M2.5 4.5 6 8l3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
        </svg>
      </button>
      {isOpen ? (
        <div
          ref={list}
          id={`${id}menu`}
          className="upkeep-menu-list"
          role="menu"
          aria-label={label}
          tabIndex={-1}
          onKeyDown={onListKey}
        >
          {entries.map((entry) => (
            <button
              key={entry.id}
              type="button"
              className="upkeep-menu-item"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close();
                entry.onChoose();
              }}
            >
              {entry.label}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** Where a key leads from the entry `from`; `undefined` for keys that lead nowhere. */
function moved(
  { key, ctrlKey, altKey, metaKey }: KeyboardEvent,
  from: number,
  entries: readonly MenuEntry[],
): number | undefined {
  const count = entries.length;
  switch (key) {
    case 'ArrowDown':
      return (from + 1) % count;
    case 'ArrowUp':
      return (from + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
  }
  if (key.length !== 1 || key === ' ' || ctrlKey || altKey || metaKey) return undefined;
  const letter = key.toLowerCase();
  // From the next one on and around, the present one last.
  const places = entries.map((_, at) => (from + 1 + at) % count);
  return places.find((at) => entries[at]?.label.toLowerCase().startsWith(letter));
}

/** The list hangs from the end of its button, unless it would then leave the panel: it hangs from the start. */
function keepInside(list: HTMLElement): void {
  const panel = list.closest('.upkeep')?.getBoundingClientRect();
  if (!panel) return;
  const { left, right } = list.getBoundingClientRect();
  if (left < panel.left || right > panel.right) list.dataset['hangs'] = 'start';
}
