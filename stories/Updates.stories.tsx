import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { planUpdates } from '../src/domain/plan.ts';
import { ConsentDialog } from '../src/features/updates/ConsentDialog.tsx';
import { RollBackDialog } from '../src/features/updates/RollBackDialog.tsx';
import { UpdateAllDialog } from '../src/features/updates/UpdateAllDialog.tsx';
import { loadEstate, type Loaded } from './estate.ts';
import { Stage } from './stage.tsx';

const onStart = fn();
const onInstall = fn();

/** What is asked before something is installed. */
const meta = { title: 'Updates' } satisfies Meta;
export default meta;
type Story = StoryObj;

/** Review before a bulk update: what it takes, and every row it passes over with its reason. */
export const UpdateAll: Story = {
  loaders: [async () => ({ loaded: await loadEstate('craft-estate') })],
  render: (_, { loaded }) => {
    const { backend, estate, decided } = loaded['loaded'] as Loaded;
    return (
      <Stage backend={backend}>
        <UpdateAllDialog
          plan={planUpdates(decided)}
          decided={new Map(decided.map((row) => [row.extension.key, row]))}
          hostVersion={estate.hostVersion}
          onStart={onStart}
          onClose={fn()}
        />
      </Stage>
    );
  },
  play: async ({ canvas, userEvent }) => {
    onStart.mockClear();
    await userEvent.click(await canvas.findByRole('checkbox', { name: /Formie/ }));
    await userEvent.click(canvas.getByRole('button', { name: 'Update 7 extensions' }));
    await expect(onStart).toHaveBeenCalledOnce();
  },
};

/** The change is named, the safe button is the prominent one. */
export const InstallWithoutCover: Story = {
  loaders: [async () => ({ loaded: await loadEstate('forum-thread') })],
  render: (_, { loaded }) => {
    const { backend, decided } = loaded['loaded'] as Loaded;
    const [row] = decided;
    const action = row?.decision.actions.find((each) => each.kind === 'update-uncovered');
    return (
      <Stage backend={backend}>
        {row && action ? (
          <ConsentDialog {...row} action={action} onInstall={onInstall} onClose={fn()} />
        ) : null}
      </Stage>
    );
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Keep 1.0' })).toBeVisible();
  },
};

/** From where to where, and what happens to data and settings. */
export const RollBack: Story = {
  loaders: [async () => ({ loaded: await loadEstate('forum-thread-installed') })],
  render: (_, { loaded }) => {
    const { backend, decided } = loaded['loaded'] as Loaded;
    const [row] = decided;
    const action = row?.decision.actions.find((each) => each.kind === 'roll-back');
    return (
      <Stage backend={backend}>
        {row && action ? (
          <RollBackDialog {...row} action={action} onRollBack={fn()} onClose={fn()} />
        ) : null}
      </Stage>
    );
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Roll back to 1.0' })).toBeVisible();
  },
};
