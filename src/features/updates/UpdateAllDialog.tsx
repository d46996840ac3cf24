import { useState } from 'react';
import type { UpdatePlan } from '../../domain/plan.ts';
import { useWords } from '../../messages/context.ts';
import { verdictWords } from '../../messages/verdicts.ts';
import type { Decided } from '../../domain/decide.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** How the host updates many: one after another, or as one transaction, which it may be able to undo. */
export type BulkWay = 'one-by-one' | 'batch' | 'undoable';

export interface UpdateAllDialogProps {
  readonly plan: UpdatePlan;
  readonly decided: ReadonlyMap<string, Decided>;
  readonly hostVersion: string;
  readonly way?: BulkWay;
  /** Another bulk update is not over yet, so that none may be started. */
  readonly underWay?: boolean;
  /** Starts the chosen steps. */
  readonly onStart: (steps: UpdatePlan['steps']) => void;
  readonly onClose: () => void;
}

/** How many passed over are listed before somebody asks for more. */
const AT_ONCE = 200;

/** The review before a bulk update: what it takes and how far, and every row it passes over with the reason. */
export function UpdateAllDialog({
  plan,
  decided,
  hostVersion,
  way = 'one-by-one',
  underWay = false,
  onStart,
  onClose,
}: UpdateAllDialogProps) {
  const say = useWords();
  const [reach, setReach] = useState(AT_ONCE);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = plan.steps.filter(({ extension }) => !left.has(extension.key));

  const toggle = (key: string) => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };

  return (
    <Dialog
      title={say('update-all.title')}
      closeLabel={say('close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button
            look="primary"
            disabled={chosen.length === 0 || underWay}
            onClick={() => onStart(chosen)}
          >
            {say('update-all.start', { count: chosen.length })}
          </Button>
        </>
      }
    >
      {underWay ? (
        <Notice tone="warn" role="status" title={say('update-all.under-way')}>
          <p>{say('update-all.under-way.advice')}</p>
        </Notice>
      ) : null}
      <p className="upkeep-muted">
        {say('update-all.intro')} {way === 'one-by-one' ? null : say(`update-all.way.${way}`)}
      </p>
      <ul className="upkeep-plan" aria-label={say('update-all.steps')}>
        {plan.steps.map(({ extension, release, leavesOut }) => (
          <li key={extension.key}>
            <label className="upkeep-plan-step">
              <input
                type="checkbox"
                checked={!left.has(extension.key)}
                onChange={() => toggle(extension.key)}
              />
              <bdi className="upkeep-plan-name">{extension.name}</bdi>
              <span className="upkeep-version">
                {say('update-all.from-to', {
                  from: extension.installed.version.text,
                  to: release.version.text,
                })}
              </span>
              {leavesOut === 0 ? null : (
                <span className="upkeep-muted upkeep-small">
                  {say('update-all.leaves-out', { count: leavesOut })}
                </span>
              )}
            </label>
          </li>
        ))}
      </ul>
      {plan.skipped.length === 0 ? null : (
        <details className="upkeep-fold" open={plan.skipped.length <= 12}>
          <summary>{say('update-all.skipped', { count: plan.skipped.length })}</summary>
          <ul
            className="upkeep-plan"
            aria-label={say('update-all.skipped', { count: plan.skipped.length })}
          >
            {plan.skipped.slice(0, reach).map(({ extension }) => {
              const row = decided.get(extension.key);
              return (
                <li key={extension.key} className="upkeep-plan-skipped">
                  <bdi className="upkeep-plan-name">{extension.name}</bdi>
                  <span className="upkeep-muted">
                    {row ? verdictWords(say, row.extension, row.decision, hostVersion).title : ''}
                  </span>
                </li>
              );
            })}
          </ul>
          {plan.skipped.length > reach ? (
            <Button look="quiet" onClick={() => setReach(reach + AT_ONCE)}>
              {say('update-all.show-more', { count: plan.skipped.length - reach })}
            </Button>
          ) : null}
        </details>
      )}
    </Dialog>
  );
}
