import { afterEach, expect, it } from 'vitest';
import { CANARY, HOST_SESSION, SESSION_HEADER } from '../../mocks/canary.ts';
import { HOST_API } from '../../mocks/origins.ts';
import { watch } from './watch.ts';

const TOKEN = 'a-planted-token-00000000000000000000';
watch.know(TOKEN);

const here = location.href;
const { state } = history;

afterEach(() => {
  document.body.replaceChildren();
  history.replaceState(state, '', here);
  document.title = '';
  window.name = '';
  document.cookie = 'x=; max-age=0';
  localStorage.clear();
  sessionStorage.clear();
});

/** Puts something into the page and takes it out again at once. */
const shown = (markup: string): void => {
  document.body.innerHTML = markup;
  document.body.replaceChildren();
};

async function storeInDatabase(value: unknown): Promise<void> {
  const opening = indexedDB.open('a-database-of-the-panel');
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('things'));
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  opening.result.transaction('things', 'readwrite').objectStore('things').put(value, 'one');
  opening.result.close();
  indexedDB.deleteDatabase('a-database-of-the-panel');
}

const withShadow = (leak: string): void => {
  const inner = document.createElement('p');
  inner.textContent = leak;
  const outer = document.createElement('div');
  document.body.append(outer);
  outer.attachShadow({ mode: 'open' }).append(inner);
};

const typed = (type: string, leak: string): void => {
  document.body.innerHTML = `<input type="${type}" />`;
  const field = document.querySelector('input');
  if (field) field.value = leak;
};

const wrong = (leak: string) => new Error('outer', { cause: new Error(`inner ${leak}`) });

/** One leak of each kind, and where it is to be found. */
const LEAKS: readonly (readonly [where: string, leak: (leaked: string) => unknown])[] = [
  ['text in', (leaked) => shown(`<p><b>${leaked}</b></p>`)],
  ['text in', withShadow],
  ['text in', (leaked) => shown(`<!-- ${leaked} -->`)],
  ['attribute title of', (leaked) => shown(`<div><p title="${leaked}"></p></div>`)],
  ['attribute data-key of', (leaked) => shown(`<p data-key="${leaked}"></p>`)],
  ['attribute value of', (leaked) => shown(`<input value="${leaked}" />`)],
  ['attribute href of', (leaked) => shown(`<a href="https://store.test/?q=${leaked}">Store</a>`)],
  ['value of', (leaked) => typed('text', leaked)],
  ['value of', (leaked) => typed('hidden', leaked)],
  [
    'history',
    (leaked) => {
      history.replaceState(state, '', `?at=${leaked}`);
      history.replaceState(state, '', here);
    },
  ],
  [
    'address',
    (leaked) => {
      location.hash = leaked;
    },
  ],
  [
    'history.state',
    (leaked) => {
      history.replaceState({ order: { leaked } }, '');
      history.replaceState(state, '');
    },
  ],
  [
    'title',
    (leaked) => {
      document.title = leaked;
    },
  ],
  [
    'window.name',
    (leaked) => {
      window.name = leaked;
    },
  ],
  ['web storage', (leaked) => localStorage.setItem('x', leaked)],
  ['web storage', (leaked) => sessionStorage.setItem(leaked, 'x')],
  [
    'localStorage',
    (leaked) => {
      localStorage['y'] = leaked;
    },
  ],
  [
    'cookies',
    (leaked) => {
      document.cookie = `x=${leaked}`;
    },
  ],
  ['database', storeInDatabase],
  ['console.log', (leaked) => console.log('An order', { order: [leaked] })],
  ['console.error', (leaked) => console.error(wrong(leaked))],
  ['error event', (leaked) => dispatchEvent(new ErrorEvent('error', { error: wrong(leaked) }))],
  [
    'unhandled rejection',
    (leaked) =>
      dispatchEvent(
        new PromiseRejectionEvent('unhandledrejection', {
          promise: Promise.resolve(),
          reason: { leaked },
        }),
      ),
  ],
  ['clipboard', (leaked) => navigator.clipboard.writeText(leaked).catch(() => undefined)],
  ['onError', (leaked) => watch.look('onError', wrong(leaked))],
  ['address of GET', (leaked) => new Request(`${HOST_API}/extensions?key=${leaked}`)],
  ['address of GET', (leaked) => fetch(`/nowhere?key=${leaked}`)],
  [
    'header x-order',
    (leaked) => new Request(`${HOST_API}/orders`, { headers: { 'X-Order': leaked } }),
  ],
  [
    'header x-host-session',
    (leaked) => fetch('/nowhere', { headers: { [SESSION_HEADER]: leaked } }),
  ],
  ['body of POST', (leaked) => fetch('/nowhere', { method: 'POST', body: leaked })],
  ['beacon', (leaked) => navigator.sendBeacon('/nowhere', leaked)],
];

/** What reaches a host goes through here. */
const ask = (url: string, init: RequestInit) => new Request(url, init);

const found = () => watch.drain().map(({ where, what }) => [where, what]);

it.each(LEAKS)('sees a secret: %s (%#)', async (where, leak) => {
  await leak(`x${CANARY}x`);
  expect(found()).toContainEqual([expect.stringContaining(where), 'secret']);
});

it.each(LEAKS)('sees a token: %s (%#)', async (where, leak) => {
  await leak(TOKEN);
  expect(found()).toContainEqual([expect.stringContaining(where), 'token']);
});

it.each([
  ['an activation code', 'WORKS1-CANARY-UPKEEP-UPKEEP-UPKEEP'],
  ['a code without dashes', 'works1canaryupkeep'],
  ['a password as browsers send it', `Basic ${btoa(`ka:${CANARY}`)}`],
  ...['', '.', '..', '...'].map((before) => [
    `a license body that begins ${before.length} bytes later`,
    btoa(`{"license":"EXT.1"${before},"seal":"${CANARY}"}`),
  ]),
])('knows %s', (_what, leaked) => {
  shown(`<p>${leaked}</p>`);
  expect(found()).toEqual([[expect.stringContaining('text in'), 'secret']]);
});

it('sees a secret in the body of a call that is not about it, and not in one that is', () => {
  const body = JSON.stringify({ code: `WORKS1-${CANARY}` });
  ask(`${HOST_API}/activations`, { method: 'POST', body });
  ask(`${HOST_API}/activations/preview`, { method: 'POST', body });
  expect(found()).toEqual([]);
  ask(`${HOST_API}/orders`, { method: 'POST', body });
  expect(found()).toEqual([['body of POST https://host.test/api/orders', 'secret']]);
});

it('knows the tokens of the host’s answers and of calls to it', () => {
  const [answered, called] = [
    'an-answered-token-000000000000001',
    'a-token-that-is-called-00000002',
  ];
  JSON.parse(`{"orders":[{"token": "${answered}"}]}`);
  ask(`${HOST_API}/orders/${called}/hand-off`, { method: 'PUT' });
  expect(found()).toEqual([]);
  shown(`<p>${answered}</p>`);
  shown(`<i>${called}</i>`);
  expect(found()).toEqual([
    ['text in <p>', 'token'],
    ['text in <i>', 'token'],
  ]);
});

const link = (query: string, more = '') =>
  `<a target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer" href="https://store.test/buy?${query}" ${more}>Store</a>`;

it('lets a token be where it belongs', () => {
  shown(link(`kn=1&amp;token=${TOKEN}`));
  shown(`<p>Reference ending in ${TOKEN.slice(-4)}</p>`);
  const headers = { 'Idempotency-Key': TOKEN, [SESSION_HEADER]: HOST_SESSION };
  ask(`${HOST_API}/orders/${TOKEN}/fulfillment`, { method: 'POST', headers });
  ask(`${HOST_API}/tokens`, { method: 'POST', body: JSON.stringify({ token: TOKEN }) });
  expect(found()).toEqual([]);
});

it('lets the store’s link be copied while it is there, and no other address with the token', () => {
  document.body.innerHTML = `${link(`token=${TOKEN}`)}<textarea></textarea>`;
  const field = document.querySelector('textarea');
  if (!field) throw new Error('The field is not in the page');
  field.value = `https://store.test/buy?token=${TOKEN}`;
  expect(found()).toEqual([]);
  field.value = `https://evil.test/buy?token=${TOKEN}`;
  expect(found()).toEqual([['value of <textarea>', 'token']]);
});

it.each([
  ['another parameter', link(`order=${TOKEN}`)],
  ['two parameters', link(`token=${TOKEN}&amp;token=${TOKEN}`)],
  ['the parameter and elsewhere', link(`token=${TOKEN}&amp;back=${TOKEN}`)],
  ['a link that tells where it was', link(`token=${TOKEN}`).replace('no-referrer', 'origin')],
  ['a link that can be reached back', link(`token=${TOKEN}`).replace('noopener', '')],
  ['another attribute of the link', link(`token=${TOKEN}`, `title="${TOKEN}"`)],
])('does not let a token be in %s', (_what, markup) => {
  shown(markup);
  expect(found()).toEqual([[expect.stringContaining('of <a>'), 'token']]);
});

it('lets a code be in the field it is typed into, which keeps no copy of it in the page', () => {
  document.body.innerHTML = '<input autocomplete="off" spellcheck="false" />';
  const field = document.querySelector('input');
  if (!field) throw new Error('The field is not in the page');
  field.value = `WORKS1-${CANARY}`;
  expect(found()).toEqual([]);
  field.setAttribute('value', field.value);
  expect(found()).toEqual([['attribute value of <input>', 'secret']]);
});

it('takes a few milliseconds for a page of a thousand nodes', () => {
  document.body.innerHTML = '<article><h2>Extension</h2><p>Up to date</p></article>'.repeat(1_000);
  const started = performance.now();
  expect(found()).toEqual([]);
  expect(performance.now() - started).toBeLessThan(100);
});
