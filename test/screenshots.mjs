// @ts-check
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { launchOptions } from './browser.mjs';

/*
 * Takes the pictures of README and docs from the running demo, so that they show what is there today.
 */

/** @typedef {import('playwright').Page} Page */

const root = fileURLToPath(new URL('..', import.meta.url));
const pictures = new URL('../docs/images/', import.meta.url);

/** @type {{ file: string, query: string, width: number, height: number, act?: (page: Page) => Promise<unknown> }[]} */
const wanted = [
  { file: 'list-light.png', query: 'scheme=light', width: 1280, height: 900 },
  { file: 'list-dark.png', query: 'scheme=dark', width: 1280, height: 900 },
  { file: 'list-narrow.png', query: 'scheme=light', width: 320, height: 800 },
  {
    file: 'details.png',
    query: 'scheme=light',
    width: 1280,
    height: 900,
    act: async (page) => {
      await page.getByRole('button', { name: 'Formie', exact: true }).click();
      await page.getByRole('img', { name: /^Timeline/ }).waitFor();
    },
  },
  {
    file: 'versions.png',
    query: 'scheme=light',
    width: 1280,
    height: 900,
    act: async (page) => {
      await page.getByRole('button', { name: 'Blitz', exact: true }).click();
      await page.getByRole('button', { name: 'Choose a version…' }).click();
      await page.getByRole('radio', { name: /^4\.23\.0/ }).check();
    },
  },
  {
    file: 'rehearsal.png',
    query: 'scheme=light',
    width: 1280,
    height: 900,
    act: async (page) => {
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Rehearse a host upgrade…' }).click();
      await page.getByRole('textbox', { name: 'Host version' }).fill('5.4.9');
      await page.keyboard.press('Enter');
      await page
        .getByText(/^On Craft 5\.4\.9/)
        .first()
        .waitFor();
    },
  },
  {
    file: 'renewal.png',
    query: 'scheme=light',
    width: 1280,
    height: 900,
    act: async (page) => {
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Renew several…' }).click();
      await page.getByText('Total').first().waitFor();
    },
  },
  {
    file: 'orders.png',
    query: 'scenario=individual-offers&scheme=light',
    width: 1280,
    height: 900,
    act: (page) => page.getByRole('button', { name: 'Deliver to example.org' }).waitFor(),
  },
];

await mkdir(pictures, { recursive: true });
const server = await createServer({ root, logLevel: 'warn', server: { port: 0 } });
await server.listen();
const address = server.resolvedUrls?.local[0];
const browser = await chromium.launch(launchOptions());
for (const { file, query, width, height, act } of wanted) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'en-US',
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  await page.goto(`${address}?${query}`);
  await page.getByRole('list', { name: 'Extensions' }).getByRole('listitem').first().waitFor();
  // The demo's own controls are not part of the panel.
  await page.evaluate(() => document.querySelector('#demo')?.remove());
  await act?.(page);
  await page.screenshot({ path: fileURLToPath(new URL(file, pictures)), animations: 'disabled' });
  await context.close();
  console.log(`docs/images/${file}`);
}
await browser.close();
await server.close();
