import { useQuery } from '@tanstack/react-query';
import { useBackend } from '../../backend/context.ts';
import { releasesQuery } from '../../backend/queries.ts';
import type { Extension } from '../../domain/extension.ts';
import { type GoingBack, goingBack } from '../../domain/going-back.ts';
import type { Release } from '../../domain/release.ts';

/**
 * What is known of going back to a release; `null` while its history is being read. Where it cannot be read, that is
 * said, and going back stays possible.
 */
export function useGoingBack(extension: Extension, to: Release): GoingBack | null {
  const { data, isPending } = useQuery(releasesQuery(useBackend(), extension.key));
  return isPending ? null : goingBack(extension.installed, to, data ?? null);
}
