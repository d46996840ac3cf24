import { useQuery } from '@tanstack/react-query';
import { useBackend } from '../../backend/context.ts';
import { releasesQuery } from '../../backend/queries.ts';
import { type Coverage, coveragesOf } from '../../domain/coverage.ts';
import type { Day } from '../../domain/day.ts';
import type { Decided } from '../../domain/decide.ts';
import type { Release } from '../../domain/release.ts';

/** Whether the license covers a release: by the whole history where it is known, because some rules go by lines of versions. */
export function useCoverage({ extension, decision }: Decided, today: Day, of: Release): Coverage {
  const { data } = useQuery(releasesQuery(useBackend(), extension.key));
  const { policy } = decision;
  return coveragesOf({ ...extension, releases: data ?? extension.releases, policy }, today).of(of);
}
