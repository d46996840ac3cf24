import { array, assert, constantFrom, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { returnAddress } from '../../src/domain/return-address.ts';
import { newToken } from '../../src/domain/token.ts';

const NAME = 'upkeep-order';
const TOKEN = 'tok-en_123456789012345678901234';
const back = (address: string) => returnAddress(address, NAME);

it.each([
  [`https://panel.example/?${NAME}=${TOKEN}`, 'https://panel.example/'],
  [`/updates?${NAME}=${TOKEN}#orders`, '/updates#orders'],
  [`/updates?a=1&${NAME}=${TOKEN}&b=2#x`, '/updates?a=1&b=2#x'],
  [`/updates?a=%20+%C3%A9&${NAME}=${TOKEN}&&flag&empty=`, '/updates?a=%20+%C3%A9&&flag&empty='],
  [`/?%75pkeep%2Dorder=${TOKEN}&status=paid`, '/?status=paid'],
])('reads the order of %s and leaves the rest as it was', (address, rest) => {
  expect(back(address)).toEqual({ token: TOKEN, rest });
});

it.each([
  ['another value beside it', `/?${NAME}=${TOKEN}&${NAME}=${TOKEN}`],
  ['a value that is too short', `/?${NAME}=tok-en`],
  ['a value that is too long', `/?${NAME}=${TOKEN.repeat(5)}`],
  ['a script', `/?${NAME}=%3Cscript%3Ealert(1)%3C/script%3E`],
  ['a path', `/?${NAME}=../../orders/${TOKEN}`],
  ['no value', `/?${NAME}`],
  ['an empty value', `/?${NAME}=`],
  ['what cannot be decoded', `/?${NAME}=%E0%A4%A`],
])('takes no order out of %s, and takes it off the address all the same', (_what, address) => {
  expect(back(address)).toEqual({ token: null, rest: '/' });
});

it.each([
  ['', ''],
  ['/updates', '/updates'],
  ['/updates?', '/updates?'],
  ['/?token=abc&status=paid', '/?token=abc&status=paid'],
  [`/#${NAME}=${TOKEN}`, `/#${NAME}=${TOKEN}`],
  [`/?x${NAME}=${TOKEN}`, `/?x${NAME}=${TOKEN}`],
  [`/?redirect=%3F${NAME}%3D${TOKEN}`, `/?redirect=%3F${NAME}%3D${TOKEN}`],
])('leaves %j alone', (address, rest) => {
  expect(back(address)).toEqual({ token: null, rest });
});

it('finds the order in any address, once, and takes off nothing else', () => {
  const letter = constantFrom(
    'a',
    'Z',
    '9',
    '-',
    '_',
    '%',
    '=',
    '+',
    '.',
    '~',
    '!',
    '*',
    'é',
    '/',
    '?',
  );
  const part = string({ unit: letter, maxLength: 12 }).filter(
    (text) => new URLSearchParams(text).get(NAME) === null,
  );
  assert(
    property(
      array(part, { maxLength: 4 }),
      array(part, { maxLength: 4 }),
      constantFrom('', '#', '#/updates?a=1', `#${NAME}=x`),
      (before, after, hash) => {
        const token = newToken();
        const others = [...before, ...after];
        const address = `/p?${[...before, `${NAME}=${token}`, ...after].join('&')}${hash}`;
        const query = others.length === 0 ? '' : `?${others.join('&')}`;
        expect(back(address)).toEqual({ token, rest: `/p${query}${hash}` });
        expect(back(`/p${query}${hash}`)).toEqual({ token: null, rest: `/p${query}${hash}` });
      },
    ),
  );
});
