import type { Offer } from '../../backend/backend.ts';
import type { Target, Wish } from '../../domain/order.ts';

/** The short steps of a purchase. */
export type PurchaseStep = 'domain' | 'offer' | 'check';

/** What the admin picked so far. */
export interface Choice {
  readonly target: Target | null;
  readonly offer: Offer | null;
}

const needsDomain = ({ model }: Offer): boolean => model === 'individual';

/**
 * The steps in order. A domain is asked for first where every offer needs one; where only some do, the offer decides
 * whether it is asked for at all.
 */
export function stepsOf(offers: readonly Offer[], chosen: Offer | null): readonly PurchaseStep[] {
  if (offers.length > 0 && offers.every(needsDomain)) return ['domain', 'offer', 'check'];
  return chosen !== null && needsDomain(chosen) ? ['offer', 'domain', 'check'] : ['offer', 'check'];
}

/** The choice as it is saved; `null` while something is missing. Only an individual offer has a place it goes to. */
export function wishOf(extension: string, { target, offer }: Choice): Wish | null {
  if (offer === null || (needsDomain(offer) && target === null)) return null;
  return {
    kind: needsDomain(offer) ? 'individual-offer' : 'license',
    extension,
    offer: offer.id,
    target: needsDomain(offer) ? target : null,
    licenses: [],
    priceShown: offer.price,
  };
}
