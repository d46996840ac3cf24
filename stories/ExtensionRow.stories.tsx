import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import type { ScenarioName } from '../mocks/scenarios.ts';
import type { Action } from '../src/domain/action.ts';
import type { Extension } from '../src/domain/extension.ts';
import { ExtensionList } from '../src/features/extensions/ExtensionList.tsx';
import { loadEstate, type Loaded, onDay } from './estate.ts';
import { Stage } from './stage.tsx';

interface RowArgs {
  scenario: ScenarioName;
  /** Which extension of the scenario. */
  extension: string;
  /** The host's date. Move it and see the verdict follow. */
  today: string | number;
  onOpen: (extension: Extension) => void;
  onAction: (extension: Extension, action: Action) => void;
}

/** One extension in each of the 17 situations, as the list shows it. The date control moves the host's day. */
const meta = {
  title: 'Extensions/Row',
  args: {
    scenario: 'every-verdict',
    extension: 'up-to-date',
    today: '2025-04-10',
    onOpen: fn(),
    onAction: fn(),
  },
  argTypes: {
    scenario: { control: false },
    extension: { control: false },
    today: { control: 'date' },
  },
  loaders: [async ({ args }) => ({ loaded: await loadEstate(args.scenario) })],
  render: ({ extension, today, onOpen, onAction }, { loaded }) => {
    const scenario = loaded['loaded'] as Loaded;
    const { estate, decided } = onDay(scenario, today);
    return (
      <Stage backend={scenario.backend}>
        <ExtensionList
          rows={decided.filter((row) => row.extension.key === extension)}
          estate={estate}
          errors={new Map()}
          busy={new Set()}
          onOpen={onOpen}
          onAction={onAction}
          onError={fn()}
        />
      </Stage>
    );
  },
} satisfies Meta<RowArgs>;
export default meta;
type Story = StoryObj<RowArgs>;

export const UpToDate: Story = {};

export const UpdateReady: Story = {
  args: { extension: 'update-ready' },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Update to 1.2.0' }));
    await expect(args.onAction).toHaveBeenCalledOnce();
  },
};

export const CoveredUpdate: Story = {
  args: { extension: 'covered-update' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Update to 1.1.0' })).toBeVisible();
    await expect(canvas.getByText('1.1.0 is included in your license')).toBeVisible();
  },
};

export const NeedsRenewal: Story = { args: { extension: 'needs-renewal' } };
export const InstalledNotCovered: Story = { args: { extension: 'mismatch' } };
export const Trial: Story = { args: { extension: 'trial' } };
export const TrialExpired: Story = { args: { extension: 'trial-expired' } };
export const PaymentDue: Story = { args: { extension: 'payment-due' } };
export const SubscriptionEnded: Story = { args: { extension: 'subscription-ended' } };
export const Suspended: Story = { args: { extension: 'revoked' } };
export const WrongEdition: Story = { args: { extension: 'license-error' } };
export const FreeOfCharge: Story = { args: { extension: 'free' } };
export const NotLicensed: Story = { args: { extension: 'unlicensed' } };
export const NeedsNewerHost: Story = { args: { extension: 'needs-newer-host' } };
export const Held: Story = { args: { extension: 'held' } };
export const Failed: Story = { args: { extension: 'failed' } };

export const LicenseNotKnown: Story = {
  args: { extension: 'unknown' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Check again' })).toBeVisible();
    await expect(canvas.queryByText(/is ready/)).toBeNull();
  },
};

/** The same license a day later than "maintained": nothing alarming happens, updates of that day are simply not included. */
export const TheDayAfterMaintenanceEnded: Story = {
  args: { extension: 'update-ready', today: '2026-01-01' },
};

/** Newest covered, newest for this host and newest of all are three releases. */
export const ThreeTargets: Story = {
  args: { scenario: 'craft-estate', extension: 'formie', today: '2024-10-25' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('covered 2.1.19')).toBeVisible();
    await expect(canvas.getByText('this host 2.1.32')).toBeVisible();
    await expect(canvas.getByText('newest 3.0.9')).toBeVisible();
  },
};

/** The newest of all is covered and fits: one line says it. */
export const OneTarget: Story = {
  args: { extension: 'update-ready' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('newest 1.2.0')).toBeVisible();
    await expect(canvas.queryByText(/^covered /)).toBeNull();
  },
};
