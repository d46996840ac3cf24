import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import type { ScenarioName } from '../mocks/scenarios.ts';
import type { World } from '../mocks/world.ts';
import { HoldDialog } from '../src/features/holds/HoldDialog.tsx';
import { loadEstate, type Loaded } from './estate.ts';
import { Stage } from './stage.tsx';

interface HoldArgs {
  scenario: ScenarioName;
  extension: string;
  /** What no scenario shows. */
  arrange?: (world: World) => void;
  onClose: () => void;
}

/** Why an extension, or one version of it, is not wanted for now, and until when. */
const meta = {
  title: 'Holds/Dialog',
  tags: ['!autodocs'],
  args: { scenario: 'craft-estate', extension: 'formie', onClose: fn() },
  argTypes: {
    scenario: { control: false },
    extension: { control: false },
    arrange: { control: false },
  },
  loaders: [async ({ args }) => ({ loaded: await loadEstate(args.scenario, {}, args.arrange) })],
  render: ({ extension, onClose }, { loaded }) => {
    const { backend, estate, decided } = loaded['loaded'] as Loaded;
    const row = decided.find((each) => each.extension.key === extension);
    return (
      <Stage backend={backend}>
        {row ? <HoldDialog {...row} estate={estate} onClose={onClose} /> : null}
      </Stage>
    );
  },
} satisfies Meta<HoldArgs>;
export default meta;
type Story = StoryObj<HoldArgs>;

/** The lengths are counted from the host's day; its last day still counts. */
export const HoldBack: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Reason' }), 'Being tested');
    await userEvent.click(canvas.getByRole('radio', { name: 'For a week, through Nov 1, 2024' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Hold back' }));
    await waitFor(() => expect(args.onClose).toHaveBeenCalled());
  },
};
export const ReasonAndDayMissing: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: /of your choice/ }));
    await userEvent.click(canvas.getByRole('button', { name: 'Hold back' }));
    await expect(canvas.getByRole('textbox', { name: 'Reason' })).toHaveFocus();
    await expect(canvas.getByText('Please choose today or a later day.')).toBeVisible();
  },
};
export const SkipOneVersion: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: /^Only version 2\.1\.19/ }));
    await expect(canvas.getByRole('button', { name: 'Skip 2.1.19' })).toBeVisible();
  },
};
export const ChangeAHold: Story = { args: { extension: 'comments' } };
export const NothingNewer: Story = { args: { extension: 'navigation' } };
/** What was typed stays, so that it can be tried again. */
export const HostInTrouble: Story = {
  args: {
    arrange: ({ faults }) => faults.push({ party: 'host', call: 'hold', kind: 'unavailable' }),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Reason' }), 'Being tested');
    await userEvent.click(canvas.getByRole('button', { name: 'Hold back' }));
    await expect(await canvas.findByText(/It is not known whether|not known/)).toBeVisible();
  },
};
