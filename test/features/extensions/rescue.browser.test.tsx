import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { advance, breakInstall } from '../../../mocks/change.ts';
import { memoryOf } from '../../../mocks/memory.ts';
import { createWorld } from '../../../mocks/scenarios.ts';
import type { World } from '../../../mocks/world.ts';
import { asked, dialog, hosted, openPanel, row } from '../../panel/open-panel.tsx';

const PACE = 1_800_000;

async function detailsOf(name: string, world: World) {
  await openPanel(world);
  await userEvent.click(row(name).getByRole('button', { name, exact: true }));
  await expect.element(dialog(name)).toBeVisible();
  return dialog(name);
}

it('leads what failed back to the newest release that is covered, with one button', async () => {
  const world = createWorld('every-verdict', { pace: PACE });
  const details = await detailsOf('Failed to Start', world);
  await expect.element(details).toHaveTextContent('The way back: 1.1.0');
  await expect.element(details).toHaveTextContent('PackageKept on this server');
  await expect
    .element(details)
    .toHaveTextContent('Stored dataNot known whether a release in between changed its form');
  expect(details.getByRole('button', { name: /^Roll back/ }).elements()).toHaveLength(1);
  await userEvent.click(details.getByRole('button', { name: 'Roll back to 1.1.0' }));
  await userEvent.click(
    dialog(/^Roll Failed to Start/).getByRole('button', { name: 'Roll back to 1.1.0' }),
  );
  await advance(memoryOf(world), PACE);
  await expect.element(details).toHaveTextContent('1.1.0 installed');
  await expect.element(details).not.toHaveTextContent('The way back');
});

it('says which release changed stored data, and that going back does not undo it', async () => {
  const world = createWorld('every-verdict');
  for (const release of hosted(world, 'mismatch').releases)
    release.migratesData = release.version === '1.2.0';
  const details = await detailsOf('License Mismatch', world);
  await expect
    .element(details)
    .toHaveTextContent('1.2.0 changed its form. Going back does not undo that');
});

it('keeps the way back where the releases cannot be read, and says what is not known', async () => {
  const world = createWorld('every-verdict', { pace: PACE });
  world.faults = [{ party: 'host', call: 'releases', kind: 'error' }];
  const details = await detailsOf('Failed to Start', world);
  await expect
    .element(details)
    .toHaveTextContent('PackageNot known: the releases could not be read');
  await userEvent.click(details.getByRole('button', { name: 'Roll back to 1.1.0' }));
  const back = dialog(/^Roll Failed to Start/);
  await expect.element(back).toHaveTextContent('Not known: the releases could not be read');
  await userEvent.click(back.getByRole('button', { name: 'Roll back to 1.1.0' }));
  await expect.poll(() => asked(world)).toEqual(['install failed 1.1.0']);
});

it('leads an install that was not put back to what ran before', async () => {
  const world = createWorld('every-verdict', { pace: PACE });
  await breakInstall(memoryOf(world), 'update-ready', { reason: 'Damaged.', rolledBack: false });
  const details = await detailsOf('Update Ready', world);
  await userEvent.click(details.getByRole('button', { name: 'Update to 1.2.0' }));
  await expect.element(details.getByRole('progressbar')).toBeVisible();
  await advance(memoryOf(world), PACE);
  await expect.element(details).toHaveTextContent('The server could not put 1.0.0 back.');
  await expect.element(details).toHaveTextContent('The way back: 1.0.0');
  await expect
    .element(details)
    .toHaveTextContent('1.0.0 ran here before 1.2.0 was installed, and your license covers it.');
  await expect.element(details).toHaveTextContent('PackageKept on this server');
  await expect.element(details.getByRole('button', { name: 'Roll back to 1.0.0' })).toBeVisible();
});

it('names the ways out where there is nothing to go back to', async () => {
  const world = createWorld('every-verdict');
  const mismatch = hosted(world, 'mismatch');
  mismatch.releases = mismatch.releases.filter(({ version }) => version === '1.2.0');
  const details = await detailsOf('License Mismatch', world);
  await expect.element(details).toHaveTextContent('No release to go back to');
  await expect.element(details.getByRole('button', { name: 'Renew license' })).toBeVisible();
  await expect.element(details).toHaveTextContent('Ask Example Vendor; no address is stated here.');
});

it('says to what one could go back where this host cannot', async () => {
  const world = createWorld('every-verdict');
  const missing: readonly string[] = ['rollBack', 'uninstall'];
  world.host.capabilities = world.host.capabilities.filter((each) => !missing.includes(each));
  const details = await detailsOf('License Mismatch', world);
  await expect.element(details).toHaveTextContent('The way back: 1.1.0');
  await expect.element(details).toHaveTextContent('This server cannot go back');
  expect(details.getByRole('button', { name: /^Roll back/ }).elements()).toHaveLength(0);
});
