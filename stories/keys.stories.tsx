import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { setFault } from '../mocks/change.ts';
import { memoryOf } from '../mocks/memory.ts';
import type { World } from '../mocks/world.ts';
import { RollBackKeyDialog } from '../src/features/keys/RollBackKeyDialog.tsx';
import { type Loaded, loadEstate } from './estate.ts';
import { Stage } from './stage.tsx';

interface RollBackProps {
  readonly of: string;
  /** Changes the world before the dialog is opened. */
  readonly arrange?: (world: World) => void;
  readonly onRolledBack: () => void;
  readonly onClose: () => void;
}

/** What the dialog says before the earlier key is put back, and after. Judged by the same rules as the row. */
const meta = {
  title: 'Keys/Roll back a key',
  args: { of: 'page-cache', onRolledBack: fn(), onClose: fn() },
  loaders: [
    async ({ args }) => ({
      loaded: await loadEstate('keys', {}, args.arrange),
    }),
  ],
  render: ({ of, onRolledBack, onClose }, { loaded: { loaded } }) => {
    const { backend, estate, decided } = loaded as Loaded;
    const about = decided.find(({ extension }) => extension.key === of);
    return (
      <Stage backend={backend}>
        {about ? (
          <RollBackKeyDialog
            {...about}
            estate={estate}
            onRolledBack={onRolledBack}
            onClose={onClose}
          />
        ) : null}
      </Stage>
    );
  },
} satisfies Meta<RollBackProps>;
export default meta;

type Story = StoryObj<typeof meta>;

const press = async (canvas: HTMLElement, name: string) =>
  userEvent.click(await within(canvas).findByRole('button', { name }));

/** Nothing gets worse. */
export const Harmless: Story = { args: { of: 'contact-form' } };

/** It goes on running; an update that is covered now would need a renewal. */
export const FewerUpdates: Story = {};

/** What is installed would not belong to the earlier license, and where to go back to then. */
export const Mismatch: Story = { args: { of: 'image-gallery' } };

/** The earlier key is an evaluation that has ended. */
export const Stops: Story = { args: { of: 'site-search' } };

/** The earlier key is in use again. */
export const Done: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Restore earlier key');
    await expect(
      await within(canvasElement).findByText('The earlier key is in use again'),
    ).toBeVisible();
  },
};

/** The key administrator has terminated the earlier key meanwhile. */
export const Refused: Story = {
  args: {
    arrange: ({ ka }) => {
      for (const key of ka.keys) key.standing = 'terminated';
    },
  },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Restore earlier key');
    await expect(await within(canvasElement).findByRole('alert')).toBeVisible();
  },
};

/** The answer was lost before anything was done: looked up, and offered again. */
export const NotThere: Story = {
  args: {
    arrange: (world) =>
      void setFault(memoryOf(world), { party: 'host', call: 'roll-back-key', kind: 'lost-before' }),
  },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Restore earlier key');
    await expect(
      await within(canvasElement).findByText('The earlier key is not in use'),
    ).toBeVisible();
  },
};
