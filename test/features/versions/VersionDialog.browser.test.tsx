import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { advance } from '../../../mocks/change.ts';
import { memoryOf } from '../../../mocks/memory.ts';
import { release } from '../../../mocks/scenarios/extension.ts';
import { createWorld } from '../../../mocks/scenarios.ts';
import type { World } from '../../../mocks/world.ts';
import { asked, button, dialog, hosted, openPanel, row } from '../../panel/open-panel.tsx';

/** Half an hour: what a test itself takes is next to nothing of it. */
const PACE = 1_800_000;
const picker = () => dialog(/^Choose a version of/);
const radio = (version: string) =>
  picker().getByRole('radio', { name: new RegExp(`^${version.replaceAll('.', '\\.')} `) });

async function pickerOf(name: string, world: World = createWorld('every-verdict', { pace: PACE })) {
  await openPanel(world);
  await userEvent.click(row(name).getByRole('button', { name, exact: true }));
  await userEvent.click(dialog(name).getByRole('button', { name: 'Choose a version…' }));
  await expect.element(picker()).toBeVisible();
  return world;
}

it('installs a covered release by its name at once, and closes', async () => {
  const world = await pickerOf('Covered Update');
  await expect.element(picker().getByRole('button', { name: 'Choose a version' })).toBeDisabled();
  await userEvent.click(radio('1.1.0'));
  await userEvent.click(picker().getByRole('button', { name: 'Install 1.1.0' }));
  await expect.element(picker()).not.toBeInTheDocument();
  await expect.element(dialog('Covered Update').getByRole('progressbar')).toBeVisible();
  expect(asked(world)).toEqual(['install covered-update 1.1.0']);
});

it('asks once more before an uncovered one, and tells the host of the consent', async () => {
  const world = await pickerOf('Covered Update');
  await expect
    .element(radio('1.2.0'))
    .toHaveAccessibleDescription('Not covered: maintenance ended Jan 31, 2025 Runs on this host');
  await userEvent.click(radio('1.2.0'));
  await userEvent.click(picker().getByRole('button', { name: 'Install 1.2.0 anyway…' }));
  const consent = dialog('Install 1.2.0 without a covering license?');
  await expect.element(consent).toBeVisible();
  await expect.element(picker()).not.toBeInTheDocument();
  expect(asked(world)).toEqual([]);
  await userEvent.click(consent.getByRole('button', { name: 'Install 1.2.0 anyway' }));
  await expect.poll(() => asked(world)).toEqual(['install covered-update 1.2.0']);
});

it('goes back by name only, through what is asked about data', async () => {
  const world = await pickerOf('License Mismatch');
  await userEvent.click(radio('1.0.0'));
  await userEvent.click(picker().getByRole('button', { name: 'Go back to 1.0.0' }));
  const back = dialog('Roll License Mismatch back to 1.0.0?');
  await expect.element(back).toHaveTextContent('1.0.0 is covered by your license and runs');
  await expect.element(back).toHaveTextContent('Not kept here; the server fetches it again');
  await userEvent.click(back.getByRole('button', { name: 'Roll back to 1.0.0' }));
  await expect.element(dialog('License Mismatch').getByRole('progressbar')).toBeVisible();
  await advance(memoryOf(world), PACE);
  await expect.element(dialog('License Mismatch')).toHaveTextContent('1.0.0 installed');
});

it('gives the focus back to where it was opened from, also after a question was declined', async () => {
  await pickerOf('Covered Update');
  const opener = dialog('Covered Update').getByRole('button', { name: 'Choose a version…' });
  await userEvent.click(picker().getByRole('button', { name: 'Cancel' }));
  await expect.element(opener).toHaveFocus();
  await userEvent.click(opener);
  await userEvent.click(radio('1.2.0'));
  await userEvent.click(picker().getByRole('button', { name: 'Install 1.2.0 anyway…' }));
  await userEvent.click(button('Keep 1.0.0'));
  await expect.element(opener).toHaveFocus();
});

it('lets nothing newer be chosen while an administrator holds the extension', async () => {
  await pickerOf('Held Back');
  await expect.element(radio('1.2.0')).toBeDisabled();
  await expect.element(radio('1.2.0')).toHaveAccessibleDescription(/Held by You \(admin\)$/);
});

it('offers what does not fit the host for reading only', async () => {
  await pickerOf('Needs Newer Host');
  await expect.element(radio('2.0.0')).toBeDisabled();
  await expect.element(radio('2.0.0')).toHaveAccessibleDescription(/Needs a newer host: \^5\.0\.0/);
});

it('is not there where the host installs no release by its name', async () => {
  const world = createWorld('every-verdict');
  world.host.capabilities = world.host.capabilities.filter((each) => each !== 'specificVersion');
  await openPanel(world);
  await userEvent.click(row('Update Ready').getByRole('button', { name: 'Update Ready' }));
  await expect.element(dialog('Update Ready')).toBeVisible();
  await expect.element(button('Choose a version…')).not.toBeInTheDocument();
});

it('cannot start a second install while the host is at work on the first', async () => {
  await pickerOf('Covered Update');
  await userEvent.click(radio('1.1.0'));
  await userEvent.click(picker().getByRole('button', { name: 'Install 1.1.0' }));
  await userEvent.click(
    dialog('Covered Update').getByRole('button', { name: 'Choose a version…' }),
  );
  await userEvent.click(radio('1.1.0'));
  await expect
    .element(picker().getByRole('button', { name: 'Install 1.1.0' }))
    .toHaveAttribute('aria-disabled', 'true');
  await expect.element(picker()).toHaveTextContent('The server is working on it');
});

/** One extension with four hundred older and newer releases. */
function longHistory(): World {
  const world = createWorld('every-verdict', { pace: PACE });
  const extension = hosted(world, 'update-ready');
  extension.releases = Array.from({ length: 400 }, (_, at) =>
    release(`1.${at}.0`, at < 200 ? '2024-01-10' : '2025-02-10'),
  );
  extension.installed = '1.200.0';
  return world;
}

it('finds one of 400 by a part of its version, and leaves out what cannot be chosen', async () => {
  await pickerOf('Update Ready', longHistory());
  const search = picker().getByRole('searchbox', { name: 'Find a version' });
  await expect.element(picker().getByText('400 versions')).toBeVisible();
  await userEvent.click(picker().getByRole('checkbox', { name: 'Only what can be chosen' }));
  await expect.element(picker().getByText('399 versions')).toBeVisible();
  await userEvent.fill(search, '1.39');
  await expect.element(picker().getByText('11 versions')).toBeVisible();
  await userEvent.fill(search, 'no such');
  await expect.element(picker().getByText('No version matches.')).toBeVisible();
});

it('lays out no more of 400 than can be seen', async () => {
  const world = longHistory();
  await openPanel(world);
  await userEvent.click(row('Update Ready').getByRole('button', { name: 'Update Ready' }));
  // The history is in the page before the clock starts: what is measured is opening, not asking.
  await expect
    .element(page.getByRole('region', { name: 'Releases after the installed one' }))
    .toBeVisible();
  const opener = dialog('Update Ready').getByRole('button', { name: 'Choose a version…' });
  await userEvent.click(opener);
  await expect.element(radio('1.399.0')).toBeVisible();
  // All but the installed one, which is nothing to choose; the last of them follow after the first were shown.
  await expect.poll(() => picker().getByRole('radio').elements().length).toBe(399);
  const laidOut = picker()
    .getByRole('radio')
    .elements()
    .filter((each) => each.checkVisibility({ contentVisibilityAuto: true }));
  expect(laidOut.length).toBeGreaterThan(3);
  expect(laidOut.length).toBeLessThan(40);
});

it('says what went wrong where the releases do not come, and asks again', async () => {
  const world = createWorld('every-verdict');
  world.faults = [{ party: 'host', call: 'releases', kind: 'malformed' }];
  await pickerOf('Covered Update', world);
  await expect
    .element(picker().getByRole('alert'))
    .toHaveTextContent('The releases of this extension: the answer makes no sense');
  world.faults = [];
  await userEvent.click(picker().getByRole('button', { name: 'Try again' }));
  await expect.element(radio('1.1.0')).toBeVisible();
});
