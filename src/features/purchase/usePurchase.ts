import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Offer } from '../../backend/backend.ts';
import { useBackend } from '../../backend/context.ts';
import type { Session } from '../../backend/session.ts';
import { offersQuery, targetsQuery } from '../../backend/queries.ts';
import { useSavedWish, type WishSaving } from '../../ledger/useSavedWish.ts';
import type { Target } from '../../domain/order.ts';
import { type Choice, type PurchaseStep, stepsOf, wishOf } from './choice.ts';

/** What can be bought for an extension, or how asking for it stands. */
export type Sale =
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly error: Error; readonly again: () => void }
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'open';
      readonly offers: readonly Offer[];
      readonly targets: readonly Target[];
    };

/** A purchase while it is being put together. */
export interface Purchase {
  readonly sale: Sale;
  readonly choice: Choice;
  readonly choose: (part: Partial<Choice>) => void;
  readonly steps: readonly PurchaseStep[];
  readonly step: PurchaseStep;
  readonly goTo: (step: PurchaseStep) => void;
  readonly saving: WishSaving;
}

export function usePurchase(extension: string, session: Session): Purchase {
  const sale = useSale(extension);
  const [picked, choose] = useState<Choice>({ target: null, offer: null });
  const [wanted, goTo] = useState<PurchaseStep | null>(null);
  const choice = sale.kind === 'open' ? withOnlyDomain(picked, sale.targets) : picked;
  const steps = stepsOf(sale.kind === 'open' ? sale.offers : [], choice.offer);
  const step = wanted !== null && steps.includes(wanted) ? wanted : (steps[0] ?? 'check');
  return {
    sale,
    choice,
    choose: (part) => choose((before) => ({ ...before, ...part })),
    steps,
    step,
    goTo,
    saving: useSavedWish(wishOf(extension, choice), session),
  };
}

/** Where there is one domain, it is picked already. */
const withOnlyDomain = (choice: Choice, targets: readonly Target[]): Choice =>
  choice.target === null && targets.length === 1
    ? { ...choice, target: targets[0] ?? null }
    : choice;

/** Domains are asked for only where an offer needs one. */
function useSale(extension: string): Sale {
  const backend = useBackend();
  const offers = useQuery(offersQuery(backend, extension));
  const individual = offers.data?.some(({ model }) => model === 'individual') ?? false;
  const targets = useQuery({ ...targetsQuery(backend, extension), enabled: individual });
  const asked = individual ? [offers, targets] : [offers];

  const failed = asked.find(({ isError, data }) => isError && data === undefined);
  if (failed?.error) {
    const again = () =>
      asked.forEach((query) => void (query.data === undefined && query.refetch()));
    return failed.isFetching ? { kind: 'asking' } : { kind: 'failed', error: failed.error, again };
  }
  if (offers.data === undefined || asked.some(({ data }) => data === undefined))
    return { kind: 'asking' };
  if (offers.data.length === 0) return { kind: 'nothing' };
  return { kind: 'open', offers: offers.data, targets: targets.data ?? [] };
}
