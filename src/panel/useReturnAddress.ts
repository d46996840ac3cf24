import { useEffect, useState } from 'react';
import { returnAddress } from '../domain/return-address.ts';

/** The parameter that names an order in the address somebody comes back to, unless the host says another. */
export const RETURN_PARAMETER = 'upkeep-order';

/**
 * The order that the page's address names, if any, which is good for asking about it at once and for nothing else.
 * It is taken off the address at once, so that it stands in no history entry and in no bookmark.
 */
export function useReturnAddress(parameter: string): string | null {
  const [token] = useState(() => returnAddress(location.href, parameter).token);

  useEffect(() => {
    const { rest } = returnAddress(location.href, parameter);
    if (rest === location.href) return;
    try {
      // The state of this entry is the host's and stays as it is.
      history.replaceState(history.state, '', rest);
    } catch {
      // Frames without an origin of their own must not alter their address; then it stays.
    }
  }, [parameter]);

  return token;
}
