import type { Page } from '@playwright/test';
import { expect, expectAccessible, item, test } from './stage.ts';

const formie = (page: Page) => page.getByRole('dialog', { name: 'Formie', exact: true });
const all = (page: Page) => page.getByRole('dialog', { name: 'Automatic updates' });

async function openAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Automatic updates…' }).click();
  await expect(all(page)).toBeVisible();
}

test('what is switched on is updated the next day, to its fence and not beyond', async ({
  page,
  open,
}) => {
  await open('craft-estate', 0);
  await item(page, 'Formie').getByRole('button', { name: 'Formie', exact: true }).click();
  const track = formie(page).getByRole('list', { name: 'How far automatic updates go' });
  await expect(track.getByRole('listitem')).toHaveText([
    /2\.1\.10Installed/,
    /2\.1\.19Automatic updates stop here/,
    /2\.1\.32Needs a renewal/,
  ]);
  const toggle = formie(page).getByRole('switch', { name: 'Update automatically' });
  await toggle.check();
  await expect(toggle).toBeChecked();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'A day later' }).click();
  await expect(item(page, 'Formie')).toContainText(/2\.1\.19.* · verbb/);
  await expect(item(page, 'Formie')).toContainText('13 newer releases need a renewal');
  await page.getByRole('button', { name: 'A day later' }).click();
  await expect(page.getByText('as of Oct 27, 2024')).toBeVisible();
  await expect(item(page, 'Formie')).toContainText(/2\.1\.19.* · verbb/);

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Activity' }).click();
  await expect(page.getByRole('dialog', { name: /Activity/ })).toContainText(/Formie.*2\.1\.19/);
});

test('all are switched at once, and each says how far it goes', async ({ page, open }) => {
  await open('craft-estate');
  await openAll(page);
  await expect(all(page)).toContainText('4 of 20 extensions update automatically');
  await expect(all(page)).toContainText('6 stop at their license');
  await expectAccessible(page);
  await all(page).getByRole('button', { name: 'Switch all on' }).click();
  await expect(all(page)).toContainText('20 of 20 extensions update automatically');
  await expect(
    all(page).getByRole('switch', { name: 'Update Formie automatically' }),
  ).toBeChecked();
  await expectAccessible(page);
});

test('one extension is switched by keyboard alone', async ({ page, open }) => {
  await open('craft-estate');
  await page.getByRole('button', { name: 'More' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('a');
  const entry = page.getByRole('menuitem', { name: 'Automatic updates…' });
  for (let at = 0; at < 9; at++) {
    if (await entry.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(all(page).getByRole('heading')).toBeFocused();
  const toggle = all(page).getByRole('switch', { name: 'Update Element API automatically' });
  for (let at = 0; at < 9; at++) {
    if (await toggle.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(toggle).toBeFocused();
  await page.keyboard.press('Space');
  await expect(toggle).toBeChecked();
  await expect(all(page)).toContainText('5 of 20 extensions update automatically');
  await expect(toggle).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'More' })).toBeFocused();
});
