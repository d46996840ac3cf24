import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ActivationPreview, Backend } from '../../backend/backend.ts';
import { useBackend } from '../../backend/context.ts';
import { isBackendError } from '../../backend/errors.ts';
import { inventoryQuery } from '../../backend/queries.ts';
import { readActivationCode, type TypedCode } from '../../domain/activation-code.ts';
import { newToken } from '../../domain/token.ts';
import { sameLicense } from './same-license.ts';

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
  | { readonly kind: 'done'; readonly licenses: Licenses };

export type Licenses = ActivationPreview['licenses'];

/** A code with the key that makes its use happen once. Kept in memory alone, and only until it is used or given up. */
interface Held {
  readonly code: string;
  readonly idempotencyKey: string;
}

const TYPING: Activation = { kind: 'typing', slip: null, error: null };

const lost = (error: unknown): boolean => isBackendError(error) && error.outcomeUnknown;

/** Previews a code, uses it once, and reads back what came of it. */
export function useActivation(onActivated: (licenses: Licenses) => void) {
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

  function done(licenses: Licenses): Activation {
    drop();
    onActivated(licenses);
    return { kind: 'done', licenses };
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
        return done((await backend.licenses.activate(code, idempotencyKey)).licenses);
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
        return (await isThere(backend, client, offered))
          ? done(offered)
          : { kind: 'unknown', licenses: offered, missing: true, error: null };
      } catch (error) {
        return { kind: 'unknown', licenses: offered, missing: false, error };
      }
    });

  const restart = () => {
    drop();
    setState(TYPING);
  };

  return { state, preview, activate, check, restart };
}

async function isThere(
  backend: Backend,
  client: ReturnType<typeof useQueryClient>,
  offered: Licenses,
): Promise<boolean> {
  const { extensions } = await client.fetchQuery({
    ...inventoryQuery(backend),
    staleTime: 0,
    networkMode: 'always',
  });
  return offered.every(({ extension, license }) =>
    extensions.some(
      ({ key, license: present }) => key === extension && sameLicense(license, present),
    ),
  );
}
