import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setFault } from '../../../mocks/change.ts';
import { directFetch } from '../../../mocks/direct.ts';
import type { FaultKind } from '../../../mocks/faults.ts';
import { memoryOf } from '../../../mocks/memory.ts';
import { HOST_API } from '../../../mocks/origins.ts';
import { createWorld } from '../../../mocks/scenarios.ts';
import type { World } from '../../../mocks/world.ts';
import { restBackend } from '../../../src/backend/rest/rest-backend.ts';
import { decide } from '../../../src/domain/decide.ts';
import { RollBackKeyDialog } from '../../../src/features/keys/RollBackKeyDialog.tsx';
import { estateOf } from '../../../src/panel/estate.ts';
import { backendOf } from '../../../stories/stage.tsx';
import { openRoom, type Room } from '../open-room.tsx';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const restore = () => page.getByRole('button', { name: 'Restore earlier key', exact: true });

const hosted = (world: World, key: string) =>
  world.host.extensions.find((extension) => extension.key === key);

/** How often the host put a key back. */
const done = (world: World): number =>
  world.host.activity.filter(({ what }) => what === 'roll-back-key').length;

async function going(
  world: World,
  key: string,
  onRolledBack = () => {},
  backend = backendOf(world),
) {
  const inside = ({ session, extension }: Room) => {
    const about = extension(key);
    const inventory = {
      asOf: session.asOf,
      today: '2025-04-10' as never,
      hostVersion: '4.2.0',
      constraints: 'npm' as const,
      snapshot: 1,
      extensions: [about],
      unreadable: [],
    };
    const estate = estateOf(session, inventory, { policies: [], soonDays: 30 });
    return (
      <RollBackKeyDialog
        extension={about}
        decision={decide(about, estate)}
        estate={estate}
        onRolledBack={onRolledBack}
        onClose={() => {}}
      />
    );
  };
  const opened = await openRoom(world, inside, backend);
  await expect.element(restore()).toBeVisible();
  return opened;
}

it('shows what is in use, what would be, and changes nothing before it is confirmed', async () => {
  const world = createWorld('keys');
  const before = JSON.stringify(world.host.extensions);
  await going(world, 'contact-form');

  await expect.element(page.getByText('Maintained until Jan 31, 2026')).toBeVisible();
  await expect.element(page.getByText('Maintenance ended Jan 31, 2025')).toBeVisible();
  await expect
    .element(page.getByText('1.1.0 goes on running, and no update is lost.'))
    .toBeVisible();
  expect(JSON.stringify(world.host.extensions)).toBe(before);
});

it.each([
  ['page-cache', '1 update needs a renewal again'],
  ['image-gallery', '1.2.0 does not belong to the earlier license'],
  ['site-search', 'The extension will not run with the earlier key'],
])('says of %s beforehand: %s', async (key, words) => {
  await going(createWorld('keys'), key);

  await expect.element(page.getByText(words)).toBeVisible();
});

it('names the release to go back to where the installed one would not belong any more', async () => {
  await going(createWorld('keys'), 'image-gallery');

  await expect.element(page.getByText(/You could then roll back to 1\.1\.0/)).toBeVisible();
});

it('puts the earlier key back once, however often it is pressed, and says so', async () => {
  const world = createWorld('keys');
  const onRolledBack = vi.fn<() => void>();
  await going(world, 'contact-form', onRolledBack);
  const element = restore().element() as HTMLButtonElement;
  for (let times = 0; times < 5; times += 1) element.click();

  await expect
    .element(page.getByText('The earlier key is in use again', { exact: true }))
    .toBeVisible();
  expect(done(world)).toBe(1);
  expect(onRolledBack).toHaveBeenCalledOnce();
  expect(hosted(world, 'contact-form')?.license).toMatchObject({
    maintenanceEndsOn: '2025-01-31',
  });
  await expect.element(restore()).not.toBeInTheDocument();
});

it('puts the focus on the news, and no key number on the page', async () => {
  await going(createWorld('keys'), 'contact-form');
  await userEvent.click(restore());
  await expect
    .element(page.getByText('The earlier key is in use again', { exact: true }))
    .toBeVisible();

  await expect.poll(() => document.activeElement?.textContent).toContain('The earlier key');
  expect(document.documentElement.outerHTML).not.toContain('EXT.');
});

it('looks the outcome up when the answer was lost, and finds that it was done', async () => {
  const world = createWorld('keys');
  const onRolledBack = vi.fn<() => void>();
  await setFault(memoryOf(world), {
    party: 'host',
    call: 'roll-back-key',
    kind: 'lost-after',
    times: 1,
  });
  await going(world, 'contact-form', onRolledBack);
  await userEvent.click(restore());

  await expect
    .element(page.getByText('The earlier key is in use again', { exact: true }))
    .toBeVisible();
  expect(done(world)).toBe(1);
  expect(onRolledBack).toHaveBeenCalledOnce();
});

it('finds that nothing was done, and offers the same once more', async () => {
  const world = createWorld('keys');
  await setFault(memoryOf(world), {
    party: 'host',
    call: 'roll-back-key',
    kind: 'lost-before',
    times: 1,
  });
  await going(world, 'contact-form');
  await userEvent.click(restore());
  await expect.element(page.getByText('The earlier key is not in use')).toBeVisible();
  await userEvent.click(page.getByRole('alert').getByRole('button'));

  await expect
    .element(page.getByText('The earlier key is in use again', { exact: true }))
    .toBeVisible();
  expect(done(world)).toBe(1);
});

it('calls an outcome that cannot be looked up neither a failure nor done, until it can', async () => {
  const world = createWorld('keys');
  const memory = memoryOf(world);
  const reach = directFetch(memory);
  let wrote = false;
  let back = false;
  const backend = restBackend({
    baseUrl: HOST_API,
    fetch: async (input, init) => {
      const { pathname } = new URL(new Request(input).url);
      // From the write on nothing arrives any more, until the host is to be had again.
      if (wrote && !back) throw new TypeError('Failed to fetch');
      if (!pathname.endsWith('/roll-back')) return reach(input, init);
      wrote = true;
      await reach(input, init);
      throw new TypeError('Failed to fetch');
    },
  });
  await going(world, 'contact-form', () => {}, backend);
  await userEvent.click(restore());
  await expect
    .element(page.getByText('It is not known whether the earlier key was restored'))
    .toBeVisible();
  await expect.element(restore()).not.toBeInTheDocument();

  back = true;
  await userEvent.click(button('Check again'));
  await expect
    .element(page.getByText('The earlier key is in use again', { exact: true }))
    .toBeVisible();
  expect(done(world)).toBe(1);
});

it.each<[FaultKind, RegExp]>([
  ['unavailable', /The earlier key is not in use/],
  ['signed-out', /sign in/i],
])('says of %s what it means', async (kind, words) => {
  const world = createWorld('keys');
  const memory = memoryOf(world);
  await going(world, 'contact-form');
  await setFault(memory, { party: 'host', call: 'roll-back-key', kind });
  await userEvent.click(restore());

  await expect.element(page.getByRole('alert')).toHaveTextContent(words);
  expect(done(world)).toBe(0);
});

it('refuses in words when the earlier key was terminated meanwhile', async () => {
  const world = createWorld('keys');
  for (const key of world.ka.keys) key.standing = 'terminated';
  await going(world, 'contact-form');
  await userEvent.click(restore());

  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('The key administrator has terminated the earlier key.');
  expect(done(world)).toBe(0);
});

it('does nothing where another key was put in place since it was shown', async () => {
  const world = createWorld('keys');
  await going(world, 'contact-form');
  const extension = hosted(world, 'contact-form');
  if (extension) extension.keyBefore = null;
  world.host.snapshot += 1;
  await userEvent.click(restore());

  await expect.element(page.getByText('The keys have changed meanwhile')).toBeVisible();
  expect(done(world)).toBe(0);
  await expect.element(button('Cancel')).not.toBeInTheDocument();
});
