import { type RefObject, useEffect, useRef } from 'react';

/**
 * Where the focus may rest when what had it is gone: the name of a row, the heading of a dialog. Written on a
 * focusable element as `<h2 {...REST} tabIndex={-1}>`.
 */
export const REST = { 'data-rest': '' } as const;

const isFocusable = (found: Element | null): found is HTMLElement => found instanceof HTMLElement;

/**
 * Keeps the focus of a panel from falling back to the top of the page when the focused element is taken out of it: a
 * button that gives way to a progress bar, a row that was removed elsewhere. It then goes to the nearest place of
 * rest around where it was, or to the dialog that lies on top.
 */
export function useKeptFocus<E extends HTMLElement>(): RefObject<E | null> {
  const root = useRef<E>(null);

  useEffect(() => {
    const panel = root.current;
    if (!panel) return undefined;
    const page = panel.ownerDocument;
    // What has the focus, and everything around it, while somebody is at it.
    let path: readonly EventTarget[] = [];

    const onFocusIn = (event: FocusEvent) => {
      const whole = event.composedPath();
      path = whole.slice(0, whole.indexOf(panel) + 1);
    };
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) path = [];
    };
    // A press elsewhere gives the focus up on purpose.
    const onPointerDown = (event: Event) => {
      const [focused] = path;
      if (focused && !event.composedPath().includes(focused)) path = [];
    };

    const observer = new MutationObserver(() => {
      const [focused] = path;
      if (!(focused instanceof Element) || panel.contains(focused)) return;
      const around = path.filter((each) => each instanceof Element && panel.contains(each));
      path = [];
      if (page.activeElement !== null && page.activeElement !== page.body) return;
      const [top] = [...panel.querySelectorAll('dialog[open]')].slice(-1);
      for (const place of top ? [top] : around) {
        const rest = place instanceof Element ? place.querySelector('[data-rest]') : null;
        if (isFocusable(rest)) return rest.focus({ preventScroll: true });
      }
    });
    observer.observe(panel, { childList: true, subtree: true });
    panel.addEventListener('focusin', onFocusIn);
    panel.addEventListener('focusout', onFocusOut);
    page.addEventListener('pointerdown', onPointerDown, { capture: true });
    return () => {
      observer.disconnect();
      panel.removeEventListener('focusin', onFocusIn);
      panel.removeEventListener('focusout', onFocusOut);
      page.removeEventListener('pointerdown', onPointerDown, { capture: true });
    };
  }, []);

  return root;
}
