import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import type { ScenarioName } from '../mocks/scenarios.ts';
import { decide } from '../src/domain/decide.ts';
import type { Extension } from '../src/domain/extension.ts';
import { RehearsalDialog } from '../src/features/rehearsal/RehearsalDialog.tsx';
import { loadEstate, type Loaded } from './estate.ts';
import { Stage } from './stage.tsx';

interface RehearsalArgs {
  readonly scenario: ScenarioName;
  /** Which extensions, and what is different about them. */
  readonly change: (extension: Extension) => readonly Extension[];
  readonly mayAskPrices: boolean;
}

/** One extension alone, with changes. */
const only =
  (key: string, more: Partial<Extension> = {}) =>
  (extension: Extension): readonly Extension[] =>
    extension.key === key ? [{ ...extension, ...more }] : [];

/** A host upgrade gone through in thought: one story for each prospect, and the whole estate. */
const meta = {
  title: 'Rehearsal/Dialog',
  tags: ['!autodocs'],
  args: { scenario: 'craft-estate', change: (extension) => [extension], mayAskPrices: true },
  argTypes: { scenario: { control: false }, change: { control: false } },
  loaders: [async ({ args }) => ({ loaded: await loadEstate(args.scenario) })],
  render: ({ change, mayAskPrices }, { loaded }) => {
    const { backend, estate: whole, decided } = loaded['loaded'] as Loaded;
    const may = new Set([...whole.may].filter((each) => mayAskPrices || each !== 'quote'));
    const estate = { ...whole, may };
    return (
      <Stage backend={backend}>
        <RehearsalDialog
          rows={decided
            .flatMap(({ extension }) => change(extension))
            .map((extension) => ({ extension, decision: decide(extension, estate) }))}
          estate={estate}
          hostName="Craft"
          onRenew={fn()}
          onUpdateBefore={fn()}
          onClose={fn()}
        />
      </Stage>
    );
  },
} satisfies Meta<RehearsalArgs>;
export default meta;
type Story = StoryObj<RehearsalArgs>;

export const WholeEstate: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/1 needs a renewal \(\$49\.00\)/)).toBeVisible();
  },
};
export const Fine: Story = { args: { change: only('webhooks') } };
export const UpdateBeforeTheUpgrade: Story = { args: { change: only('element-api') } };
export const UpdateTogetherWithTheHost: Story = { args: { change: only('redactor') } };
export const NeedsRenewal: Story = { args: { change: only('formie') } };
export const NeedsRenewalWithoutPrices: Story = {
  args: { change: only('formie'), mayAskPrices: false },
};
export const NoRelease: Story = { args: { change: only('navigation') } };
export const NobodyCanSay: Story = {
  args: {
    change: only('formie', { license: { kind: 'unknown', reason: 'The server did not answer' } }),
  },
};
export const StoppedAlready: Story = { args: { change: only('image-optimize') } };
export const Held: Story = {
  args: {
    change: only('element-api', {
      hold: { reason: 'Busy', by: 'You', until: null, ground: null },
    }),
  },
};
export const NothingInstalled: Story = { args: { change: () => [] } };

export const NoVersion: Story = {
  play: async ({ canvas }) => {
    const field = await canvas.findByRole('textbox', { name: 'Host version' });
    await userEvent.clear(field);
    await userEvent.type(field, 'the next one{Enter}');
    await expect(canvas.getByRole('alert')).toHaveTextContent(
      '“the next one” is no version. Write it in numbers, such as 5.3.0.',
    );
  },
};

export const TenThousand: Story = { args: { scenario: 'large' } };
