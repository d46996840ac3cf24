import * as v from 'valibot';
import { WireExtension, WireInventoryPage } from '../../src/backend/wire.ts';
import { type Decision, decide } from '../../src/domain/decide.ts';
import { dayOf } from '../../src/domain/day.ts';
import type { Extension } from '../../src/domain/extension.ts';
import { buildDate } from '../../src/domain/policies.ts';
import type { License } from '../../src/domain/license.ts';
import { directFetch } from '../../mocks/direct.ts';
import { judged } from '../../mocks/host/release.ts';
import { memoryOf } from '../../mocks/memory.ts';
import { HOST_API } from '../../mocks/origins.ts';
import { createWorld, type ScenarioName, type ScenarioOptions } from '../../mocks/scenarios.ts';
import { ABILITIES } from '../../mocks/setting.ts';

/** What the panel would decide from the host's replies alone. */
export async function decisionsOf(
  scenario: ScenarioName,
  options: ScenarioOptions = {},
): Promise<{ extension: Extension; decision: Decision }[]> {
  const call = directFetch(memoryOf(createWorld(scenario, options)));
  const found: { extension: Extension; decision: Decision }[] = [];
  let next: string | null = '0';
  while (next !== null) {
    const response: Response = await call(`${HOST_API}/extensions?cursor=${next}`);
    const page: v.InferOutput<typeof WireInventoryPage> = v.parse(
      WireInventoryPage,
      await response.json(),
    );
    for (const entry of page.extensions) {
      const { installed, releases, license, ...rest } = v.parse(WireExtension, entry);
      const extension = {
        ...rest,
        installed: judged(installed, page.vendorZone),
        releases: releases.map((release) => judged(release, page.vendorZone)),
        license: license as License,
        unreadable: [],
      } as unknown as Extension;
      const decision = decide(extension, {
        today: dayOf(page.asOf, page.vendorZone),
        hostVersion: page.hostVersion,
        constraints: page.constraints,
        policies: [],
        defaultPolicy: buildDate,
        may: new Set(ABILITIES),
        soonDays: 30,
      });
      found.push({ extension, decision });
    }
    next = page.next;
  }
  return found;
}
