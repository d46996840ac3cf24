import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, within } from 'storybook/test';
import { createWorld } from '../mocks/scenarios.ts';
import type { Backend, OrderBook } from '../src/backend/backend.ts';
import { BackendError, type Failure } from '../src/backend/errors.ts';
import type { Order } from '../src/domain/order.ts';
import { PendingOrders } from '../src/features/purchase/PendingOrders.tsx';
import { anOrder, aSession } from './order-fixture.ts';
import { backendOf, Stage } from './stage.tsx';

interface Args {
  readonly orders: readonly Order[];
  readonly unreadable?: OrderBook['unreadable'];
  /** What asking about single orders runs into. */
  readonly failure?: Failure;
  readonly locale?: string;
}

function telling({ orders, unreadable = [], failure }: Args): Backend {
  const backend = backendOf(createWorld('empty'));
  const order = async (token: string) => {
    const found = orders.find((each) => each.token === token);
    if (failure || !found) throw new BackendError('orders', failure ?? { kind: 'unreachable' });
    return found;
  };
  return {
    ...backend,
    orders: { ...backend.orders, order, orders: async () => ({ orders, unreadable }) },
  };
}

function Pending(args: Args) {
  const [backend] = useState(() => telling(args));
  return (
    <Stage backend={backend} locale={args.locale ?? 'en'}>
      <PendingOrders session={aSession()} onSettled={() => {}} />
    </Stage>
  );
}

const several = [
  anOrder('ready'),
  anOrder('pending', {
    token: 'a-token-of-a-story-0000000000c3d4',
    target: { id: 'domain-2', domain: 'shop.example.com' },
  }),
  anOrder('paid', {
    token: 'a-token-of-a-story-0000000000e5f6',
    kind: 'renewal',
    title: 'Renewal of Formie',
    target: null,
    licenses: ['EXT.00100001'],
  }),
];

const meta = {
  title: 'Purchase/Pending orders',
  component: Pending,
  args: { orders: several },
} satisfies Meta<typeof Pending>;
export default meta;
type Story = StoryObj<typeof meta>;

const shows =
  (text: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText(text)).toBeVisible();
  };

export const Several: Story = { play: shows('Renewal of Formie') };
export const Unreadable: Story = {
  args: {
    orders: several.slice(0, 1),
    unreadable: [
      { token: 'a-token-of-a-story-0000000000x9z9', at: 'order.startedAt', expected: 'an instant' },
    ],
  },
  play: shows('One order cannot be read'),
};
export const SignedOut: Story = {
  args: { orders: several.slice(0, 1), failure: { kind: 'session-lost' } },
  play: shows('You are signed out, so the orders are not being checked'),
};
export const HostDoesNotAnswer: Story = {
  args: { orders: several.slice(0, 1), failure: { kind: 'unreachable' } },
  play: shows('The orders could not be checked; they are shown as last known'),
};
/** A third longer than English, as German and Finnish are. */
export const LongerLanguage: Story = { args: { locale: 'en-XA' } };
