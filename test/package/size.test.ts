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

it.each([
  ['the list at first paint, React apart', 45, compressed(style, ...code(firstPaint(chunks)))],
  ['everything, React apart', 75, compressed(style, ...code(chunks))],
  ['the element, React inside', 115, compressed(readFileSync('dist/element.js', 'utf8'))],
])('%s stays within %d kB', (what, budget, size) => {
  console.log(`${what}: ${size.toFixed(1)} of ${budget} kB gzip`);
  expect(size).toBeLessThanOrEqual(budget);
});
