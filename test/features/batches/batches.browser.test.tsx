import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { advance, breakInstall, setFault } from '../../../mocks/change.ts';
import { memoryOf } from '../../../mocks/memory.ts';
import { createWorld } from '../../../mocks/scenarios.ts';
import type { World } from '../../../mocks/world.ts';
import { backendOf } from '../../../stories/stage.tsx';
import { button, dialog, hosted, openPanel, row } from '../../panel/open-panel.tsx';

/** Half an hour: what a test itself takes is next to nothing of it. */
const PACE = 1_800_000;

const card = (count = 8) => page.getByRole('region', { name: `Update of ${count} extensions` });
const inCard = (name: string | RegExp) => card().getByRole('button', { name, exact: true });
const steps = () => card().getByRole('list', { name: 'Steps of the update' });
const step = (name: string) => steps().getByRole('listitem').filter({ hasText: name });
const question = () => dialog('Undo this update?');

/** Chooses everything and starts. */
async function updateAll(): Promise<void> {
  await userEvent.click(button('Update all'));
  await userEvent.click(button('Update 8 extensions'));
}

/** A panel on a host that is updating eight extensions, the first of them at work. */
async function started(props: Parameters<typeof openPanel>[1] = {}) {
  const world = createWorld('bulk-update', { pace: PACE });
  const memory = memoryOf(world);
  const opened = await openPanel(world, props);
  await updateAll();
  await expect.element(card()).toBeVisible();
  return { ...opened, world, memory, wait: (some: number) => advance(memory, some * PACE) };
}

/** Everything a screen reader hears from the panel's live region, in order. */
function transcript(place: HTMLElement): string[] {
  const heard: string[] = [];
  const region = place.querySelector('[aria-live="polite"]');
  if (!region) throw new Error('The live region is not in the page');
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) heard.push(node.textContent ?? '');
  }).observe(region, { childList: true });
  return heard;
}

const states = (world: World) => world.host.batches.map((batch) => batch.state);

it('takes what was chosen as one batch, and shows how far it is', async () => {
  const { world, wait } = await started();
  await expect.element(card()).toHaveTextContent('0 of 8 updated');
  await expect.element(row('Backup').getByRole('progressbar')).toBeVisible();
  await wait(2.5);
  await expect.element(card()).toHaveTextContent('2 of 8 updated');
  await expect.element(row('Backup')).toHaveTextContent('1.1.0 · Example Vendor');
  expect(world.host.batches).toHaveLength(1);
  expect(hosted(world, 'wiki').installed).toBe('1.0.0');
});

it('goes on where one step fails, and says unasked which did and why', async () => {
  const { world, wait } = await started();
  await wait(20);
  await expect.element(card()).toHaveTextContent('7 of 8 updated');
  await expect.element(card()).toHaveTextContent('1 failed');
  await expect
    .element(step('Gallery'))
    .toHaveTextContent('Failed; 1.0.0 is installed as before. Its archive is damaged');
  await expect.element(row('Shop')).toHaveTextContent('1.1.0 · Example Vendor');
  expect(states(world)).toEqual(['ended']);
});

it('is paused after the step at work, and goes on, also from a page that was opened later', async () => {
  const first = await started();
  await userEvent.click(inCard('Pause'));
  await expect.element(card()).toHaveTextContent('Backup is still being worked on');
  await expect.element(inCard('Continue')).toHaveFocus();
  await first.wait(20);
  await expect.element(card()).toHaveTextContent('Nothing new begins until you continue.');
  first.kill();

  await openPanel(first.world);
  await expect.element(card()).toHaveTextContent('1 of 8 updated');
  await userEvent.click(inCard('Continue'));
  await expect.element(inCard('Pause')).toBeVisible();
  await first.wait(20);
  await expect.element(card()).toHaveTextContent('7 of 8 updated');
});

it('follows what is done with it elsewhere', async () => {
  const { world, wait } = await started();
  const elsewhere = backendOf(world).host;
  await elsewhere.pauseBatch('batch-1');
  await expect.element(inCard('Continue')).toBeVisible();
  await elsewhere.cancelBatch('batch-1');
  await expect.element(card()).toHaveTextContent('7 canceled');
  await wait(2);
  await expect.element(card()).toHaveTextContent('1 of 8 updated');
});

it('shows what somebody else has started', async () => {
  const world = createWorld('bulk-update', { pace: PACE });
  await backendOf(world).host.startBatch([{ extension: 'mail', version: '1.1.0' }], 'theirs');
  await openPanel(world);
  await expect.element(page.getByRole('region', { name: 'Update of 1 extension' })).toBeVisible();
});

it('says of each step what can still be canceled, and cancels just that', async () => {
  const { world, wait } = await started();
  await userEvent.click(card().getByText('Show all 8 steps'));
  await expect.element(step('Calendar')).toHaveTextContent('Has not begun; can still be canceled');
  await expect.element(step('Backup')).toHaveTextContent('can still be canceled');
  await userEvent.click(inCard('Cancel Backup'));
  await expect.element(step('Backup')).toHaveTextContent('Canceled before anything was changed');
  await expect.element(step('Calendar')).toHaveTextContent('1.1.0');
  await wait(0.7);
  await expect.element(step('Calendar')).toHaveTextContent('can no longer be canceled');
  await expect.element(inCard('Cancel Calendar')).not.toBeInTheDocument();
  await userEvent.click(inCard('Cancel the rest (6)'));
  await expect.element(card()).toHaveTextContent('7 canceled');
  await expect
    .element(card().getByRole('heading', { name: 'Update of 8 extensions' }))
    .toHaveFocus();
  await wait(2);
  await expect.element(card()).toHaveTextContent('1 of 8 updated');
  expect(states(world)).toEqual(['ended']);
});

it('asks before it undoes, naming what goes back and what cannot, and then takes it back', async () => {
  const { world, wait } = await started();
  await wait(20);
  await userEvent.click(inCard('Undo all…'));
  await expect
    .element(question().getByRole('list', { name: '6 extensions go back' }))
    .toHaveTextContent('Shop1.1.0 → 1.0.0');
  await expect
    .element(question().getByRole('list', { name: '1 extension stays as it is' }))
    .toHaveTextContent('Reports2.0.0 changed stored data');
  await userEvent.click(question().getByRole('button', { name: 'Keep the update' }));
  await expect.element(inCard('Undo all…')).toHaveFocus();
  expect(states(world)).toEqual(['ended']);

  await userEvent.click(inCard('Undo all…'));
  await userEvent.click(question().getByRole('button', { name: 'Take 6 extensions back' }));
  await expect.element(card()).toHaveTextContent('0 of 6 taken back');
  await wait(20);
  await expect.element(card()).toHaveTextContent('6 of 6 taken back');
  await expect.element(step('Reports')).toHaveTextContent('Stays at 2.0.0');
  await expect.element(row('Shop')).toHaveTextContent('1.0.0 · Example Vendor');
  expect(hosted(world, 'backup').installed).toBe('1.0.0');
});

it('may be undone again where one could not be taken back', async () => {
  const { world, memory, wait } = await started();
  await wait(20);
  await expect.element(inCard('Undo all…')).toBeVisible();
  await breakInstall(memory, 'mail', { reason: 'The disk is full.', rolledBack: true });
  await userEvent.click(inCard('Undo all…'));
  await userEvent.click(button('Take 6 extensions back'));
  await wait(20);
  await expect.element(step('Mail')).toHaveTextContent('Could not go back to 1.0.0. The disk is');
  await breakInstall(memory, 'mail', null);
  await userEvent.click(inCard('Try the undo again…'));
  await userEvent.click(button('Take 1 extension back'));
  await wait(2);
  await expect.element(card()).toHaveTextContent('6 of 6 taken back');
  expect(hosted(world, 'mail').installed).toBe('1.0.0');
});

it('says each change once, and leaves the single installs to the whole', async () => {
  const world = createWorld('bulk-update', { pace: PACE });
  const { place } = await openPanel(world);
  await expect.element(button('Update all')).toBeVisible();
  const heard = transcript(place);
  await updateAll();
  await expect.element(card()).toBeVisible();
  await advance(memoryOf(world), 1.5 * PACE);
  await expect.element(card()).toHaveTextContent('1 of 8 updated');
  await userEvent.click(inCard('Pause'));
  await expect.element(inCard('Continue')).toBeVisible();
  await advance(memoryOf(world), 2 * PACE);
  await expect.element(card()).toHaveTextContent('2 of 8 updated');
  await userEvent.click(inCard('Continue'));
  await advance(memoryOf(world), 1.5 * PACE);
  await expect.element(card()).toHaveTextContent('3 of 8 updated');
  await advance(memoryOf(world), PACE);
  await expect.element(card()).toHaveTextContent('1 failed');
  await advance(memoryOf(world), 20 * PACE);
  await expect.element(card()).toHaveTextContent('7 of 8 updated');
  expect(heard).toEqual([
    'The update of 8 extensions has started. 0 of 8 updated',
    '1 of 8 updated',
    'Pausing. 1 of 8 updated',
    'Paused. 2 of 8 updated',
    'Updating. 2 of 8 updated',
    '3 of 8 updated',
    'Gallery: 1.1.0 could not be installed. 3 of 8 updated and 1 failed',
    'Finished. 7 of 8 updated and 1 failed',
  ]);
});

it('shows the batch that was started although the answer got lost', async () => {
  const world = createWorld('bulk-update', { pace: PACE });
  await openPanel(world);
  await expect.element(button('Update all')).toBeVisible();
  await setFault(memoryOf(world), {
    party: 'host',
    call: 'start-batch',
    kind: 'lost-after',
    times: 1,
  });
  await updateAll();
  await expect.element(card()).toBeVisible();
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  expect(world.host.batches).toHaveLength(1);
});

it('says that nobody knows whether it began, and begins it once however often it is tried', async () => {
  const world = createWorld('bulk-update', { pace: PACE });
  const memory = memoryOf(world);
  const { requests } = await openPanel(world);
  await expect.element(button('Update all')).toBeVisible();
  await setFault(memory, { party: 'host', call: 'start-batch', kind: 'lost-after', times: 1 });
  await setFault(memory, { party: 'host', call: 'batches', kind: 'unavailable' });
  await updateAll();
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('The bulk update: it is not known whether it went through');
  await userEvent.click(page.getByRole('alert').getByRole('button', { name: 'Try again' }));
  await expect.element(card()).toBeVisible();
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  expect(requests.filter((request) => request === 'POST /batches')).toHaveLength(2);
  expect(world.host.batches).toHaveLength(1);
});

it('keeps what the host refused at the card, and the batch as it is', async () => {
  const { memory } = await started();
  await setFault(memory, { party: 'host', call: 'pause-batch', kind: 'rate-limited' });
  await userEvent.click(inCard('Pause'));
  await expect.element(card().getByRole('alert')).toHaveTextContent('The pause: asked too often');
  await expect.element(inCard('Pause')).toBeVisible();
});

it('starts no second one while one is not over', async () => {
  await started();
  await userEvent.click(button('Update all'));
  await expect
    .element(dialog('Update all'))
    .toHaveTextContent('Another bulk update is not over yet');
  await expect
    .element(dialog('Update all').getByRole('button', { name: /^Update \d/ }))
    .toBeDisabled();
});

it('lets whoever may only look see how it goes, and do nothing', async () => {
  const { world, kill } = await started();
  kill();
  world.host.actor.roles = ['viewer'];
  await openPanel(world);
  await expect.element(card()).toHaveTextContent('0 of 8 updated');
  await userEvent.click(card().getByText('Show all 8 steps'));
  await expect.element(step('Backup')).toBeVisible();
  expect(card().getByRole('button').elements()).toEqual([]);
});

it('offers no undo where the host has none', async () => {
  const { world, wait, kill } = await started();
  await wait(20);
  await expect.element(inCard('Undo all…')).toBeVisible();
  kill();
  world.host.capabilities = world.host.capabilities.filter((each) => each !== 'undo');
  await openPanel(world);
  await expect.element(card()).toHaveTextContent('7 of 8 updated');
  await expect.element(inCard('Undo all…')).not.toBeInTheDocument();
});

it('is put out of sight once it is over', async () => {
  const { wait } = await started();
  await expect.element(inCard('Hide')).not.toBeInTheDocument();
  await wait(20);
  await userEvent.click(inCard('Hide'));
  await expect.element(card()).not.toBeInTheDocument();
});
