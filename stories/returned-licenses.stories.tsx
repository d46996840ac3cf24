import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { keep } from '../mocks/host/returned-state.ts';
import type { Fault } from '../mocks/faults.ts';
import { createWorld } from '../mocks/scenarios.ts';
import { issue, type RETURNED } from '../mocks/scenarios/returned-licenses.ts';
import type { World } from '../mocks/world.ts';
import { ReturnedLicenses } from '../src/features/returns/ReturnedLicenses.tsx';
import { backendOf, Opening, Stage } from './stage.tsx';

interface Args {
  readonly world: () => World;
}

function Returning({ world }: Args) {
  const [backend] = useState(() => backendOf(world()));
  return (
    <Stage backend={backend}>
      <Opening>{({ session }) => <ReturnedLicenses session={session} />}</Opening>
    </Stage>
  );
}

type Which = keyof typeof RETURNED | 'unreadable';

/** A host to which one license came back, and what disturbs it. */
const worldWith =
  (which: Which, ...faults: readonly Fault[]) =>
  (): World => {
    const world = createWorld('returned-licenses', { pace: 0 });
    world.host.returned = [];
    keep(world, which === 'unreadable' ? 'no license' : issue(world, which));
    world.faults.push(...faults);
    return world;
  };

const meta = {
  title: 'Returned licenses',
  component: Returning,
  tags: ['!autodocs'],
  args: { world: worldWith('fine') },
} satisfies Meta<typeof Returning>;
export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

/** Presses one button after the other and waits for what is said then. */
const pressing =
  (said: string, ...names: readonly string[]): Play =>
  async ({ canvasElement }) => {
    const region = { name: 'Licenses that came back' };
    const room = within(await within(canvasElement).findByRole('region', region));
    for (const name of names) await userEvent.click(await room.findByRole('button', { name }));
    await expect(await room.findByText(said)).toBeVisible();
  };

export const Kept: Story = {
  play: pressing('It is kept on your server and changes nothing until you apply it.'),
};
export const Several: Story = {
  args: { world: () => createWorld('returned-licenses', { pace: 0 }) },
  play: pressing('A license for Mail Archive came back from the store'),
};
export const InPlace: Story = {
  play: pressing('The license for Photo Gallery is in place', 'Apply'),
};
export const RefusedByTheVendor: Story = {
  args: { world: worldWith('wrong') },
  play: pressing('The vendor reports an error of this license', 'Apply'),
};
export const GivesLess: Story = {
  args: { world: worldWith('downgrade') },
  play: pressing('This license gives less than the one in place', 'Apply'),
};
export const GivesLessAndApplied: Story = {
  args: { world: worldWith('downgrade') },
  play: pressing('The license for Shopping Cart is in place', 'Apply', 'Apply and lose this'),
};
export const OfAnotherServer: Story = {
  args: { world: worldWith('otherHost') },
  play: pressing('This license was issued for another server', 'Apply'),
};
export const OfWhatIsNotInstalled: Story = {
  args: { world: worldWith('notInstalled') },
  play: pressing('What this license is for is not installed here', 'Apply'),
};
export const Unreadable: Story = {
  args: { world: worldWith('unreadable') },
  play: pressing('What came back from the store cannot be read', 'Apply'),
};
export const SignedOut: Story = {
  args: { world: worldWith('fine', { party: 'host', call: 'apply-returned', kind: 'signed-out' }) },
  play: pressing('You are signed out', 'Apply'),
};
export const NotKnownWhetherApplied: Story = {
  args: {
    world: worldWith('fine', { party: 'host', call: 'apply-returned', kind: 'lost-after' }),
  },
  play: pressing('It is not known whether the license was applied', 'Apply'),
};
export const NotThereYet: Story = {
  args: {
    world: worldWith('fine', { party: 'host', call: 'apply-returned', kind: 'lost-before' }),
  },
  play: pressing('The license is not in place yet', 'Apply', 'Check again'),
};
export const AboutToBeDiscarded: Story = {
  play: pressing('Discard this license for good?', 'Discard…'),
};
export const CannotBeRead: Story = {
  args: {
    world: worldWith('fine', { party: 'host', call: 'returned-licenses', kind: 'error' }),
  },
  play: pressing('The licenses that came back: not available right now'),
};
