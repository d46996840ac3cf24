import { expect, type Locator, type Page } from '@playwright/test';

/** Tabs on until something has the focus; gives up after that many steps. */
export async function tabTo(page: Page, wanted: Locator, steps = 80, key = 'Tab'): Promise<void> {
  await wanted.waitFor();
  for (let at = 0; at < steps; at++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(wanted, `reached by ${steps} times ${key}`).toBeFocused();
}

/** Goes to a row by the arrows, as in any list. */
export async function arrowTo(page: Page, name: string): Promise<void> {
  const list = page.getByRole('list', { name: 'Extensions' });
  await list.getByRole('listitem').first().waitFor();
  await tabTo(page, list.getByRole('listitem').first().getByRole('button').first());
  for (let at = 0; at < 30; at++) {
    const here = await page.evaluate(() =>
      document.activeElement?.closest('li')?.getAttribute('aria-label'),
    );
    if (here === name) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrows did not reach ${name}`);
}
