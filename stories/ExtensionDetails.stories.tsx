import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import type { ScenarioName } from '../mocks/scenarios.ts';
import type { World } from '../mocks/world.ts';
import { ExtensionDetails } from '../src/features/extensions/ExtensionDetails.tsx';
import { loadEstate, type Loaded, onDay } from './estate.ts';
import { Stage } from './stage.tsx';

interface DetailsArgs {
  scenario: ScenarioName;
  extension: string;
  today: string | number;
  /** What no scenario shows. */
  arrange?: (world: World) => void;
}

/** Everything about one extension: actions, the three targets, the coverage timeline, the releases, the reasons. */
const meta = {
  title: 'Extensions/Details',
  args: { scenario: 'craft-estate', extension: 'formie', today: '2024-10-25' },
  argTypes: {
    scenario: { control: false },
    extension: { control: false },
    today: { control: 'date' },
    arrange: { control: false },
  },
  loaders: [async ({ args }) => ({ loaded: await loadEstate(args.scenario, {}, args.arrange) })],
  render: ({ extension, today }, { loaded }) => {
    const scenario = loaded['loaded'] as Loaded;
    const { estate, decided } = onDay(scenario, today);
    const row = decided.find((each) => each.extension.key === extension);
    return (
      <Stage backend={scenario.backend}>
        {row ? (
          <ExtensionDetails
            {...row}
            estate={estate}
            error={undefined}
            busy={false}
            onAction={fn()}
            onCancelTask={fn()}
            onClose={fn()}
          />
        ) : null}
      </Stage>
    );
  },
} satisfies Meta<DetailsArgs>;
export default meta;
type Story = StoryObj<DetailsArgs>;

/** Real history: 3.x needs host 5, 2.1.32 is not covered, 2.1.19 was built on the very last day. */
export const CoveredUpdateWithLockedReleases: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('img', { name: /^Timeline of Formie/ })).toBeVisible();
    await expect(
      await canvas.findByText(
        '13 releases not covered: built after your maintenance ended on Jun 15, 2024',
      ),
    ).toBeVisible();
  },
};

/** A critical release outside the license, and one whose two dates lie four months apart. */
export const SecurityReleaseOutside: Story = { args: { extension: 'blitz' } };

/** The way back, where its package is, and what is known of its data. */
export const InstalledNotCovered: Story = {
  args: { extension: 'vizy' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('The way back: 2.1.21')).toBeVisible();
    await expect(await canvas.findByText('Kept on this server')).toBeVisible();
  },
};

export const Failed: Story = { args: { extension: 'shopify' } };

/** Nothing but the list could be read; going back is offered all the same. */
export const FailedAndHistoryNotRead: Story = {
  args: {
    extension: 'shopify',
    arrange: (world) => {
      world.faults = [{ party: 'host', call: 'releases', kind: 'error' }];
    },
  },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByText('Not known: the releases could not be read'),
    ).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Roll back to 4.1.1' })).toBeVisible();
  },
};

/** Not even the first release is covered: renewing and asking the vendor are what is left. */
export const NothingToGoBackTo: Story = {
  args: {
    scenario: 'forum-thread-installed',
    extension: 'page-reports',
    today: '2025-04-10',
    arrange: (world) => {
      for (const extension of world.host.extensions)
        extension.releases = extension.releases.filter(({ version }) => version !== '1.0');
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No release to go back to')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Renew license' })).toBeVisible();
  },
};
export const NothingNewer: Story = { args: { extension: 'navigation' } };
export const NeedsAnotherHost: Story = { args: { extension: 'redactor' } };
export const WithReleaseNotes: Story = {
  args: { scenario: 'every-verdict', extension: 'covered-update', today: '2025-04-10' },
};
