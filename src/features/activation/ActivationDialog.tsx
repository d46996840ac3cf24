import { type FormEvent, useEffect, useId, useRef } from 'react';
import type { Session } from '../../backend/session.ts';
import { permitted } from '../../domain/capability.ts';
import { dayOf } from '../../domain/day.ts';
import { useWords } from '../../messages/context.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { CodeField } from './CodeField.tsx';
import { ActivatedLicenses } from './ActivatedLicenses.tsx';
import { OfferedLicenses } from './OfferedLicenses.tsx';
import type { Licenses } from './outcome.ts';
import { useActivation } from './useActivation.ts';

export interface ActivationDialogProps {
  readonly session: Session;
  readonly onClose: () => void;
  /** The code was used: what is installed and licensed is to be read again. */
  readonly onActivated: (licenses: Licenses) => void;
}

/** Turns an activation code into licenses: see what it does, then use it. The code is never shown again. */
export function ActivationDialog({ session, onClose, onActivated }: ActivationDialogProps) {
  const say = useWords();
  const formId = useId();
  const field = useRef<HTMLInputElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const retrieve = permitted(session.capabilities, session.actor.roles).has('retrieveKeys');
  const activation = useActivation(onActivated, retrieve);
  const { state, preview, activate, check, restart } = activation;
  const { kind } = state;
  const before = useRef(state);

  // Each turn takes the focus to what it brought: back to the field, or to the news.
  useEffect(() => {
    if (before.current === state) return;
    const was = before.current.kind;
    before.current = state;
    if (was === 'done') return;
    if (kind === 'typing') field.current?.focus();
    if (kind === 'preview' || kind === 'unknown' || kind === 'done') place.current?.focus();
  }, [state, kind]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // After a slip or a refusal the code stays in the field, to be mended; once it is taken, the field is gone with it.
    if (kind === 'typing' && field.current) preview(field.current.value);
  };
  const typing = kind === 'typing' || kind === 'previewing';
  return (
    <Dialog
      title={say('activation.title')}
      closeLabel={say('close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say(kind === 'done' ? 'close' : 'cancel')}</Button>
          {typing ? (
            <Button look="primary" type="submit" form={formId} busy={kind === 'previewing'}>
              {say('activation.preview')}
            </Button>
          ) : null}
          {kind === 'preview' || kind === 'unknown' ? (
            <Button onClick={restart}>{say('activation.other')}</Button>
          ) : null}
          {(kind === 'preview' || kind === 'activating') && state.licenses.length > 0 ? (
            <Button
              look="primary"
              busy={kind === 'activating'}
              onClick={() => activate(state.licenses)}
            >
              {say('activation.activate')}
            </Button>
          ) : null}
        </>
      }
    >
      {typing ? (
        <form id={formId} noValidate onSubmit={submit}>
          <CodeField
            ref={field}
            slip={kind === 'typing' ? state.slip : null}
            error={kind === 'typing' ? state.error : null}
          />
        </form>
      ) : (
        <div ref={place} className="upkeep-activation-news" tabIndex={-1}>
          {state.kind === 'done' ? (
            <ActivatedLicenses state={state} onCheck={() => void activation.lookAgain(state)} />
          ) : (
            <OfferedLicenses
              state={state}
              today={dayOf(session.asOf, session.vendorZone)}
              onCheck={() => check(state.licenses)}
              onActivate={() => activate(state.licenses)}
            />
          )}
        </div>
      )}
    </Dialog>
  );
}
