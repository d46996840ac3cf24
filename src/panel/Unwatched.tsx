import { useQuery } from '@tanstack/react-query';
import { useBackend } from '../backend/context.ts';
import { batchesQuery, tasksQuery } from '../backend/queries.ts';
import type { Session } from '../backend/session.ts';
import { useWords } from '../messages/context.ts';
import { failureWords } from '../messages/failures.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

/** Others follow them by their clock; here it is only seen how that went. */
const LOOKING_ON = { refetchInterval: false, refetchOnMount: false, retryOnMount: false } as const;

/** Installs and bulk updates under way that cannot be followed right now: a still picture is not taken for the state. */
export function Unwatched({ session }: { readonly session: Session }) {
  const backend = useBackend();
  const tasks = useQuery({ ...tasksQuery(backend), ...LOOKING_ON });
  const enabled = session.capabilities.includes('batch');
  const batches = useQuery({ ...batchesQuery(backend), ...LOOKING_ON, enabled });
  return (
    <>
      <Unread {...tasks} />
      <Unread {...batches} />
    </>
  );
}

interface UnreadProps {
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly refetch: () => Promise<unknown>;
}

function Unread({ error, isFetching, refetch }: UnreadProps) {
  const say = useWords();
  if (error === null) return null;
  const { title, advice } = failureWords(say, error);
  const again = (
    <Button busy={isFetching} onClick={() => void refetch()}>
      {say('try-again')}
    </Button>
  );
  return (
    <Notice tone="warn" role="status" title={title} actions={again}>
      <p>{advice}</p>
    </Notice>
  );
}
