import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import type { ScenarioName } from '../mocks/scenarios.ts';
import { planUpdates } from '../src/domain/plan.ts';
import { type BulkWay, UpdateAllDialog } from '../src/features/updates/UpdateAllDialog.tsx';
import { loadEstate, type Loaded } from './estate.ts';
import { Stage } from './stage.tsx';

const onStart = fn();

interface Args {
  readonly scenario: ScenarioName;
  readonly way?: BulkWay;
  readonly underWay?: boolean;
}

/** What is asked before many are updated. */
const meta = {
  title: 'Updates',
  args: { scenario: 'craft-estate' },
  loaders: [async ({ args }) => ({ loaded: await loadEstate(args.scenario) })],
  render: ({ way = 'undoable', underWay = false }, { loaded }) => {
    const { backend, estate, decided } = loaded['loaded'] as Loaded;
    return (
      <Stage backend={backend}>
        <UpdateAllDialog
          plan={planUpdates(decided)}
          decided={new Map(decided.map((row) => [row.extension.key, row]))}
          hostVersion={estate.hostVersion}
          way={way}
          underWay={underWay}
          onStart={onStart}
          onClose={fn()}
        />
      </Stage>
    );
  },
  beforeEach: () => {
    onStart.mockClear();
  },
} satisfies Meta<Args>;
export default meta;
type Story = StoryObj<Args>;

/** Review before a bulk update: what it takes, and every row it passes over with its reason. */
export const UpdateAll: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('checkbox', { name: /Formie/ }));
    await userEvent.click(canvas.getByRole('button', { name: 'Update 7 extensions' }));
    await expect(onStart).toHaveBeenCalledOnce();
  },
};

/** A host that takes no batches: nothing is promised about pausing and undoing. */
export const UpdateAllOneByOne: Story = {
  args: { way: 'one-by-one' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/One that fails stops none of the others/)).toBeVisible();
    await expect(canvas.queryByText(/undo it as a whole/)).toBeNull();
  },
};

/** Another bulk update is not over yet, here or in another tab. */
export const UpdateAllWhileAnotherGoesOn: Story = {
  args: { scenario: 'bulk-update', underWay: true },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Another bulk update is not over yet')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Update 8 extensions' })).toBeDisabled();
  },
};
