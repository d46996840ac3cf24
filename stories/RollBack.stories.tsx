import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import type { ScenarioName } from '../mocks/scenarios.ts';
import type { World } from '../mocks/world.ts';
import { rescueOf } from '../src/domain/rescue.ts';
import { RollBackDialog } from '../src/features/updates/RollBackDialog.tsx';
import { loadEstate, type Loaded } from './estate.ts';
import { Stage } from './stage.tsx';

interface RollBackArgs {
  scenario: ScenarioName;
  extension: string;
  /** What no scenario shows. */
  arrange?: (world: World) => void;
}

/** What is asked before going back: from where to where, whether the package is there, and what happens to data. */
const meta = {
  title: 'Updates/Roll back',
  args: { scenario: 'forum-thread-installed', extension: 'page-reports' },
  argTypes: {
    scenario: { control: false },
    extension: { control: false },
    arrange: { control: false },
  },
  loaders: [async ({ args }) => ({ loaded: await loadEstate(args.scenario, {}, args.arrange) })],
  render: ({ extension }, { loaded }) => {
    const scenario = loaded['loaded'] as Loaded;
    const row = scenario.decided.find((each) => each.extension.key === extension);
    const back = row && rescueOf(row, scenario.estate, undefined, null)?.back;
    return (
      <Stage backend={scenario.backend}>
        {row && back?.action ? (
          <RollBackDialog {...row} action={back.action} onRollBack={fn()} onClose={fn()} />
        ) : null}
      </Stage>
    );
  },
} satisfies Meta<RollBackArgs>;
export default meta;
type Story = StoryObj<RollBackArgs>;

/** The package is there, but 1.1 changed the form of stored data. */
export const DataWasChanged: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Roll back to 1.0' })).toBeVisible();
    await expect(await canvas.findByText(/^1\.1 changed its form/)).toBeVisible();
    await expect(canvas.getByText('Kept on this server')).toBeVisible();
  },
};

export const DataIsSafe: Story = {
  args: {
    arrange: (world) => {
      for (const release of world.host.extensions[0]?.releases ?? []) release.migratesData = false;
    },
  },
};

/** Vendors seldom say whether a release migrates. */
export const DataNotKnown: Story = { args: { scenario: 'craft-estate', extension: 'vizy' } };

export const PackageIsFetchedAgain: Story = {
  args: {
    arrange: (world) => {
      for (const extension of world.host.extensions) extension.kept = [];
    },
  },
};

/** The history could not be read: what is not known is said, and going back stays possible. */
export const HistoryNotRead: Story = {
  args: {
    arrange: (world) => {
      world.faults = [{ party: 'host', call: 'releases', kind: 'error' }];
    },
  },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByText('Not known: the releases could not be read'),
    ).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Roll back to 1.0' })).toBeEnabled();
  },
};

/** For what failed, the release that ran before is better known than any other. */
export const RanBefore: Story = {
  args: {
    scenario: 'every-verdict',
    extension: 'failed',
    arrange: (world) => {
      const failed = world.host.extensions.find(({ key }) => key === 'failed');
      if (failed) failed.previous = '1.0.0';
    },
  },
};

/** A host that can only remove and install does both as one guided step. */
export const InTwoSteps: Story = {
  args: {
    arrange: ({ host }) => {
      host.capabilities = host.capabilities.filter((each) => each !== 'rollBack');
    },
  },
};

export const NoLicenseNeeded: Story = { args: { scenario: 'craft-estate', extension: 'shopify' } };
