import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { createWorld } from '../mocks/scenarios.ts';
import { HandOff } from '../src/features/purchase/HandOff.tsx';
import { LongWait } from '../src/features/purchase/LongWait.tsx';
import { StoreTargetContext } from '../src/features/purchase/store-target.ts';
import { anOrder, aSession } from './order-fixture.ts';
import { backendOf, Stage } from './stage.tsx';

const backend = backendOf(createWorld('individual-offers'));

const meta = {
  title: 'Purchase/Hand-off',
  component: HandOff,
  args: { order: anOrder('prepared'), session: aSession() },
  decorators: [
    (Story) => (
      <Stage backend={backend}>
        <div className="upkeep-order-actions">
          <Story />
        </div>
      </Stage>
    ),
  ],
} satisfies Meta<typeof HandOff>;
export default meta;
type Story = StoryObj<typeof meta>;

export const NewTab: Story = {};
export const SameTab: Story = {
  decorators: [
    (Story) => (
      <StoreTargetContext.Provider value="same-tab">
        <Story />
      </StoreTargetContext.Provider>
    ),
  ],
};
/** In a frame that must not open anything, the link stays where it is. */
export const NothingOpened: Story = {
  play: async ({ canvas }) => {
    const link = canvas.getByRole('link', { name: 'Continue to the store' });
    link.addEventListener('click', (event) => event.preventDefault());
    await userEvent.click(link);
    const copy = await canvas.findByRole(
      'button',
      { name: 'Copy the store link' },
      { timeout: 5_000 },
    );
    await expect(copy).toBeVisible();
  },
};

const halfAnHourLater = aSession({ asOf: '2025-04-10T09:30:00Z' });
const paid = anOrder('paid');

export const LongUnconfirmed: Story = {
  render: () => <LongWait order={anOrder('pending')} session={halfAnHourLater} />,
};
export const PaidVendorNotHeard: Story = {
  render: () => (
    <LongWait
      order={{ ...paid, steps: { ...paid.steps, vendorTold: null } }}
      session={halfAnHourLater}
    />
  ),
};
export const PaidNotReady: Story = {
  render: () => <LongWait order={paid} session={halfAnHourLater} />,
};
