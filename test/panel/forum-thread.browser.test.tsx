import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { advance } from '../../mocks/change.ts';
import { memoryOf } from '../../mocks/memory.ts';
import { createWorld } from '../../mocks/scenarios.ts';
import type { World } from '../../mocks/world.ts';
import { day } from '../../src/domain/day.ts';
import { alert, asked, button, checkAgain, dialog, hosted, openPanel, row } from './open-panel.tsx';

// 1.0 is installed, maintenance ended on 31 March 2025, 1.1 was built on 1 April, today is 10 April.

const thread = () => row('Page Reports');
const PACE = 60_000;

async function openDetails() {
  await userEvent.click(thread().getByRole('button', { name: 'Page Reports' }));
  await expect.element(dialog('Page Reports')).toBeVisible();
  return dialog('Page Reports');
}

/** The license is renewed at the key administrator; the host learns of it when it asks. */
function renew(world: World): void {
  const key = world.ka.keys.find(({ number }) => number === 'EXT.00100001');
  if (key) key.endsOn = day('2026-03-31');
}

it('names 1.1 as not covered, with the day it was built and the day maintenance ended', async () => {
  await openPanel(createWorld('forum-thread'));
  await expect.element(thread()).toHaveTextContent('1 newer release needs a renewal');
  await expect
    .element(thread())
    .toHaveTextContent('1.1 is not covered: built Apr 1, 2025, maintenance ended Mar 31, 2025');
  await expect.element(thread()).toHaveTextContent('1.0 · Example Vendor');
});

it('says nothing of an error: an ended maintenance is calm, 1.0 goes on working', async () => {
  await openPanel(createWorld('forum-thread'));
  await expect.element(thread()).toBeVisible();
  expect(alert().elements()).toHaveLength(0);
  await expect.element(thread()).not.toHaveTextContent(/expired|stopped/i);
  await expect.element(thread().getByRole('button', { name: 'Renew license' })).toBeVisible();
});

it('offers 1.1 as a plain update nowhere: not in the row, not in the details, not in "Update all"', async () => {
  await openPanel(createWorld('forum-thread'));
  const details = await openDetails();
  await expect.element(details.getByRole('button', { name: 'Install 1.1 anyway…' })).toBeVisible();
  expect(button(/^Update to/).elements()).toHaveLength(0);
  expect(button('Update all').elements()).toHaveLength(0);
});

it('shows 1.1 below the divider where the license ends', async () => {
  await openPanel(createWorld('forum-thread'));
  const details = await openDetails();
  const locked = details.getByRole('region', {
    name: '1 release not covered: built after your maintenance ended on Mar 31, 2025',
  });
  await expect.element(locked.getByRole('listitem').first()).toHaveTextContent('1.1');
  await expect.element(locked).toHaveTextContent('built Apr 1, 2025');
});

it('names the change before 1.1 is installed, and keeps 1.0 by the button that stands out', async () => {
  const world = createWorld('forum-thread');
  await openPanel(world);
  const details = await openDetails();
  await userEvent.click(details.getByRole('button', { name: 'Install 1.1 anyway…' }));

  const consent = dialog('Install 1.1 without a covering license?');
  const change = consent.getByRole('group', { name: 'What would change' });
  await expect
    .element(change)
    .toHaveTextContent(/1\.0\s*works with your license.*1\.1\s*will not work with this license/);
  await expect
    .element(consent)
    .toHaveTextContent('built Apr 1, 2025, maintenance ended Mar 31, 2025');
  await expect
    .element(consent.getByRole('button', { name: 'Keep 1.0' }))
    .toHaveClass('upkeep-button-primary');
  await expect
    .element(consent.getByRole('button', { name: 'Install 1.1 anyway' }))
    .not.toHaveClass('upkeep-button-primary');

  await userEvent.click(consent.getByRole('button', { name: 'Keep 1.0' }));
  await expect.element(consent).not.toBeInTheDocument();
  expect(asked(world)).toEqual([]);
  expect(hosted(world, 'page-reports').installed).toBe('1.0');
});

it('installs nothing when Enter is pressed where the consent dialog has just opened, nor on Escape', async () => {
  const world = createWorld('forum-thread');
  await openPanel(world);
  const details = await openDetails();
  const install = details.getByRole('button', { name: 'Install 1.1 anyway…' });
  await userEvent.click(install);
  const consent = dialog('Install 1.1 without a covering license?');
  await expect.element(consent).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(consent).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(consent).not.toBeInTheDocument();
  await expect.element(install).toHaveFocus();
  expect(asked(world)).toEqual([]);
});

it('installs 1.1 only after its consent, which is asked for again every time', async () => {
  const world = createWorld('forum-thread', { pace: PACE });
  await openPanel(world);
  const details = await openDetails();
  await userEvent.click(details.getByRole('button', { name: 'Install 1.1 anyway…' }));
  await userEvent.click(button('Install 1.1 anyway'));
  await expect.element(details.getByRole('progressbar')).toBeVisible();
  expect(asked(world)).toEqual(['install page-reports 1.1']);

  await userEvent.click(details.getByRole('button', { name: 'Cancel the installation' }));
  await userEvent.click(details.getByRole('button', { name: 'Install 1.1 anyway…' }));
  await expect.element(dialog('Install 1.1 without a covering license?')).toBeVisible();
  expect(asked(world)).toEqual(['install page-reports 1.1']);
});

it('offers 1.1 as an update once the license is renewed', async () => {
  const world = createWorld('forum-thread', { pace: PACE });
  await openPanel(world);
  await expect.element(thread().getByRole('button', { name: 'Renew license' })).toBeVisible();
  renew(world);
  await userEvent.click(checkAgain());

  await userEvent.click(thread().getByRole('button', { name: 'Update to 1.1' }));
  await expect.element(thread().getByRole('progressbar')).toBeVisible();
  await advance(memoryOf(world), PACE);
  await expect.element(thread()).toHaveTextContent('1.1 · Example Vendor');
  await expect.element(thread()).toHaveTextContent('Maintained until Mar 31, 2026');
  expect(hosted(world, 'page-reports').installed).toBe('1.1');
});

it('goes back to 1.0 by one button where 1.1 was installed anyway', async () => {
  const world = createWorld('forum-thread-installed', { pace: PACE });
  await openPanel(world);
  await expect.element(thread()).toHaveTextContent('Installed 1.1 is not covered');
  await expect
    .element(thread())
    .toHaveTextContent('1.1 is not covered: built Apr 1, 2025, maintenance ended Mar 31, 2025');
  await userEvent.click(thread().getByRole('button', { name: 'Roll back to 1.0' }));

  const question = dialog('Roll Page Reports back to 1.0?');
  await expect.element(question).toHaveTextContent(/keeps data and settings/);
  expect(asked(world)).toEqual([]);
  await userEvent.click(question.getByRole('button', { name: 'Roll back to 1.0' }));
  await expect.element(thread().getByRole('progressbar')).toBeVisible();
  await advance(memoryOf(world), PACE);
  await expect.element(thread()).toHaveTextContent('1 newer release needs a renewal');
  expect(hosted(world, 'page-reports').installed).toBe('1.0');
  await expect.element(page.getByRole('button', { name: /^Update to/ })).not.toBeInTheDocument();
});
