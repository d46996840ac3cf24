import { createContext, useContext } from 'react';
import type { Words } from './words.ts';

/** The words of the panel that stands around a component. */
export const WordsContext = createContext<Words | null>(null);

/** The panel's words. @throws Error outside a panel. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words)
    throw new Error(
      'useWords was called outside a panel; render inside <UpkeepPanel> or a WordsContext',
    );
  return words;
}
