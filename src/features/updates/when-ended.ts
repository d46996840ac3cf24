import type { QueryClient } from '@tanstack/react-query';
import type { Backend } from '../../backend/backend.ts';
import { tasksQuery } from '../../backend/queries.ts';
import { isRunning, type Task } from '../../domain/task.ts';

/** How often it is looked, in milliseconds. */
const LOOK = 700;

const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, LOOK);
    signal.addEventListener('abort', stop, { once: true });
  });

/** Waits until the host has finished a task, and gives it as it ended. Rejects when the panel goes away meanwhile. */
export async function whenEnded(
  task: Task,
  backend: Backend,
  client: QueryClient,
  signal: AbortSignal,
): Promise<Task> {
  let now = task;
  while (isRunning(now)) {
    await pause(signal);
    const tasks = await client.fetchQuery({ ...tasksQuery(backend), staleTime: 0 });
    now = tasks.find(({ id }) => id === task.id) ?? now;
  }
  return now;
}
