import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createWorld } from '../../../mocks/scenarios.ts';
import type { World } from '../../../mocks/world.ts';
import { button, dialog, hosted, openPanel, row } from '../../panel/open-panel.tsx';

const reason = () => page.getByRole('textbox', { name: 'Reason', exact: true });
const choice = (name: RegExp) => page.getByRole('radio', { name });
const details = (name: string) => dialog(name);

async function holding(world: World, name = 'Formie') {
  const opened = await openPanel(world);
  await row(name).getByRole('button', { name, exact: true }).click();
  await button(/^(Hold back|Change the hold)…$/).click();
  return opened;
}

it('holds an extension back with its reason, its last day, and what it was decided under', async () => {
  const world = createWorld('craft-estate');
  await holding(world);
  await reason().fill('  Waiting for the new templates ');
  await choice(/^For a week/).click();
  await expect.element(page.getByText('For a week, through Nov 1, 2024')).toBeVisible();
  await button('Hold back').click();

  await expect.element(dialog('Hold Formie back')).not.toBeInTheDocument();
  await expect.element(details('Formie').getByText('Held by You (admin)')).toBeVisible();
  expect(hosted(world, 'formie').hold).toEqual({
    reason: 'Waiting for the new templates',
    by: 'You (admin)',
    until: '2024-11-01',
    ground: { hostVersion: '4.12.8', license: 'perpetual 2024-06-15' },
  });
});

it('asks for a reason before anything is sent, and leads to its field', async () => {
  const world = createWorld('craft-estate');
  const { requests } = await holding(world);
  await reason().fill('   ');
  await button('Hold back').click();

  await expect.element(reason()).toHaveFocus();
  await expect.element(reason()).toHaveAccessibleDescription(/Please say why/);
  expect(requests.some((request) => request.startsWith('PUT'))).toBe(false);
});

it('takes a day that is still to come, today included, and no other', async () => {
  const world = createWorld('craft-estate');
  await holding(world);
  await reason().fill('Tests');
  await choice(/of your choice/).click();
  const day = page.getByLabelText('Last day');
  await day.fill('2024-10-24');
  await button('Hold back').click();
  await expect.element(page.getByText('Please choose today or a later day.')).toBeVisible();
  expect(hosted(world, 'formie').hold).toBeNull();

  await day.fill('2024-10-25');
  await button('Hold back').click();
  await expect.element(dialog('Hold Formie back')).not.toBeInTheDocument();
  expect(hosted(world, 'formie').hold).toMatchObject({ until: '2024-10-25' });
});

it('says what else ends a hold', async () => {
  await holding(createWorld('craft-estate'));
  await expect
    .element(page.getByText(/when the license of Formie changes, or when this host is no longer/))
    .toBeVisible();
});

it('skips one version for good, and the next best is offered', async () => {
  const world = createWorld('craft-estate');
  await holding(world);
  await choice(/^Only version 2\.1\.19/).click();
  await expect.element(page.getByRole('group', { name: 'Until when' })).not.toBeInTheDocument();
  await reason().fill('Breaks our forms');
  await button('Skip 2.1.19').click();

  await expect
    .element(details('Formie').getByText('2.1.18 is included in your license'))
    .toBeVisible();
  const skipped = page.getByRole('region', { name: 'Skipped versions' });
  await expect.element(skipped).toHaveTextContent('skipped by You (admin): Breaks our forms');
  await skipped.getByRole('button', { name: 'Offer 2.1.19 again' }).click();
  await expect
    .element(details('Formie').getByText('2.1.19 is included in your license'))
    .toBeVisible();
  expect(hosted(world, 'formie').skipped).toEqual([]);
});

it('leaves a row held when its only newer version was skipped, and offers it again', async () => {
  const world = createWorld('every-verdict');
  hosted(world, 'free').skipped = [
    { version: '1.2.0', reason: 'Too big', by: 'Second admin' },
    { version: '1.1.0', reason: '', by: 'Second admin' },
  ];
  await openPanel(world);
  await expect
    .element(row('Free of Charge').getByText('1.2.0 skipped by Second admin'))
    .toBeVisible();
  await row('Free of Charge').getByRole('button', { name: 'Offer 1.2.0 again' }).click();
  await expect
    .element(row('Free of Charge').getByRole('button', { name: 'Update to 1.2.0' }))
    .toBeVisible();
});

it('shows a hold in force as it is, and replaces it', async () => {
  const world = createWorld('craft-estate');
  await holding(world, 'Comments');
  await expect.element(reason()).toHaveValue('Waiting for the new templates');
  await expect.element(page.getByLabelText('Last day')).toHaveValue('2024-11-30');
  await choice(/somebody releases it/).click();
  await button('Hold back').click();
  await expect.element(dialog('Hold Comments back')).not.toBeInTheDocument();
  expect(hosted(world, 'comments').hold).toMatchObject({ until: null });
});

it('keeps what was typed when the host refuses, and says why', async () => {
  const world = createWorld('craft-estate');
  await holding(world);
  world.faults.push({ party: 'host', call: 'hold', kind: 'unavailable' });
  await reason().fill('Tests');
  await button('Hold back').click();
  await expect.element(page.getByRole('alert').filter({ hasText: /The hold/ })).toBeVisible();
  await expect.element(reason()).toHaveValue('Tests');

  world.faults.length = 0;
  await button('Hold back').click();
  await expect.element(dialog('Hold Formie back')).not.toBeInTheDocument();
  expect(hosted(world, 'formie').hold).toMatchObject({ reason: 'Tests' });
});

it.each([
  ['after its day', { until: '2024-10-24' }, 'The hold by Second admin ended after Oct 24, 2024'],
  [
    'with another host',
    { ground: { hostVersion: '3.9.0', license: 'perpetual 2024-06-15' } },
    'The hold by Second admin ended: the host is now 4.12.8',
  ],
  [
    'with another license',
    { ground: { hostVersion: '4.12.8', license: 'perpetual 2023-06-15' } },
    'The hold by Second admin ended: the license has changed',
  ],
] as const)(
  'tells calmly of a hold that ended %s, until it is put away',
  async (_title, hold, words) => {
    const world = createWorld('craft-estate');
    Object.assign(hosted(world, 'formie'), {
      hold: { reason: 'Being tested', by: 'Second admin', until: null, ground: null, ...hold },
    });
    await openPanel(world);
    await row('Formie').getByRole('button', { name: 'Formie', exact: true }).click();
    await expect.element(page.getByText(words)).toBeVisible();
    await expect.element(page.getByText('The reason then: Being tested')).toBeVisible();
    await button('Dismiss').click();
    await expect.element(page.getByText(words)).not.toBeInTheDocument();
    expect(hosted(world, 'formie').hold).toBeNull();
  },
);

it('shows no way to hold where the host or the person cannot', async () => {
  const world = createWorld('craft-estate');
  world.host.actor.roles = ['viewer'];
  await openPanel(world);
  await row('Formie').getByRole('button', { name: 'Formie', exact: true }).click();
  await expect.element(page.getByText('Does not update automatically')).toBeVisible();
  await expect.element(button('Hold back…')).not.toBeInTheDocument();
  await expect.element(page.getByRole('switch')).not.toBeInTheDocument();
});
