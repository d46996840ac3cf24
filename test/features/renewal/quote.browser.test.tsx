import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { createWorld } from '../../../mocks/scenarios.ts';
import type { QuoteLine } from '../../../src/backend/backend.ts';
import { day } from '../../../src/domain/day.ts';
import { decide } from '../../../src/domain/decide.ts';
import { printPage } from '../../../src/features/renewal/print-page.ts';
import { writeQuote } from '../../../src/features/renewal/quote-page.ts';
import { quoteFile, quoteRows } from '../../../src/features/renewal/quote-rows.ts';
import { renewing as partOf } from '../../../src/features/renewal/renewing.ts';
import { wordsFor } from '../../../src/messages/catalogs.ts';
import { estate, extension, release } from '../../domain/given.ts';
import { renewing } from './renewal-room.tsx';

afterEach(() => {
  vi.restoreAllMocks();
  document.querySelectorAll('iframe[srcdoc], .place').forEach((each) => each.remove());
});

const TODAY = day('2024-05-01');
const ABOUT = { host: { name: 'Example Host', version: '4.2.0' }, today: TODAY };

function part(name: string, line: Partial<QuoteLine> = {}) {
  const known = extension({
    key: 'seo',
    name,
    releases: [release('1.1', '2024-04-02', { security: true }), release('1.2', '2024-04-20')],
  });
  const quoted = {
    extension: 'seo',
    license: 'EXT.00123456',
    offer: 'seo-renewal',
    price: { amount: '45.10', currency: 'USD' },
    months: 12,
    newEndsOn: day('2025-03-31'),
    ...line,
  };
  const quote = { lines: [quoted], left: [], terms: [], term: null, storeUrl: '' };
  return partOf({ extension: known, decision: decide(known, estate()) }, quote, TODAY);
}

const dashing = part('=HYPERLINK("https://bad.example")', {
  months: null,
  price: { amount: '0.20', currency: 'USD' },
});

it('writes one row for each license and one sum, in days and amounts that machines read', () => {
  const [head, ...rows] = quoteRows(wordsFor('en'), [part('SEO'), dashing], ABOUT);
  const named = rows.map((row) => Object.fromEntries(row.map((cell, at) => [head?.[at], cell])));
  expect(named).toMatchObject([
    {
      Server: 'Example Host 4.2.0',
      'As of': '2024-05-01',
      Extension: 'SEO',
      License: 'EXT.00123456',
      'Old period ended or ends': '2024-03-31',
      'Runs to': '2025-03-31',
      Months: '12',
      Days: '365',
      'Unlocked releases': '2',
      'Security fixes': '1',
      Newest: '1.2',
      Price: '45.10',
      Currency: 'USD',
    },
    { Months: '', Days: '365', Price: '0.20' },
    { Extension: 'Total', License: '', 'Unlocked releases': '4', Price: '45.30', Currency: 'USD' },
  ]);
  expect(new Set([head, ...rows].map((row) => row?.length))).toEqual(new Set([14]));
  expect(quoteFile(ABOUT)).toBe('renewal-quote-2024-05-01.csv');
});

it('saves what is on the screen as a file, license numbers included and formulas made text', async () => {
  const world = createWorld('craft-estate');
  for (const each of world.host.extensions) if (each.key === 'formie') each.name = '=1+1';
  const files: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    files.push(file as Blob);
    return 'blob:saved';
  });
  const clicked: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    clicked.push(this.download);
  });
  await renewing(world, 'formie', 'blitz');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  await expect.element(page.getByText('Saved as renewal-quote-2024-10-25.csv')).toBeVisible();

  expect(clicked).toEqual(['renewal-quote-2024-10-25.csv']);
  const bytes = new Uint8Array((await files[0]?.arrayBuffer()) ?? new ArrayBuffer(0));
  expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder().decode(bytes);
  expect(text).toContain(`"'=1+1","verbb","EXT.00100001","2024-06-15","2025-06-15"`);
  expect(text).toContain('"124.00","USD"\r\n');
});

/** A place in a page with a strict policy, as a host may have it. */
async function strictPlace(): Promise<HTMLElement> {
  const frame = document.createElement('iframe');
  const policy = "default-src 'none'; style-src 'self'; require-trusted-types-for 'script'";
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><body></body>`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  const inside = frame.contentDocument;
  if (!inside) throw new Error('The frame has no page');
  const place = inside.createElement('div');
  place.className = 'place';
  inside.body.append(place);
  return place;
}

/** Prints into a place; gives the page as it was when it went to the printer. */
async function printed(place: HTMLElement, locale = 'en'): Promise<Document> {
  const violations: string[] = [];
  place.ownerDocument.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
    violations.push(violatedDirective),
  );
  const told = await new Promise<Document>((resolve) => {
    printPage(place, (sheet) => {
      const view = sheet.defaultView;
      if (view) view.print = () => resolve(sheet);
      writeQuote(sheet, wordsFor(locale), [part('SEO'), dashing], ABOUT);
    });
  });
  expect(violations).toEqual([]);
  return told;
}

it('prints host, day, licenses, end days and the total under a strict policy, with its style', async () => {
  const sheet = await printed(await strictPlace());

  expect(sheet.title).toBe('Renewal quote, May 1, 2024');
  expect(sheet.documentElement.lang).toBe('en');
  expect(sheet.querySelector('h1')?.textContent).toBe('Renewal quote');
  const rows = [...sheet.querySelectorAll('tr')].map(({ cells }) =>
    [...cells].map(({ textContent }) => textContent),
  );
  expect(rows).toEqual([
    ['Extension', 'Runs to', 'Price'],
    [
      expect.stringMatching(/^SEOLicense EXT.00123456Unlocks 2 releases for this host, 1 security/),
      expect.stringMatching(/^Mar 31, 2025The new period starts .* on Mar 31, 2024\. 1 month/),
      '$45.10for a year',
    ],
    [expect.stringContaining('=HYPERLINK('), expect.anything(), '$0.20for 365 days'],
    ['Total', '$45.30'],
  ]);
  expect(sheet.body.textContent).toContain('$11.33 per unlocked release');
  expect(sheet.body.textContent).toContain('Example Host 4.2.0 · as of May 1, 2024');
  expect(sheet.body.textContent).toContain('The store sets the final price.');
  expect(sheet.querySelectorAll('[style], style, script')).toHaveLength(0);
  const [price] = sheet.querySelectorAll('tbody td.amount');
  expect(price && getComputedStyle(price).textAlign).toBe('end');
});

it('prints in the forms of the reader’s language and in the direction of the panel', async () => {
  const place = document.createElement('div');
  place.className = 'place';
  place.dir = 'rtl';
  document.body.append(place);
  const sheet = await printed(place, 'de');

  expect(sheet.documentElement.lang).toBe('de');
  expect(sheet.documentElement.dir).toBe('rtl');
  expect(sheet.body.textContent).toContain('45,30 $'.replace(' ', '\u00a0'));
});

it('prints inside a shadow root, and leaves nothing behind', async () => {
  const outside = document.createElement('div');
  outside.className = 'place';
  const place = document.createElement('div');
  outside.attachShadow({ mode: 'open' }).append(place);
  document.body.append(outside);
  const sheet = await printed(place);

  expect(place.querySelectorAll('iframe')).toHaveLength(1);
  expect(place.querySelector('iframe')?.getAttribute('style')).toBeNull();
  sheet.defaultView?.dispatchEvent(new Event('afterprint'));
  expect(place.childNodes).toHaveLength(0);
});
