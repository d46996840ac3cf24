import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import type { HostExtension } from '../mocks/host/state.ts';
import { day } from '../src/domain/day.ts';
import { ExtensionDetails } from '../src/features/extensions/ExtensionDetails.tsx';
import { DetailControls, HoldNotice } from '../src/panel/DetailControls.tsx';
import { loadEstate, type Loaded } from './estate.ts';
import { Stage } from './stage.tsx';

interface HoldDetailsArgs {
  extension: string;
  /** What is different from the real estate. */
  given: Partial<HostExtension>;
}

const skipped = (...versions: string[]) =>
  versions.map((version) => ({ version, reason: 'Breaks our forms', by: 'Second admin' }));

/** A hold on Formie, decided by somebody else; what ends it is the story's. */
const hold = (more: Partial<HostExtension['hold']>): Partial<HostExtension> => ({
  hold: { reason: 'Being tested', by: 'Second admin', until: null, ground: null, ...more },
});

/** How the details of an extension tell of holds and skipped versions. */
const meta = {
  title: 'Holds/Details',
  tags: ['!autodocs'],
  args: { extension: 'formie', given: {} },
  argTypes: { extension: { control: false }, given: { control: false } },
  loaders: [
    async ({ args: { extension, given } }) => ({
      loaded: await loadEstate('craft-estate', {}, ({ host }) => {
        for (const each of host.extensions) if (each.key === extension) Object.assign(each, given);
      }),
    }),
  ],
  render: ({ extension: key }, { loaded }) => {
    const { backend, estate, decided } = loaded['loaded'] as Loaded;
    const row = decided.find(({ extension }) => extension.key === key);
    const about = row && { ...row, estate, busy: false, onOpen: fn() };
    return (
      <Stage backend={backend}>
        {about ? (
          <ExtensionDetails
            {...about}
            error={undefined}
            onAction={fn()}
            onCancelTask={fn()}
            onClose={fn()}
            notices={<HoldNotice {...about} onDismiss={fn()} />}
            controls={<DetailControls {...about} onOffer={fn()} />}
          />
        ) : null}
      </Stage>
    );
  },
} satisfies Meta<HoldDetailsArgs>;
export default meta;
type Story = StoryObj<HoldDetailsArgs>;

export const Held: Story = { args: { extension: 'comments' } };
export const EndedAfterItsDay: Story = { args: { given: hold({ until: day('2024-10-24') }) } };
export const EndedWithTheHost: Story = {
  args: { given: hold({ ground: { hostVersion: '4.12.7', license: 'perpetual 2024-06-15' } }) },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByText('The hold by Second admin ended: the host is now 4.12.8'),
    ).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Update to 2.1.19' })).toBeVisible();
  },
};
export const EndedWithTheLicense: Story = {
  args: { given: hold({ ground: { hostVersion: '4.12.8', license: 'perpetual 2023-06-15' } }) },
};
/** The next best is offered; the skipped ones stand below with the way back. */
export const SomeVersionsSkipped: Story = {
  args: { given: { skipped: skipped('2.1.19', '2.1.17') } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('2.1.18 is included in your license')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Offer 2.1.19 again' })).toBeVisible();
  },
};
export const OnlyVersionSkipped: Story = {
  args: { extension: 'sprig', given: { skipped: skipped('2.13.0', '2.13.1') } },
};
