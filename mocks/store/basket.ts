import * as v from 'valibot';
import { parseDay } from '../../src/domain/day.ts';
import type { Term } from '../../src/domain/renewal-term.ts';
import { renewalFor, soldFor } from '../catalog.ts';
import { today } from '../clock.ts';
import { renewed, termFrom } from '../renewal.ts';
import type { Context } from '../routes.ts';
import type { World } from '../world.ts';
import type { BasketLine } from './checkout-page.ts';
import type { Basket } from './state.ts';

const KaKeys = v.object({
  keys: v.array(v.object({ product: v.string(), endsOn: v.nullable(v.string()) })),
});

/** Reads a basket from a link or a form. */
export function basketOf(extension: string, given: URLSearchParams): Basket {
  return {
    extension,
    token: given.get('token'),
    offer: given.get('product-id'),
    mainKey: given.get('kn'),
    licenses: given
      .getAll('ekn')
      .flatMap((numbers) => numbers.split(','))
      .filter(Boolean),
    term: termFrom(given),
  };
}

/** What is in the basket; the key administrator says what licenses are for and until when they run. */
export async function linesOf(
  { memory, origins, call }: Context,
  basket: Basket,
): Promise<BasketLine[]> {
  const sold = await memory.read((world) => lineOf(world, basket));
  if (sold.length > 0 || basket.licenses.length === 0) return sold;
  const query = new URLSearchParams(basket.licenses.map((number) => ['ekn', number]));
  const answer = v.safeParse(
    KaKeys,
    await call(`${origins.ka}/keys?${query}`).then(
      (it) => it.json(),
      () => undefined,
    ),
  );
  const keys = answer.success ? answer.output.keys : [];
  return memory.read((world) =>
    keys.flatMap((key) => renewalLine(world, key.product, key.endsOn, basket.term ?? null)),
  );
}

const nameOf = ({ host }: World, key: string): string =>
  host.extensions.find((extension) => extension.key === key)?.name ?? key;

function lineOf(world: World, { extension, offer }: Basket): BasketLine[] {
  return soldFor(world, extension)
    .filter(({ id, use }) => id === offer && use !== 'renewal')
    .map(({ name, description, months, price }) => ({
      name: `${nameOf(world, extension)}: ${name}`,
      detail:
        description ??
        (months === null ? 'Paid once' : months === 1 ? 'Every month' : `Every ${months} months`),
      price,
    }));
}

function renewalLine(
  world: World,
  product: string,
  endsOn: string | null,
  term: Term | null,
): BasketLine[] {
  const offer = renewalFor(world, product);
  const end = parseDay(endsOn ?? '');
  if (!offer?.months || !end) return [];
  const found = renewed({ price: offer.price, months: offer.months }, end, today(world), term);
  if (typeof found === 'string') return [];
  const { price, newEndsOn } = found;
  return [
    { name: `Renewal of ${nameOf(world, product)}`, detail: `From ${end} to ${newEndsOn}`, price },
  ];
}
