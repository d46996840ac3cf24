import type { Page } from '@playwright/test';

/** Puts a page out of sight, or back: pages of a test are always in sight, whichever of them is in front. */
export const see = (page: Page, state: DocumentVisibilityState): Promise<void> =>
  page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, state);

/**
 * Tells how long after an event some text is to be seen, in milliseconds on the page's own clock.
 *
 * @returns Once the page listens; then what resolves when both have come.
 */
export async function watchFor(
  page: Page,
  event: 'online' | 'visibilitychange',
  text: RegExp,
): Promise<{ readonly took: () => Promise<number> }> {
  await page.evaluate(
    ({ event, text }) => {
      const took = new Promise<number>((resolve) => {
        const listen = () => {
          const since = performance.now();
          const look = () => {
            if (!new RegExp(text).test(document.querySelector('#updates')?.textContent ?? ''))
              return;
            watching.disconnect();
            resolve(performance.now() - since);
          };
          const watching = new MutationObserver(look);
          watching.observe(document, { subtree: true, childList: true, characterData: true });
          look();
        };
        window.addEventListener(event, listen, { once: true, capture: true });
      });
      Object.assign(window, { took });
    },
    { event, text: text.source },
  );
  return { took: () => page.evaluate(() => (window as unknown as { took: Promise<number> }).took) };
}
