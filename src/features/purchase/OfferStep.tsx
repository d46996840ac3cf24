import { useId } from 'react';
import type { Offer } from '../../backend/backend.ts';
import { useWords } from '../../messages/context.ts';
import type { Words } from '../../messages/words.ts';

export interface OfferStepProps {
  readonly offers: readonly Offer[];
  readonly chosen: Offer | null;
  readonly onChoose: (offer: Offer) => void;
}

/** For how long a price pays, in words: `a year`. */
export const periodWords = (say: Words, { months }: Offer): string =>
  months === null ? say('offer.once') : say('offer.every', { months });

/** Picks what is bought, with what it costs and for how long. */
export function OfferStep({ offers, chosen, onChoose }: OfferStepProps) {
  const say = useWords();
  const name = useId();
  return (
    <fieldset>
      <legend className="upkeep-unseen">{say('purchase.offer')}</legend>
      <div className="upkeep-choices">
        {offers.map((offer) => (
          <label key={offer.id} className="upkeep-choice">
            <input
              type="radio"
              name={name}
              checked={offer.id === chosen?.id}
              onChange={() => onChoose(offer)}
            />
            <span className="upkeep-purchase-offer-name">
              <bdi>{offer.name}</bdi>
            </span>
            <span className="upkeep-purchase-price">
              <strong>{say.money(offer.price.amount, offer.price.currency)}</strong>{' '}
              <span className="upkeep-muted upkeep-small">{periodWords(say, offer)}</span>
            </span>
            {offer.description === null ? null : (
              <span className="upkeep-purchase-offer-words upkeep-muted upkeep-small">
                {offer.description}
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
