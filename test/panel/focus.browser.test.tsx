import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { advance, setFault } from '../../mocks/change.ts';
import { memoryOf } from '../../mocks/memory.ts';
import { createWorld } from '../../mocks/scenarios.ts';
import { alert, button, dialog, openPanel, row } from './open-panel.tsx';

// Whoever works by keyboard or screen reader must never find themselves at the top of the page again.

const PACE = 600_000;
const nameOf = (name: string) => row(name).getByRole('button', { name, exact: true });
const nowhere = () => document.activeElement === document.body || document.activeElement === null;

/** Presses by keyboard, as soon as there is something to press. */
const press = async (button: ReturnType<typeof nameOf>) => {
  await expect.element(button).toBeVisible();
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
};

it('stays at the row when its button gives way to the progress, and through the end of the update', async () => {
  const world = createWorld('every-verdict', { pace: PACE });
  await openPanel(world);
  await expect.element(nameOf('Update Ready')).toBeVisible();
  await press(row('Update Ready').getByRole('button', { name: 'Update to 1.2.0' }));
  await expect.element(row('Update Ready').getByRole('progressbar')).toBeVisible();
  await expect.element(nameOf('Update Ready')).toHaveFocus();
  await advance(memoryOf(world), PACE);
  await expect.element(row('Update Ready')).toHaveTextContent('Up to date');
  await expect.element(nameOf('Update Ready')).toHaveFocus();
});

it('stays in the details when their buttons give way to the progress', async () => {
  const world = createWorld('every-verdict', { pace: PACE });
  await openPanel(world);
  await expect.element(nameOf('Update Ready')).toBeVisible();
  await press(nameOf('Update Ready'));
  const details = dialog('Update Ready');
  await press(details.getByRole('button', { name: 'Update to 1.2.0' }));
  await expect.element(details.getByRole('progressbar')).toBeVisible();
  await expect.element(details.getByRole('heading', { name: 'Update Ready' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(nameOf('Update Ready')).toHaveFocus();
});

it('returns to the row’s button when the details are closed by Escape, the corner or a press beside them', async () => {
  const { place } = await openPanel(createWorld('every-verdict'));
  const details = dialog('Update Ready');
  await expect.element(nameOf('Update Ready')).toBeVisible();
  await press(nameOf('Update Ready'));
  await expect.element(details.getByRole('heading', { name: 'Update Ready' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(details).not.toBeInTheDocument();
  await expect.element(nameOf('Update Ready')).toHaveFocus();

  await press(nameOf('Update Ready'));
  await press(details.getByRole('button', { name: 'Close' }));
  await expect.element(nameOf('Update Ready')).toHaveFocus();

  await press(nameOf('Update Ready'));
  await userEvent.click(place, { position: { x: 8, y: 8 }, force: true });
  await expect.element(details).not.toBeInTheDocument();
  await expect.element(nameOf('Update Ready')).toHaveFocus();
});

it('stays at the row after a consent was given, after a roll back and after a hold was released', async () => {
  const world = createWorld('every-verdict', { pace: PACE });
  await openPanel(world);
  await expect.element(nameOf('Needs Renewal')).toBeVisible();
  await press(nameOf('Needs Renewal'));
  const details = dialog('Needs Renewal');
  await press(details.getByRole('button', { name: 'Install 1.2.0 anyway…' }));
  await press(button('Install 1.2.0 anyway'));
  await expect.element(details.getByRole('progressbar')).toBeVisible();
  await expect.element(details.getByRole('heading', { name: 'Needs Renewal' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(nameOf('Needs Renewal')).toHaveFocus();

  await press(row('License Mismatch').getByRole('button', { name: 'Roll back to 1.1.0' }));
  await press(dialog(/^Roll License Mismatch/).getByRole('button', { name: 'Roll back to 1.1.0' }));
  await expect.element(row('License Mismatch').getByRole('progressbar')).toBeVisible();
  await expect.element(nameOf('License Mismatch')).toHaveFocus();

  await press(row('Held Back').getByRole('button', { name: 'Release hold' }));
  await expect
    .element(row('Held Back').getByRole('button', { name: 'Update to 1.2.0' }))
    .toBeVisible();
  expect(nowhere()).toBe(false);
});

it('stays in the panel when "Update all" has nothing left to do', async () => {
  const world = createWorld('every-verdict', { pace: PACE });
  await openPanel(world);
  await expect.element(button('Update all')).toBeVisible();
  await press(button('Update all'));
  await press(dialog('Update all').getByRole('button', { name: 'Update 4 extensions' }));
  await expect.element(row('Update Ready').getByRole('progressbar')).toBeVisible();
  await advance(memoryOf(world), 4 * PACE);
  await expect.element(button('Update all')).not.toBeInTheDocument();
  await expect.poll(nowhere).toBe(false);
});

it('stays in the panel when the thing it was at disappears: an extension removed elsewhere, a filter without rows', async () => {
  const world = createWorld('every-verdict', { pace: PACE });
  await openPanel(world);
  await press(row('Free of Charge').getByRole('button', { name: 'Update to 1.2.0' }));
  await press(nameOf('Update Ready'));
  await expect.element(dialog('Update Ready')).toBeVisible();
  world.host.extensions = world.host.extensions.filter(({ key }) => key !== 'update-ready');
  world.host.snapshot += 1;
  // The end of the other update lets the panel read the list again.
  await advance(memoryOf(world), PACE);
  await expect.element(row('Update Ready')).not.toBeInTheDocument();
  await expect.element(dialog('Update Ready')).not.toBeInTheDocument();
  expect(nowhere()).toBe(false);

  await userEvent.fill(page.getByRole('searchbox'), 'nothing has this name');
  await press(button('Show all extensions'));
  await expect.element(row('Failed to Start')).toBeVisible();
  await expect.poll(nowhere).toBe(false);
});

it('stays in the panel when trying again has brought the list', async () => {
  const world = createWorld('every-verdict');
  await setFault(memoryOf(world), { party: 'host', call: 'extensions', kind: 'signed-out' });
  await openPanel(world);
  await expect.element(alert()).toBeVisible();
  world.faults = [];
  await press(button('Try again'));
  await expect.element(row('Failed to Start')).toBeVisible();
  await expect.poll(nowhere).toBe(false);
});
