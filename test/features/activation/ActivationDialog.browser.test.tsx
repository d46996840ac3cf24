import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { HostExtension } from '../../../mocks/host/state.ts';
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
  ['spaces', 'WORKS1 CANARY UPKEEP UPKEEP UPKEEP'],
  ['no dashes', 'WORKS1CANARYUPKEEPUPKEEPUPKEEP'],
  ['small letters and line ends', ' works1-canary-upkeep-\nupkeep-upkeep '],
  ['invisible characters and long dashes', 'WORKS1—CANARY–UPKEEP\u200B-UPKEEP-UPKEEP\uFEFF'],
  ['full-width forms', 'ＷＯＲＫＳ１－ＣＡＮＡＲＹ－ＵＰＫＥＥＰ－ＵＰＫＥＥＰ－ＵＰＫＥＥＰ'],
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

/** A backend that changes the world right after a code was used, before anybody reads it back. */
function changing(world: World, change: () => void): ReturnType<typeof backendOf> {
  const backend = backendOf(world);
  const { activate } = backend.licenses;
  return {
    ...backend,
    licenses: {
      ...backend.licenses,
      async activate(...asked) {
        const answer = await activate(...asked);
        change();
        world.host.snapshot += 1;
        return answer;
      },
    },
  };
}

/** The extensions a code of this world brings licenses for, in its order. */
const brought = (world: World, code: string): readonly HostExtension[] => {
  const numbers = world.ka.codes.find((each) => each.code === code)?.keys ?? [];
  const keys = world.ka.keys.filter(({ number }) => numbers.includes(number));
  return keys.flatMap(({ product }) => world.host.extensions.filter(({ key }) => key === product));
};

it('does not word a code that was granted as success when its license is not in force', async () => {
  const world = createWorld('every-verdict');
  const backend = changing(world, () => {
    for (const extension of brought(world, CODES.works))
      if ('standing' in extension.license)
        extension.license = { ...extension.license, standing: 'terminated' };
  });
  await activating(world, undefined, backend);
  await enter(CODES.works);
  await button('Activate').click();
  await expect
    .element(page.getByText('The code was accepted, but its license is not in force'))
    .toBeVisible();
  await expect.element(page.getByText('The license is active')).not.toBeInTheDocument();
  await expect.element(page.getByRole('listitem')).toHaveTextContent(/terminated/i);
});

it('says which licenses of a code are in place and which are not, and looks again when asked', async () => {
  const world = createWorld('every-verdict');
  const [, second] = brought(world, CODES.several);
  if (!second) throw new Error('This code should bring two licenses');
  let granted = second.license;
  const backend = changing(world, () => {
    granted = second.license;
    second.license = { kind: 'missing', trialOffered: false };
  });
  await activating(world, undefined, backend);
  await enter(CODES.several);
  await button('Activate').click();
  await expect.element(page.getByText('1 of 2 licenses are active')).toBeVisible();
  await expect
    .element(page.getByRole('listitem').filter({ hasText: second.name }))
    .toHaveTextContent(/Not in place yet/);

  second.license = granted;
  world.host.snapshot += 1;
  await button('Check again').click();
  await expect.element(page.getByText('2 licenses are active')).toBeVisible();
});

it('says when it was looked last, and asks the key administrator when asked to look again', async () => {
  const world = createWorld('every-verdict');
  const backend = backendOf(world);
  const check = vi.spyOn(backend.licenses, 'checkLicenses');
  await activating(world, undefined, backend);
  await enter(CODES.works);
  await button('Activate').click();
  await expect.element(page.getByText('The license is active')).toBeVisible();
  await expect.element(page.getByText(/^Last checked \d/)).toBeVisible();
  expect(check).not.toHaveBeenCalled();
  await button('Check again').click();
  await expect.poll(() => check.mock.calls.length).toBe(1);
  await expect.element(page.getByText('The license is active')).toBeVisible();
});

it('says that a code was accepted, and no more, when the list cannot be read after it', async () => {
  const world = createWorld('every-verdict');
  const backend = changing(world, () => {
    world.faults.push({ party: 'host', call: 'extensions', kind: 'error' });
  });
  await activating(world, undefined, backend);
  await enter(CODES.works);
  await button('Activate').click();
  await expect
    .element(page.getByText('The code was accepted, but what it brought could not be read back'))
    .toBeVisible();
  await expect.element(page.getByText('Not checked since')).toBeVisible();
  world.faults = [];
  await button('Check again').click();
  await expect.element(page.getByText('The license is active')).toBeVisible();
});

it('says how long to wait when using a code is asked for too often, and keeps it for then', async () => {
  const world = createWorld('every-verdict');
  world.faults.push({
    party: 'host',
    call: 'activate',
    kind: 'rate-limited',
    retryAfter: '30',
    times: 1,
  });
  await activating(world);
  await enter(CODES.works);
  await button('Activate').click();
  await expect.element(page.getByText(/Try again in 30 seconds/)).toBeVisible();
  await button('Activate').click();
  await expect.element(page.getByText('The license is active')).toBeVisible();
});

it('reads no more of a pasted book than fits, and sends none of it', async () => {
  const world = createWorld('every-verdict');
  const backend = backendOf(world);
  const preview = vi.spyOn(backend.licenses, 'previewActivation');
  await activating(world, undefined, backend);
  await enter('<b>A</b>'.repeat(1_250));
  await expect.element(field()).toHaveAccessibleDescription(/^A code has 30 letters and digits/);
  expect(preview).not.toHaveBeenCalled();
});
