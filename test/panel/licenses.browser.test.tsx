import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { advance, clearFaults, setFault } from '../../mocks/change.ts';
import { DAY_MS } from '../../mocks/clock.ts';
import { memoryOf } from '../../mocks/memory.ts';
import { PAID_RENEWAL } from '../../mocks/scenarios/keys.ts';
import { createWorld } from '../../mocks/scenarios.ts';
import { button, checkAgain, dialog, hosted, openPanel, row } from './open-panel.tsx';

const said = (place: HTMLElement) => place.querySelector('[aria-live="polite"]')?.textContent;
const header = () => page.getByRole('banner');
const open = (name: string) =>
  userEvent.click(row(name).getByRole('button', { name, exact: true }));

it('says when licenses were last checked, also where there is no order and nobody checked here', async () => {
  await openPanel(createWorld('every-verdict'));

  await expect.element(header()).toHaveTextContent(/Licenses last checked Apr 10, 2025/);
});

it('says nothing of it where the host does not, until it has checked for itself', async () => {
  const world = createWorld('every-verdict');
  const through =
    (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
    async (input, init) => {
      const response = await fetch(input, init);
      if (!new Request(input).url.endsWith('/session')) return response;
      const { licensesCheckedAt: _, ...session } = (await response.json()) as object & {
        licensesCheckedAt: unknown;
      };
      return Response.json(session);
    };
  await openPanel(world, { through });
  await expect.element(row('Update Ready')).toBeVisible();

  await expect.element(header()).not.toHaveTextContent('Licenses last checked');
});

it('finds a license that was bought elsewhere, says so, and finds it once', async () => {
  const world = createWorld('keys');
  const { place } = await openPanel(world);
  await expect.element(row('Wiki Import')).toHaveTextContent('Not licensed yet');
  await userEvent.click(checkAgain());

  await expect.poll(() => said(place)).toBe('Checked again. 1 license was found.');
  await expect.element(row('Wiki Import')).toHaveTextContent('Maintained until Dec 31, 2025');
  await expect
    .element(header())
    .toHaveTextContent(/Licenses last checked .* · 1 license was found/);

  await userEvent.click(checkAgain());
  await expect.poll(() => said(place)).toBe('Checked again. Nothing new.');
});

it('says that a license is paid and not here yet, and offers no second payment for it', async () => {
  await openPanel(createWorld('keys'));

  await expect.element(row('Mail Queue')).toHaveTextContent('Paid Apr 8, 2025, license on its way');
  await expect
    .element(row('Mail Queue').getByRole('button', { name: 'Renew license' }))
    .not.toBeInTheDocument();
  await open('Mail Queue');
  const details = dialog('Mail Queue');
  await expect
    .element(details)
    .toHaveTextContent('Paid on Apr 8, 2025; the license has not arrived yet');
  await expect.element(details).toHaveTextContent('There is nothing to pay again.');
  await expect
    .element(details.getByRole('button', { name: 'Renew license' }))
    .not.toBeInTheDocument();
  await expect.element(details.getByRole('button', { name: 'Retrieve keys' })).toBeVisible();
});

it('retrieves keys in vain on the first day, and with the license on the seventh', async () => {
  const world = createWorld('keys');
  const memory = memoryOf(world);
  hosted(world, 'wiki-import').license = { kind: 'not-needed' };
  world.ka.keys = world.ka.keys.filter(({ product }) => product !== 'wiki-import');
  const { place } = await openPanel(world);
  const retrieve = row('Mail Queue').getByRole('button', { name: 'Retrieve keys' });
  await userEvent.click(retrieve);
  await expect.poll(() => said(place)).toBe('Nothing new.');

  await advance(memory, 7 * DAY_MS);
  await userEvent.click(retrieve);
  await expect.element(row('Mail Queue')).toHaveTextContent('Maintained until Jan 31, 2026');
  await expect.poll(() => said(place)).toMatch(/1 license has changed|Renewal of Mail Queue/);
  await expect.element(retrieve).not.toBeInTheDocument();
});

it('asks the key administrator by itself when an order turns paid, once', async () => {
  const world = createWorld('keys');
  const order = world.host.orders[PAID_RENEWAL];
  const purchase = world.ka.purchases[PAID_RENEWAL];
  if (!order || !purchase) throw new Error('The scenario has a paid order');
  delete world.ka.purchases[PAID_RENEWAL];
  world.host.orders[PAID_RENEWAL] = {
    ...order,
    state: 'pending',
    steps: { ...order.steps, paid: null },
  };
  const { requests } = await openPanel(world);
  const checks = () => requests.filter((each) => each === 'GET /licenses?check=true').length;
  await expect
    .element(row('Mail Queue').getByRole('button', { name: 'Renew license' }))
    .toBeVisible();
  expect(checks()).toBe(0);

  world.ka.purchases[PAID_RENEWAL] = purchase;
  await userEvent.click(button('Check now'));
  await expect.element(row('Mail Queue')).toHaveTextContent('license on its way');
  await expect.poll(checks).toBe(1);
});

it('keeps what it knows, and says what went wrong, where keys cannot be retrieved', async () => {
  const world = createWorld('keys');
  const memory = memoryOf(world);
  await openPanel(world);
  const retrieve = row('Mail Queue').getByRole('button', { name: 'Retrieve keys' });
  await expect.element(retrieve).toBeVisible();
  await setFault(memory, { party: 'ka', call: 'keys', kind: 'unavailable' });
  await userEvent.click(retrieve);

  await expect
    .element(row('Mail Queue'))
    .toHaveTextContent('The licenses: not available right now');
  await clearFaults(memory);
  await userEvent.click(retrieve);
  await expect.element(row('Mail Queue')).toHaveTextContent('1 newer release needs a renewal');
});

it('follows a lease through its life by nothing but checks', async () => {
  const world = createWorld('leases');
  const memory = memoryOf(world);
  world.vendor.unpaid = { ...world.vendor.unpaid, '00100001': 'Not paid.' };
  await openPanel(world);
  const lease = row('Paid Month');
  const check = async (days: number) => {
    await advance(memory, days * DAY_MS);
    await userEvent.click(checkAgain());
  };
  await expect.element(lease).toHaveTextContent('Paid until May 7, 2025');
  await expect
    .element(lease.getByRole('button', { name: 'Renew license' }))
    .not.toBeInTheDocument();

  await check(31);
  await expect
    .element(lease)
    .toHaveTextContent('Grace day 4 of 10: tried again daily, 6 days left');
  await open('Paid Month');
  const details = dialog('Paid Month');
  await expect.element(details.getByRole('list', { name: 'The life of this lease' })).toBeVisible();
  await expect
    .element(details)
    .toHaveTextContent('It is tried again on May 12, 2025, and every day through May 17, 2025.');
  await userEvent.keyboard('{Escape}');

  await check(6);
  await expect
    .element(lease)
    .toHaveTextContent('Grace day 10 of 10: last try today, then it stops');
  await check(1);
  await expect.element(lease).toHaveTextContent('Stopped: subscription ended');
  await open('Paid Month');
  await expect
    .element(details)
    .toHaveTextContent('Not renewed, it is terminated for good on Aug 17, 2025.');
  await userEvent.keyboard('{Escape}');

  await check(91);
  await expect.element(lease).toHaveTextContent('Stopped: license terminated');
});

it('shows a lease as renewed after the check that follows its renewal', async () => {
  const world = createWorld('leases');
  await openPanel(world);
  await expect.element(row('Due in Two Days')).toHaveTextContent('Paid until Apr 12, 2025');
  await advance(memoryOf(world), 2 * DAY_MS);
  await userEvent.click(checkAgain());

  await expect.element(row('Due in Two Days')).toHaveTextContent('Paid until May 12, 2025');
});

it('rolls a key back from the details, and gives the focus back to where it was', async () => {
  const world = createWorld('keys');
  const { place } = await openPanel(world);
  await open('Image Gallery');
  await userEvent.click(button('Restore earlier key…'));
  await userEvent.click(button('Restore earlier key'));
  await expect
    .element(page.getByText('The earlier key is in use again', { exact: true }))
    .toBeVisible();
  expect(said(place)).toBe(
    'Image Gallery: the earlier key is in use again. Maintenance ended Jan 31, 2025',
  );
  await userEvent.keyboard('{Escape}');

  await expect.element(button('Restore earlier key…')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(row('Image Gallery')).toHaveTextContent('Installed 1.2.0 is not covered');
  await userEvent.click(checkAgain());
  await expect.poll(() => said(place)).toMatch(/^Checked again/);
  await expect.element(row('Image Gallery')).toHaveTextContent('Maintenance ended Jan 31, 2025');
});

it('offers no earlier key to who may not go back to it', async () => {
  const buyer = { id: 'buyer', name: 'A buyer', roles: ['buyer' as const] };
  await openPanel(createWorld('keys', { actor: buyer }));
  await open('Contact Form');
  await expect.element(dialog('Contact Form')).toBeVisible();

  await expect.element(button('Restore earlier key…')).not.toBeInTheDocument();
});
