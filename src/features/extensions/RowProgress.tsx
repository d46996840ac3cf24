import { type Task, type TaskPhase } from '../../domain/task.ts';
import { useWords } from '../../messages/context.ts';
import type { MessageId } from '../../messages/words.ts';
import { Meter } from '../../ui/Meter.tsx';

const PHASE: Record<TaskPhase, MessageId> = {
  queued: 'task.queued',
  downloading: 'task.downloading',
  installing: 'task.installing',
  restarting: 'task.restarting',
  done: 'task.done',
  failed: 'task.failed',
  canceled: 'task.canceled',
};

/** How far an install is. */
export function RowProgress({ task }: { readonly task: Task }) {
  const say = useWords();
  const version = task.to ?? '';
  const label =
    task.kind === 'uninstall' ? say('task.uninstalling') : say(PHASE[task.phase], { version });
  return (
    <div className="upkeep-progress">
      <div className="upkeep-progress-text">
        <span>{label}</span>
        <span className="upkeep-muted">
          {task.percent === null ? '' : say('task.percent', { percent: task.percent })}
        </span>
      </div>
      <Meter label={label} percent={task.percent} />
    </div>
  );
}
