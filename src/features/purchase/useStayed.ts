import { useCallback, useEffect, useRef, useState } from 'react';

/** How long a page that was opened may take to come to the front, in milliseconds. */
const OPENING_MS = 2_000;

/**
 * Whether a link was followed and this page stayed in front of the person all the same, as in a sandboxed frame that
 * must not open anything. No browser says so: a page that opens takes the focus, or this one's place.
 *
 * @returns `follow`, to be called with every press of the link.
 */
export function useStayed(): { readonly stayed: boolean; readonly follow: () => void } {
  const [stayed, setStayed] = useState(false);
  const stop = useRef(() => {});

  useEffect(() => () => stop.current(), []);

  const follow = useCallback(() => {
    stop.current();
    const watch = new AbortController();
    const { signal } = watch;
    const timer = setTimeout(() => {
      stop.current();
      setStayed(true);
    }, OPENING_MS);
    stop.current = () => {
      clearTimeout(timer);
      watch.abort();
    };
    const left = () => {
      stop.current();
      setStayed(false);
    };
    window.addEventListener('blur', left, { signal });
    window.addEventListener('pagehide', left, { signal });
    document.addEventListener('visibilitychange', left, { signal });
  }, []);

  return { stayed, follow };
}
