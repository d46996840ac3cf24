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
        {({ session, inventory }) => {
          const estate = estateOf(session, inventory, { policies: [], soonDays: SOON_DAYS });
          return (
            <RenewalDialog
              decided={inventory.extensions
                .filter(({ key }) => extensions.includes(key))
                .map((extension) => ({ extension, decision: decide(extension, estate) }))}
              session={session}
              today={estate.today}
              onClose={onClose}
              renderNews={(saving) => <SavingNews saving={saving} />}
              renderAction={(saving) => (
                <SavingAction saving={saving} session={session} onNavigate={() => true} />
              )}
            />
          );
        }}
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
export const KeepsRunning: Story = {
  args: { world: () => createWorld('every-verdict'), extensions: ['payment-due'] },
};
export const LongLapse: Story = { args: { extensions: ['sprout-forms'] } };
export const ForTwoYears: Story = {
  play: async ({ canvasElement }) => {
    const dialog = within(canvasElement);
    await userEvent.click(await dialog.findByRole('radio', { name: '2 years' }));
    await expect(await dialog.findByText('$98.00')).toBeVisible();
  },
};
export const CannotBeRenewed: Story = {
  args: { world: () => createWorld('every-verdict'), extensions: ['unknown', 'needs-renewal'] },
};

const SEVERAL = ['formie', 'blitz', 'commerce', 'navigation', 'sprout-forms'];

export const Several: Story = {
  args: { extensions: SEVERAL },
  play: async ({ canvasElement }) => {
    const dialog = within(canvasElement);
    await expect(await dialog.findByText('$223.00')).toBeVisible();
    await expect(dialog.getByRole('checkbox', { name: 'Navigation' })).not.toBeChecked();
  },
};
export const SeveralToOneDay: Story = {
  args: { extensions: SEVERAL },
  play: async ({ canvasElement }) => {
    const dialog = within(canvasElement);
    await userEvent.click(await dialog.findByRole('radio', { name: 'All to one day' }));
    await expect(await dialog.findByText('$244.85')).toBeVisible();
  },
};
export const SeveralUnlockNothing: Story = {
  args: { extensions: ['navigation', 'sprout-forms', 'workflow'] },
  play: async ({ canvasElement }) => {
    const dialog = within(canvasElement);
    await userEvent.click(await dialog.findByRole('checkbox', { name: 'Workflow' }));
    await expect(
      await dialog.findByText('Renewing these today unlocks 0 installable releases'),
    ).toBeVisible();
  },
};
export const SeveralCurrencies: Story = {
  args: {
    extensions: SEVERAL,
    world: estateBut((world) => {
      for (const offer of world.host.offers) {
        if (offer.extension === 'blitz') offer.price.currency = 'EUR';
      }
    }),
  },
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByText('These prices have no common sum'),
    ).toBeVisible();
  },
};
export const SeveralTerms: Story = {
  args: {
    world: () => createWorld('every-verdict'),
    extensions: ['needs-renewal', 'covered-update', 'payment-due'],
  },
};
export const SeveralWithoutPrices: Story = {
  args: {
    extensions: SEVERAL,
    world: estateBut((world) => {
      world.host.capabilities = world.host.capabilities.filter(
        (capability) => capability !== 'quote',
      );
    }),
  },
};
export const ABuyer: Story = {
  args: {
    extensions: SEVERAL,
    world: estateBut((world) => {
      world.host.actor.roles = ['buyer'];
    }),
  },
  play: async ({ canvasElement }) => {
    const dialog = within(canvasElement);
    await expect(
      await dialog.findByRole('button', { name: 'Save and prepare the store link' }),
    ).toBeVisible();
    await expect(await dialog.findByRole('button', { name: 'Save as CSV' })).toBeVisible();
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
