import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { advance, breakInstall, setFault } from '../../mocks/change.ts';
import { memoryOf } from '../../mocks/memory.ts';
import { createWorld } from '../../mocks/scenarios.ts';
import { button, checkAgain, dialog, openPanel, row } from './open-panel.tsx';

const PACE = 600_000;

/** Everything a screen reader hears from the panel's live region, in order. */
function transcript(place: HTMLElement): readonly string[] {
  const region = place.querySelector('[aria-live="polite"]');
  if (!region) throw new Error('The live region is not in the page before anything is said');
  const heard: string[] = [];
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) heard.push(node.textContent ?? '');
  }).observe(region, { childList: true, subtree: true, characterData: true });
  return heard;
}

const ready = async () => {
  await expect.element(row('Update Ready')).toBeVisible();
};

it('says of an update once that it started and once that it is done, whatever is shown in between', async () => {
  const world = createWorld('every-verdict', { pace: PACE });
  const { place } = await openPanel(world);
  await ready();
  const heard = transcript(place);
  await userEvent.click(row('Update Ready').getByRole('button', { name: 'Update to 1.2.0' }));
  await expect.element(row('Update Ready').getByRole('progressbar')).toBeVisible();
  await advance(memoryOf(world), PACE * 0.3);
  await expect
    .element(row('Update Ready').getByRole('progressbar', { name: /Downloading/ }))
    .toBeVisible();
  await advance(memoryOf(world), PACE);
  await expect.element(row('Update Ready')).toHaveTextContent('Up to date');
  expect(heard).toEqual([
    'Update Ready: the installation of 1.2.0 has started',
    'Update Ready is now 1.2.0',
  ]);
});

it('says of an install that does not belong to the license that there is a way back', async () => {
  const world = createWorld('forum-thread', { pace: PACE });
  const { place } = await openPanel(world);
  await userEvent.click(row('Page Reports').getByRole('button', { name: 'Page Reports' }));
  const heard = transcript(place);
  await userEvent.click(button('Install 1.1 anyway…'));
  await userEvent.click(button('Install 1.1 anyway'));
  await expect.element(dialog('Page Reports').getByRole('progressbar')).toBeVisible();
  await advance(memoryOf(world), PACE);
  await expect.element(button('Roll back to 1.0').first()).toBeVisible();
  await expect
    .poll(() => heard)
    .toEqual([
      'Page Reports: the installation of 1.1 has started',
      'Page Reports is now 1.1',
      'Page Reports 1.1 does not belong to your license. You can go back.',
    ]);
});

it('says of a failed update once that it failed', async () => {
  const world = createWorld('every-verdict', { pace: PACE });
  await breakInstall(memoryOf(world), 'update-ready', { reason: 'Damaged.', rolledBack: true });
  const { place } = await openPanel(world);
  await ready();
  const heard = transcript(place);
  await userEvent.click(row('Update Ready').getByRole('button', { name: 'Update to 1.2.0' }));
  await expect.element(row('Update Ready').getByRole('progressbar')).toBeVisible();
  await advance(memoryOf(world), PACE);
  await expect
    .element(row('Update Ready'))
    .toHaveTextContent('The last try to install 1.2.0 failed');
  expect(heard).toEqual([
    'Update Ready: the installation of 1.2.0 has started',
    'Update Ready: 1.2.0 could not be installed',
  ]);
});

it('says nothing of a refused update but what went wrong', async () => {
  const world = createWorld('every-verdict', { pace: PACE });
  const { place } = await openPanel(world);
  await ready();
  const heard = transcript(place);
  await setFault(memoryOf(world), { party: 'host', call: 'install', kind: 'error' });
  await userEvent.click(row('Update Ready').getByRole('button', { name: 'Update to 1.2.0' }));
  await expect
    .element(row('Update Ready'))
    .toHaveTextContent('it is not known whether it went through');
  expect(heard).toEqual([
    'Update Ready: The installation: it is not known whether it went through',
  ]);
});

it('says that it has checked again, and each time anew', async () => {
  const { place } = await openPanel(createWorld('every-verdict'));
  await ready();
  const heard = transcript(place);
  await userEvent.click(checkAgain());
  await expect.poll(() => heard).toEqual(['Checked again. 1 license was found.']);
  await userEvent.click(checkAgain());
  await userEvent.click(checkAgain());
  await expect
    .poll(() => heard.slice(1))
    .toEqual(['Checked again. Nothing new.', 'Checked again. Nothing new.']);
});

it('does not say that it has checked again where the host could not', async () => {
  const world = createWorld('every-verdict');
  const { place } = await openPanel(world);
  await ready();
  const heard = transcript(place);
  await setFault(memoryOf(world), { party: 'host', call: 'licenses', kind: 'unavailable' });
  await userEvent.click(checkAgain());
  await expect.poll(() => heard).toEqual(['The licenses: not available right now']);
});

it('says how many extensions a filter leaves', async () => {
  const { place } = await openPanel(createWorld('every-verdict'));
  await ready();
  const counted = [...place.querySelectorAll('[role="status"]')].find(
    (each) => each.textContent === '17 extensions are shown',
  );
  await userEvent.click(button(/^1 Held$/));
  await expect.poll(() => counted?.textContent).toBe('1 extension is shown');
});

it('names what opens: a dialog by its heading, which the focus is on', async () => {
  await openPanel(createWorld('every-verdict'));
  await ready();
  await userEvent.click(button('Update all'));
  await expect
    .element(dialog('Update all').getByRole('heading', { name: 'Update all' }))
    .toHaveFocus();
});
