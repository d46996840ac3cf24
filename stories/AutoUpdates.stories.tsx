import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import type { ScenarioName } from '../mocks/scenarios.ts';
import { AutoUpdatesDialog } from '../src/features/auto-update/AutoUpdatesDialog.tsx';
import { loadEstate, type Loaded } from './estate.ts';
import { Stage } from './stage.tsx';

interface AutoUpdatesArgs {
  scenario: ScenarioName;
  /** How many extensions `large` has. */
  n: number;
  may: boolean;
}

/** Automatic updates of all extensions: how many update how far, and the switch of all and of each. */
const meta = {
  title: 'Automatic updates/All',
  tags: ['!autodocs'],
  args: { scenario: 'craft-estate', n: 1_000, may: true },
  argTypes: { scenario: { control: false }, n: { control: false } },
  loaders: [async ({ args }) => ({ loaded: await loadEstate(args.scenario, { n: args.n }) })],
  render: ({ may }, { loaded }) => {
    const { backend, decided } = loaded['loaded'] as Loaded;
    return (
      <Stage backend={backend}>
        <AutoUpdatesDialog rows={decided} may={may} onClose={fn()} />
      </Stage>
    );
  },
} satisfies Meta<AutoUpdatesArgs>;
export default meta;
type Story = StoryObj<AutoUpdatesArgs>;

export const RealEstate: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('4 of 20 extensions update automatically')).toBeVisible();
    await expect(canvas.getByText('6 stop at their license')).toBeVisible();
  },
};
export const EveryVerdict: Story = { args: { scenario: 'every-verdict' } };
/** Folded, and found by name. */
export const VeryMany: Story = { args: { scenario: 'large' } };
export const NothingInstalled: Story = { args: { scenario: 'empty' } };
export const NotAllowedToSwitch: Story = { args: { may: false } };
