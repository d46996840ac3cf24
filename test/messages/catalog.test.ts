import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import compile from 'icu-minify/compile';
import { expect, it } from 'vitest';

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const catalog = JSON.parse(readFileSync(`${src}messages/en.json`, 'utf8')) as Record<
  string,
  string
>;
const ids = Object.keys(catalog);

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(src + file, 'utf8') }));

/** Ids that are put together: the constant beginning of each template given to `say`. */
const PREFIXES = sources.flatMap(({ text }) =>
  [...text.matchAll(/say\(\s*`([a-z.-]+)\$\{/g)].map((match) => match[1] ?? ''),
);

const quoted = new Set(
  sources.flatMap(({ text }) =>
    [...text.matchAll(/['"]([a-z][a-z-]*(?:\.[a-z-]+)*)['"]/gi)].map((match) => match[1]),
  ),
);

it('has a text for every id that is said somewhere', () => {
  const said = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/\bsay\(\s*'([^']+)'/g)].map((match) => ({ file, id: match[1] ?? '' })),
  );
  expect(said.length).toBeGreaterThan(150);
  expect(said.filter(({ id }) => !ids.includes(id))).toEqual([]);
});

it('has a text for every id that is put together, as order.state.…', () => {
  expect(PREFIXES.length).toBeGreaterThan(3);
  for (const prefix of PREFIXES)
    expect(
      ids.filter((id) => id.startsWith(prefix)),
      prefix,
    ).not.toEqual([]);
});

it('has no text that nobody says', () => {
  const unsaid = ids.filter(
    (id) => !quoted.has(id) && !PREFIXES.some((prefix) => id.startsWith(prefix)),
  );
  expect(unsaid).toEqual([]);
});

it('is in the order of its ids, so that two people’s additions do not meet at its end', () => {
  expect(ids).toEqual([...ids].sort());
});

it.each(ids)('%s is valid ICU, and says something', (id) => {
  const text = catalog[id] ?? '';
  expect(() => compile(text)).not.toThrow();
  expect(text.trim()).toBe(text);
  expect(text).not.toBe('');
});

it('counts by plural rules: a count in a sentence is never left to "(s)", and every rule has an end', () => {
  const counted = ids.filter((id) => catalog[id]?.includes(', plural,'));
  expect(counted.length).toBeGreaterThan(10);
  expect(counted.filter((id) => !/other \{/.test(catalog[id] ?? ''))).toEqual([]);
  expect(ids.filter((id) => /\(s\)/.test(catalog[id] ?? ''))).toEqual([]);
});

it('writes in typographic quotes and dashes, and in American spelling', () => {
  for (const id of ids) {
    // A straight apostrophe also escapes ICU's braces, and so may swallow half a sentence.
    expect(catalog[id], id).not.toMatch(/['"]/);
    expect(catalog[id], id).not.toMatch(/licence|cancelled|\bcolour/i);
  }
});
