import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import type { ScenarioName } from '../mocks/scenarios.ts';
import type { World } from '../mocks/world.ts';
import type { Action } from '../src/domain/action.ts';
import { VersionDialog } from '../src/features/versions/VersionDialog.tsx';
import { loadEstate, type Loaded } from './estate.ts';
import { Stage } from './stage.tsx';

interface VersionArgs {
  scenario: ScenarioName;
  extension: string;
  /** What no scenario shows. */
  arrange?: (world: World) => void;
  onInstall: (version: string) => void;
  onAsk: (action: Action) => void;
}

/** Any release by its name, each with its coverage, its host and its dates. */
const meta = {
  title: 'Updates/Versions',
  args: { scenario: 'every-verdict', extension: 'covered-update', onInstall: fn(), onAsk: fn() },
  argTypes: {
    scenario: { control: false },
    extension: { control: false },
    arrange: { control: false },
  },
  loaders: [async ({ args }) => ({ loaded: await loadEstate(args.scenario, {}, args.arrange) })],
  render: ({ extension, onInstall, onAsk }, { loaded }) => {
    const { backend, estate, decided } = loaded['loaded'] as Loaded;
    const row = decided.find((each) => each.extension.key === extension);
    return (
      <Stage backend={backend}>
        {row ? (
          <VersionDialog
            {...row}
            estate={estate}
            onInstall={onInstall}
            onAsk={onAsk}
            onClose={fn()}
          />
        ) : null}
      </Stage>
    );
  },
} satisfies Meta<VersionArgs>;
export default meta;
type Story = StoryObj<VersionArgs>;

/** One is covered, one needs consent; the button names the deed. */
export const CoveredAndUncovered: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await expect(await canvas.findByRole('button', { name: 'Choose a version' })).toBeDisabled();
    await userEvent.click(canvas.getByRole('radio', { name: /^1\.2\.0/ }));
    await expect(canvas.getByRole('button', { name: 'Install 1.2.0 anyway…' })).toBeVisible();
    await userEvent.click(canvas.getByRole('radio', { name: /^1\.1\.0/ }));
    await userEvent.click(canvas.getByRole('button', { name: 'Install 1.1.0' }));
    await expect(args.onInstall).toHaveBeenCalledWith('1.1.0');
  },
};

/** The real history of Formie: 314 releases, searched rather than read. */
export const ManyVersions: Story = {
  args: { scenario: 'craft-estate', extension: 'formie' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('searchbox', { name: 'Find a version' }), '2.1.1');
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Only what can be chosen' }));
    await expect(await canvas.findByRole('radio', { name: /^2\.1\.19/ })).toBeVisible();
  },
};

/** Older releases are chosen by name, and asked about once more. */
export const GoBackByName: Story = {
  args: { extension: 'mismatch' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: /^1\.0\.0/ }));
    await expect(canvas.getByRole('button', { name: 'Go back to 1.0.0' })).toBeVisible();
  },
};

/** A hold stands in the way of what is newer. */
export const HeldBack: Story = { args: { extension: 'held' } };

/** Nothing gets worse: everything may be installed, and will not run until licensed. */
export const StoppedAnyway: Story = { args: { extension: 'trial-expired' } };

/** Nobody knows what was bought. */
export const LicenseNotKnown: Story = { args: { extension: 'unknown' } };

export const NeedsNewerHost: Story = { args: { extension: 'needs-newer-host' } };

/** This host takes no consent, and cannot go back. */
export const StrictHost: Story = {
  args: {
    extension: 'mismatch',
    arrange: ({ host }) => {
      const missing: readonly string[] = ['uncoveredWithConsent', 'rollBack', 'uninstall'];
      host.capabilities = host.capabilities.filter((each) => !missing.includes(each));
    },
  },
};

export const HistoryNotRead: Story = {
  args: {
    arrange: (world) => {
      world.faults = [{ party: 'host', call: 'releases', kind: 'error' }];
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible();
  },
};
