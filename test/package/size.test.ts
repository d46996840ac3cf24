import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { bundled, firstPaint } from './bundled.ts';

/** In kB of 1024 bytes, as a server would send it. */
const compressed = (...texts: string[]) =>
  texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0) / 1024;

const chunks = await bundled('dist/index.js');
const style = readFileSync('dist/style.css', 'utf8');
const code = (some: typeof chunks) => some.map((chunk) => chunk.code);

/**
 * Where each size stands and where it is to go (the goals of the speed issue, kB gzip). A ceiling holds what is there:
 * whoever makes something smaller lowers it, and whoever needs more says in the changelog what for.
 */
it.each([
  {
    what: 'the list at first paint, React apart',
    ceiling: 109,
    goal: 45,
    size: compressed(style, ...code(firstPaint(chunks))),
  },
  {
    what: 'everything, React apart',
    ceiling: 163,
    goal: 75,
    size: compressed(style, ...code(chunks)),
  },
  {
    what: 'the element, React inside',
    ceiling: 204,
    goal: 115,
    size: compressed(readFileSync('dist/element.js', 'utf8')),
  },
])('$what stays within $ceiling kB', ({ what, ceiling, goal, size }) => {
  console.log(`${what}: ${size.toFixed(1)} kB gzip, ceiling ${ceiling}, goal ${goal}`);
  expect(size).toBeLessThanOrEqual(ceiling);
});
