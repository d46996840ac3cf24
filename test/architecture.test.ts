import { posix } from 'node:path';
import { expect, it } from 'vitest';

/** Who may enter whom. A room only names rooms above it in this list, so no two can form a circle. */
const mayEnter: Record<string, string[]> = {
  domain: [],
  ui: [],
  wire: ['domain'],
  backend: ['domain', 'wire'],
  ledger: ['domain', 'backend'],
  messages: ['domain', 'backend'],
  features: ['domain', 'backend', 'ledger', 'ui', 'messages'],
  panel: ['domain', 'backend', 'ledger', 'ui', 'messages', 'features'],
  embed: ['panel', 'backend', 'messages'],
  index: ['domain', 'wire', 'backend', 'ledger', 'panel', 'embed'],
  mocks: ['domain', 'wire', 'backend'],
  // The demo's page is a host: it takes the panel by its public surface, and its styles.
  demo: ['domain', 'panel', 'index', 'mocks'],
  stories: [
    'domain',
    'ui',
    'messages',
    'wire',
    'backend',
    'ledger',
    'features',
    'panel',
    'embed',
    'mocks',
  ],
};

const sources = import.meta.glob<string>('../{src,mocks,stories}/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** `src/features/renewal/Quote.tsx` is in the room `features`, behind the door `renewal`. */
function place(file: string): { room: string; door: string } {
  const [top = '', second = '', third = ''] = file.split('/');
  if (file.startsWith('mocks/demo/')) return { room: 'demo', door: '' };
  if (top !== 'src') return { room: top, door: '' };
  if (/^src\/backend\/wire[^/]*$/.test(file)) return { room: 'wire', door: '' };
  return { room: posix.parse(second).name, door: second === 'features' ? third : '' };
}

const steps = Object.entries(sources).flatMap(([path, source]) => {
  const file = path.replace('../', '');
  const targets = source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g);
  return [...targets].map(([, target = '']) => {
    const goal = posix.join(posix.dirname(file), target);
    return { from: place(file), to: place(goal), goal, text: `${file} imports ${goal}` };
  });
});

const texts = (found: typeof steps) => found.map((step) => step.text);

it('finds the sources it is here to read', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(0);
});

it('lets imports point down only', () => {
  const strays = steps.filter(
    ({ from, to }) => from.room !== to.room && !mayEnter[from.room]?.includes(to.room),
  );
  expect(texts(strays)).toEqual([]);
});

it('keeps every feature out of the others', () => {
  const visits = steps.filter(
    ({ from, to }) => from.room === 'features' && to.room === 'features' && from.door !== to.door,
  );
  expect(texts(visits)).toEqual([]);
});

it('orders the rooms so that no circle is possible', () => {
  const rooms = Object.keys(mayEnter);
  const upward = rooms.filter((room, floor) =>
    mayEnter[room]?.some((entered) => rooms.indexOf(entered) >= floor),
  );
  expect(upward).toEqual([]);
});

it('writes the whole file name in every import', () => {
  const vague = steps.filter(({ goal }) => !/\.(tsx?|json|css|mjs)(\?inline)?$/.test(goal));
  expect(texts(vague)).toEqual([]);
});

it('names files after what they are about', () => {
  const vague = Object.keys(sources).filter((path) =>
    /^(utils?|helpers?|types|misc|common)\./.test(posix.basename(path)),
  );
  expect(vague).toEqual([]);
});

it('names no two files alike but for their letters’ case, which some disks do not tell apart', () => {
  const plain = Object.keys(sources).map((path) => path.replace(/\.tsx?$/, '').toLowerCase());
  expect(plain.filter((path, at) => plain.indexOf(path) !== at)).toEqual([]);
});
