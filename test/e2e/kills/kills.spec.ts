import type { Browser } from '@playwright/test';
import {
  BESIDES,
  FLOWS,
  type FlowName,
  type Moment,
  MOMENTS,
  momentsOf,
  nameOf,
  type Point,
  tellingMoment,
} from '../../kills/points.ts';
import { born } from './life.ts';
import { expect, type Parties, test } from './parties.ts';
import type { Walk } from './walk.ts';
import { WALKS } from './walks.ts';

const MOMENT_WORDS: Record<Moment, string> = {
  leaving: 'before a call leaves',
  committed: 'after the host has carried a call out',
  arrived: 'as an answer arrives',
  continued: 'when an answer was taken in',
};

const FAILURE = /\bfailed\b|could not|went wrong|not known whether/i;
const SUCCESS = /Delivered to|license is active|\bRenewed\b/;
const KNOWN = new Set(
  [
    BESIDES,
    ...Object.values<readonly Point[]>(FLOWS).map((points) => points.map(({ call }) => call)),
  ].flat(),
);

/** One page life, that is closed at a point or goes on to the end. */
async function live(
  browser: Browser,
  parties: Parties,
  { shows, walk, isDone, without = [] }: Walk,
  kill?: { readonly point: Point; readonly moment: Moment },
): Promise<void> {
  const life = await born(browser, parties, {
    shows: shows(await parties.world()),
    without,
    ...(kill && { kill }),
  });
  if (!life.isDying) {
    // Nobody has done anything in this page yet, so all it may tell is how things stand.
    const text = (await life.page.locator('#updates').textContent()) ?? '';
    expect(text).not.toMatch(FAILURE);
    if (!isDone(await parties.world())) expect(text).not.toMatch(SUCCESS);
  }
  const walked = (page: typeof life.page) => walk(page, parties);
  if (kill) await life.killed(walked);
  else await walked(life.page).then(() => life.close());
  expect(life.sent.filter((call) => !KNOWN.has(call))).toEqual([]);
}

/** Each page is closed at the next point of the flow and a fresh one goes on, so one flow survives them all. */
const survives = (
  name: FlowName,
  when: string,
  chain: readonly { readonly point: Point; readonly moment: Moment }[],
) =>
  test(`${name}: closed ${when}, it goes on and happens once`, async ({ browser, parties }) => {
    const walk = WALKS[name];
    await walk.begin(parties);
    for (const kill of chain) {
      await test.step(nameOf(kill.point), () => live(browser, parties, walk, kill));
    }
    await test.step('to the end', () => live(browser, parties, walk));
    walk.judge(await parties.world());
  });

for (const name of Object.keys(FLOWS) as FlowName[]) {
  const points: readonly Point[] = FLOWS[name];
  survives(
    name,
    'wherever it waits',
    points.map((point) => ({ point, moment: tellingMoment(point) })),
  );
  // Every moment of every point takes minutes: `npm run test:kills`.
  if (process.env['KILLS'] !== 'all') continue;
  for (const moment of MOMENTS) {
    const chain = points.filter((point) => momentsOf(point).includes(moment));
    if (chain.length === 0) continue;
    survives(
      name,
      MOMENT_WORDS[moment],
      chain.map((point) => ({ point, moment })),
    );
  }
}

for (const name of ['purchase', 'renewal', 'activation', 'update'] as const) {
  test(`${name}: left in peace, it sends no call that no page was closed at`, async ({
    browser,
    parties,
  }) => {
    await WALKS[name].begin(parties);
    await live(browser, parties, WALKS[name]);
    WALKS[name].judge(await parties.world());
  });
}
