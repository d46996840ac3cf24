import { expect, item, test } from './stage.ts';

test('going offline is said, keeps what is shown, and is over by itself', async ({
  page,
  context,
  open,
}) => {
  await open('craft-estate');
  await expect(item(page, 'Formie')).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText('You are offline')).toBeVisible();
  await expect(item(page, 'Formie')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('You are offline')).toHaveCount(0);
});
