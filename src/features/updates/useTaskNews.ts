import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useBackend } from '../../backend/context.ts';
import { inventoryQuery, tasksQuery } from '../../backend/queries.ts';
import { isRunning, type Task } from '../../domain/task.ts';

/**
 * Tells of every task that ends while somebody watches, and reads the list again, because what is installed and
 * what its license covers may have changed with it.
 */
export function useTaskNews(onEnded: (task: Task) => void): void {
  const backend = useBackend();
  const client = useQueryClient();
  const { data: tasks } = useQuery(tasksQuery(backend));
  const running = useRef(new Set<string>());

  useEffect(() => {
    if (!tasks) return;
    const ended = tasks.filter((task) => running.current.has(task.id) && !isRunning(task));
    running.current = new Set(tasks.filter(isRunning).map(({ id }) => id));
    if (ended.length === 0) return;
    void client.invalidateQueries({ queryKey: inventoryQuery(backend).queryKey });
    for (const task of ended) onEnded(task);
  }, [tasks, backend, client, onEnded]);
}
