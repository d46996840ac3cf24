import type { World } from './world.ts';

/** Something sold for an extension, as host, store and key administrator know it. */
export interface CatalogOffer {
  id: string;
  /** Key of the extension, or {@link ANY}. */
  extension: string;
  name: string;
  description: string | null;
  model: 'single' | 'multiple' | 'pay-as-you-go' | 'individual';
  price: { amount: string; currency: string };
  /** Months one price pays for; `null` = once. */
  months: number | null;
  /** What the customer has afterwards. `copy` = something delivered once, to one domain. */
  grants: 'perpetual' | 'subscription' | 'evaluation' | 'copy';
  /** `renewal` is quoted and not listed; `upgrade` mends a license of the wrong sort. */
  use: 'buy' | 'renewal' | 'upgrade';
}

/** Stands for every extension where thousands are sold on the same terms. */
export const ANY = '*';

/** What is sold for one extension. */
export const soldFor = ({ host }: Pick<World, 'host'>, extension: string): CatalogOffer[] =>
  host.offers
    .filter((offer) => offer.extension === extension || offer.extension === ANY)
    .map((offer) => ({ ...offer, extension }));

/** The renewal of an extension's license, if it is sold. */
export const renewalFor = (world: World, extension: string): CatalogOffer | undefined =>
  soldFor(world, extension).find(({ use }) => use === 'renewal');

/** The license itself, as the vendor knows it (`PRODUCT_ID`); the extension's key where none is sold. */
export const productOf = (world: World, extension: string): string =>
  soldFor(world, extension).find(({ use }) => use === 'buy')?.id ?? extension;

/** The offer of that name, whatever it is for. */
export const offerOf = ({ host }: World, id: string | null): CatalogOffer | undefined =>
  host.offers.find((offer) => offer.id === id);
