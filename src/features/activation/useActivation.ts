import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Backend, Inventory } from '../../backend/backend.ts';
import { useBackend } from '../../backend/context.ts';
import { isBackendError } from '../../backend/errors.ts';
import { inventoryQuery } from '../../backend/queries.ts';
import { readActivationCode, type TypedCode } from '../../domain/activation-code.ts';
import { newToken } from '../../domain/token.ts';
import { type LicenseOutcome, type Licenses, outcomesOf, withAnswered } from './outcome.ts';

/** Where entering a code stands. The code itself is in none of it. */
export type Activation =
  | {
      readonly kind: 'typing';
      readonly slip: Exclude<TypedCode, { kind: 'code' }> | null;
      readonly error: unknown;
    }
  | { readonly kind: 'previewing' }
  | { readonly kind: 'preview'; readonly licenses: Licenses; readonly error: unknown }
  | { readonly kind: 'activating'; readonly licenses: Licenses }
  /** The answer was lost. `missing`: the host was asked since and does not have the licenses. */
  | {
      readonly kind: 'unknown';
      readonly licenses: Licenses;
      readonly missing: boolean;
      readonly error: unknown;
    }
  /** The host took the code. What it is worth, only the list says. */
  | {
      readonly kind: 'done';
      readonly licenses: Licenses;
      /** What the list says of them; `null` = it could not be read since. */
      readonly outcomes: readonly LicenseOutcome[] | null;
      /** When it was read last, in milliseconds since 1970; `null` = not since. */
      readonly readAt: number | null;
      /** Why it could not be read, or the licenses not be retrieved, the last time. */
      readonly error: unknown;
      readonly checking: boolean;
    };

type Done = Extract<Activation, { kind: 'done' }>;

/** A code with the key that makes its use happen once. Kept in memory alone, and only until it is used or given up. */
interface Held {
  readonly code: string;
  readonly idempotencyKey: string;
}

const TYPING: Activation = { kind: 'typing', slip: null, error: null };

const lost = (error: unknown): boolean => isBackendError(error) && error.outcomeUnknown;

/**
 * Previews a code, uses it once, and reads back what came of it.
 *
 * @param retrieve - Whether licenses can be retrieved here; if not, checking again is reading the list again.
 */
export function useActivation(onActivated: (licenses: Licenses) => void, retrieve: boolean) {
  const backend = useBackend();
  const client = useQueryClient();
  const [state, setState] = useState<Activation>(TYPING);
  const held = useRef<Held | null>(null);
  const running = useRef(false);

  const drop = () => {
    held.current = null;
  };
  // The code does not outlive the dialog it was typed into.
  useEffect(
    () => () => {
      held.current = null;
    },
    [],
  );

  /** One thing at a time, however often a button is pressed. */
  async function alone(meanwhile: Activation, work: (code: Held) => Promise<Activation>) {
    if (running.current || held.current === null) return;
    running.current = true;
    setState(meanwhile);
    try {
      setState(await work(held.current));
    } finally {
      running.current = false;
    }
  }

  async function done(licenses: Licenses): Promise<Done> {
    drop();
    const read = await readBack(backend, client, licenses);
    onActivated(licenses);
    return { kind: 'done', licenses, readAt: null, checking: false, ...read };
  }

  const preview = (typed: string) => {
    const read = readActivationCode(typed);
    if (read.kind !== 'code') return setState({ kind: 'typing', slip: read, error: null });
    held.current = { code: read.code, idempotencyKey: newToken() };
    return void alone({ kind: 'previewing' }, async ({ code }) => {
      try {
        return {
          kind: 'preview',
          ...(await backend.licenses.previewActivation(code)),
          error: null,
        };
      } catch (error) {
        drop();
        return { kind: 'typing', slip: null, error };
      }
    });
  };

  const activate = (offered: Licenses) =>
    void alone({ kind: 'activating', licenses: offered }, async ({ code, idempotencyKey }) => {
      try {
        const answer = await backend.licenses.activate(code, idempotencyKey);
        return await done(withAnswered(offered, answer.licenses));
      } catch (error) {
        return lost(error)
          ? { kind: 'unknown', licenses: offered, missing: false, error }
          : { kind: 'preview', licenses: offered, error };
      }
    });

  /** Looks at the host for the licenses that were offered; nothing is written. */
  const check = (offered: Licenses) =>
    void alone({ kind: 'activating', licenses: offered }, async () => {
      try {
        const outcomes = outcomesOf(offered, await readList(backend, client));
        return outcomes.every(({ outcome }) => outcome !== 'missing')
          ? await done(offered)
          : { kind: 'unknown', licenses: offered, missing: true, error: null };
      } catch (error) {
        return { kind: 'unknown', licenses: offered, missing: false, error };
      }
    });

  /** Retrieves the licenses and reads the list once more, after the code was used. */
  const lookAgain = async (before: Done) => {
    if (running.current) return;
    running.current = true;
    setState({ ...before, checking: true });
    const failed = retrieve
      ? await backend.licenses.checkLicenses().then(
          () => null,
          (error: unknown) => error,
        )
      : null;
    const read = await readBack(backend, client, before.licenses);
    running.current = false;
    const { outcomes, error, ...at } = read;
    setState({
      ...before,
      ...at,
      outcomes: outcomes ?? before.outcomes,
      error: error ?? failed,
      checking: false,
    });
    if (error === null) onActivated(before.licenses);
  };

  const restart = () => {
    drop();
    setState(TYPING);
  };

  return { state, preview, activate, check, lookAgain, restart };
}

/** The list as it is now. */
const readList = (
  backend: Backend,
  client: ReturnType<typeof useQueryClient>,
): Promise<Inventory> =>
  client.fetchQuery({ ...inventoryQuery(backend), staleTime: 0, networkMode: 'always' });

async function readBack(
  backend: Backend,
  client: ReturnType<typeof useQueryClient>,
  licenses: Licenses,
): Promise<Pick<Done, 'outcomes' | 'error'> & Partial<Pick<Done, 'readAt'>>> {
  try {
    const outcomes = outcomesOf(licenses, await readList(backend, client));
    return { outcomes, error: null, readAt: Date.now() };
  } catch (error) {
    return { outcomes: null, error };
  }
}
