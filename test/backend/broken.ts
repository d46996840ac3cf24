import * as fc from 'fast-check';

/** A way to break one place of a reply. */
export const WAYS = ['type', 'null', 'missing', 'huge', 'deep', 'extra', 'prototype'] as const;

export interface Break {
  readonly way: (typeof WAYS)[number];
  /** Chooses a place of the reply, and a variety of the way. */
  readonly place: number;
  readonly variety: number;
}

/** One to three breaks, or a stolen id: with several stolen ids a reply may be a sound one of another host. */
export const anyHarm: fc.Arbitrary<{
  readonly breaks: readonly Break[];
  readonly theft: number | null;
}> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      breaks: fc.array(
        fc.record({ way: fc.constantFrom(...WAYS), place: fc.nat(), variety: fc.nat(30) }),
        { minLength: 1, maxLength: 3 },
      ),
      theft: fc.constant(null),
    }),
  },
  { weight: 1, arbitrary: fc.record({ breaks: fc.constant([]), theft: fc.nat() }) },
);

type Container = Record<string | number, unknown>;
type Place = readonly [holder: Container, name: string];

const isContainer = (value: unknown): value is Container =>
  typeof value === 'object' && value !== null;

function placesIn(value: unknown, found: Place[] = []): Place[] {
  if (!isContainer(value)) return found;
  for (const name of Object.keys(value)) {
    found.push([value, name]);
    placesIn(value[name], found);
  }
  return found;
}

const OTHER_TYPES: readonly unknown[] = [
  0,
  -1,
  1.5,
  1e308,
  '',
  ' ',
  'x',
  true,
  false,
  [],
  {},
  [[]],
  ['x'],
  '2024-02-30',
  '9999-99-99',
];
/** Written into the text at the end: what is too large, too deep or too much for JSON to be made of by itself. */
const MARKS: Readonly<Record<string, string>> = {
  '@long': `"${'x'.repeat(200_001)}"`,
  '@many': `[${'0,'.repeat(5_000)}0]`,
  '@empty': `[${'{},'.repeat(5_000)}{}]`,
  '@digits': `"${'9'.repeat(10_000)}"`,
  '@infinite': '1e999',
};
/** Deeper than anything goes down that calls itself, which ends before 12,000 on Node’s stack; yet quickly parsed. */
const DEEP = '['.repeat(12_500) + ']'.repeat(12_500);

/** What a prototype would have to say to make a reply read better than it is. */
const good = () => ({
  license: { kind: 'not-needed' },
  kind: 'not-needed',
  errors: [],
  standing: 'active',
  maintenanceEndsOn: 'never',
  state: 'fulfilled',
  polluted: true,
});

const setOwn = (holder: object, name: string, value: unknown): void => {
  Object.defineProperty(holder, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
};

/** Members that name what an entry is about. */
const IDS: readonly string[] = ['key', 'token', 'id', 'extension'];

function harm(root: Container, { way, place, variety }: Break): void {
  const places = placesIn(root);
  const [holder, name] = places[place % places.length] ?? [root, 'body'];
  const value = holder[name];
  switch (way) {
    case 'type': {
      const other = structuredClone(OTHER_TYPES[variety % OTHER_TYPES.length]);
      // An empty list in the place of a list, or a yes in that of a no, is of no other type: that is a sound reply.
      const isList = Array.isArray(value) && Array.isArray(other) && other.length === 0;
      const same = isList || (typeof value === 'boolean' && typeof other === 'boolean');
      return setOwn(holder, name, same ? {} : other);
    }
    case 'null':
      return setOwn(holder, name, null);
    case 'missing':
      // A list that is shorter is a sound one; a hole in it travels as null.
      delete holder[name];
      return;
    case 'huge':
      return setOwn(holder, name, Object.keys(MARKS)[variety % Object.keys(MARKS).length]);
    case 'deep':
      return setOwn(holder, name, variety % 2 === 0 ? '@deep' : { deep: '@deep' });
    case 'extra':
      return setOwn(
        isContainer(value) ? value : holder,
        ['constructor', 'toString', 'moon', 'hasOwnProperty'][variety % 4] ?? '',
        good(),
      );
    case 'prototype':
      if (variety % 2 === 0 && !Array.isArray(holder)) delete holder[name];
      return setOwn(isContainer(value) ? value : holder, '__proto__', good());
  }
}

function steal(root: Container, theft: number): void {
  const ids = placesIn(root).filter(([, name]) => IDS.includes(name));
  const [holder, name] = ids[theft % Math.max(ids.length, 1)] ?? [];
  if (!holder || name === undefined) return;
  const loot = ids.filter(([other, its]) => its === name && other[its] !== holder[name]);
  const [from] = loot[theft % Math.max(loot.length, 1)] ?? [];
  if (from) holder[name] = from[name];
}

/** A sound reply, broken; as text, the way it travels. */
export function broken(
  sound: unknown,
  { breaks, theft }: { breaks: readonly Break[]; theft: number | null },
): string {
  const root = { body: structuredClone(sound) };
  for (const each of breaks) harm(root, each);
  if (theft !== null) steal(root, theft);
  const text = root.body === undefined ? '' : JSON.stringify(root.body);
  return text.replace(/"(@\w+)"/g, (_, mark: string) => MARKS[mark] ?? DEEP);
}
