import { arrowTo, tabTo } from './keys.ts';
import { expect, expectAccessible, item, test } from './stage.ts';

/** Each by the rule its vendor declared, as the row says it. */
const SAID = {
  'build-date': ['Formie', '2.1.19 is included in your license', 'Update to 2.1.19'],
  'published-or-granted': ['SEOmatic', '4.0.48 is included in your license', 'Update to 4.0.48'],
  'patches-free': ['Freeform', '5.3.5 is included in your license', 'Update to 5.3.5'],
  'fallback-line': [
    'Blitz',
    'line 4.16 was not current yet on Jul 1, 2023, twelve months before maintenance ended',
    'Roll back to 4.4.7',
  ],
  'none-after-end': [
    'Craft Commerce',
    'maintenance ended Aug 1, 2024, and its vendor gives no release after that',
    'Renew',
  ],
  'live-subscription': [
    'Navigation',
    'maintenance ended Sep 10, 2024, and its vendor gives no release after that',
    'Renew',
  ],
  'house-rule': ['Feed Me', 'the vendor’s rule is not known here', 'Check again'],
} as const;

test('each extension is judged by its vendor’s own rule, which says itself in a sentence', async ({
  page,
  open,
}) => {
  await open('policies');
  for (const [name, sentence, button] of Object.values(SAID)) {
    await expect(item(page, name)).toContainText(sentence);
    await expect(item(page, name).getByRole('button', { name: button })).toBeVisible();
  }
  await expectAccessible(page);
});

test('what a vendor gives beyond its rule is named as the gift it is, and two dates that disagree are told', async ({
  page,
  open,
}) => {
  await open('policies');
  await expect(item(page, 'Granted Patch')).toContainText('3.2.1 is included in your license');
  await expect(item(page, 'Granted Patch')).toContainText(
    'Included, security patch: its vendor gives it to licenses maintained through Jun 1, 2024 or longer',
  );
  await expect(item(page, 'Security Always')).toContainText(
    'Included, security patch: its vendor gives those to every license',
  );
  await expect(item(page, 'Two Dates')).toContainText(
    'the build date (Jun 27, 2024) decides, not the publish date (Feb 27, 2024)',
  );
});

test('the host installs a granted patch, and refuses what its vendor’s rule does not cover', async ({
  page,
  open,
}) => {
  await open('policies');
  await item(page, 'Granted Patch').getByRole('button', { name: 'Update to 3.2.1' }).click();
  await expect(item(page, 'Granted Patch')).toContainText('1 newer release needs a renewal', {
    timeout: 15_000,
  });
  await expect(item(page, 'Granted Patch').getByRole('button', { name: 'Renew' })).toBeVisible();
});

test('why is told by keyboard alone, and is copied for a support ticket without any key number', async ({
  page,
  open,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open('policies');
  await arrowTo(page, 'Blitz');
  await page.keyboard.press('Enter');
  const details = page.getByRole('dialog', { name: 'Blitz' });
  const why = details.locator('summary', { hasText: 'Why does it say this?' });
  await tabTo(page, why);
  await page.keyboard.press('Enter');
  await expect(details.getByText('Line that decided (since)')).toBeVisible();
  await expectAccessible(page);
  await tabTo(page, details.getByRole('button', { name: 'Copy for a support ticket' }));
  await page.keyboard.press('Enter');
  await expect(details.getByRole('button', { name: 'Copied' })).toBeFocused();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Blitz: Installed 4.16.2 is not covered (mismatch)');
  expect(copied).toContain('line 4.16 was not current yet on Jul 1, 2023');
  expect(copied).toContain('Coverage policy: fallback-line');
  expect(copied).not.toContain('EXT.');
});
