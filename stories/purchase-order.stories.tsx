import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { createWorld } from '../mocks/scenarios.ts';
import { OrderCard } from '../src/features/purchase/OrderCard.tsx';
import { anOrder, aSession } from './order-fixture.ts';
import { backendOf, Stage } from './stage.tsx';

const backend = backendOf(createWorld('individual-offers'));

const meta = {
  title: 'Purchase/Order',
  component: OrderCard,
  args: {
    session: aSession(),
    asking: false,
    onCheck: fn(),
    onHide: fn(),
    order: anOrder('prepared'),
  },
  decorators: [
    (Story) => (
      <Stage backend={backend}>
        <Story />
      </Stage>
    ),
  ],
} satisfies Meta<typeof OrderCard>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Prepared: Story = {};
export const HandedOff: Story = { args: { order: anOrder('handed-off') } };
export const Pending: Story = { args: { order: anOrder('pending') } };
export const ActionNeeded: Story = {
  args: {
    order: anOrder('action-needed', { reason: 'The card needs to be confirmed with your bank.' }),
  },
};
export const Paid: Story = { args: { order: anOrder('paid') } };
export const Ready: Story = { args: { order: anOrder('ready') } };
export const Fulfilling: Story = { args: { order: anOrder('fulfilling') } };
export const Fulfilled: Story = { args: { order: anOrder('fulfilled') } };
export const Canceled: Story = { args: { order: anOrder('canceled') } };
export const Expired: Story = { args: { order: anOrder('expired') } };
export const Refunded: Story = { args: { order: anOrder('refunded') } };
export const FulfillFailed: Story = {
  args: { order: anOrder('fulfill-failed', { reason: 'example.com did not answer.' }) },
};
/** One half of the delivery is done; trying again does only the other. */
export const HalfDelivered: Story = {
  args: {
    order: anOrder('fulfill-failed', {
      reason: 'example.com is locked for maintenance.',
      delivery: [
        { part: 'license', done: true },
        { part: 'install', done: false },
      ],
    }),
  },
};
export const DeliveredBySomebodyElse: Story = {
  args: {
    order: anOrder('fulfilled', { deliveredBy: { id: 'second-admin', name: 'Second admin' } }),
  },
};
export const NeedsTarget: Story = { args: { order: anOrder('needs-target') } };
export const Mismatch: Story = {
  args: { order: anOrder('mismatch', { echo: { offer: 'seo-report-full', target: 'domain-9' } }) },
};

/** The host says ready, the vendor names another domain: the vendor's word is enough to stop. */
export const ReadyForAnotherDomain: Story = {
  args: { order: anOrder('ready', { echo: { offer: 'seo-report-full', target: 'domain-9' } }) },
};
export const TestOrder: Story = { args: { order: anOrder('ready', { test: true }) } };
export const UnknownWord: Story = {
  args: { order: anOrder('pending', { unknownState: 'under_review' }) },
};
export const StoreLinkRefused: Story = {
  args: { order: anOrder('prepared', { storeUrl: 'https://store.test.evil.example/buy' }) },
};
export const RenewalPaid: Story = {
  args: {
    order: anOrder('paid', {
      kind: 'renewal',
      title: 'Renewal of Formie',
      target: null,
      licenses: ['EXT.00100002'],
    }),
  },
};
export const LicenseFulfilled: Story = {
  args: {
    order: anOrder('fulfilled', { kind: 'license', title: 'Site Backup: License', target: null }),
  },
};
/** Someone who may only look sees how far it is, and nothing to press that would be refused. */
export const SeenByAViewer: Story = {
  args: {
    order: anOrder('ready'),
    session: aSession({ actor: { id: 'v', name: 'Viewer', roles: ['viewer'] } }),
  },
};
/** A host that does not promise to deliver once. */
export const FailedAtAHostWithoutPromise: Story = {
  args: {
    order: anOrder('fulfill-failed'),
    session: aSession({ capabilities: ['purchase'] }),
  },
};
