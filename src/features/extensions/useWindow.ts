import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Rows kept ready above and below what is seen. */
const SPARE = 6;

export interface ListWindow {
  /** First and one past the last row to render. */
  readonly from: number;
  readonly to: number;
  /** Height of every row in pixels, measured, so that zoom and density are right. */
  readonly rowHeight: number;
}

/** The element around, also out of a shadow root. */
function outer(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/**
 * Which rows of a long list of equally high rows can be seen, whatever scrolls: the page, or a box around the panel.
 *
 * @param list - The element that is as high as all rows together.
 * @param probe - An unseen element that is as high as one row.
 */
export function useWindow(
  count: number,
  list: RefObject<HTMLElement | null>,
  probe: RefObject<HTMLElement | null>,
): ListWindow {
  const [seen, setSeen] = useState<ListWindow>({
    from: 0,
    to: Math.min(count, 4 * SPARE),
    rowHeight: 0,
  });
  const countNow = useRef(count);

  const look = useCallback(() => {
    const rowHeight = probe.current?.getBoundingClientRect().height ?? 0;
    const box = list.current?.getBoundingClientRect();
    if (!box || rowHeight === 0) return;
    const first = Math.floor(-box.top / rowHeight) - SPARE;
    const last = Math.ceil((window.innerHeight - box.top) / rowHeight) + SPARE;
    // Whole steps of a few rows, so that scrolling does not render at every pixel.
    // Out of sight it keeps the rows of its nearer end: Tab and screen readers find their way in without a scroll.
    const end = Math.max(0, countNow.current - SPARE);
    const from = Math.max(0, Math.min(end, Math.floor(first / SPARE) * SPARE));
    const to = Math.min(countNow.current, Math.max(from + SPARE, Math.ceil(last / SPARE) * SPARE));
    setSeen((before) =>
      before.from === from && before.to === to && before.rowHeight === rowHeight
        ? before
        : { from, to, rowHeight },
    );
  }, [list, probe]);

  useLayoutEffect(() => {
    countNow.current = count;
    look();
  }, [count, look]);

  useLayoutEffect(() => {
    const measured = new ResizeObserver(look);
    if (probe.current) measured.observe(probe.current);
    // Also all that stands around: when something above the list gives way, the list moves without a scroll.
    for (let around: Element | null = list.current; around; around = outer(around))
      measured.observe(around);
    // Captured at the document and at our own root, because scrolling does not bubble and does not leave a shadow root.
    const roots = new Set<EventTarget>([document, list.current?.getRootNode() ?? document]);
    for (const root of roots)
      root.addEventListener('scroll', look, { capture: true, passive: true });
    window.addEventListener('resize', look);
    return () => {
      measured.disconnect();
      for (const root of roots) root.removeEventListener('scroll', look, { capture: true });
      window.removeEventListener('resize', look);
    };
  }, [list, probe, look]);

  return seen;
}
