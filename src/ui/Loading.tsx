import { type ReactNode, useEffect, useState } from 'react';
import { Skeleton } from './Skeleton.tsx';

/** After this many milliseconds a person is told that it takes long. */
const LONG = 8_000;

export interface LoadingProps {
  /** What is loading, for screen readers. */
  readonly label: string;
  readonly lines: number;
  /** Shown when it takes long: no stand-in is looked at for ever without a word. */
  readonly late: ReactNode;
}

/** Stands in for what is on its way. */
export function Loading({ label, lines, late }: LoadingProps) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LONG);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <div role="status" aria-label={label}>
        <Skeleton lines={lines} />
      </div>
      {isLate ? late : null}
    </>
  );
}
