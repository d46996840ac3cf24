import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CODES } from '../../../mocks/ka/codes.ts';
import { createWorld } from '../../../mocks/scenarios.ts';
import type { World } from '../../../mocks/world.ts';
import { ActivationDialog } from '../../../src/features/activation/ActivationDialog.tsx';
import { backendOf } from '../../../stories/stage.tsx';
import { openRoom } from '../open-room.tsx';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = () => page.getByLabelText('Activation code', { exact: true });

const activating = (world: World, onActivated = () => {}, backend = backendOf(world)) =>
  openRoom(
    world,
    ({ session }) => (
      <ActivationDialog session={session} onClose={() => {}} onActivated={onActivated} />
    ),
    backend,
  );

async function enter(code: string) {
  await field().fill(code);
  await button('Preview').click();
}

/** Every word and attribute of the page, in which no code may stand. */
const markup = () => document.documentElement.outerHTML.toUpperCase();

it('previews what a code brings, and changes nothing before it is confirmed', async () => {
  const world = createWorld('every-verdict');
  const before = JSON.stringify(world.host.extensions);
  await activating(world);
  await enter(CODES.several);
  await expect.element(page.getByText('This code brings 2 licenses')).toBeVisible();
  expect(page.getByRole('listitem').elements()).toHaveLength(2);
  expect(JSON.stringify(world.host.extensions)).toBe(before);
});

it('applies the code once and has what it brought read back', async () => {
  const world = createWorld('every-verdict');
  const onActivated = vi.fn<() => void>();
  await activating(world, onActivated);
  await enter(CODES.works);
  await expect.element(button('Activate')).toBeVisible();
  const activate = button('Activate').element() as HTMLButtonElement;
  for (let times = 0; times < 5; times += 1) activate.click();
  await expect.element(page.getByText('The license is active')).toBeVisible();
  expect(onActivated).toHaveBeenCalledOnce();
  expect(world.host.activity.filter(({ what }) => what === 'activate')).toHaveLength(1);
});

it.each([
  ['spaces', 'WORKS1 UPKEEP UPKEEP UPKEEP UPKEEP'],
  ['no dashes', 'WORKS1UPKEEPUPKEEPUPKEEPUPKEEP'],
  ['small letters and line ends', ' works1-upkeep-upkeep-\nupkeep-upkeep '],
  ['invisible characters and long dashes', 'WORKS1—UPKEEP–UPKEEP\u200B-UPKEEP-UPKEEP\uFEFF'],
  ['full-width forms', 'ＷＯＲＫＳ１－ＵＰＫＥＥＰ－ＵＰＫＥＥＰ－ＵＰＫＥＥＰ－ＵＰＫＥＥＰ'],
])('forgives %s', async (_what, code) => {
  await activating(createWorld('every-verdict'));
  await enter(code);
  await expect.element(page.getByText('This code brings 1 license')).toBeVisible();
});

it.each([
  ['a wrong one', 'NOBODY-NOBODY-NOBODY-NOBODY-NOBODY', 'This activation code is not known'],
  ['one used elsewhere', CODES.usedElsewhere, 'This activation code was already used elsewhere'],
  ['an expired one', CODES.expired, 'This activation code has expired'],
  ['one of another product', CODES.otherProduct, 'This activation code belongs to another product'],
  [
    'one that was used up',
    CODES.limitReached,
    'This activation code was used as often as it may be',
  ],
  ['one whose license has ended', CODES.ended, 'The license behind this has already ended'],
])('says in words why %s is refused, and never repeats the code', async (_what, code, words) => {
  await activating(createWorld('every-verdict'));
  await enter(code);
  await expect.element(page.getByText(words)).toBeVisible();
  await expect.element(field()).toHaveAttribute('aria-invalid', 'true');
  expect(markup()).not.toContain(code);
  expect(markup()).not.toContain(code.replaceAll('-', ''));
});

it('does not repeat a code that the host repeats in its refusal', async () => {
  const world = createWorld('every-verdict');
  const fetchWithEcho: typeof fetch = async () =>
    Response.json(
      { type: 'urn:upkeep:problem:code-unknown', detail: `There is no ${CODES.works} here` },
      { status: 404, headers: { 'Content-Type': 'application/problem+json' } },
    );
  const { restBackend } = await import('../../../src/backend/rest/rest-backend.ts');
  const backend = backendOf(world);
  await activating(world, undefined, {
    ...backend,
    licenses: restBackend({ baseUrl: '/x', fetch: fetchWithEcho }).licenses,
  });
  await enter(CODES.works);
  await expect.element(page.getByText('This activation code is not known')).toBeVisible();
  expect(markup()).not.toContain(CODES.works);
});

it('asks for a pause when codes were tried too often', async () => {
  const world = createWorld('every-verdict');
  world.faults.push({
    party: 'host',
    call: 'preview-activation',
    kind: 'rate-limited',
    retryAfter: '30',
  });
  await activating(world);
  await enter(CODES.works);
  await expect.element(page.getByText(/Try again in 30 seconds/)).toBeVisible();
});

it('keeps the code out of every attribute and text, and forgets it when closed', async () => {
  const world = createWorld('every-verdict');
  const { kill } = await activating(world);
  await userEvent.fill(field(), CODES.works);
  expect(markup()).not.toContain(CODES.works);
  await button('Preview').click();
  await expect.element(button('Activate')).toBeVisible();
  expect(markup()).not.toContain(CODES.works);
  await button('Activate').click();
  await expect.element(page.getByText('The license is active')).toBeVisible();
  expect(markup()).not.toContain(CODES.works);
  kill();
  const kept = [
    JSON.stringify(sessionStorage),
    JSON.stringify(localStorage),
    location.href,
    document.title,
  ].join();
  expect(kept).not.toContain(CODES.works);
});

it('empties the field when another code is to be used', async () => {
  await activating(createWorld('every-verdict'));
  await enter(CODES.works);
  await button('Use another code').click();
  await expect.element(field()).toHaveFocus();
  await expect.element(field()).toHaveValue('');
});

it('says what is wrong with what was typed, beside the field and before asking anyone', async () => {
  const world = createWorld('every-verdict');
  const backend = backendOf(world);
  const preview = vi.spyOn(backend.licenses, 'previewActivation');
  await activating(world, undefined, backend);
  await enter('WORKS1-UPKEEP');
  await expect
    .element(field())
    .toHaveAccessibleDescription(/^A code has 30 letters and digits; this has 12\./);
  expect(preview).not.toHaveBeenCalled();
});

it('does not call a lost answer a failure, and finds on checking that the code was applied', async () => {
  const world = createWorld('every-verdict');
  world.faults.push({ party: 'host', call: 'activate', kind: 'lost-after', times: 1 });
  const onActivated = vi.fn<() => void>();
  await activating(world, onActivated);
  await enter(CODES.works);
  await button('Activate').click();
  await expect
    .element(page.getByText('It is not known whether the code was applied'))
    .toBeVisible();
  await expect.element(button('Activate')).not.toBeInTheDocument();
  await button('Check again').click();
  await expect.element(page.getByText('The license is active')).toBeVisible();
  expect(onActivated).toHaveBeenCalledOnce();
});

it('offers to activate again only after the host said that the license is not there', async () => {
  const world = createWorld('every-verdict');
  world.faults.push({ party: 'host', call: 'activate', kind: 'lost-before', times: 1 });
  const backend = backendOf(world);
  const activate = vi.spyOn(backend.licenses, 'activate');
  await activating(world, undefined, backend);
  await enter(CODES.works);
  await button('Activate').click();
  await button('Check again').click();
  await expect.element(page.getByText('The license is not here yet')).toBeVisible();
  await button('Activate').click();
  await expect.element(page.getByText('The license is active')).toBeVisible();
  const [first, second] = activate.mock.calls;
  expect(second?.[1]).toBe(first?.[1]);
});
