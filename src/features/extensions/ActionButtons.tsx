import type { Action } from '../../domain/action.ts';
import type { Extension } from '../../domain/extension.ts';
import { useWords } from '../../messages/context.ts';
import { ActionButton } from './ActionButton.tsx';

export interface ActionButtonsProps {
  readonly extension: Extension;
  readonly actions: readonly Action[];
  /** The one that stands out; `null` = none does. */
  readonly primary: Action | null;
  readonly busy: boolean;
  readonly onAction: (extension: Extension, action: Action) => void;
}

/** Every allowed action. Without an address there is nothing to press: whom to ask is said in words. */
export function ActionButtons({ extension, actions, primary, busy, onAction }: ActionButtonsProps) {
  const say = useWords();
  return actions.map((action) =>
    action.kind === 'contact-vendor' && extension.supportUrl === null ? (
      <p key={action.kind}>{say('details.ask-vendor', { vendor: extension.vendor })}</p>
    ) : (
      <ActionButton
        key={`${action.kind} ${'release' in action ? action.release.version.text : ''}`}
        extension={extension}
        action={action}
        look={
          action === primary ? 'primary' : action.kind === 'update-uncovered' ? 'quiet' : 'plain'
        }
        busy={busy}
        onAction={onAction}
      />
    ),
  );
}
