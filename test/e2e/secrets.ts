import type { BrowserContext, Page } from '@playwright/test';
import { RULES } from '../secrets/rules.ts';
import { type Sighting, watchPage, type PageWatch } from '../secrets/watch-page.ts';

/** What a store's page may know of where somebody came from: nothing. Stands for itself, like `watchPage`. */
function lookAtStore(storePages: string): void {
  const { referrer } = document;
  if (referrer === '' || new RegExp(storePages).test(new URL(referrer).pathname)) return;
  const tell: unknown = Reflect.get(globalThis, 'upkeepSaw');
  const sighting = { where: `store ${location.pathname}`, what: 'referer', near: referrer };
  if (typeof tell === 'function') tell(sighting);
}

/** Paths of the store's own pages, mocked and real; every other page is watched as one of the host's. */
const STORE_PAGES = '^/(mocks/checkout|buy|marketplace|support|checkout)\\b';

const script = `{
  const storePages = ${JSON.stringify(STORE_PAGES)};
  if (new RegExp(storePages).test(location.pathname)) (${lookAtStore.toString()})(storePages);
  else globalThis.upkeepWatch = (${watchPage.toString()})(${JSON.stringify(RULES)});
}`;

/** Watches every page of a browser from now on. @returns What was seen, all pages looked through once more. */
export async function watchPages(context: BrowserContext): Promise<() => Promise<Sighting[]>> {
  const seen: Sighting[] = [];
  await context.exposeBinding('upkeepSaw', (_source, sighting: Sighting) => {
    seen.push(sighting);
  });
  await context.addInitScript({ content: script });
  const looks: Promise<void>[] = [];
  const lookBack = async (page: Page): Promise<void> => {
    const canReachBack = await page.evaluate(() => window.opener !== null);
    if (canReachBack) seen.push({ where: page.url(), what: 'opener', near: 'window.opener' });
  };
  context.on('page', (page) => {
    page.on('domcontentloaded', () => {
      // A page that is closed or left meanwhile tells nothing.
      looks.push(lookBack(page).catch(() => undefined));
    });
  });
  return async () => {
    // What is seen last is told as what is seen first: by the binding.
    const frames = context.pages().flatMap((page) => page.frames());
    const drained = frames.map((frame) =>
      frame.evaluate(() => {
        const watch = Reflect.get(globalThis, 'upkeepWatch') as PageWatch | undefined;
        watch?.drain();
      }),
    );
    await Promise.allSettled([...drained, ...looks]);
    return seen;
  };
}
