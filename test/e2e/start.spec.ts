import { expect, item, test } from './stage.ts';

test('npm start shows the demo, and an update runs through it', async ({ page, open }) => {
  await open('craft-estate');
  await item(page, 'Feed Me').getByRole('button', { name: 'Update to 5.8.2' }).click();
  await expect(item(page, 'Feed Me')).toContainText('6.5.0 needs another host version', {
    timeout: 30_000,
  });
});
