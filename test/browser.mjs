// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { fromDebian, fromNpm, fromPlaywright, ownFonts } from './browser-fetched.mjs';
import { installedBrowsers } from './browser-installed.mjs';

/**
 * @typedef {object} Browser
 * @property {string} [executablePath] - Absent: the one Playwright itself would start.
 * @property {Record<string, string>} [env] - What this browser needs on top of the environment.
 * @property {string} name - For people: which browser, and where it is from.
 */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, 'node_modules', '.cache', 'upkeep');
const finding = join(cache, 'browser.json');

/** Nothing here may call home or show first-run pages; root has no sandbox to start. */
const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-gpu',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** @param {Browser} browser */
function options({ executablePath, env }) {
  /** @type {Record<string, string>} */
  const inherited = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined) inherited[name] = value;
  }
  return { args, env: { ...inherited, ...env }, ...(executablePath ? { executablePath } : {}) };
}

/**
 * How Playwright and Vitest start the browser that was found last. Reads one small file and
 * never throws, because every start of the dev server comes past here too.
 */
export function launchOptions() {
  return options(remembered() ?? installedBrowsers()[0] ?? { name: 'Playwright’s own' });
}

/**
 * The finding of an earlier run, unless the browser is gone or CHROMIUM_PATH has changed since.
 *
 * @returns {Browser | undefined}
 */
function remembered() {
  if (!existsSync(finding)) return undefined;
  const { browser, wish } = JSON.parse(readFileSync(finding, 'utf8'));
  const stillThere = !browser.executablePath || existsSync(browser.executablePath);
  return stillThere && wish === (process.env.CHROMIUM_PATH ?? null) ? browser : undefined;
}

/** @param {Browser} browser */
function remember(browser) {
  const wish = process.env.CHROMIUM_PATH ?? null;
  writeFileSync(finding, JSON.stringify({ browser, wish }, undefined, 2));
}

/**
 * A browser counts once it has painted text: without a font it starts, but all boxes are empty.
 *
 * @param {Browser} browser
 * @returns {Promise<'paints' | 'has no fonts' | Error>}
 */
async function tryOut(browser) {
  try {
    const running = await chromium.launch({ ...options(browser), timeout: 30_000 });
    try {
      const page = await running.newPage();
      await page.setContent('<span>Upkeep</span>');
      const box = await page.locator('span').boundingBox();
      return box && box.width > 0 ? 'paints' : 'has no fonts';
    } finally {
      await running.close();
    }
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/**
 * Where a browser may come from, what is at hand first, the largest download last.
 *
 * @returns {Generator<() => Browser[]>}
 */
function* sources() {
  const known = remembered();
  if (known) yield () => [known];
  yield () => installedBrowsers({ only: 'CHROMIUM_PATH' });
  yield () => [{ name: 'Playwright’s own Chromium' }];
  yield () => installedBrowsers();
  yield () => fromPlaywright(root);
  yield () => fromNpm(cache);
  yield () => fromDebian();
}

/**
 * Finds a browser that works, fetching one if it must, and remembers it.
 *
 * @returns {Promise<Browser>}
 * @throws {Error} When no source had one; the message lists what was tried and what to do.
 */
export async function findBrowser() {
  mkdirSync(cache, { recursive: true });
  const refusals = [];
  for (const source of sources()) {
    try {
      for (const candidate of source()) {
        let browser = candidate;
        let result = await tryOut(browser);
        if (result === 'has no fonts') {
          browser = { ...browser, env: { ...browser.env, ...ownFonts(cache) } };
          result = await tryOut(browser);
        }
        if (result === 'paints') {
          remember(browser);
          return browser;
        }
        const reason = result instanceof Error ? result.message.split('\n', 1)[0] : result;
        refusals.push(`${candidate.name}: ${reason}`);
      }
    } catch (error) {
      refusals.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(
    `No browser could be started. Install Chrome or Chromium, or point CHROMIUM_PATH at one. Tried:\n` +
      refusals.map((refusal) => `  - ${refusal}`).join('\n'),
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const { name, executablePath } = await findBrowser();
    console.log(`Browser: ${name}${executablePath ? ` (${executablePath})` : ''}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
