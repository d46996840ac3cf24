import '../../../src/panel/panel.css';
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { clearFaults, setFault } from '../../../mocks/change.ts';
import { directFetch } from '../../../mocks/direct.ts';
import { type Memory, memoryOf } from '../../../mocks/memory.ts';
import { HOST_API } from '../../../mocks/origins.ts';
import { createWorld } from '../../../mocks/scenarios.ts';
import { restBackend } from '../../../src/backend/rest/rest-backend.ts';
import { UpkeepPanel } from '../../../src/panel/UpkeepPanel.tsx';

afterEach(cleanup);

/** The forum thread after 1.1 was installed, on a host that can only remove and install. */
function hostWithoutRollBack() {
  const world = createWorld('forum-thread-installed', { pace: 50 });
  world.host.capabilities = world.host.capabilities.filter((each) => each !== 'rollBack');
  return memoryOf(world);
}

const open = (memory: Memory) =>
  render(<UpkeepPanel backend={restBackend({ baseUrl: HOST_API, fetch: directFetch(memory) })} />);

async function rollBack() {
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Roll back to 1.0' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('cannot go back in one step');
  await user.click(within(dialog).getByRole('button', { name: 'Roll back to 1.0' }));
}

const installed = (memory: Memory) => memory.read((world) => world.host.extensions[0]?.installed);
const wait = { timeout: 6_000 };

it('removes and installs in one guided step where the host cannot go back by itself', async () => {
  const memory = hostWithoutRollBack();
  open(memory);
  await rollBack();
  await screen.findByText('1 newer release needs a renewal', {}, wait);
  expect(await installed(memory)).toBe('1.0');
});

it('removes nothing when the older package can no longer be had', async () => {
  const memory = hostWithoutRollBack();
  open(memory);
  await screen.findByRole('button', { name: 'Roll back to 1.0' });
  await memory.change((world) => {
    const [extension] = world.host.extensions;
    if (extension) {
      extension.releases = extension.releases.filter(({ version }) => version !== '1.0');
    }
  });
  await rollBack();
  await screen.findByText('This release can no longer be had', {}, wait);
  expect(await installed(memory)).toBe('1.1');
});

it('says where things stand when the second half fails, and finishes it after a reload', async () => {
  const memory = hostWithoutRollBack();
  await setFault(memory, { party: 'host', call: 'install', kind: 'error' });
  const { unmount } = open(memory);
  await rollBack();
  await screen.findByText(/was removed and is not installed/, {}, wait);

  unmount();
  await clearFaults(memory);
  open(memory);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Install 1.0' }, wait));
  await screen.findByText('1 newer release needs a renewal', {}, wait);
  expect(await installed(memory)).toBe('1.0');
});
