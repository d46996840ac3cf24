import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { decide } from '../src/domain/decide.ts';
import type { Extension } from '../src/domain/extension.ts';
import { AdvisoryNotices } from '../src/features/advisories/AdvisoryNotices.tsx';
import { ActionButton } from '../src/features/extensions/ActionButton.tsx';
import { loadEstate, type Loaded } from './estate.ts';
import { Stage } from './stage.tsx';

interface AdvisoriesArgs {
  readonly extension: string;
  /** What is different from the real estate. */
  readonly change: (extension: Extension) => Extension;
}

/** The flaw of the story about other versions. */
const affecting =
  (affects: string) =>
  (extension: Extension): Extension => ({
    ...extension,
    advisories: extension.advisories.map((each) => ({ ...each, affects })),
  });

/** What a published flaw comes to: one story for each outcome. */
const meta = {
  title: 'Advisories/Notices',
  tags: ['!autodocs'],
  args: { extension: 'blitz', change: (extension) => extension },
  argTypes: { extension: { control: false }, change: { control: false } },
  loaders: [async () => ({ loaded: await loadEstate('craft-estate') })],
  render: ({ extension: key, change }, { loaded }) => {
    const { backend, estate, decided } = loaded['loaded'] as Loaded;
    const found = decided.find(({ extension }) => extension.key === key);
    if (!found) return <p>Not installed in this scenario.</p>;
    const extension = change(found.extension);
    return (
      <Stage backend={backend}>
        <AdvisoryNotices
          extension={extension}
          decision={decide(extension, estate)}
          estate={estate}
          renderAction={(action) => (
            <ActionButton extension={extension} action={action} onAction={fn()} />
          )}
        />
      </Stage>
    );
  },
} satisfies Meta<AdvisoriesArgs>;
export default meta;
type Story = StoryObj<AdvisoriesArgs>;

/** The covered 4.18.3 still has it; 4.23.0 is outside the license. */
export const FixOutsideTheLicense: Story = {
  play: async ({ canvas }) => {
    await expect(
      canvas.getByText(/4\.18\.3, which your license covers, still has it\. The fix 4\.23\.0 is/),
    ).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Install 4.23.0 anyway…' })).toBeVisible();
  },
};
export const FixedByTheUpdateYouOwn: Story = { args: { extension: 'freeform' } };
export const FixedByAnotherCoveredRelease: Story = {
  args: { change: affecting('4.16.2|>=4.18.3,<4.23.0') },
};
export const UpdateBringsItIn: Story = { args: { extension: 'seomatic' } };
export const WayBackHasIt: Story = { args: { extension: 'vizy' } };
export const FixNeedsAnotherHost: Story = { args: { extension: 'redactor' } };
export const NoFixYet: Story = { args: { extension: 'workflow' } };
export const NobodyCanSay: Story = { args: { extension: 'webhooks' } };
export const FixOfUnknownCoverage: Story = {
  args: {
    change: (extension) => ({ ...extension, license: { kind: 'unknown', reason: 'No answer' } }),
  },
};
export const FixNeedsALicense: Story = {
  args: {
    change: (extension) => ({ ...extension, license: { kind: 'missing', trialOffered: false } }),
  },
};
export const Held: Story = {
  args: {
    change: (extension) => ({
      ...extension,
      hold: { reason: 'Waiting for the new templates', by: 'You', until: null, ground: null },
    }),
  },
};
export const WithTheVendorsAddress: Story = {
  args: {
    change: (extension) => ({ ...extension, supportUrl: 'https://vendor.example.com/support' }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('link', { name: 'Ask the vendor for a patch' })).toHaveAttribute(
      'href',
      'https://vendor.example.com/support',
    );
  },
};
/** The worst first, three of them open. */
export const Several: Story = {
  args: {
    change: (extension) => ({
      ...extension,
      advisories: ([null, 'low', 'moderate', 'high', 'critical'] as const).flatMap((severity, at) =>
        extension.advisories.map((each) => ({ ...each, severity, id: `EXAMPLE-2024-10${at}` })),
      ),
    }),
  },
  play: async ({ canvas }) => {
    const flaws = within(canvas.getByRole('region', { name: 'Known flaws' }));
    await expect(flaws.getByText('Critical')).toBeVisible();
    await expect(flaws.getByText('2 more flaws')).toBeVisible();
  },
};
