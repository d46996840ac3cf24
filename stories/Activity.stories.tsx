import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { did } from '../mocks/host/changed.ts';
import { createWorld } from '../mocks/scenarios.ts';
import type { World } from '../mocks/world.ts';
import { ActivityDialog } from '../src/features/activity/ActivityDialog.tsx';
import { backendOf, Stage } from './stage.tsx';

interface Args {
  readonly world: () => World;
  readonly extension: { readonly key: string; readonly name: string } | null;
  readonly onClose: () => void;
}

function Reading({ world, extension, onClose }: Args) {
  const [backend] = useState(() => backendOf(world()));
  return (
    <Stage backend={backend}>
      <ActivityDialog me="admin" extension={extension} onClose={onClose} />
    </Stage>
  );
}

const estateBut = (change: (world: World) => void) => (): World => {
  const world = createWorld('craft-estate');
  change(world);
  return world;
};

/** Who did what, when, and how it ended. */
const meta = {
  title: 'Activity',
  component: Reading,
  tags: ['!autodocs'],
  args: { world: () => createWorld('craft-estate'), extension: null, onClose: fn() },
} satisfies Meta<typeof Reading>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Every sort of entry: installs that worked, failed and were canceled, a hold, a license, a check by the server. */
export const Full: Story = {
  play: async ({ canvasElement }) => {
    const dialog = within(canvasElement);
    await expect(
      await dialog.findByText('Vizy updated from 2.1.21 to 2.1.22 by Another administrator'),
    ).toBeVisible();
  },
};

/** One kind alone, asked of the host. */
export const Filtered: Story = {
  play: async ({ canvasElement }) => {
    const dialog = within(canvasElement);
    await dialog.findByText('Licenses checked by the server');
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Show' }), 'choices');
    await expect(await dialog.findByText('Comments held back by You (admin)')).toBeVisible();
    await expect(dialog.queryByText('Licenses checked by the server')).toBeNull();
  },
};

/** Opened for one extension. */
export const OneExtension: Story = {
  args: { extension: { key: 'shopify', name: 'Shopify' } },
  play: async ({ canvasElement }) => {
    const dialog = within(canvasElement);
    await expect(await dialog.findByText(/^Update of Shopify .*, failed$/)).toBeVisible();
  },
};

/** An entry of a kind this panel does not know, in the words of the host; and one it says nothing about. */
export const UnknownWord: Story = {
  args: {
    world: estateBut(({ host }) => {
      const [one] = host.activity;
      host.activity = host.activity.filter(({ text }) => text !== null);
      if (one) host.activity.push({ ...one, what: 'templates-compiled', by: null });
    }),
  },
  play: async ({ canvasElement }) => {
    const dialog = within(canvasElement);
    await expect(
      await dialog.findByText('A copy of the database was saved (the server)'),
    ).toBeVisible();
    await expect(dialog.getByText('templates-compiled: Vizy (the server)')).toBeVisible();
  },
};

/** More entries than one page has. */
export const Long: Story = {
  args: {
    world: estateBut((world) => {
      for (let at = 0; at < 120; at++)
        did(world, at % 2 === 0 ? 'hold' : 'release-hold', { extension: 'formie' });
    }),
  },
  play: async ({ canvasElement }) => {
    const dialog = within(canvasElement);
    await userEvent.click(await dialog.findByRole('button', { name: 'Show more' }));
    await expect(await dialog.findByText('100 entries shown')).toBeInTheDocument();
  },
};

export const Empty: Story = {
  args: { world: () => createWorld('empty') },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('Nothing has happened yet')).toBeVisible();
  },
};

export const Failed: Story = {
  args: {
    world: estateBut((world) =>
      world.faults.push({ party: 'host', call: 'activity', kind: 'unavailable' }),
    ),
  },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('alert')).toBeVisible();
  },
};
