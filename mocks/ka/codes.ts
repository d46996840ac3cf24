import { addDays, addMonths } from '../../src/domain/day.ts';
import { productOf } from '../catalog.ts';
import { CANARY } from '../canary.ts';
import { today } from '../clock.ts';
import type { World } from '../world.ts';
import type { ActivationCode, Key } from './state.ts';

/** Activation codes every world knows, by what becomes of them. Any other well-formed code is unknown. */
export const CODES = {
  /** Maintains the license of one extension for a year. */
  works: 'WORKS1-CANARY-UPKEEP-UPKEEP-UPKEEP',
  /** Carries two keys. */
  several: 'WORKS2-CANARY-UPKEEP-UPKEEP-UPKEEP',
  usedElsewhere: 'USED01-CANARY-UPKEEP-UPKEEP-UPKEEP',
  expired: 'EXPIRD-CANARY-UPKEEP-UPKEEP-UPKEEP',
  otherProduct: 'OTHER1-CANARY-UPKEEP-UPKEEP-UPKEEP',
  /** Was used on as many hosts as it allows. */
  limitReached: 'LIMIT1-CANARY-UPKEEP-UPKEEP-UPKEEP',
  /** The key administrator grants it, but its license ended long ago. */
  ended: 'ENDED1-CANARY-UPKEEP-UPKEEP-UPKEEP',
} as const;

/** Makes {@link CODES} for a world, with the keys they carry. */
export function codesFor(world: World): ActivationCode[] {
  const day = today(world);
  const [first, second] = candidates(world);
  let number = 900_001;

  const key = (product: string, endsOn = addMonths(day, 12)): string => {
    const made: Key = {
      number: `EXT.${String(number++).padStart(8, '0')}`,
      version: 1,
      product,
      offer: productOf(world, product),
      mainKey: null,
      grants: 'perpetual',
      standing: 'active',
      errors: [],
      createdOn: day,
      endsOn,
      renewsEvery: null,
      renewalTriedOn: null,
      body: CANARY,
      token: null,
      test: false,
      before: null,
    };
    world.ka.keys.push(made);
    return made.number;
  };
  const code = (
    text: string,
    keys: string[],
    more: Partial<ActivationCode> = {},
  ): ActivationCode => ({
    code: text,
    keys,
    usedBy: [],
    limit: 1,
    expiresOn: null,
    ...more,
  });

  return [
    code(CODES.works, [key(first)]),
    code(CODES.several, [key(first), key(second)]),
    code(CODES.usedElsewhere, [key(first)], { usedBy: ['PLSK.00020002'] }),
    code(CODES.expired, [key(first)], { expiresOn: addDays(day, -30) }),
    code(CODES.otherProduct, [key('not-on-this-host')]),
    code(CODES.limitReached, [key(first)], {
      usedBy: ['PLSK.00020002', 'PLSK.00030003'],
      limit: 2,
    }),
    code(CODES.ended, [key(first, addMonths(day, -13))]),
  ];
}

/** Two extensions a code is of use to: those without a license first. */
function candidates({ host }: World): readonly [string, string] {
  const needing = host.extensions.filter(({ license }) => license.kind !== 'not-needed');
  const wanting = needing.filter(
    ({ license }) => license.kind === 'missing' || license.kind === 'evaluation',
  );
  const [first = 'none', second = first] = [...new Set([...wanting, ...needing])].map(
    ({ key }) => key,
  );
  return [first, second];
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** The activation code mailed for a key. Made from its number, so that a world is the same however often it is made. */
export function codeFor({ number }: Pick<Key, 'number'>): string {
  let state = Array.from(number).reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0,
    7,
  );
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return LETTERS.charAt(state >>> 27);
  };
  const groups = Array.from({ length: 4 }, () => Array.from({ length: 6 }, next).join(''));
  return [...groups, CANARY.toUpperCase()].join('-');
}
