import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import type { ScenarioName } from '../mocks/scenarios.ts';
import type { World } from '../mocks/world.ts';
import { day } from '../src/domain/day.ts';
import type { Extension } from '../src/domain/extension.ts';
import { ConsentDialog } from '../src/features/updates/ConsentDialog.tsx';
import { coverageOf, loadEstate, type Loaded } from './estate.ts';
import { Stage } from './stage.tsx';

interface ConsentArgs {
  scenario: ScenarioName;
  extension: string;
  /** The release that is asked about. */
  version: string;
  /** What no scenario shows. */
  arrange?: (world: World) => void;
}

const releaseOf = ({ releases }: Extension, wanted: string) =>
  releases.find(({ version }) => version.text === wanted);

/** Names what would change before a release that is not known to be covered is installed. */
const meta = {
  title: 'Updates/Consent',
  args: { scenario: 'forum-thread', extension: 'page-reports', version: '1.1' },
  argTypes: {
    scenario: { control: false },
    extension: { control: false },
    version: { control: false },
    arrange: { control: false },
  },
  loaders: [async ({ args }) => ({ loaded: await loadEstate(args.scenario, {}, args.arrange) })],
  render: ({ extension, version }, { loaded }) => {
    const scenario = loaded['loaded'] as Loaded;
    const row = scenario.decided.find((each) => each.extension.key === extension);
    const release = row && releaseOf(row.extension, version);
    if (!row || !release) return <></>;
    const coverage = coverageOf(scenario, row, release);
    return (
      <Stage backend={scenario.backend}>
        <ConsentDialog
          {...row}
          today={scenario.estate.today}
          action={{
            kind: 'update-uncovered',
            release,
            because: coverage.kind === 'unknown' ? 'unknown' : 'uncovered',
          }}
          onInstall={fn()}
          onClose={fn()}
        />
      </Stage>
    );
  },
} satisfies Meta<ConsentArgs>;
export default meta;
type Story = StoryObj<ConsentArgs>;

/** The change is named, the safe button is the prominent one. */
export const InstallWithoutCover: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Keep 1.0' })).toBeVisible();
    await expect(canvas.getByText('works with your license')).toBeVisible();
  },
};

/** What is installed is not covered either, so nothing is called working. */
export const FromOneMismatchToAnother: Story = {
  args: {
    scenario: 'craft-estate',
    extension: 'vizy',
    version: '2.1.23',
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('is not covered either')).toBeVisible();
  },
};

/** Older and not covered: both consequences are named. */
export const OlderAndNotCovered: Story = {
  args: {
    scenario: 'forum-thread-installed',
    version: '1.0',
    arrange: (world) => {
      const [extension] = world.host.extensions;
      if (extension?.license.kind === 'perpetual')
        extension.license = { ...extension.license, maintenanceEndsOn: day('2024-01-31') };
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/^1\.1 changed its form/)).toBeVisible();
  },
};
