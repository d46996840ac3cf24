import { arrowTo, tabTo } from './keys.ts';
import { expect, expectAccessible, item, test } from './stage.ts';

// The keyboard alone: nothing here clicks, and nothing is focused from outside.

test('a flaw whose fix is outside the license: what still has it, and the ways out', async ({
  page,
  open,
}) => {
  await open('craft-estate');
  await arrowTo(page, 'Blitz');
  await page.keyboard.press('Enter');
  const details = page.getByRole('dialog', { name: 'Blitz' });
  const flaws = details.getByRole('region', { name: 'Known flaws' });
  await expect(flaws).toContainText('4.18.3, which your license covers, still has it');
  await expect(flaws).toContainText('The fix 4.23.0 is outside your license');
  await expect(flaws.getByRole('link', { name: 'Read about EXAMPLE-2024-0012' })).toHaveAttribute(
    'href',
    'https://advisories.example.com/example-2024-0012',
  );
  await expectAccessible(page);

  await tabTo(page, flaws.getByRole('button', { name: 'Renew license' }));
  await page.keyboard.press('Enter');
  const renewal = page.getByRole('dialog', { name: 'Renew Blitz' });
  await expect(renewal).toContainText('4.23.0');
  await page.keyboard.press('Escape');
  await expect(flaws.getByRole('button', { name: 'Renew license' })).toBeFocused();

  await tabTo(page, flaws.getByRole('button', { name: 'Install 4.23.0 anyway…' }));
  await page.keyboard.press('Enter');
  const consent = page.getByRole('dialog', { name: /^Install 4\.23\.0 without/ });
  await expect(consent.getByRole('heading')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(flaws.getByRole('button', { name: 'Install 4.23.0 anyway…' })).toBeFocused();
});

test('a flaw that an update already owned ends: after it nothing is said any more', async ({
  page,
  open,
}) => {
  await open('craft-estate');
  await arrowTo(page, 'Freeform');
  await page.keyboard.press('Enter');
  const details = page.getByRole('dialog', { name: 'Freeform' });
  const flaws = details.getByRole('region', { name: 'Known flaws' });
  await expect(flaws).toContainText('5.3.2 is without it and covered by your license');
  await tabTo(page, flaws.getByRole('button', { name: 'Update to 5.3.2' }));
  await page.keyboard.press('Enter');
  await expect(details.getByText('5.3.2 installed')).toBeVisible();
  await expect(flaws).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(item(page, 'Freeform')).toContainText('5.3.2');
});
