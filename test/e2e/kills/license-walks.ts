import { expect } from '@playwright/test';
import { CODES } from '../../../mocks/ka/codes.ts';
import type { World } from '../../../mocks/world.ts';
import { item } from '../stage.ts';
import { button, card, extension, isPayable, pay, payments, until, type Walk } from './walk.ts';

const renewals = ({ host }: World) =>
  Object.values(host.orders).filter(({ kind }) => kind === 'renewal');

/** Maintenance that ended is paid for another year. */
export const renewal: Walk = {
  begin: (parties) => parties.reset('forum-thread'),
  isDone: (world) => renewals(world).some(({ state }) => state === 'fulfilled'),
  shows(world) {
    if (renewal.isDone(world)) return /Maintained until Mar 31, 2026/;
    return renewals(world).length > 0 ? /Renewal of Page Reports/ : /Renew license/;
  },
  async walk(page, parties) {
    const before = await parties.world();
    const row = item(page, 'Page Reports');
    if (renewals(before).length === 0) {
      await button(row, 'Renew license').click();
      const dialog = page.getByRole('dialog', { name: /^Renew/ });
      await button(dialog, 'Save and prepare the store link').click();
      await expect(dialog.getByRole('link', { name: 'Continue to the store' })).toBeVisible();
      await page.keyboard.press('Escape');
    }
    const known = renewals(await parties.world());
    if (known.every(isPayable)) await pay(page, card(page, 'Renewal of Page Reports'));
    await until(page, parties, row.getByText(/^Maintained until Mar 31, 2026/));
  },
  judge(world) {
    expect(renewals(world).map(({ state }) => state)).toEqual(['fulfilled']);
    expect(payments(world)).toEqual(['paid']);
    expect(extension(world, 'page-reports').license).toMatchObject({
      maintenanceEndsOn: '2026-03-31',
    });
  },
};

const usedBy = ({ ka }: World) => ka.codes.find(({ code }) => code === CODES.works)?.usedBy;

/** A code brings the maintenance of another year. */
export const activation: Walk = {
  begin: (parties) => parties.reset('forum-thread'),
  isDone: (world) => usedBy(world)?.length === 1,
  shows: (world) =>
    activation.isDone(world) ? /Maintained until Apr 10, 2026/ : /Maintenance ended/,
  async walk(page) {
    // A code is kept nowhere, so it is typed anew. One that this host has used brings the same license once more.
    await button(page, 'Enter activation code').first().click();
    const dialog = page.getByRole('dialog', { name: 'Enter activation code' });
    await dialog.getByRole('textbox', { name: 'Activation code' }).fill(CODES.works);
    await button(dialog, 'Preview').click();
    await button(dialog, 'Activate').click();
    const active = dialog.getByText('The license is active');
    const unknown = dialog.getByText('It is not known whether the code was applied');
    await expect(active.or(unknown)).toBeVisible();
    if (await unknown.isVisible()) await button(dialog, 'Check again').click();
    await expect(active).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(item(page, 'Page Reports')).toContainText('Maintained until Apr 10, 2026');
  },
  judge(world) {
    expect(usedBy(world)).toEqual([world.host.mainKey]);
    expect(extension(world, 'page-reports').license).toMatchObject({
      number: 'EXT.00900001',
      maintenanceEndsOn: '2026-04-10',
    });
  },
};
