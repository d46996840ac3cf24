import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { CODES } from '../mocks/ka/codes.ts';
import { createWorld } from '../mocks/scenarios.ts';
import type { World } from '../mocks/world.ts';
import type { Backend } from '../src/backend/backend.ts';
import { ActivationDialog } from '../src/features/activation/ActivationDialog.tsx';
import { backendOf, Opening, Stage } from './stage.tsx';

interface Args {
  readonly world: () => World;
  readonly onClose: () => void;
  /** What becomes of the licenses between their activation and its reading back. */
  readonly license?: { readonly standing: 'terminated' };
  /** The list cannot be read after the activation. */
  readonly unreadable?: boolean;
}

/** The host of a world in which something happens right after a code was used. */
function changing(world: World, { license, unreadable }: Args): Backend {
  const backend = backendOf(world);
  const { licenses } = backend;
  const changed: (typeof licenses)['activate'] = async (...asked) => {
    const answer = await licenses.activate(...asked);
    for (const extension of world.host.extensions)
      if (license && 'standing' in extension.license)
        extension.license = { ...extension.license, ...license };
    if (unreadable) world.faults.push({ party: 'host', call: 'extensions', kind: 'error' });
    world.host.snapshot += 1;
    return answer;
  };
  return { ...backend, licenses: { ...licenses, activate: changed } };
}

function Activating(args: Args) {
  const { world, onClose } = args;
  const [backend] = useState(() => changing(world(), args));
  return (
    <Stage backend={backend}>
      <Opening>
        {({ session }) => (
          <ActivationDialog session={session} onClose={onClose} onActivated={() => {}} />
        )}
      </Opening>
    </Stage>
  );
}

const worldWith =
  (change: (world: World) => void = () => {}) =>
  (): World => {
    const world = createWorld('every-verdict');
    change(world);
    return world;
  };

const meta = {
  title: 'Activation/Dialog',
  component: Activating,
  tags: ['!autodocs'],
  args: { world: worldWith(), onClose: fn() },
} satisfies Meta<typeof Activating>;
export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

/** Types a code, asks for the preview, and waits for what is said about it. */
const entering =
  (code: string, said: string): Play =>
  async ({ canvasElement }) => {
    const dialog = within(canvasElement);
    await userEvent.type(await dialog.findByLabelText('Activation code'), code);
    await userEvent.click(dialog.getByRole('button', { name: 'Preview' }));
    await expect(await dialog.findByText(said)).toBeVisible();
  };

const activating =
  (said: string): Play =>
  async (context) => {
    const dialog = within(context.canvasElement);
    await entering(CODES.works, 'This code brings 1 license')(context);
    await userEvent.click(dialog.getByRole('button', { name: 'Activate' }));
    await expect(await dialog.findByText(said)).toBeVisible();
  };

export const Empty: Story = {};
export const TooShort: Story = {
  play: entering('WORKS1-UPKEEP', 'A code has 30 letters and digits; this has 12.'),
};
export const BringsOneLicense: Story = {
  play: entering(CODES.works, 'This code brings 1 license'),
};
export const BringsSeveral: Story = {
  play: entering(CODES.several, 'This code brings 2 licenses'),
};
export const Unknown: Story = {
  play: entering('NOBODY-NOBODY-NOBODY-NOBODY-NOBODY', 'This activation code is not known'),
};
export const UsedElsewhere: Story = {
  play: entering(CODES.usedElsewhere, 'This activation code was already used elsewhere'),
};
export const Expired: Story = { play: entering(CODES.expired, 'This activation code has expired') };
export const OtherProduct: Story = {
  play: entering(CODES.otherProduct, 'This activation code belongs to another product'),
};
export const LimitReached: Story = {
  play: entering(CODES.limitReached, 'This activation code was used as often as it may be'),
};
export const AlreadyEnded: Story = {
  play: entering(CODES.ended, 'The license behind this has already ended'),
};
export const AskedTooOften: Story = {
  args: {
    world: worldWith((world) =>
      world.faults.push({ party: 'host', call: 'preview-activation', kind: 'rate-limited' }),
    ),
  },
  play: entering(CODES.works, 'The check of the activation code: asked too often'),
};
export const Activated: Story = { play: activating('The license is active') };
export const NotKnownWhetherApplied: Story = {
  args: {
    world: worldWith((world) =>
      world.faults.push({ party: 'host', call: 'activate', kind: 'lost-after' }),
    ),
  },
  play: activating('It is not known whether the code was applied'),
};
export const GrantedButNotInForce: Story = {
  args: { world: worldWith(), license: { standing: 'terminated' } },
  play: activating('The code was accepted, but its license is not in force'),
};
export const NotReadBack: Story = {
  args: { world: worldWith(), unreadable: true },
  play: activating('The code was accepted, but what it brought could not be read back'),
};
