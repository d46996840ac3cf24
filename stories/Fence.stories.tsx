import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import type { HostExtension } from '../mocks/host/state.ts';
import { AutoUpdateControl } from '../src/features/auto-update/AutoUpdateControl.tsx';
import { loadEstate, type Loaded } from './estate.ts';
import { Stage } from './stage.tsx';

interface FenceArgs {
  extension: string;
  /** What is different from the real estate. */
  given: Partial<HostExtension>;
  /** Whether the person may switch it. */
  may: boolean;
}

/** How far automatic updates of one extension go: a story for each reason to go no further. */
const meta = {
  title: 'Automatic updates/Fence',
  tags: ['!autodocs'],
  args: { extension: 'formie', given: {}, may: true },
  argTypes: { extension: { control: false }, given: { control: false } },
  loaders: [
    async ({ args: { extension, given } }) => ({
      loaded: await loadEstate('craft-estate', {}, ({ host }) => {
        for (const each of host.extensions) if (each.key === extension) Object.assign(each, given);
      }),
    }),
  ],
  render: ({ extension: key, may }, { loaded }) => {
    const { backend, decided } = loaded['loaded'] as Loaded;
    const row = decided.find(({ extension }) => extension.key === key);
    return <Stage backend={backend}>{row ? <AutoUpdateControl {...row} may={may} /> : null}</Stage>;
  },
} satisfies Meta<FenceArgs>;
export default meta;
type Story = StoryObj<FenceArgs>;

/** 2.1.10 — 2.1.19 ▮ 2.1.32 */
export const License: Story = {
  play: async ({ canvas, userEvent }) => {
    await expect(
      await canvas.findByText('Goes to 2.1.19: your license does not cover 2.1.32'),
    ).toBeVisible();
    await userEvent.click(canvas.getByRole('switch', { name: 'Update automatically' }));
    await expect(canvas.getByRole('switch')).toBeChecked();
  },
};
export const LicenseEndsAtTheInstalledOne: Story = { args: { extension: 'commerce' } };
export const Host: Story = { args: { extension: 'sprig', given: { autoUpdate: true } } };
export const NewestVersion: Story = { args: { extension: 'element-api' } };
export const NothingNewer: Story = { args: { extension: 'navigation' } };
export const Held: Story = { args: { extension: 'comments' } };
export const Skipped: Story = {
  args: {
    extension: 'element-api',
    given: { skipped: [{ version: '4.1.0', reason: '', by: 'Second admin' }] },
  },
};
export const NotLicensed: Story = { args: { extension: 'google-maps' } };
export const Failed: Story = { args: { extension: 'shopify' } };
export const LicenseNotKnown: Story = {
  args: { given: { license: { kind: 'unknown', reason: 'No answer' } } },
};
export const NobodyCanSay: Story = { args: { given: { policy: 'a-rule-of-its-own' } } };
export const NotAllowedToSwitch: Story = { args: { may: false } };
