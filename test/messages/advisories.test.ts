import compile from 'icu-minify/compile';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Advice, adviseOn } from '../../src/domain/advise.ts';
import type { Severity } from '../../src/domain/advisory.ts';
import { decide } from '../../src/domain/decide.ts';
import type { Extension } from '../../src/domain/extension.ts';
import { adviceWords, advisoryBadge, advisoryWeight } from '../../src/messages/advisories.ts';
import { type Catalog, createWords } from '../../src/messages/words.ts';
import { estate, extension, release } from '../domain/given.ts';

const english = JSON.parse(
  readFileSync(new URL('../../src/messages/en.json', import.meta.url), 'utf8'),
) as Record<string, string>;
const say = createWords(
  'en',
  Object.fromEntries(Object.entries(english).map(([id, text]) => [id, compile(text)])) as Catalog,
);

/** Maintenance ended on 31 March 2024: 1.1 is covered, 1.2 is not, and 2.0 needs host 5. */
function advised(
  affects: string,
  more: Partial<Extension> = {},
  severity: Severity | null = 'high',
): { of: Extension; advice: Advice } {
  const of = extension({
    releases: [
      release('1.1', '2024-02-01'),
      release('1.2', '2024-04-01'),
      release('2.0', '2024-04-25', { requiresHost: '^5.0' }),
    ],
    advisories: [{ id: 'EXAMPLE-1', title: 'A flaw', severity, affects, url: null }],
    ...more,
  });
  const at = estate();
  const [advice] = adviseOn(of, decide(of, at), at);
  if (!advice) throw new Error(`"${affects}" does not concern this extension`);
  return { of, advice };
}

const words = (affects: string, more?: Partial<Extension>): string => {
  const { of, advice } = advised(affects, more);
  return adviceWords(say, of, advice);
};

it.each([
  ['<1.1', '1.0 has this flaw. 1.1 is without it and covered by your license.'],
  [
    '<1.2',
    '1.0 has this flaw, and 1.1, which your license covers, still has it. The fix 1.2 is outside your license.',
  ],
  [
    '<2.0',
    '1.0 has this flaw, and 1.1, which your license covers, still has it. The fix 2.0 needs a newer host.',
  ],
  [
    '*',
    '1.0 has this flaw, and 1.1, which your license covers, still has it. No newer release is known to be without it.',
  ],
  ['1.1', '1.0 does not have this flaw; the update to 1.1 would bring it in.'],
  [
    'the old ones',
    'Nobody can say whether 1.0 has this flaw: it is said of “the old ones”, which names no versions.',
  ],
])('says of a flaw of %j what comes of it', (affects, sentence) => {
  expect(words(affects)).toBe(sentence);
});

it('says that the fix needs a license, or that its coverage is not known', () => {
  const missing = { license: { kind: 'missing', trialOffered: false } } as const;
  expect(words('<1.1', missing)).toBe('1.0 has this flaw. The fix 1.1 needs a license.');
  const unknown = { license: { kind: 'unknown', reason: '' } } as const;
  expect(words('<1.1', unknown)).toBe(
    '1.0 has this flaw. Nobody can say whether your license covers the fix 1.1.',
  );
});

it('says of a fix which host it needs, or that its vendor does not say', () => {
  const fixFor = (requiresHost: string | null) =>
    words('<1.1', { releases: [release('1.1', '2024-02-01', { requiresHost })] });
  expect(fixFor('^3.0')).toContain('The fix 1.1 needs an older host.');
  expect(fixFor('^3.0|^5.0')).toContain('The fix 1.1 needs another host.');
  expect(fixFor(null)).toContain('The vendor does not say which hosts the fix 1.1 runs on.');
});

it('says of the way back, and of a version without order', () => {
  const installed = release('1.2', '2024-04-01');
  const releases = [release('1.1', '2024-02-01')];
  expect(words('<1.2', { installed, releases })).toBe(
    '1.2 does not have this flaw; 1.1, the version to roll back to, has it.',
  );
  expect(words('<1.2', { installed: release('7f3a9c', '2024-01-10'), releases: [] })).toBe(
    'Nobody can say whether 7f3a9c has this flaw: it is said of “<1.2”, and this version has no order.',
  );
});

it('has a few words for a row, and a weight that follows the severity', () => {
  const badge = (affects: string, severity: Severity | null) => {
    const { advice } = advised(affects, {}, severity);
    return [advisoryBadge(say, advice), advisoryWeight(advice)];
  };
  expect(badge('<1.2', 'critical')).toEqual(['Critical flaw', 'bad']);
  expect(badge('<1.2', 'high')).toEqual(['Serious flaw', 'bad']);
  expect(badge('<1.2', 'moderate')).toEqual(['Known flaw', 'warn']);
  expect(badge('<1.2', null)).toEqual(['Known flaw', 'warn']);
  expect(badge('<1.2', 'low')).toEqual(['Minor flaw', 'info']);
  expect(badge('1.1', 'high')).toEqual(['Flaw in 1.1', 'bad']);
  expect(badge('the old ones', 'high')).toEqual(['Possible flaw', 'unknown']);
});
