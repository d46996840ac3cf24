import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import type { ScenarioName } from '../mocks/scenarios.ts';
import { ExtensionDetails } from '../src/features/extensions/ExtensionDetails.tsx';
import { loadEstate, type Loaded, onDay } from './estate.ts';
import { Stage } from './stage.tsx';

interface DetailsArgs {
  scenario: ScenarioName;
  extension: string;
  today: string | number;
}

/** Everything about one extension: actions, the three targets, the coverage timeline, the releases, the reasons. */
const meta = {
  title: 'Extensions/Details',
  args: { scenario: 'craft-estate', extension: 'formie', today: '2024-10-25' },
  argTypes: {
    scenario: { control: false },
    extension: { control: false },
    today: { control: 'date' },
  },
  loaders: [async ({ args }) => ({ loaded: await loadEstate(args.scenario) })],
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
export const InstalledNotCovered: Story = { args: { extension: 'vizy' } };
export const NothingNewer: Story = { args: { extension: 'navigation' } };
export const NeedsAnotherHost: Story = { args: { extension: 'redactor' } };
export const WithReleaseNotes: Story = {
  args: { scenario: 'every-verdict', extension: 'covered-update', today: '2025-04-10' },
};
