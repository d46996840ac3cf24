import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useBackend } from '../../backend/context.ts';
import { returnedLicensesQuery } from '../../backend/queries.ts';
import type { Session } from '../../backend/session.ts';
import { permitted } from '../../domain/capability.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';

// Most days nothing has come back: the room is fetched when something has.
const ReturnedList = lazy(() =>
  import('./ReturnedList.tsx').then((room) => ({ default: room.ReturnedList })),
);

/** Licenses that the store sent back through the browser: kept by the host until somebody applies or discards them. */
export function ReturnedLicenses({ session }: { readonly session: Session }) {
  const enabled = permitted(session.capabilities, session.actor.roles).has('returnedLicenses');
  const { data, error: trouble } = useQuery({ ...returnedLicensesQuery(useBackend()), enabled });
  const [wasNeeded, setWasNeeded] = useState(false);
  const isKept = data?.licenses.some(({ state }) => state === 'kept') ?? false;
  const isUnreadable = data !== undefined && data.unreadable.length > 0;
  const isNeeded = isKept || isUnreadable || trouble !== null;
  if (isNeeded && !wasNeeded) setWasNeeded(true);
  // Once open it stays: how the last one ended is told there.
  if (!wasNeeded) return null;
  return (
    <Suspense fallback={<Skeleton lines={3} />}>
      <ReturnedList trouble={trouble} />
    </Suspense>
  );
}
