import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Backend } from '../../backend/backend.ts';
import { useBackend } from '../../backend/context.ts';
import { isBackendError } from '../../backend/errors.ts';
import { inventoryQuery } from '../../backend/queries.ts';
import type { Extension } from '../../domain/extension.ts';
import type { License } from '../../domain/license.ts';
import { sameLicense } from '../../domain/same-license.ts';
import { newToken } from '../../domain/token.ts';

/** Where rolling a key back stands. */
export type KeyRollBackState =
  | { readonly kind: 'asking'; readonly error: unknown }
  | { readonly kind: 'under-way' }
  /** The answer was lost. `missing`: the host was asked since, and the key in use is the one from before. */
  | { readonly kind: 'unknown'; readonly missing: boolean; readonly error: unknown }
  /** Somebody else changed the keys meanwhile: what was shown is no longer what would happen. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'done' };

const same = (now: License | null | undefined, shown: License | null): boolean =>
  now ? shown !== null && sameLicense(now, shown) : shown === null;

/**
 * Rolls the key of an extension back, once. Right before it is written, and after a lost answer, the list is read: what
 * is done is what was shown, and an outcome that is not known is looked up instead of told.
 *
 * @param shown - The extension with the keys that the person was shown.
 * @param number - Of the key in use then.
 */
export function useKeyRollBack(shown: Extension, number: string, onDone: () => void) {
  const backend = useBackend();
  const client = useQueryClient();
  const [state, setState] = useState<KeyRollBackState>({ kind: 'asking', error: null });
  const [agreed] = useState(shown);
  const idempotencyKey = useRef('');
  const running = useRef(false);

  async function alone(work: () => Promise<KeyRollBackState>) {
    if (running.current) return;
    running.current = true;
    setState({ kind: 'under-way' });
    const next = await work();
    running.current = false;
    setState(next);
    if (next.kind === 'done') onDone();
  }

  const read = () => keysNow(backend, client, agreed.key);

  /** Where the host stands, next to what was shown before and what was meant to be. */
  async function lookUp(): Promise<KeyRollBackState> {
    try {
      const now = await read();
      if (same(now?.license, agreed.previousLicense)) return { kind: 'done' };
      return same(now?.license, agreed.license)
        ? { kind: 'unknown', missing: true, error: null }
        : { kind: 'changed' };
    } catch (error) {
      return { kind: 'unknown', missing: false, error };
    }
  }

  const rollBack = () =>
    void alone(async () => {
      idempotencyKey.current ||= newToken();
      try {
        const now = await read();
        if (!same(now?.previousLicense, agreed.previousLicense)) return { kind: 'changed' };
        await backend.licenses.rollBackKey(number, idempotencyKey.current);
        return { kind: 'done' };
      } catch (error) {
        if (isBackendError(error) && error.outcomeUnknown) return lookUp();
        idempotencyKey.current = '';
        return { kind: 'asking', error };
      }
    });

  return { state, rollBack, check: () => void alone(lookUp) };
}

async function keysNow(
  backend: Backend,
  client: ReturnType<typeof useQueryClient>,
  key: string,
): Promise<Extension | undefined> {
  const { extensions } = await client.fetchQuery({
    ...inventoryQuery(backend),
    staleTime: 0,
    networkMode: 'always',
  });
  return extensions.find((extension) => extension.key === key);
}
