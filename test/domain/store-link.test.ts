import { expect, it } from 'vitest';
import { safeLink, storeLink } from '../../src/domain/store-link.ts';

const STORE = 'https://store.example';
const TOKEN = 'tok-en_123456789012345678901234';
const link = (address: string) => storeLink(address, TOKEN, [STORE, 'http://localhost:5174']);

const paths = ['', '/', '/buy', '/a/b%20c', '/seo.html', '/%74oken'];
const queries = [
  '',
  '?kn=PLSK.1.2',
  '?kn=a%20b&a=upgrade',
  '?token=old',
  '?token=1&token=2&kn=x',
  '?%74oken=evil',
  '?a=1;token=evil',
  '?q=%F0%9F%99%82',
  '?empty=&flag',
  '?token',
];
const hashes = ['', '#plans', '#token=evil'];
const friendly = paths.flatMap((path) =>
  queries.flatMap((query) => hashes.map((hash) => STORE + path + query + hash)),
);

const evilHosts = [
  'evil.example',
  'store.example.evil.example',
  'evilstore.example',
  'store.example:8443',
  'store.example.',
  'STORE.EXAMPLE.EVIL',
  'xn--stre-5qa.example',
  'stоre.example',
  '127.0.0.1:1',
  '[::1]',
  '2130706433',
  'localhost',
];
const otherOrigins = evilHosts.flatMap((host) =>
  ['', '/buy', '/?next=https://store.example', '/#https://store.example'].map(
    (rest) => `https://${host}${rest}`,
  ),
);

const schemes = [
  'javascript:',
  'JavaScript:',
  'data:',
  'vbscript:',
  'file:',
  'blob:',
  'ftp:',
  'ws:',
  'about:',
  'intent:',
  'mailto:',
  'http:',
  'HTTP:',
];
const otherSchemes = schemes.flatMap((scheme) =>
  ['alert(1)', '//store.example/', '//store.example/buy?token=x', '%0aalert(1)//store.example'].map(
    (rest) => scheme + rest,
  ),
);

const userinfo = [
  'user@',
  'user:password@',
  ':password@',
  '@',
  ':@',
  'store.example@',
  'https%3A%2F%2F@',
].flatMap((who) => ['store.example', 'evil.example'].map((host) => `https://${who}${host}/buy`));

const strange = [
  '\\',
  '\t',
  '\n',
  '\r',
  ' ',
  '\u0000',
  '\u0007',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u061c',
  '\u180e',
  '\u200b',
  '\u200d',
  '\u200e',
  '\u202e',
  '\u2028',
  '\u2060',
  '\u2066',
  '\u3000',
  '\ufe0f',
  '\ufeff',
  '\ud800',
  '\u{e0041}',
];
const hidden = strange.flatMap((odd) => [
  `${odd}https://store.example/buy`,
  `https:/${odd}/store.example/buy`,
  `https://store${odd}.example/buy`,
  `https://store.example/${odd}buy`,
  `https://store.example/buy?a=${odd}`,
]);

const shapeless = [
  '',
  'store.example',
  '//store.example/buy',
  '/buy',
  'buy',
  '?token=x',
  '#',
  'https',
  'https:',
  'https://',
  'https:///',
  'https:store.example',
  'https:/store.example',
  'https:///store.example/buy',
  'https:////store.example',
  'https://store .example',
  'https://[',
  'https://store.example:99999',
  '://store.example',
  'null',
  'undefined',
  '[object Object]',
];

const hostile = [...otherOrigins, ...otherSchemes, ...userinfo, ...hidden, ...shapeless];

it('has at least 300 addresses to judge', () => {
  expect(new Set([...friendly, ...hostile]).size).toBeGreaterThanOrEqual(300);
});

it('makes no link of a hostile address', () => {
  expect(hostile.filter((address) => link(address).kind === 'link')).toEqual([]);
});

it.each([
  ['https://evil.example/', 'other-origin'],
  ['https://store.example:8443/', 'other-origin'],
  ['http://store.example/', 'not-https'],
  ['javascript:alert(1)', 'not-https'],
  ['https://store.example@evil.example/', 'credentials'],
  ['https://@store.example/', 'credentials'],
  ['https://store.example\\@evil.example/', 'odd-characters'],
  ['https://store.exa\u00admple/', 'odd-characters'],
  ['https:store.example', 'not-a-url'],
  ['/buy', 'not-a-url'],
])('says why it does not follow %j', (address, why) => {
  expect(link(address)).toEqual({ kind: 'refused', why });
});

it('sets the token exactly once on every friendly address, whatever was there', () => {
  const wrong = friendly.filter((address) => {
    const made = link(address);
    if (made.kind !== 'link') return true;
    const { searchParams, origin } = new URL(made.href);
    const raw = made.href.split('#')[0]?.match(/[?&;]token=/g) ?? [];
    return origin !== STORE || raw.length !== 1 || searchParams.getAll('token').join() !== TOKEN;
  });
  expect(wrong).toEqual([]);
});

it('keeps path, hash and every other parameter', () => {
  const rest = (address: string) => {
    const url = new URL(address);
    return [
      url.origin,
      url.pathname,
      url.hash,
      [...url.searchParams].filter(([name]) => name !== 'token'),
    ];
  };
  for (const address of friendly) {
    const made = link(address);
    expect(rest(made.kind === 'link' ? made.href : 'https://refused.example')).toEqual(
      rest(address),
    );
  }
});

it('sets further parameters once each, and never lets one of them be the token', () => {
  const made = storeLink(`${STORE}/buy?product-id=old`, TOKEN, [STORE], {
    'product-id': 'seo report&token=x',
    token: 'evil',
  });
  const { searchParams } = new URL(made.kind === 'link' ? made.href : '');
  expect([...searchParams]).toEqual([
    ['product-id', 'seo report&token=x'],
    ['token', TOKEN],
  ]);
});

it('sends no token anywhere while the host allows no store', () => {
  expect(storeLink(`${STORE}/buy`, TOKEN, [])).toEqual({ kind: 'refused', why: 'other-origin' });
});

it('follows plain http on loopback only, as browsers trust it, and only where the host allows it', () => {
  expect(link('http://localhost:5174/buy')).toMatchObject({ kind: 'link', host: 'localhost:5174' });
  expect(link('http://localhost:5175/buy')).toMatchObject({ kind: 'refused', why: 'other-origin' });
  expect(safeLink('http://127.0.0.1:80/')).toMatchObject({ kind: 'link' });
  expect(safeLink('http://localhost.evil.example/')).toEqual({ kind: 'refused', why: 'not-https' });
});
