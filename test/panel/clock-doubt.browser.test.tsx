import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { perpetual } from '../../mocks/scenarios/extension.ts';
import { createWorld } from '../../mocks/scenarios.ts';
import { addDays, dayOf } from '../../src/domain/day.ts';
import { hosted, openPanel, row } from './open-panel.tsx';

const deviceDay = () => dayOf(new Date().toISOString());

/** A host that is a day ahead of this device, and a license that ends on the device's day. */
function worldAhead() {
  const world = createWorld('every-verdict', { today: addDays(deviceDay(), 1) });
  hosted(world, 'update-ready').license = perpetual('EXT.00100002', deviceDay());
  return world;
}

it('says that the two clocks differ where a license depends on it, and goes by the host’s', async () => {
  await openPanel(worldAhead());
  await expect.element(row('Update Ready')).toHaveTextContent('Maintenance ended');
  const notice = page.getByText(/^The host’s date is .*, this device says /);
  await expect.element(notice).toBeVisible();
  await expect.element(page.getByText(/^1 license ends between the two/)).toBeVisible();
});

it('is silent where no license depends on it', async () => {
  const world = worldAhead();
  hosted(world, 'update-ready').license = perpetual('EXT.00100002', addDays(deviceDay(), 90));
  await openPanel(world);
  await expect.element(row('Update Ready')).toBeVisible();
  await expect.element(page.getByText(/^The host’s date is /)).not.toBeInTheDocument();
});
