import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { advance, breakInstall } from '../../../mocks/change.ts';
import { memoryOf } from '../../../mocks/memory.ts';
import { perpetual } from '../../../mocks/scenarios/extension.ts';
import { createWorld } from '../../../mocks/scenarios.ts';
import { asked, button, dialog, hosted, openPanel, row } from '../../panel/open-panel.tsx';

/** Half an hour: what a test itself takes is next to nothing of it. */
const PACE = 1_800_000;
const review = () => dialog('Update all');
const steps = () => review().getByRole('list', { name: 'Will be updated' }).getByRole('listitem');
const skipped = () =>
  review()
    .getByRole('list', { name: /passed over$/ })
    .getByRole('listitem');

/** A host that takes no batches: the panel starts one update after another. */
function oneByOne(...[scenario, options]: Parameters<typeof createWorld>) {
  const world = createWorld(scenario, options);
  world.host.capabilities = world.host.capabilities.filter((each) => each !== 'batch');
  return world;
}

async function openReview() {
  await userEvent.click(button('Update all'));
  await expect.element(review()).toBeVisible();
}

it('lists what it takes and how far, and every extension it passes over with the reason', async () => {
  await openPanel(createWorld('every-verdict'));
  await openReview();
  expect(
    steps()
      .elements()
      .map((item) => item.textContent),
  ).toEqual([
    'Update Ready1.0.0 → 1.2.0',
    'Covered Update1.0.0 → 1.1.01 newer release needs a renewal',
    'Trial Running1.0.0 → 1.2.0',
    'Free of Charge1.0.0 → 1.2.0',
  ]);
  const passedOver = skipped()
    .elements()
    .map((item) => item.textContent);
  expect(passedOver).toHaveLength(12);
  expect(passedOver).toContain('Needs Renewal1 newer release needs a renewal');
  expect(passedOver).toContain('License MismatchInstalled 1.2.0 is not covered');
  expect(passedOver).toContain('Needs Newer Host2.0.0 needs another host version');
  expect(passedOver).toContain('Held BackHeld by You (admin)');
  expect(passedOver).toContain('Not LicensedNot licensed yet');
  expect(passedOver).toContain('License UnknownLicense state not known');
});

it('installs exactly what it listed, and never a release that is not covered', async () => {
  const world = oneByOne('every-verdict', { pace: PACE });
  await openPanel(world);
  await openReview();
  expect(asked(world)).toEqual([]);
  await userEvent.click(review().getByRole('button', { name: 'Update 4 extensions' }));
  await expect
    .poll(() => [...asked(world)].sort())
    .toEqual([
      'install covered-update 1.1.0',
      'install free 1.2.0',
      'install trial 1.2.0',
      'install update-ready 1.2.0',
    ]);
  await expect.element(row('Covered Update').getByRole('progressbar')).toBeVisible();
  await expect.element(row('Free of Charge').getByRole('progressbar')).toBeVisible();
  await advance(memoryOf(world), 4 * PACE);
  await expect.element(row('Trial Running')).toHaveTextContent('1.2.0 · Example Vendor');
  expect(hosted(world, 'covered-update').installed).toBe('1.1.0');
  expect(hosted(world, 'needs-renewal').installed).toBe('1.1.0');
});

it('leaves out what is unchecked, and cannot start with nothing chosen', async () => {
  const world = oneByOne('every-verdict', { pace: PACE });
  await openPanel(world);
  await openReview();
  for (const name of [/^Covered Update/, /^Update Ready/, /^Free of Charge/]) {
    await userEvent.click(review().getByRole('checkbox', { name }));
  }
  await expect.element(review().getByRole('button', { name: 'Update 1 extension' })).toBeVisible();
  await userEvent.click(review().getByRole('checkbox', { name: /^Trial Running/ }));
  await expect.element(review().getByRole('button', { name: 'Nothing chosen' })).toBeDisabled();
  await userEvent.click(review().getByRole('checkbox', { name: /^Free of Charge/ }));
  await userEvent.click(review().getByRole('button', { name: 'Update 1 extension' }));
  await expect.poll(() => asked(world)).toEqual(['install free 1.2.0']);
});

it('does the rest where the host refuses one, and says at that row why', async () => {
  const world = oneByOne('every-verdict', { pace: PACE });
  await openPanel(world);
  await openReview();
  // Its license lapses while the review is open.
  hosted(world, 'update-ready').license = perpetual('EXT.00100002', '2025-01-31');
  await userEvent.click(review().getByRole('button', { name: 'Update 4 extensions' }));
  await expect
    .element(row('Update Ready'))
    .toHaveTextContent('Your license does not cover this release');
  await expect.element(row('Trial Running').getByRole('progressbar')).toBeVisible();
  await expect
    .poll(() => world.host.tasks.map(({ extension }) => extension).sort())
    .toEqual(['covered-update', 'free', 'trial']);
});

it('goes on where one package will not install', async () => {
  const world = oneByOne('every-verdict', { pace: PACE });
  await breakInstall(memoryOf(world), 'covered-update', {
    reason: 'The archive is damaged.',
    rolledBack: true,
  });
  await openPanel(world);
  await openReview();
  await userEvent.click(review().getByRole('button', { name: 'Update 4 extensions' }));
  await expect.poll(() => world.host.tasks.length).toBe(4);
  await advance(memoryOf(world), 4 * PACE);
  await expect
    .element(row('Covered Update'))
    .toHaveTextContent('The last try to install 1.1.0 failed');
  await expect.element(row('Update Ready')).toHaveTextContent('1.2.0 · Example Vendor');
  await expect.element(row('Trial Running')).toHaveTextContent('1.2.0 · Example Vendor');
});
