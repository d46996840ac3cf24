import { createWorld, type ScenarioName, type ScenarioOptions } from '../mocks/scenarios.ts';
import type { World } from '../mocks/world.ts';
import type { Backend } from '../src/backend/backend.ts';
import { type Coverage, coveragesOf } from '../src/domain/coverage.ts';
import { parseDay } from '../src/domain/day.ts';
import { decide, type Decided, type Estate } from '../src/domain/decide.ts';
import type { Release } from '../src/domain/release.ts';
import { estateOf } from '../src/panel/estate.ts';
import { backendOf } from './stage.tsx';

/** What a story starts from: a backend over a scenario's world, and all that was decided about it. */
export interface Loaded {
  readonly backend: Backend;
  readonly estate: Estate;
  readonly decided: readonly Decided[];
}

/** Whether the license of an extension covers one release. */
export const coverageOf = (
  { estate }: Loaded,
  { extension, decision }: Decided,
  release: Release,
): Coverage => coveragesOf({ ...extension, policy: decision.policy }, estate.today).of(release);

/**
 * Reads a scenario through the real backend. Meant for a story's `loaders`.
 *
 * @param arrange - Changes the world beforehand, where no scenario shows the state.
 */
export async function loadEstate(
  scenario: ScenarioName,
  options: ScenarioOptions = {},
  arrange: (world: World) => void = () => {},
): Promise<Loaded> {
  const world = createWorld(scenario, options);
  arrange(world);
  const backend = backendOf(world);
  const [session, inventory] = await Promise.all([
    backend.host.session(),
    backend.host.extensions(),
  ]);
  const estate = estateOf(session, inventory, { policies: [], soonDays: 30 });
  const decided = inventory.extensions.map((extension) => ({
    extension,
    decision: decide(extension, estate),
  }));
  return { backend, estate, decided };
}

/** The same extensions judged on another day: what the date control of a story moves. */
export function onDay(
  { estate, decided }: Loaded,
  today: string | number,
): { estate: Estate; decided: readonly Decided[] } {
  const text =
    typeof today === 'number' ? new Date(today).toISOString().slice(0, 10) : today.slice(0, 10);
  const moved: Estate = { ...estate, today: parseDay(text) ?? estate.today };
  return {
    estate: moved,
    decided: decided.map(({ extension }) => ({ extension, decision: decide(extension, moved) })),
  };
}
