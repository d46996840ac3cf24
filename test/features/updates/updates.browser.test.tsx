import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { advance, breakInstall, setFault } from '../../../mocks/change.ts';
import { now } from '../../../mocks/clock.ts';
import { memoryOf } from '../../../mocks/memory.ts';
import { perpetual } from '../../../mocks/scenarios/extension.ts';
import { createWorld } from '../../../mocks/scenarios.ts';
import {
  asked,
  button,
  checkAgain,
  dialog,
  hosted,
  openPanel,
  row,
} from '../../panel/open-panel.tsx';

/** Ten minutes: what a test itself takes is less than a percent of it. */
const PACE = 600_000;
const feedMe = () => row('Feed Me');
const update = (name: string) => row(name).getByRole('button', { name: /^Update to/ });
const details = async (name: string) => {
  await userEvent.click(row(name).getByRole('button', { name, exact: true }));
  await expect.element(dialog(name)).toBeVisible();
  return dialog(name);
};

it('shows how far an update is, in words and as a bar, and then the new version', async () => {
  const world = createWorld('craft-estate', { pace: PACE });
  await openPanel(world);
  await userEvent.click(update('Feed Me'));
  await expect
    .element(feedMe().getByRole('progressbar', { name: '5.8.2 is waiting its turn' }))
    .toBeVisible();
  await advance(memoryOf(world), PACE * 0.3);
  await expect
    .element(feedMe().getByRole('progressbar', { name: 'Downloading 5.8.2' }))
    .toHaveAttribute('value', '30');
  await expect.element(feedMe()).toHaveTextContent('30%');
  await advance(memoryOf(world), PACE * 0.4);
  await expect
    .element(feedMe().getByRole('progressbar', { name: 'Installing 5.8.2' }))
    .toHaveAttribute('value', '70');
  await advance(memoryOf(world), PACE);
  await expect.element(feedMe()).toHaveTextContent('5.8.2 · craftcms');
  await expect.element(feedMe()).toHaveTextContent('6.5.0 needs another host version');
  expect(asked(world)).toEqual(['install feed-me 5.8.2']);
});

it('finds an update again after the tab was killed in the middle of it', async () => {
  const world = createWorld('craft-estate', { pace: PACE });
  const first = await openPanel(world);
  await userEvent.click(update('Feed Me'));
  await expect.element(feedMe().getByRole('progressbar')).toBeVisible();
  first.kill();

  await openPanel(world);
  await expect.element(feedMe().getByRole('progressbar')).toBeVisible();
  await expect.element(update('Feed Me')).not.toBeInTheDocument();
  await advance(memoryOf(world), PACE);
  await expect.element(feedMe()).toHaveTextContent('5.8.2 · craftcms');
  expect(asked(world)).toEqual(['install feed-me 5.8.2']);
});

it('says of a failed install that the host put the old version back, and offers it again', async () => {
  const world = createWorld('craft-estate', { pace: PACE });
  await breakInstall(memoryOf(world), 'feed-me', {
    reason: 'The archive is damaged.',
    rolledBack: true,
  });
  await openPanel(world);
  await userEvent.click(update('Feed Me'));
  await expect.element(feedMe().getByRole('progressbar')).toBeVisible();
  await advance(memoryOf(world), PACE);
  await expect.element(feedMe()).toHaveTextContent('The last try to install 5.8.2 failed');
  await expect.element(feedMe()).toHaveTextContent('5.6.1 · craftcms');

  const drawer = await details('Feed Me');
  await expect.element(drawer).toHaveTextContent('5.8.2 could not be installed');
  await expect.element(drawer).toHaveTextContent('The archive is damaged.');
  await expect.element(drawer).toHaveTextContent('The server put 5.6.1 back; nothing was lost.');
  await breakInstall(memoryOf(world), 'feed-me', null);
  await userEvent.click(drawer.getByRole('button', { name: 'Update to 5.8.2' }));
  await expect.element(drawer.getByRole('progressbar')).toBeVisible();
  await advance(memoryOf(world), PACE);
  await expect.element(drawer).toHaveTextContent('5.8.2 installed');
  await expect.element(drawer).not.toHaveTextContent('could not be installed');
});

it('says of a failed install that was not put back what the host says, and offers the way back first', async () => {
  const world = createWorld('craft-estate', { pace: PACE });
  await breakInstall(memoryOf(world), 'feed-me', {
    reason: 'A table is locked.',
    rolledBack: false,
  });
  await openPanel(world);
  await userEvent.click(update('Feed Me'));
  await expect.element(feedMe().getByRole('progressbar')).toBeVisible();
  await advance(memoryOf(world), PACE);
  await expect.element(feedMe()).toHaveTextContent('Does not run');
  await expect.element(feedMe().getByRole('button', { name: /^Roll back to/ })).toBeVisible();

  const drawer = await details('Feed Me');
  await expect.element(drawer).toHaveTextContent('A table is locked.');
  await expect.element(drawer).toHaveTextContent('The server could not put 5.6.1 back.');
});

it('cancels an install while the host still allows it, and says that nothing was changed', async () => {
  const world = createWorld('craft-estate', { pace: PACE });
  await openPanel(world);
  const drawer = await details('Feed Me');
  await userEvent.click(drawer.getByRole('button', { name: 'Update to 5.8.2' }));
  await userEvent.click(drawer.getByRole('button', { name: 'Cancel the installation' }));
  await expect.element(drawer.getByRole('button', { name: 'Update to 5.8.2' })).toBeVisible();
  await expect.element(drawer).toHaveTextContent('The installation of 5.8.2 was canceled');
  await expect.element(drawer).toHaveTextContent('Nothing was changed.');
  expect(hosted(world, 'feed-me').installed).toBe('5.6.1');
});

it('offers no cancel once files are being replaced', async () => {
  const world = createWorld('craft-estate', { pace: PACE });
  await openPanel(world);
  const drawer = await details('Feed Me');
  await userEvent.click(drawer.getByRole('button', { name: 'Update to 5.8.2' }));
  await expect
    .element(drawer.getByRole('button', { name: 'Cancel the installation' }))
    .toBeVisible();
  await advance(memoryOf(world), PACE * 0.6);
  await expect.element(drawer.getByRole('progressbar', { name: 'Installing 5.8.2' })).toBeVisible();
  await expect
    .element(drawer.getByRole('button', { name: 'Cancel the installation' }))
    .not.toBeInTheDocument();
});

it('says that it was too late where the host refuses to cancel', async () => {
  const world = createWorld('craft-estate', { pace: PACE });
  await openPanel(world);
  const drawer = await details('Feed Me');
  await userEvent.click(drawer.getByRole('button', { name: 'Update to 5.8.2' }));
  const cancel = drawer.getByRole('button', { name: 'Cancel the installation' });
  await expect.element(cancel).toBeVisible();
  world.clock.skipped += PACE * 0.6;
  await userEvent.click(cancel);
  await expect.element(drawer.getByRole('alert')).toHaveTextContent('It is too late to cancel');
  await expect.element(drawer.getByRole('progressbar', { name: 'Installing 5.8.2' })).toBeVisible();
});

it('says that it is not known whether a cancel went through when its reply was lost', async () => {
  const world = createWorld('craft-estate', { pace: PACE });
  await openPanel(world);
  const drawer = await details('Feed Me');
  await userEvent.click(drawer.getByRole('button', { name: 'Update to 5.8.2' }));
  const cancel = drawer.getByRole('button', { name: 'Cancel the installation' });
  await expect.element(cancel).toBeVisible();
  await setFault(memoryOf(world), {
    party: 'host',
    call: 'cancel-task',
    kind: 'lost-before',
    times: 1,
  });
  await userEvent.click(cancel);
  await expect
    .element(drawer.getByRole('alert'))
    .toHaveTextContent('The cancellation: it is not known whether it went through');
  await expect.element(drawer.getByRole('progressbar')).toBeVisible();
});

it('takes a lost reply for neither failure nor success: it looks what the host does, and starts nothing twice', async () => {
  const world = createWorld('craft-estate', { pace: PACE });
  await openPanel(world);
  await expect.element(update('Feed Me')).toBeVisible();
  await setFault(memoryOf(world), { party: 'host', call: 'install', kind: 'lost-after', times: 1 });
  await userEvent.click(update('Feed Me'));
  await expect.element(feedMe().getByRole('progressbar')).toBeVisible();
  await expect.element(feedMe()).not.toHaveTextContent(/could not|not known/);
  await advance(memoryOf(world), PACE);
  await expect.element(feedMe()).toHaveTextContent('5.8.2 · craftcms');
  expect(world.host.tasks).toHaveLength(1);
});

it('says that the outcome is not known where the host cannot be asked either, and a second press starts nothing twice', async () => {
  const world = createWorld('craft-estate', { pace: PACE });
  await openPanel(world);
  await expect.element(update('Feed Me')).toBeVisible();
  await setFault(memoryOf(world), { party: 'host', call: 'install', kind: 'lost-after', times: 1 });
  await setFault(memoryOf(world), { party: 'host', call: 'tasks', kind: 'lost-before', times: 2 });
  await userEvent.click(update('Feed Me'));
  await expect
    .element(feedMe())
    .toHaveTextContent('The installation: it is not known whether it went through');
  await expect.element(feedMe()).not.toHaveTextContent(/could not be installed|is installed/);

  // The host has long done it. Whoever presses again means the same wish, not a second one.
  await advance(memoryOf(world), PACE);
  await userEvent.click(update('Feed Me'));
  await expect.element(feedMe()).toHaveTextContent('6.5.0 needs another host version');
  await expect.element(feedMe()).not.toHaveTextContent(/not known/);
  expect(world.host.tasks).toHaveLength(1);
});

it('believes the list when the install was over before anybody could ask for it', async () => {
  const world = createWorld('craft-estate', { pace: 0 });
  await openPanel(world);
  await expect.element(update('Feed Me')).toBeVisible();
  await setFault(memoryOf(world), { party: 'host', call: 'install', kind: 'lost-after', times: 1 });
  await userEvent.click(update('Feed Me'));
  await expect.element(feedMe()).toHaveTextContent('5.8.2 · craftcms');
  await expect.element(feedMe()).toHaveTextContent('6.5.0 needs another host version');
  await expect.element(feedMe()).not.toHaveTextContent(/not known/);
});

it('says in the host’s words why it refused a release that the panel took for covered, and forgets it once the list is read anew', async () => {
  const world = createWorld('craft-estate', { pace: PACE });
  await openPanel(world);
  await expect.element(update('Feed Me')).toBeVisible();
  // The license lapses between what the panel read and the press.
  const extension = hosted(world, 'feed-me');
  const before = extension.license;
  extension.license = perpetual('EXT.00100006', '2024-01-31');
  await userEvent.click(update('Feed Me'));
  await expect.element(feedMe()).toHaveTextContent('Your license does not cover this release');
  expect(world.host.tasks).toHaveLength(0);

  extension.license = before;
  world.host.snapshot += 1;
  await userEvent.click(checkAgain());
  await expect.element(feedMe()).toHaveTextContent('5.8.2 is ready');
});

it('shows the install that is already under way where the host refuses a second one', async () => {
  const world = createWorld('craft-estate', { pace: PACE });
  await openPanel(world);
  await expect.element(update('Feed Me')).toBeVisible();
  // Another tab was faster, with another release.
  world.host.tasks.push({
    id: 'task-1',
    extension: 'feed-me',
    kind: 'install',
    from: '5.6.1',
    to: '5.7.0',
    startsAt: now(world),
    askedAt: now(world),
    takes: PACE,
    ended: null,
    failure: null,
    batch: null,
  });
  await userEvent.click(update('Feed Me'));
  await expect.element(feedMe().getByRole('progressbar', { name: /5\.7\.0/ })).toBeVisible();
  await expect
    .element(page.getByText('the installation of 5.8.2 has started'))
    .not.toBeInTheDocument();
  expect(asked(world)).toEqual([]);
});

it('keeps a press that is answered slowly from being pressed twice', async () => {
  const world = createWorld('craft-estate', { pace: PACE });
  await openPanel(world);
  await expect.element(update('Feed Me')).toBeVisible();
  await setFault(memoryOf(world), {
    party: 'host',
    call: 'install',
    kind: 'slow',
    ms: 400,
    times: 2,
  });
  await userEvent.dblClick(update('Feed Me'));
  await expect.element(update('Feed Me')).toHaveAttribute('aria-busy', 'true');
  await expect.element(feedMe().getByRole('progressbar')).toBeVisible();
  expect(world.host.tasks).toHaveLength(1);
  expect(button('Update all').elements()).toHaveLength(1);
});
