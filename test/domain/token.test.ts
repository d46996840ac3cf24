import { expect, it } from 'vitest';
import { newToken, TOKEN_SHAPE } from '../../src/domain/token.ts';

const many = Array.from({ length: 100_000 }, () => newToken());

it('never repeats among a hundred thousand', () => {
  expect(new Set(many).size).toBe(many.length);
});

it('is 32 URL-safe characters, which no encoding changes', () => {
  expect(
    many.filter((token) => !/^[A-Za-z0-9_-]{32}$/.test(token) || !TOKEN_SHAPE.test(token)),
  ).toEqual([]);
  expect(encodeURIComponent(many[0] ?? '')).toBe(many[0]);
});

it('holds at least 128 bits: each place takes each of 64 characters about equally often', () => {
  const expected = many.length / 64;
  const entropies = Array.from({ length: 32 }, (_, place) => {
    const counts = new Map<string, number>();
    for (const token of many)
      counts.set(token.charAt(place), (counts.get(token.charAt(place)) ?? 0) + 1);
    expect(counts.size).toBe(64);
    expect(Math.max(...counts.values())).toBeLessThan(expected * 1.25);
    return [...counts.values()].reduce(
      (bits, count) => bits - (count / many.length) * Math.log2(count / many.length),
      0,
    );
  });
  expect(entropies.reduce((a, b) => a + b, 0)).toBeGreaterThan(190);
});

it('is made of nothing but the randomness it is given', () => {
  const counting = {
    getRandomValues<T extends ArrayBufferView | null>(array: T): T {
      if (array instanceof Uint8Array) array.forEach((_, at) => (array[at] = at + 192));
      return array;
    },
  };
  expect(newToken(counting)).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef');
});
