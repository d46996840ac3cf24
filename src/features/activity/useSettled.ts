import { useEffect, useState } from 'react';

/** How long somebody has stopped typing before their words are sent, in milliseconds. */
const PAUSE = 300;

/** A text once nobody has changed it for a moment, so that not every letter becomes a request. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
