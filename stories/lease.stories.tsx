import type { Meta, StoryObj } from '@storybook/react-vite';
import { day } from '../src/domain/day.ts';
import type { License } from '../src/domain/license.ts';
import { AwaitedNotice } from '../src/features/keys/AwaitedNotice.tsx';
import { LeaseSteps } from '../src/features/keys/LeaseSteps.tsx';
import { createWorld } from '../mocks/scenarios.ts';
import { backendOf, Stage } from './stage.tsx';

interface LeaseProps {
  readonly today: string;
  readonly license: License;
}

const LEASE: License & { kind: 'subscription' } = {
  kind: 'subscription',
  number: 'EXT.00100003',
  standing: 'active',
  errors: [],
  paidThrough: day('2025-05-07'),
  runsThrough: day('2025-05-17'),
  autoRenews: true,
  terminatesOn: day('2025-08-17'),
};

/** Where a lease stands in its life: what happens next, and on which day. */
const meta = {
  title: 'Keys/Lease',
  args: { today: '2025-04-10', license: LEASE },
  render: ({ license, today }) => (
    <Stage backend={backendOf(createWorld('empty'))}>
      <LeaseSteps license={license} today={day(today)} />
    </Stage>
  ),
} satisfies Meta<LeaseProps>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Paid: Story = {};
export const Due: Story = { args: { today: '2025-05-07' } };
export const InGrace: Story = { args: { today: '2025-05-11' } };
export const LastDayOfGrace: Story = { args: { today: '2025-05-17' } };
export const Stopped: Story = { args: { today: '2025-05-18' } };
export const Terminated: Story = {
  args: { today: '2025-08-20', license: { ...LEASE, standing: 'terminated' } },
};

const { autoRenews: _, terminatesOn: __, ...BY_HAND } = LEASE;

/** A host that does not say what the key administrator does by itself. */
export const RenewedByHand: Story = { args: { today: '2025-05-11', license: BY_HAND } };
export const PaidByHand: Story = { args: { license: BY_HAND } };

/** Paid, and its license is on its way. */
export const Awaited: Story = {
  render: () => (
    <Stage backend={backendOf(createWorld('empty'))}>
      <AwaitedNotice
        mayRetrieve
        awaited={{ kind: 'paid', paidAt: '2025-04-08T09:00:00Z', title: 'Renewal of Mail Queue' }}
      />
    </Stage>
  ),
};

/** The order waits for its payment. */
export const Ordered: Story = {
  render: () => (
    <Stage backend={backendOf(createWorld('empty'))}>
      <AwaitedNotice
        mayRetrieve
        awaited={{ kind: 'paying', paidAt: null, title: 'Renewal of Mail Queue' }}
      />
    </Stage>
  ),
};
