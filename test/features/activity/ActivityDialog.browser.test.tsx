import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { did } from '../../../mocks/host/changed.ts';
import { createWorld } from '../../../mocks/scenarios.ts';
import type { World } from '../../../mocks/world.ts';
import type { Backend } from '../../../src/backend/backend.ts';
import type { ActivityFilter } from '../../../src/domain/activity.ts';
import { ActivityDialog } from '../../../src/features/activity/ActivityDialog.tsx';
import { backendOf } from '../../../stories/stage.tsx';
import { openRoom } from '../open-room.tsx';

const dialog = () => page.getByRole('dialog');
const entries = () => dialog().getByRole('listitem');
const entry = (text: string | RegExp) => entries().filter({ hasText: text });
const search = () => dialog().getByRole('searchbox', { name: 'Search the activity' });
const kind = () => dialog().getByRole('combobox', { name: 'Show' });
const button = (name: string) => dialog().getByRole('button', { name, exact: true });

interface Opening {
  readonly extension?: { readonly key: string; readonly name: string };
  /** What the host was asked for, newest last. */
  readonly asked?: ActivityFilter[];
  /** Alters how the host answers. */
  readonly answer?: (activity: Backend['host']['activity']) => Backend['host']['activity'];
}

async function open(world: World, { extension, asked = [], answer }: Opening = {}) {
  const real = backendOf(world);
  const activity = (answer ?? ((same) => same))(real.host.activity);
  const backend: Backend = {
    ...real,
    host: {
      ...real.host,
      activity: (filter, cursor, signal) => {
        asked.push(filter);
        return activity(filter, cursor, signal);
      },
    },
  };
  const onClose = vi.fn<() => void>();
  await openRoom(
    world,
    ({ session }) => (
      <ActivityDialog me={session.actor.id} extension={extension ?? null} onClose={onClose} />
    ),
    backend,
  );
  return { onClose };
}

/** A host on which so many holds came and went. */
function long(count: number): World {
  const world = createWorld('craft-estate');
  world.host.activity = [];
  for (let at = 0; at < count; at++)
    did(world, 'hold', { extension: 'formie', reason: `No. ${at}` });
  return world;
}

it('tells what happened day by day, newest first, with result and reason', async () => {
  await open(createWorld('craft-estate'));
  await expect.element(entry('Licenses checked by the server')).toBeVisible();
  const failed = entry(
    'Update of Shopify from 4.1.1 to 4.1.2, started by Another administrator, failed',
  );
  await expect.element(failed.getByText('Failed', { exact: true })).toBeVisible();
  await expect.element(failed).toHaveTextContent('Its migration of the database stopped halfway');
  const days = dialog().getByRole('heading', { level: 3 }).elements();
  expect(days.length).toBeGreaterThan(4);
  expect(days[0]?.textContent).toMatch(/Oct 2[34], 2024/);
});

it('tells of a word it does not know in the words of the host', async () => {
  await open(createWorld('craft-estate'));
  const unknown = entry('A copy of the database was saved');
  await expect.element(unknown).toHaveTextContent('(the server)');
  await expect.element(unknown).toHaveTextContent('In the server’s own words');
});

it('asks the host for what somebody searches for, once they stop typing', async () => {
  const asked: ActivityFilter[] = [];
  await open(createWorld('craft-estate'), { asked });
  await expect.element(entry('Comments')).toBeVisible();
  asked.length = 0;
  await userEvent.fill(search(), 'vizy');
  await expect.element(entry('Vizy updated from 2.1.21 to 2.1.22')).toBeVisible();
  expect(entries().elements()).toHaveLength(1);
  await expect.poll(() => asked.map((filter) => filter.search)).toEqual(['vizy']);
  await expect.element(dialog().getByRole('status')).toHaveTextContent('1 entry shown');
});

it('shows one kind, only mine, and everything again', async () => {
  await open(createWorld('craft-estate'));
  await expect.element(entry('Vizy')).toBeVisible();
  await userEvent.selectOptions(kind(), 'Holds, skips and automatic updates');
  await expect.poll(() => entries().elements().length).toBe(1);
  await userEvent.selectOptions(kind(), 'Installs and updates');
  await expect.element(entry('Vizy')).toBeVisible();
  await userEvent.click(dialog().getByRole('checkbox', { name: 'Only mine' }));
  await expect.poll(() => entries().elements().length).toBe(1);
  await expect.element(entry('Update of Blitz from 4.16.2 to 4.18.3 canceled')).toBeVisible();
  await userEvent.fill(search(), 'nobody');
  await expect.element(dialog().getByText('No entry matches')).toBeVisible();
  await userEvent.click(button('Show everything'));
  await expect.element(entry('Licenses checked by the server')).toBeVisible();
  await expect.element(search()).toHaveValue('');
});

it('keeps a filter although the host does not know it', async () => {
  await open(createWorld('craft-estate'), {
    answer: (activity) => (filter, cursor, signal) =>
      activity({ ...filter, search: '', group: null, person: null }, cursor, signal),
  });
  await userEvent.fill(search(), 'comments');
  await expect.poll(() => entries().elements().length).toBe(1);
  await userEvent.selectOptions(kind(), 'Orders');
  await expect.element(dialog().getByText('No entry matches')).toBeVisible();
});

it('starts with one extension, and shows all when asked to', async () => {
  await open(createWorld('craft-estate'), { extension: { key: 'shopify', name: 'Shopify' } });
  await expect.element(page.getByRole('dialog', { name: 'Activity of Shopify' })).toBeVisible();
  await expect.poll(() => entries().elements().length).toBe(2);
  await userEvent.click(button('Show the activity of all extensions'));
  await expect.element(entry('Vizy')).toBeVisible();
  await expect.element(page.getByRole('dialog', { name: 'Activity', exact: true })).toBeVisible();
});

it('brings older entries page by page, and says when there are no more', async () => {
  await open(long(120));
  await expect.poll(() => entries().elements().length).toBe(50);
  await userEvent.click(button('Show more'));
  await expect.poll(() => entries().elements().length).toBe(100);
  await userEvent.click(button('Show more'));
  await expect.poll(() => entries().elements().length).toBe(120);
  await expect.element(button('Show more')).not.toBeInTheDocument();
  await expect.element(dialog().getByText('There are no older entries.')).toBeVisible();
});

it('shows an entry of two overlapping pages once, and follows no circle', async () => {
  await open(long(3), {
    answer: (activity) => async (filter, _cursor, signal) => ({
      ...(await activity(filter, null, signal)),
      next: 'again',
    }),
  });
  await userEvent.click(button('Show more'));
  await expect.element(dialog().getByText('There are no older entries.')).toBeVisible();
  expect(entries().elements()).toHaveLength(3);
});

it('says that nothing has happened yet', async () => {
  await open(createWorld('empty'));
  await expect.element(dialog().getByText('Nothing has happened yet')).toBeVisible();
});

it('says why nothing can be read, and tries again', async () => {
  const world = createWorld('craft-estate');
  world.faults.push({ party: 'host', call: 'activity', kind: 'unavailable' });
  await open(world);
  await expect.element(dialog().getByRole('alert')).toHaveTextContent('The activity log');
  world.faults = [];
  await userEvent.click(button('Try again'));
  await expect.element(entry('Licenses checked by the server')).toBeVisible();
});

it('keeps what was read when older entries cannot be had, and tries again', async () => {
  const world = long(60);
  await open(world);
  await expect.poll(() => entries().elements().length).toBe(50);
  world.faults.push({ party: 'host', call: 'activity', kind: 'unavailable' });
  await userEvent.click(button('Show more'));
  await expect.element(dialog().getByRole('alert')).toBeVisible();
  expect(entries().elements()).toHaveLength(50);
  world.faults = [];
  await userEvent.click(button('Try again'));
  await expect.poll(() => entries().elements().length).toBe(60);
});

it('tells of entries that make no sense, beside the others', async () => {
  await open(long(2), {
    answer: (activity) => async (filter, cursor, signal) => ({
      ...(await activity(filter, cursor, signal)),
      unreadable: [{ at: 'entries[2].at', expected: 'a real instant' }],
    }),
  });
  await expect.element(dialog().getByText('An entry could not be read')).toBeVisible();
  await expect.element(dialog().getByText(/entries\[2\]\.at/)).toBeVisible();
  expect(entries().elements()).toHaveLength(2);
});

it('shows markup, and text that runs the other way, as text', async () => {
  const world = long(0);
  did(world, 'hold', {
    extension: 'formie',
    about: '<b>Formie</b>',
    reason: '<img src=x onerror=x>',
  });
  did(world, 'hold', { extension: 'formie', about: 'تحديث', reason: 'ملاحظة' });
  await open(world);
  await expect.element(entry('<b>Formie</b> held back')).toHaveTextContent('<img src=x onerror=x>');
  await expect.element(entry('\u2068تحديث\u2069 held back')).toBeVisible();
  expect(dialog().element().querySelector('b, img')).toBeNull();
});
