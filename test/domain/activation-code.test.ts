import { array, assert, constantFrom, integer, property, string, tuple } from 'fast-check';
import { expect, it } from 'vitest';
import { readActivationCode } from '../../src/domain/activation-code.ts';

const CODE = 'A1B2C3-D4E5F6-G7H8I9-J0K1L2-M3N4O5';

it.each([
  ['as it was sent', CODE],
  ['without dashes', CODE.replaceAll('-', '')],
  ['in small letters', CODE.toLowerCase()],
  ['with spaces around and between', `  ${CODE.replaceAll('-', ' ')}\n`],
  ['with dashes of other kinds', CODE.replaceAll('-', '–').replace('–', '—').replace('–', '‑')],
  ['with invisible characters', `\uFEFF${CODE.replaceAll('-', '\u200B-\u00AD')}\u202C`],
  ['in full-width forms', 'Ａ１Ｂ２Ｃ３－Ｄ４Ｅ５Ｆ６－Ｇ７Ｈ８Ｉ９－Ｊ０Ｋ１Ｌ２－Ｍ３Ｎ４Ｏ５'],
])('reads a code %s', (_how, typed) => {
  expect(readActivationCode(typed)).toEqual({ kind: 'code', code: CODE });
});

it('keeps O and 0 apart, and I and 1', () => {
  expect(readActivationCode('O0O0O0I1I1I1O0O0O0I1I1I1O0O0O0')).toEqual({
    kind: 'code',
    code: 'O0O0O0-I1I1I1-O0O0O0-I1I1I1-O0O0O0',
  });
});

it('counts what is missing or too much', () => {
  expect(readActivationCode('A1B2C3-D4E5F6')).toEqual({ kind: 'wrong-length', count: 12 });
  expect(readActivationCode(`${CODE}7`)).toEqual({ kind: 'wrong-length', count: 31 });
});

it.each([
  ['markup', `<b>${CODE}</b>`],
  ['a code with a sign after it', `${CODE}!`],
  ['letters of other alphabets', CODE.replace('A', 'А')],
  ['letters that become ours only when made large', 'ß'.repeat(15)],
])('does not make a code of %s', (_what, typed) => {
  expect(readActivationCode(typed)).toEqual({ kind: 'odd-characters' });
});

it('calls blanks empty', () => {
  expect(readActivationCode(' \u200B- ')).toEqual({ kind: 'empty' });
});

it('reads a code out of up to 1,000 characters; longer text is none, whatever is in it', () => {
  expect(readActivationCode(CODE.padEnd(1_000))).toEqual({ kind: 'code', code: CODE });
  expect(readActivationCode(CODE.padEnd(1_001))).toEqual({ kind: 'wrong-length', count: 1_001 });
});

it('does not read through a book pasted by mistake', () => {
  expect(readActivationCode('A'.repeat(10_000_000)).kind).toBe('wrong-length');
});

it('reads its own writing, and gives nothing but codes and reasons', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 80 }), (typed) => {
      const read = readActivationCode(typed);
      if (read.kind !== 'code') return;
      expect(read.code).toMatch(/^[A-Z0-9]{6}(-[A-Z0-9]{6}){4}$/);
      expect(readActivationCode(read.code)).toEqual(read);
    }),
  );
});

/** What comes along when a code is copied out of a mail, a table or a page. */
const BETWEEN = [
  '',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '-',
  '–',
  '—',
  '\u2011',
  '\u2212',
  '\u00A0',
  '\u200B',
  '\u200D',
  '\uFEFF',
  '\u00AD',
  '\u2066',
];

/** The same character as it may have been typed: small, or in full width. */
const FORMS = [
  (letter: string) => letter,
  (letter: string) => letter.toLowerCase(),
  (letter: string) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0),
];

it('forgives whatever stands between the characters of a code, and how each is written', () => {
  const letter = constantFrom(...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'));
  const written = array(tuple(letter, constantFrom(...FORMS), constantFrom(...BETWEEN)), {
    minLength: 30,
    maxLength: 30,
  });
  assert(
    property(written, constantFrom(...BETWEEN), (parts, before) => {
      const typed = before + parts.map(([one, form, after]) => form(one) + after).join('');
      const plain = parts.map(([one]) => one).join('');
      expect(readActivationCode(typed)).toEqual({
        kind: 'code',
        code: plain.replaceAll(/.{6}(?=.)/g, '$&-'),
      });
    }),
  );
});

it('takes a look-alike of another alphabet for none of our letters, wherever it stands', () => {
  const lookAlike = constantFrom(...Array.from('АВСЕНІЈКМОРЅТХаеорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧοօ'));
  assert(
    property(lookAlike, integer({ min: 0, max: 29 }), (sign, at) => {
      const plain = CODE.replaceAll('-', '');
      expect(readActivationCode(plain.slice(0, at) + sign + plain.slice(at + 1))).toEqual({
        kind: 'odd-characters',
      });
    }),
  );
});

it('never makes a code of markup, of a book, or of part of a text', () => {
  const around = constantFrom(
    '<b>',
    '</b>',
    '&nbsp;',
    '"',
    "';--",
    '{{',
    'Code: ',
    '\\n',
    'x'.repeat(10_000),
  );
  assert(
    property(around, around, (before, after) => {
      expect(readActivationCode(before + CODE + after).kind).not.toBe('code');
    }),
  );
});
