import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { createWorld } from '../mocks/scenarios.ts';
import { CodeArrived } from '../src/features/purchase/CodeArrived.tsx';
import { anOrder, aSession } from './order-fixture.ts';
import { backendOf, Stage } from './stage.tsx';

const backend = backendOf(createWorld('other-models', { pace: 0 }));

const bought = (extension: string, offer: string, title: string) =>
  anOrder('ready', { kind: 'license', extension, offer, title, target: null });

const meta = {
  title: 'Purchase/Activation code',
  component: CodeArrived,
  args: {
    session: { ...aSession(), capabilities: ['purchase', 'activate'] },
    order: bought('forms', 'forms-license', 'Contact Forms: License'),
    onEnterCode: fn(),
  },
  decorators: [
    (Story) => (
      <Stage backend={backend}>
        <Story />
      </Stage>
    ),
  ],
} satisfies Meta<typeof CodeArrived>;
export default meta;
type Story = StoryObj<typeof meta>;

export const WaitsForItsCode: Story = {
  play: async ({ args, canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Enter activation code' }));
    await expect(args.onEnterCode).toHaveBeenCalledOnce();
  },
};
export const PayAsYouGo: Story = {
  args: { order: bought('mailer', 'mailer-usage', 'Newsletter: Pay as you go') },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/^The license itself is free\./)).toBeVisible();
  },
};
export const OfSomebodyWhoMayNotActivate: Story = {
  args: { session: { ...aSession(), capabilities: ['purchase'] } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/Ask someone with more rights/)).toBeVisible();
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};
export const NothingBeforeItIsIssued: Story = {
  args: { order: anOrder('paid', { kind: 'license', target: null }) },
  play: async ({ canvas }) => {
    await expect(canvas.queryByText('An activation code was sent')).toBeNull();
  },
};
