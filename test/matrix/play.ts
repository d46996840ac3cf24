import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { setFault } from '../../mocks/change.ts';
import { FAULT_KINDS, type FaultKind } from '../../mocks/faults.ts';
import { memoryOf } from '../../mocks/memory.ts';
import { isSettled } from '../../src/domain/order.ts';
import { sceneOf, type Scene } from './scene.ts';
import { STAGES } from './stages.ts';
import { type Called, type Cell, MATRIX } from './table.ts';
import { smallWorld } from './world.ts';

/** Dialogs are fetched when they are opened; here they are there beforehand, so that no cell waits for the network. */
const ROOMS = import.meta.glob(['../../src/features/**/*.tsx', '../../src/panel/*.tsx']);

/** What came of a cell. */
interface Outcome {
  /** Within ten seconds: what the cell says stands there, its next action can be pressed, and nothing is busy. */
  readonly isTold: boolean;
  readonly isOffered: boolean;
  readonly isBusy: boolean;
  /** The panel shows the call done. */
  readonly isThrough: boolean;
  /** What an unknown outcome must not read as. */
  readonly claims: string | null;
  /** Nothing was shown as done on the word of a spoiled answer: the host was asked. */
  readonly isLookedAt: boolean;
  /** After the fault, by the next action alone. */
  readonly ends: {
    readonly isThrough: boolean;
    /** How often the host did it; `null` = there is nothing to do. */
    readonly deeds: number | null;
    /** Orders that are open at the host and out of sight. */
    readonly lost: readonly string[];
  };
}

/** What shall come of a cell. */
const wantedOf = (call: Called, kind: FaultKind): Outcome => ({
  isTold: true,
  isOffered: true,
  isBusy: false,
  isThrough: MATRIX[call][kind].heard === 'through',
  claims: null,
  isLookedAt: true,
  ends: { isThrough: true, deeds: STAGES[call].deeds ? 1 : null, lost: [] },
});

/** Faults after which a success is known only by asking. */
const LOOKED_AT: readonly FaultKind[] = ['lost-after', 'never', 'drip', 'malformed', 'oversized'];

/** A success of this call may be known only by asking; one that nobody waits for is not looked at. */
const wantsALook = (call: Called, kind: FaultKind): boolean =>
  STAGES[call].deeds !== undefined &&
  MATRIX[call]['lost-before'].heard !== 'through' &&
  MATRIX[call][kind].heard === 'through' &&
  LOOKED_AT.includes(kind);

const isTold = (scene: Scene, { says }: Cell): boolean => says?.test(scene.text()) ?? true;

function isOffered(scene: Scene, { heard, offers }: Cell): boolean {
  if (heard === 'through') return true;
  const offered = scene.see(offers.role, offers.name);
  return offered !== undefined && offered.getAttribute('aria-disabled') !== 'true';
}

const lostOrders = ({ world, whole }: Scene): readonly string[] =>
  Object.values(world.host.orders)
    .filter(({ state, title }) => !isSettled(state) && !whole().includes(title))
    .map(({ title }) => title);

async function playCell(call: Called, kind: FaultKind) {
  const cell = MATRIX[call][kind];
  const stage = STAGES[call];
  const scene = sceneOf((stage.world ?? smallWorld)());
  const { world } = scene;
  await stage.before?.(scene);
  if (stage.arrive) {
    await scene.open();
    await scene.until(() => !scene.waits() && scene.text() !== '');
    await stage.arrive(scene);
  }
  await setFault(memoryOf(world), { party: 'host', call, kind, ms: 5_000, retryAfter: '7' });
  if (kind === 'stale') await stage.earlier?.(scene);
  const before = scene.requests().length;
  await stage.press(scene);
  const wantsThrough = cell.heard === 'through';
  await scene.until(
    () =>
      !scene.waits() &&
      (wantsThrough ? stage.isThrough(scene) : isTold(scene, cell) && isOffered(scene, cell)),
  );

  const asked = scene.requests().slice(before);
  const text = scene.text().slice(-700);
  const struck = {
    isTold: isTold(scene, cell),
    isOffered: isOffered(scene, cell),
    isBusy: scene.waits(),
    isThrough: stage.isThrough(scene),
    claims: cell.never.exec(scene.text())?.[0] ?? null,
    isLookedAt: !wantsALook(call, kind) || asked.some((each) => each.startsWith('GET ')),
  };

  world.faults = [];
  if (!wantsThrough) {
    await scene.press(cell.offers.role, cell.offers.name);
    if (cell.heard !== 'half-way') await stage.confirm?.(scene);
  }
  const deeds = () => stage.deeds?.(world) ?? null;
  await scene.until(() => stage.isThrough(scene) && !scene.waits() && (deeds() ?? 1) === 1);
  const ends = { isThrough: stage.isThrough(scene), deeds: deeds(), lost: lostOrders(scene) };
  const outcome: Outcome = { ...struck, ends };
  return { outcome, text };
}

/** How long fetching all parts may take, in milliseconds of ours. */
const REHEARSAL = 120_000;

/** Lets time stand still unless it is moved on, the browser's own clock of time limits included. */
function stopTheClock(): void {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const limit = new AbortController();
    setTimeout(() => limit.abort(new DOMException('Too late', 'TimeoutError')), ms);
    return limit.signal;
  });
}

function startTheClock(): void {
  vi.useRealTimers();
  vi.restoreAllMocks();
}

/** Parts of the panel are fetched when they are needed; a first walk fetches them, so that no cell waits for them. */
async function rehearse(call: Called): Promise<void> {
  const stage = STAGES[call];
  const scene = sceneOf((stage.world ?? smallWorld)());
  await stage.before?.(scene);
  if (stage.arrive) await scene.open();
  await stage.arrive?.(scene);
  await stage.press(scene);
  await scene.until(() => stage.isThrough(scene) && !scene.waits());
  scene.close();
}

/** Plays every cell of these rows. */
export function playRows(calls: readonly Called[]): void {
  beforeAll(async () => {
    await Promise.all(Object.values(ROOMS).map((load) => load()));
    stopTheClock();
    for (const call of calls) await rehearse(call);
    startTheClock();
  }, REHEARSAL);
  beforeEach(stopTheClock);
  afterEach(startTheClock);

  for (const call of calls) {
    it.each(FAULT_KINDS)(`${call} under %s`, async (kind) => {
      const { outcome, text } = await playCell(call, kind);
      expect(outcome, text).toEqual(wantedOf(call, kind));
    });
  }
}
