import compile from 'icu-minify/compile';
import { expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { pseudoCatalog } from '../../src/messages/pseudo.ts';
import { type Catalog, createWords } from '../../src/messages/words.ts';
import { day } from '../../src/domain/day.ts';

const english = JSON.parse(
  readFileSync(new URL('../../src/messages/en.json', import.meta.url), 'utf8'),
) as Record<string, string>;
const catalog = Object.fromEntries(
  Object.entries(english).map(([id, text]) => [id, compile(text)]),
) as Catalog;
const say = createWords('en', catalog);

it('counts one, several and none by the rules of the language', () => {
  expect(say('update-all.start', { count: 0 })).toBe('Nothing chosen');
  expect(say('update-all.start', { count: 1 })).toBe('Update 1 extension');
  expect(say('update-all.start', { count: 1_234 })).toBe('Update 1,234 extensions');
});

it('prints a day as that day, whatever the time zone of the reader', () => {
  for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']) {
    process.env['TZ'] = zone;
    expect(createWords('en', catalog).day(day('2025-03-31'))).toBe('Mar 31, 2025');
  }
  delete process.env['TZ'];
});

it('prints money with every digit it was given', () => {
  expect(say.money('12345678901.25', 'USD')).toBe('$12,345,678,901.25');
});

it('lets no word from outside turn the sentence around it', () => {
  const said = say('verdict.held.until', { reason: '\u202egnitset', day: 'May 31, 2025' });
  expect(said).toBe('\u2068gnitset\u2069 (until May 31, 2025)');
  expect(say('verdict.held', { by: '\u2069\u202e\u2066x' })).toBe('Held by \u2068x\u2069');
  expect(say('verdict.held', { by: 'مدير' })).toBe('Held by \u2068مدير\u2069');
  expect(say('verdict.held', { by: 'You (admin)' })).toBe('Held by You (admin)');
});

it('puts every word of the pseudo language in brackets, and keeps what is filled in as it is', () => {
  const pseudo = createWords('en', pseudoCatalog(catalog));
  expect(pseudo('verdict.up-to-date')).toMatch(/^⟦.+⟧$/);
  expect(pseudo('action.update', { version: '2.1.19' })).toMatch(/^⟦.*2\.1\.19.*⟧$/);
  expect(pseudo('update-all.start', { count: 3 })).toMatch(/^⟦.*3.*⟧$/);
});
