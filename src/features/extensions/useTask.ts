import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useBackend } from '../../backend/context.ts';
import { tasksQuery } from '../../backend/queries.ts';
import type { Task } from '../../domain/task.ts';

/** The latest task of one extension; a component that asks is rendered again only when that task changes. */
export function useTask(extension: string): Task | undefined {
  const backend = useBackend();
  const select = useCallback(
    (tasks: readonly Task[]) => tasks.findLast((task) => task.extension === extension),
    [extension],
  );
  return useQuery({ ...tasksQuery(backend), select }).data;
}
