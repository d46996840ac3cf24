import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { HostExtension } from '../../mocks/host/state.ts';
import { extension, perpetual, release } from '../../mocks/scenarios/extension.ts';
import { createWorld } from '../../mocks/scenarios.ts';
import type { World } from '../../mocks/world.ts';
import type { Backend } from '../../src/backend/backend.ts';
import { backendOf } from '../../stories/stage.tsx';
import { alert, button, checkAgain, dialog, list, openPanel, row } from './open-panel.tsx';

type Json = Record<string, unknown>;

/** Lets somebody on the way alter what the host answers to a call. */
const altered =
  (path: RegExp, alter: (body: Json) => void) =>
  (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  async (input, init) => {
    const response = await fetch(input, init);
    if (!path.test(new Request(input, init).url) || !response.ok) return response;
    const body = (await response.json()) as Json;
    alter(body);
    return Response.json(body);
  };

const entry = (body: Json, key: string): Json => {
  const found = (body['extensions'] as Json[]).find((each) => each['key'] === key);
  if (!found) throw new Error(`No "${key}" in this answer`);
  return found;
};
const inList = (alter: (body: Json) => void) => altered(/\/extensions(\?|$)/, alter);

it('keeps an entry that makes no sense small: it is named, decides nothing, and the others are as they were', async () => {
  const world = createWorld('every-verdict');
  await openPanel(world, {
    through: inList((body) => {
      entry(body, 'update-ready')['installed'] = 'what?';
    }),
  });
  await expect.element(page.getByText('“Update Ready” could not be read')).toBeVisible();
  expect(list().getByRole('listitem').elements()).toHaveLength(16);
  await expect.element(row('Update Ready')).not.toBeInTheDocument();
  await expect
    .element(row('Covered Update').getByRole('button', { name: 'Update to 1.1.0' }))
    .toBeVisible();
});

it('takes a license that makes no sense for not known, and never for one that covers', async () => {
  const world = createWorld('every-verdict');
  await openPanel(world, {
    through: inList((body) => {
      entry(body, 'update-ready')['license'] = { kind: 'perpetual', maintenanceEndsOn: 'for ever' };
    }),
  });
  await expect.element(row('Update Ready')).toHaveTextContent('License not known');
  await expect
    .element(row('Update Ready').getByRole('button', { name: /^Update to/ }))
    .not.toBeInTheDocument();
  await userEvent.click(row('Update Ready').getByRole('button', { name: 'Update Ready' }));
  await expect
    .element(dialog('Update Ready'))
    .toHaveTextContent('A part of the server’s answer made no sense: license');
});

it('leaves a release that makes no sense out, and says so in the details', async () => {
  const world = createWorld('every-verdict');
  await openPanel(world, {
    through: inList((body) => {
      (entry(body, 'update-ready')['releases'] as Json[])[1] = { version: 7 };
    }),
  });
  await expect
    .element(row('Update Ready').getByRole('button', { name: 'Update to 1.1.0' }))
    .toBeVisible();
  await userEvent.click(row('Update Ready').getByRole('button', { name: 'Update Ready' }));
  await expect.element(dialog('Update Ready')).toHaveTextContent(/made no sense: releases\[1\]/);
});

it('keeps an order that makes no sense small, and leaves the others and the list as they were', async () => {
  const world = createWorld('individual-offers');
  await openPanel(world, {
    through: altered(/\/orders$/, (body) => {
      (body['orders'] as Json[]).push({ token: 'broken' });
    }),
  });
  const orders = page.getByRole('region', { name: 'Orders' });
  await expect.element(orders).toHaveTextContent('One order cannot be read');
  await expect.element(orders.getByRole('button', { name: /^Deliver to/ })).toBeVisible();
  await expect.element(row('SEO Report')).toBeVisible();
});

it('tells of a thousand entries that make no sense without drowning the rest in them', async () => {
  const world = createWorld('every-verdict');
  await openPanel(world, {
    through: inList((body) => {
      (body['extensions'] as Json[]).push(
        ...Array.from({ length: 1_000 }, (_, at) => ({ key: `broken-${at}` })),
      );
    }),
  });
  await expect.element(page.getByText('“broken-0” could not be read')).toBeVisible();
  await expect.element(page.getByText('and 980 more that could not be read')).toBeVisible();
  expect(page.getByText(/^“broken-/).elements()).toHaveLength(20);
});

const POISON: Readonly<Record<string, string>> = {
  html: '<img src=x onerror="window.poisoned=1"><script>window.poisoned=1</script>',
  link: '[click](javascript:window.poisoned=1) <a href="javascript:window.poisoned=1">x</a>',
  bidi: '\u202e\u2066evil\u202d exe.gpj',
  zalgo: 'Z\u0315\u031b\u0300\u0301\u0302'.repeat(20),
  emoji: '👩‍👩‍👧‍👦'.repeat(15),
  unbroken: 'W'.repeat(190),
};

/** An extension whose every word is poison. */
const poisoned = (name: string, at: number): HostExtension =>
  extension(
    `poisoned-${at}`,
    name.slice(0, 190),
    perpetual(`EXT.0020000${at}`, '2025-12-31'),
    [
      release('1.0.0', '2025-01-01'),
      release(`1.1.0-${'x'.repeat(60)}`, '2025-02-01'),
      release('1.2.0', '2025-03-01', {
        notes: `${name}\n\n# ${name}\n- ${name}\n${name.repeat(300).slice(0, 10_000)}`,
      }),
    ],
    {
      vendor: name.slice(0, 190),
      ...(at % 2 === 0
        ? {
            hold: { reason: name.slice(0, 490), by: name.slice(0, 190), until: null, ground: null },
          }
        : { status: { kind: 'failed', reason: name.repeat(20).slice(0, 2_000) } }),
    },
  );

function poisonedWorld(): World {
  const world = createWorld('every-verdict');
  world.host.extensions = Object.values(POISON).map(poisoned);
  return world;
}

it.each([1200, 800, 360])(
  'shows poisoned words as inert text that keeps the layout whole (%i px wide)',
  async (width) => {
    const { place } = await openPanel(poisonedWorld(), { width });
    await expect.poll(() => list().getByRole('listitem').elements().length).toBe(6);
    expect('poisoned' in window).toBe(false);
    expect(place.querySelectorAll('img, script, iframe, style, link')).toHaveLength(0);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(
      document.documentElement.clientWidth,
    );
    const rows = list()
      .getByRole('listitem')
      .elements()
      .map((each) => each.getBoundingClientRect());
    const overlaps = rows.filter(({ top }, at) => top < (rows[at - 1]?.bottom ?? 0) - 1);
    expect(overlaps).toEqual([]);
  },
);

it('shows poisoned notes as inert text in the details: no link that runs, no picture, nothing wider than the page', async () => {
  const { place } = await openPanel(poisonedWorld(), { width: 800 });
  await expect.poll(() => list().getByRole('listitem').elements().length).toBe(6);
  for (const name of Object.values(POISON)) {
    const shown = [...place.querySelectorAll<HTMLElement>('li.upkeep-row')].find(
      (each) =>
        each.getAttribute('aria-label') === name.slice(0, 190).trim() ||
        each.textContent?.includes(name.slice(0, 12)),
    );
    if (!shown) throw new Error(`No row for ${name}`);
    await userEvent.click(page.elementLocator(shown).getByRole('button').first());
    await expect.element(page.getByRole('dialog').getByText('1.2.0').first()).toBeVisible();
    const open = page.getByRole('dialog').element();
    expect(
      open.querySelectorAll('img, script, iframe, a[href^="javascript"], a[href^="data"]'),
    ).toHaveLength(0);
    const body = open.querySelector('.upkeep-dialog-body');
    expect(body?.scrollWidth).toBeLessThanOrEqual((body?.clientWidth ?? 0) + 1);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  }
  expect('poisoned' in window).toBe(false);
});

/** A host's own backend that hands over something the types forbid. */
function lying(world: World, alter: (name: string) => object): Backend {
  const backend = backendOf(world);
  return {
    ...backend,
    host: {
      ...backend.host,
      async extensions(signal) {
        const inventory = await backend.host.extensions(signal);
        return {
          ...inventory,
          extensions: inventory.extensions.map((each) => ({ ...each, ...alter(each.key) })),
        };
      },
    },
  };
}

it('fences off a row that breaks: it says so and may be tried again, the others go on, and the host is told', async () => {
  const world = createWorld('every-verdict');
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
  let broken = true;
  const { errors } = await openPanel(world, {
    backend: lying(world, (key) =>
      key === 'trial' && broken ? { vendor: { toString: () => '' } } : {},
    ),
  });
  await expect
    .element(row('Update Ready').getByRole('button', { name: 'Update to 1.2.0' }))
    .toBeVisible();
  await expect
    .element(row('Trial Running'))
    .toHaveTextContent('Something went wrong in this panel');
  await expect.element(page.getByText('17 extensions are shown')).toBeInTheDocument();
  expect(errors.length).toBeGreaterThan(0);

  broken = false;
  await userEvent.click(checkAgain());
  await userEvent.click(row('Trial Running').getByRole('button', { name: 'Try again' }));
  await expect.element(row('Trial Running')).toHaveTextContent('Trial, 9 days left');
  quiet.mockRestore();
});

it('fences off details that break: the list behind them goes on', async () => {
  const world = createWorld('every-verdict');
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
  const backend = backendOf(world);
  const { errors } = await openPanel(world, {
    backend: { ...backend, host: { ...backend.host, releases: async () => [null as never] } },
  });
  await userEvent.click(row('Update Ready').getByRole('button', { name: 'Update Ready' }));
  await expect.element(alert()).toHaveTextContent('Something went wrong in this panel');
  await expect
    .element(row('Update Ready').getByRole('button', { name: 'Update to 1.2.0' }))
    .toBeVisible();
  expect(errors.length).toBeGreaterThan(0);
  quiet.mockRestore();
});

it('reports no keys, codes or tokens to the host', async () => {
  const world = createWorld('every-verdict');
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { errors } = await openPanel(world, {
    backend: lying(world, (key) => (key === 'trial' ? { vendor: {} } : {})),
  });
  await expect.element(row('Trial Running')).toHaveTextContent('Something went wrong');
  const said = errors
    .map((error) =>
      error instanceof Error ? `${error.message} ${error.stack}` : JSON.stringify(error),
    )
    .join();
  expect(said).not.toMatch(/EXT\.\d+/);
  expect(button('Check again').elements().length).toBeGreaterThan(0);
  quiet.mockRestore();
});
