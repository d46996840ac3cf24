import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { setFault } from '../../../mocks/change.ts';
import { keep } from '../../../mocks/host/returned-state.ts';
import { memoryOf } from '../../../mocks/memory.ts';
import { issue, type RETURNED } from '../../../mocks/scenarios/returned-licenses.ts';
import { createWorld } from '../../../mocks/scenarios.ts';
import type { World } from '../../../mocks/world.ts';
import { ReturnedLicenses } from '../../../src/features/returns/ReturnedLicenses.tsx';
import { backendOf } from '../../../stories/stage.tsx';
import { button, openPanel, row } from '../../panel/open-panel.tsx';
import { openRoom } from '../open-room.tsx';

const section = () => page.getByRole('region', { name: 'Licenses that came back' });
const card = (name: string) =>
  page.getByRole('article', { name: `A license for ${name} came back from the store` });

function worldWith(...which: readonly (keyof typeof RETURNED)[]): World {
  const world = createWorld('returned-licenses', { pace: 0 });
  world.host.returned = [];
  for (const each of which) keep(world, issue(world, each));
  return world;
}

const opened = (world: World, backend = backendOf(world)) =>
  openRoom(world, ({ session }) => <ReturnedLicenses session={session} />, backend);

const activations = (world: World) =>
  world.host.activity.filter(({ what }) => what === 'activate').length;

it('shows nothing where nothing came back, and asks nothing of a host that keeps none', async () => {
  const world = worldWith();
  await opened(world);
  await expect.element(section()).not.toBeInTheDocument();

  const other = worldWith('fine');
  other.host.capabilities = other.host.capabilities.filter((each) => each !== 'returnedLicenses');
  const backend = backendOf(other);
  const asked = vi.spyOn(backend.licenses, 'returnedLicenses');
  await opened(other, backend);
  await expect.element(section()).not.toBeInTheDocument();
  expect(asked).not.toHaveBeenCalled();
});

it('applies a license once however often it is pressed, and reads the list after it', async () => {
  const world = worldWith('fine');
  await openPanel(world);
  await expect.element(card('Photo Gallery')).toHaveTextContent(/10 users/);
  expect(activations(world)).toBe(0);
  const apply = button('Apply').element() as HTMLButtonElement;
  for (let times = 0; times < 5; times += 1) apply.click();

  await expect.element(section()).toHaveTextContent(/The license for Photo Gallery is in place/);
  await expect.element(row('Photo Gallery')).toHaveTextContent(/Maintained until Apr 10, 2026/);
  expect(activations(world)).toBe(1);
  await button('Hide').click();
  await expect.element(section()).not.toBeInTheDocument();
});

it('keeps a license through a sign-out in the middle', async () => {
  const world = worldWith('fine');
  await opened(world);
  await expect.element(card('Photo Gallery')).toBeVisible();
  await setFault(memoryOf(world), { party: 'host', call: '*', kind: 'signed-out' });
  await button('Apply').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent(/sign in/i);

  world.faults = [];
  await button('Apply').click();
  await expect
    .element(section().getByText('The license for Photo Gallery is in place'))
    .toBeVisible();
});

it('keeps a refused license, and applies it once the cause is gone', async () => {
  const world = worldWith('wrong');
  const first = await opened(world);
  await button('Apply').click();
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent(/The vendor reports an error of this license.*another number of users/);
  first.kill();

  for (const key of world.ka.keys) key.errors = [];
  await opened(world);
  await expect.element(card('Mail Archive')).toHaveTextContent(/reports an error/);
  await button('Try again').click();
  await expect
    .element(section().getByText('The license for Mail Archive is in place'))
    .toBeVisible();
});

it('names what a downgrade loses before it can be agreed to, and agrees to nothing else', async () => {
  const world = worldWith('downgrade');
  const backend = backendOf(world);
  const apply = vi.spyOn(backend.licenses, 'applyReturned');
  await opened(world, backend);
  await expect.element(button('Apply and lose this')).not.toBeInTheDocument();
  await button('Apply').click();
  await expect.element(page.getByRole('list', { name: 'What would be lost' })).toBeVisible();
  expect(page.getByRole('listitem').elements()).toHaveLength(3);
  expect(activations(world)).toBe(0);

  await button('Apply and lose this').click();
  await expect
    .element(section().getByText('The license for Shopping Cart is in place'))
    .toBeVisible();
  expect(apply.mock.calls.map(([, accepted]) => accepted)).toEqual([
    [],
    ['evaluation-over-paid', 'earlier-end', 'lower-edition'],
  ]);
});

it('does not call a lost answer a failure, and finds on checking that it was applied', async () => {
  const world = worldWith('fine');
  world.faults.push({ party: 'host', call: 'apply-returned', kind: 'lost-after', times: 1 });
  await opened(world);
  await button('Apply').click();
  await expect
    .element(page.getByText('It is not known whether the license was applied'))
    .toBeVisible();
  await expect.element(button('Apply')).not.toBeInTheDocument();
  await button('Check again').click();
  await expect
    .element(section().getByText('The license for Photo Gallery is in place'))
    .toBeVisible();
  expect(activations(world)).toBe(1);
});

it('offers to apply again only after the host said that it is not in place, with the same key', async () => {
  const world = worldWith('fine');
  world.faults.push({ party: 'host', call: 'apply-returned', kind: 'lost-before', times: 1 });
  const backend = backendOf(world);
  const apply = vi.spyOn(backend.licenses, 'applyReturned');
  await opened(world, backend);
  await button('Apply').click();
  await button('Check again').click();
  await expect.element(page.getByText('The license is not in place yet')).toBeVisible();
  await button('Apply').click();
  await expect
    .element(section().getByText('The license for Photo Gallery is in place'))
    .toBeVisible();
  const [first, second] = apply.mock.calls;
  expect(second?.[2]).toBe(first?.[2]);
});

it('does not word as success what does not run once it was read back', async () => {
  const world = worldWith('fine');
  const backend = backendOf(world);
  const { applyReturned } = backend.licenses;
  await opened(world, {
    ...backend,
    licenses: {
      ...backend.licenses,
      async applyReturned(...asked) {
        const answer = await applyReturned(...asked);
        for (const extension of world.host.extensions)
          if ('standing' in extension.license)
            extension.license = { ...extension.license, standing: 'suspended' };
        world.host.snapshot += 1;
        return answer;
      },
    },
  });
  await button('Apply').click();
  await expect
    .element(section().getByText('The license for Photo Gallery was applied, but'))
    .toBeVisible();
});

it('asks before it discards, and tells nobody else’s failure when it is gone anyway', async () => {
  const world = worldWith('fine');
  world.faults.push({ party: 'host', call: 'discard-returned', kind: 'lost-after', times: 1 });
  await opened(world);
  await button('Discard…').click();
  await button('Keep it').click();
  expect(world.host.returned).toHaveLength(1);
  await button('Discard…').click();
  await button('Discard for good').click();
  await expect.element(section()).not.toBeInTheDocument();
  expect(world.host.returned).toEqual([]);
});

it('puts a license out of sight for now, and has it again when the panel is opened anew', async () => {
  const world = worldWith('fine');
  const { kill } = await opened(world);
  await button('Not now').click();
  await expect.element(section()).not.toBeInTheDocument();
  kill();
  await opened(world);
  await expect.element(card('Photo Gallery')).toBeVisible();
});

it('tells that one cannot be read, and shows the others', async () => {
  const world = worldWith('fine');
  const backend = backendOf(world);
  const { returnedLicenses } = backend.licenses;
  await opened(world, {
    ...backend,
    licenses: {
      ...backend.licenses,
      returnedLicenses: async () => ({
        ...(await returnedLicenses()),
        unreadable: [{ at: 'licenses[1].id', expected: 'a value' }],
      }),
    },
  });
  await expect.element(page.getByText('One license that came back cannot be read')).toBeVisible();
  await expect.element(card('Photo Gallery')).toBeVisible();
});

it('has neither license nor key number in the page, its address or its storage', async () => {
  const world = worldWith('fine', 'downgrade', 'wrong');
  const secrets = world.host.returned.flatMap(({ raw, number }) => [raw, number ?? raw]);
  await opened(world);
  await page.getByRole('button', { name: 'Apply' }).first().click();
  await expect.element(page.getByRole('alert')).toBeVisible();
  const all = [
    document.documentElement.outerHTML,
    location.href,
    document.title,
    JSON.stringify(history.state),
    JSON.stringify(sessionStorage),
    JSON.stringify(localStorage),
  ].join();
  expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
});
