import { createWorld, type ScenarioName, type ScenarioOptions } from '../mocks/scenarios.ts';
import type { Backend } from '../src/backend/backend.ts';
import { parseDay } from '../src/domain/day.ts';
import { decide, type Decided, type Estate } from '../src/domain/decide.ts';
import { estateOf } from '../src/panel/estate.ts';
import { backendOf } from './stage.tsx';

/** What a story starts from: a backend over a scenario's world, and all that was decided about it. */
export interface Loaded {
  readonly backend: Backend;
  readonly estate: Estate;
  readonly decided: readonly Decided[];
}

/** Reads a scenario through the real backend. Meant for a story's `loaders`. */
export async function loadEstate(
  scenario: ScenarioName,
  options: ScenarioOptions = {},
): Promise<Loaded> {
  const backend = backendOf(createWorld(scenario, options));
  const [session, inventory] = await Promise.all([
    backend.host.session(),
    backend.host.extensions(),
  ]);
  const estate = estateOf(session, inventory, [], 30);
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
