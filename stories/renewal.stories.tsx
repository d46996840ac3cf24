import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { createWorld } from '../mocks/scenarios.ts';
import type { World } from '../mocks/world.ts';
import { RenewalDialog } from '../src/features/renewal/RenewalDialog.tsx';
import { SavingAction } from '../src/features/purchase/SavingAction.tsx';
import { SavingNews } from '../src/features/purchase/SavingNews.tsx';
import { decide } from '../src/domain/decide.ts';
import { estateOf, SOON_DAYS } from '../src/panel/estate.ts';
import { backendOf, Opening, Stage } from './stage.tsx';

interface Args {
  readonly world: () => World;
  readonly extensions: readonly string[];
  readonly onClose: () => void;
}

function Renewing({ world, extensions, onClose }: Args) {
  const [backend] = useState(() => backendOf(world()));
  return (
    <Stage backend={backend}>
      <Opening>
        {({ session, inventory }) => (
          <RenewalDialog
            decided={inventory.extensions
              .filter(({ key }) => extensions.includes(key))
              .map((extension) => ({
                extension,
                decision: decide(extension, estateOf(session, inventory, [], SOON_DAYS)),
              }))}
            session={session}
            onClose={onClose}
            renderNews={(saving) => <SavingNews saving={saving} />}
            renderAction={(saving) => (
              <SavingAction saving={saving} session={session} onNavigate={() => true} />
            )}
          />
        )}
      </Opening>
    </Stage>
  );
}

const estateBut =
  (change: (world: World) => void = () => {}) =>
  (): World => {
    const world = createWorld('craft-estate');
    change(world);
    return world;
  };

const meta = {
  title: 'Renewal/Dialog',
  component: Renewing,
  tags: ['!autodocs'],
  args: { world: estateBut(), extensions: ['formie'], onClose: fn() },
} satisfies Meta<typeof Renewing>;
export default meta;
type Story = StoryObj<typeof meta>;

export const UnlocksReleases: Story = {
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByText('Unlocks 13 releases for this host'),
    ).toBeVisible();
  },
};
export const UnlocksNothing: Story = {
  args: { world: () => createWorld('every-verdict'), extensions: ['up-to-date'] },
};
export const SeveralLicenses: Story = {
  args: {
    world: () => createWorld('every-verdict'),
    extensions: ['needs-renewal', 'covered-update', 'payment-due'],
  },
};
export const Saved: Story = {
  play: async ({ canvasElement }) => {
    const dialog = within(canvasElement);
    await userEvent.click(
      await dialog.findByRole('button', { name: 'Save and prepare the store link' }),
    );
    await expect(await dialog.findByRole('link', { name: 'Continue to the store' })).toBeVisible();
  },
};
export const PriceNotAvailable: Story = {
  args: {
    world: estateBut((world) =>
      world.faults.push({ party: 'host', call: 'quote', kind: 'unavailable' }),
    ),
  },
};
export const HostWithoutPrices: Story = {
  args: {
    world: estateBut((world) => {
      world.host.capabilities = world.host.capabilities.filter(
        (capability) => capability !== 'quote',
      );
    }),
  },
};
