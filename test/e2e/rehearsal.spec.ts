import { tabTo } from './keys.ts';
import { expect, expectAccessible, test } from './stage.ts';

/*
 * Craft 4.12.8 on 25 October 2024, rehearsed on 5.4.9. Worked out by hand from `mocks/data/release-histories.json` and
 * the licenses of `craft-estate`: what is installed and where it runs, then the newest release for Craft 5 that was
 * built by the end of maintenance.
 */
const FINE = [
  // 5.1.16.1 runs on ^4.0.0|^5.0.0.
  'Freeform',
  // 3.1.0 runs on ^4.0.0-RC2|^5.0.0-beta.1.
  'Webhooks',
];
const OWNED: Readonly<Record<string, string>> = {
  // To 1 May 2024: 5.0.2; 5.0.3 was built on 20 May.
  SEOmatic: '5.0.2',
  // To 1 July 2024: 5.3.3 of 27 June; 5.3.4 was built on 3 July.
  Blitz: '5.3.3',
  // To 28 August 2024, the very day 5.0.18 was built.
  Commerce: '5.0.18',
  // Maintained to 14 February 2025.
  'Feed Me': '6.5.0',
  // A trial to 8 November 2024.
  Hyper: '2.1.1',
  // To 12 August 2024: 3.0.2 of 11 August; 3.0.3 was built on the 14th.
  Vizy: '3.0.2',
  // Free of charge.
  Sprig: '3.5.1',
  CKEditor: '4.3.1',
  Redactor: '4.0.0',
  // The only one that runs on both hosts.
  'Element API': '4.1.0',
};
/** To 15 June 2024; 3.0.0, the first final one for Craft 5, was built on 6 August. */
const NEEDS_RENEWAL = ['Formie'];
/** Their histories end with releases for Craft 4, and Sprout Forms' with Craft 3. */
const NO_RELEASE = ['Navigation', 'Comments', 'Workflow', 'Sprout Forms'];
/** A trial that ended, no license, and a failed installation. */
const STOPPED = ['Image Optimize', 'Google Maps', 'Shopify'];

test('a host upgrade is rehearsed: counts, price, every extension, and the ways on', async ({
  page,
  open,
}) => {
  await open('craft-estate');
  await tabTo(page, page.getByRole('button', { name: 'More', exact: true }));
  await page.keyboard.press('Enter');
  const entry = page.getByRole('menuitem', { name: 'Rehearse a host upgrade…' });
  await tabTo(page, entry, 10, 'ArrowDown');
  await page.keyboard.press('Enter');
  const rehearsal = page.getByRole('dialog', { name: 'Rehearse a host upgrade' });
  await expect(rehearsal.getByRole('heading', { level: 2 })).toBeFocused();

  await tabTo(page, rehearsal.getByRole('textbox', { name: 'Host version' }));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('5.4.9');
  await page.keyboard.press('Enter');

  const owned = Object.entries(OWNED);
  const counts = [FINE, owned, NEEDS_RENEWAL, NO_RELEASE, STOPPED].map((each) => each.length);
  expect(counts).toEqual([2, 10, 1, 4, 3]);
  await expect(
    rehearsal.getByText(
      'On Craft 5.4.9: 2 fine, 10 need an update you already own, 1 needs a renewal ($49.00), 4 have no release for it, and 3 are stopped already.',
    ),
  ).toBeVisible();

  const heap = (name: string) => rehearsal.getByRole('list', { name, exact: true });
  const names = (name: string) => heap(name).getByRole('listitem').locator('bdi');
  for (const [name, version] of owned) {
    await expect(
      heap('Need an update you already own').getByRole('listitem').filter({ hasText: name }),
    ).toContainText(
      name === 'Element API'
        ? `Update to ${version} first`
        : `Update to ${version} along with the host`,
    );
  }
  await expect(heap('Need a renewal')).toContainText(
    '3.0.9 runs there and is outside your license',
  );
  await expect(names('No release for it')).toHaveCount(NO_RELEASE.length);
  for (const name of NO_RELEASE) await expect(heap('No release for it')).toContainText(name);
  await expect(names('Stopped already')).toHaveCount(STOPPED.length);
  await tabTo(page, rehearsal.locator('summary', { hasText: 'Fine' }));
  await page.keyboard.press('Enter');
  await expect(names('Fine')).toHaveCount(FINE.length);
  for (const name of FINE) await expect(heap('Fine')).toContainText(name);
  await expectAccessible(page);

  await tabTo(page, rehearsal.getByRole('button', { name: 'Renew 1 license…' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Renew Formie' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rehearsal.getByRole('button', { name: 'Renew 1 license…' })).toBeFocused();
});

test('what runs on both hosts is updated before, and is fine in the next rehearsal', async ({
  page,
  open,
}) => {
  await open('craft-estate');
  await tabTo(page, page.getByRole('button', { name: 'More', exact: true }));
  await page.keyboard.press('Enter');
  await tabTo(
    page,
    page.getByRole('menuitem', { name: 'Rehearse a host upgrade…' }),
    10,
    'ArrowDown',
  );
  await page.keyboard.press('Enter');
  const rehearsal = page.getByRole('dialog', { name: 'Rehearse a host upgrade' });
  await expect(rehearsal.getByText(/^On Craft 5\.3\.0: 2 fine, 10 need/)).toBeVisible();
  await tabTo(page, rehearsal.getByRole('button', { name: 'Update 1 before the upgrade…' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Update 1 extension' }));
  await page.keyboard.press('Enter');
  await expect(rehearsal.getByText(/^On Craft 5\.3\.0: 3 fine, 9 need/)).toBeVisible();
});

test('what is no version is answered in words', async ({ page, open }) => {
  await open('craft-estate');
  await tabTo(page, page.getByRole('button', { name: 'More', exact: true }));
  await page.keyboard.press('Enter');
  await tabTo(
    page,
    page.getByRole('menuitem', { name: 'Rehearse a host upgrade…' }),
    10,
    'ArrowDown',
  );
  await page.keyboard.press('Enter');
  const rehearsal = page.getByRole('dialog', { name: 'Rehearse a host upgrade' });
  await tabTo(page, rehearsal.getByRole('textbox', { name: 'Host version' }));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await expect(rehearsal.getByRole('alert')).toHaveText('Enter a host version, such as 5.3.0.');
  await page.keyboard.type('soon');
  await page.keyboard.press('Enter');
  await expect(rehearsal.getByRole('alert')).toContainText('“soon” is no version');
  await expectAccessible(page);
});
