/** How far the host is with an install. */
export const TASK_PHASES = [
  'queued',
  'downloading',
  'installing',
  'restarting',
  'done',
  'failed',
  /** Stopped by a person before anything was changed. */
  'canceled',
] as const;
/** One phase of a task. */
export type TaskPhase = (typeof TASK_PHASES)[number];

/** Work the host does on one extension. It goes on whether or not a panel watches. */
export interface Task {
  readonly id: string;
  readonly extension: string;
  readonly kind: 'install' | 'uninstall';
  /** Version it started from; `null` when nothing was installed. */
  readonly from: string | null;
  /** Version it leads to; `null` for an uninstall. */
  readonly to: string | null;
  readonly phase: TaskPhase;
  /** 0 to 100, or `null` when the host cannot say. */
  readonly percent: number | null;
  /** Whether it may still be canceled now. */
  readonly cancelable: boolean;
  readonly startedAt: string;
  /** Why it failed, and whether the host put the old version back. */
  readonly failure: { readonly reason: string; readonly rolledBack: boolean } | null;
  /** The batch it is a step of, or of whose undo; `null` = it was asked for by itself. */
  readonly batch: string | null;
}

/** Whether the host is still at it. */
const ENDED: readonly TaskPhase[] = ['done', 'failed', 'canceled'];

/** Whether the host is still at work on it. */
export const isRunning = (task: Task): boolean => !ENDED.includes(task.phase);
