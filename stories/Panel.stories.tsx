import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, spyOn } from 'storybook/test';
import type { Fault } from '../mocks/faults.ts';
import { createWorld, type ScenarioName, type ScenarioOptions } from '../mocks/scenarios.ts';
import { setFault } from '../mocks/change.ts';
import { directFetch } from '../mocks/direct.ts';
import { type Memory, memoryOf } from '../mocks/memory.ts';
import { HOST_API } from '../mocks/origins.ts';
import { restBackend } from '../src/backend/rest/rest-backend.ts';
import { UpkeepPanel } from '../src/panel/UpkeepPanel.tsx';
import { backendOf } from './stage.tsx';

interface PanelArgs {
  scenario: ScenarioName;
  options: ScenarioOptions;
  faults: Fault[];
  locale: string;
}

/** The whole panel against a mocked world; each story has its own. */
const meta = {
  title: 'Panel',
  args: { scenario: 'craft-estate', options: { pace: 1_500 }, faults: [], locale: 'en' },
  loaders: [
    async ({ args }) => {
      const { scenario, options, faults } = args;
      const world = createWorld(scenario, options);
      world.faults.push(...faults);
      return { backend: backendOf(world) };
    },
  ],
  render: ({ locale }, { loaded }) => (
    <UpkeepPanel
      backend={(loaded as { backend: ReturnType<typeof backendOf> }).backend}
      locale={locale}
      onError={fn()}
    />
  ),
  // Looked at for accessibility once the list is there, not while it loads.
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('list', { name: /Extensions|Éxté/ })).toBeVisible();
  },
} satisfies Meta<PanelArgs>;
export default meta;
type Story = StoryObj<PanelArgs>;

export const CraftEstate: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('list', { name: 'Extensions' })).toBeVisible();
  },
};
export const EveryVerdict: Story = { args: { scenario: 'every-verdict' } };
export const Leases: Story = { args: { scenario: 'leases' } };
export const OrdersInProgress: Story = { args: { scenario: 'individual-offers' } };
export const TenThousand: Story = { args: { scenario: 'large', options: { n: 10_000 } } };

export const Empty: Story = {
  args: { scenario: 'empty' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No extensions are installed')).toBeVisible();
  },
};

export const Loading: Story = {
  args: { faults: [{ party: 'host', call: 'extensions', kind: 'slow', ms: 60_000 }] },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('status', { name: 'Loading extensions' })).toBeVisible();
  },
};

export const HostInTrouble: Story = {
  args: { faults: [{ party: 'host', call: '*', kind: 'error' }] },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert', {}, { timeout: 5_000 })).toHaveTextContent(
      'not available right now',
    );
  },
};

export const SignedOut: Story = {
  args: { faults: [{ party: 'host', call: '*', kind: 'signed-out' }] },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('You are signed out');
  },
};

export const MalformedList: Story = {
  args: { faults: [{ party: 'host', call: 'extensions', kind: 'malformed' }] },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('the answer makes no sense');
  },
};

/** The browser has no network: what is shown may be old, and it is said so. */
export const Offline: Story = {
  beforeEach: () => {
    const onLine = spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    return () => onLine.mockRestore();
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('You are offline')).toBeVisible();
    await expect(await canvas.findByRole('list', { name: 'Extensions' })).toBeVisible();
  },
};

/** The list was read once and cannot be read again: it stays, with its age. */
export const Stale: Story = {
  loaders: [
    async () => {
      const memory = memoryOf(createWorld('craft-estate'));
      return { memory, backend: restBackend({ baseUrl: HOST_API, fetch: directFetch(memory) }) };
    },
  ],
  play: async ({ canvas, loaded, userEvent }) => {
    await canvas.findByRole('list', { name: 'Extensions' });
    await setFault((loaded as { memory: Memory }).memory, {
      party: 'host',
      call: 'extensions',
      kind: 'lost-before',
    });
    await userEvent.click(canvas.getByRole('button', { name: 'Check again' }));
    await expect(await canvas.findByText(/^Shown as of/, {}, { timeout: 5_000 })).toBeVisible();
    await expect(canvas.getByRole('list', { name: 'Extensions' })).toBeVisible();
  },
};

/** Every word longer and accented: what is not, stands outside the catalog. */
export const PseudoLanguage: Story = { args: { scenario: 'every-verdict', locale: 'en-XA' } };
