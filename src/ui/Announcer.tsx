import { createContext, type ReactNode, useCallback, useContext, useRef } from 'react';

type Announce = (text: string) => void;

const AnnounceContext = createContext<Announce>(() => {});

/** Says something once to screen readers, politely. */
export const useAnnounce = (): Announce => useContext(AnnounceContext);

/**
 * Holds the one place where changes are said aloud. It is in the page before anything is said, because readers
 * ignore a live region that arrives together with its text.
 */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const region = useRef<HTMLParagraphElement>(null);
  const announce = useCallback<Announce>((text) => {
    const place = region.current;
    if (!place) return;
    // The same sentence twice is two changes: a different node makes a reader say it again.
    place.replaceChildren(document.createTextNode(text));
  }, []);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <p ref={region} className="upkeep-unseen" role="status" aria-live="polite" />
    </AnnounceContext.Provider>
  );
}
