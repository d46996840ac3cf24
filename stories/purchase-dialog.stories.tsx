import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { createWorld } from '../mocks/scenarios.ts';
import type { World } from '../mocks/world.ts';
import { PurchaseDialog } from '../src/features/purchase/PurchaseDialog.tsx';
import { backendOf, Opening, Stage } from './stage.tsx';

interface Args {
  readonly world: () => World;
  readonly extension: string;
  readonly onClose: () => void;
}

function Buying({ world, extension, onClose }: Args) {
  const [backend] = useState(() => backendOf(world()));
  return (
    <Stage backend={backend}>
      <Opening>
        {({ session, inventory }) =>
          inventory.extensions
            .filter(({ key }) => key === extension)
            .map((each) => (
              <PurchaseDialog
                key={each.key}
                extension={each}
                session={session}
                onClose={onClose}
                onNavigate={() => true}
              />
            ))
        }
      </Opening>
    </Stage>
  );
}

/** The situation of individual offers, changed. */
const offersBut =
  (change: (world: World) => void = () => {}) =>
  (): World => {
    const world = createWorld('individual-offers');
    world.host.orders = {};
    change(world);
    return world;
  };

const DOMAINS = Array.from({ length: 120 }, (_, at) => ({
  id: `d${at}`,
  domain: `customer-${at + 1}.example.net`,
}));

const meta = {
  title: 'Purchase/Dialog',
  component: Buying,
  // A docs page would open all the dialogs at once, one over the other.
  tags: ['!autodocs'],
  args: { world: offersBut(), extension: 'seo-report', onClose: fn() },
} satisfies Meta<typeof Buying>;
export default meta;
type Story = StoryObj<typeof meta>;

type Play = NonNullable<Story['play']>;
const press = async (canvasElement: HTMLElement, role: 'button' | 'radio', name: string | RegExp) =>
  userEvent.click(await within(canvasElement).findByRole(role, { name }));

const toOffers: Play = async ({ canvasElement }) => {
  await press(canvasElement, 'radio', 'example.com');
  await press(canvasElement, 'button', 'Continue');
};
const toCheck: Play = async (context) => {
  await toOffers(context);
  await press(context.canvasElement, 'radio', /Full report/);
  await press(context.canvasElement, 'button', 'Continue');
};
const toSaved: Play = async (context) => {
  await toCheck(context);
  await press(context.canvasElement, 'button', 'Save and prepare the store link');
};

export const PickADomain: Story = {
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByRole('radio', { name: /bücher\.example/ }),
    ).toBeVisible();
  },
};
export const PickOneOfManyDomains: Story = {
  args: { world: offersBut((world) => (world.host.targets = DOMAINS)) },
};
export const NothingPickedYet: Story = {
  play: ({ canvasElement }) => press(canvasElement, 'button', 'Continue'),
};
export const PickAnOffer: Story = { play: toOffers };
export const CheckAndGo: Story = { play: toCheck };
export const Saved: Story = {
  play: async (context) => {
    await toSaved(context);
    await expect(
      await within(context.canvasElement).findByRole('link', { name: 'Continue to the store' }),
    ).toBeVisible();
  },
};
export const AlreadyBegun: Story = {
  args: { world: () => createWorld('individual-offers') },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'radio', 'shop.example.com');
    await press(canvasElement, 'button', 'Continue');
    await press(canvasElement, 'radio', /Full report/);
    await press(canvasElement, 'button', 'Continue');
    await expect(
      await within(canvasElement).findByText('This order was already begun'),
    ).toBeVisible();
  },
};
export const NotKnownWhetherSaved: Story = {
  args: {
    world: offersBut((world) =>
      world.faults.push(
        { party: 'host', call: 'save-order', kind: 'lost-before' },
        { party: 'host', call: 'orders', kind: 'error' },
      ),
    ),
  },
  play: async (context) => {
    await toSaved(context);
    await expect(
      await within(context.canvasElement).findByText('It is not known whether the order was saved'),
    ).toBeVisible();
  },
};
export const LicenseWithoutADomain: Story = {
  args: { world: () => createWorld('every-verdict'), extension: 'unlicensed' },
};
export const NothingOnOffer: Story = { args: { extension: 'site-backup' } };
export const OffersNotAvailable: Story = {
  args: {
    world: offersBut((world) =>
      world.faults.push({ party: 'host', call: 'offers', kind: 'unavailable' }),
    ),
  },
};
export const NoDomain: Story = { args: { world: offersBut((world) => (world.host.targets = [])) } };
export const MayNotBuy: Story = {
  args: {
    world: offersBut(
      (world) => (world.host.actor = { id: 'viewer', name: 'Viewer', roles: ['viewer'] }),
    ),
  },
};
