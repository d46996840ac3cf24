import type { Action } from '../../domain/action.ts';
import type { Extension } from '../../domain/extension.ts';
import { useWords } from '../../messages/context.ts';
import { actionWords } from '../../messages/verdicts.ts';
import { Button, type ButtonProps } from '../../ui/Button.tsx';

export interface ActionButtonProps extends Pick<ButtonProps, 'look' | 'busy'> {
  readonly extension: Extension;
  readonly action: Action;
  readonly onAction: (extension: Extension, action: Action) => void;
}

/** The button of an action; a real link where the action is to go to the vendor. */
export function ActionButton({
  extension,
  action,
  look = 'plain',
  busy = false,
  onAction,
}: ActionButtonProps) {
  const say = useWords();
  const words = actionWords(say, action);
  if (action.kind === 'contact-vendor' && extension.supportUrl !== null) {
    return (
      <a
        className={`upkeep-button upkeep-button-${look}`}
        href={extension.supportUrl}
        target="_blank"
        rel="noopener noreferrer"
        referrerPolicy="no-referrer"
      >
        {words}
      </a>
    );
  }
  return (
    <Button look={look} busy={busy} onClick={() => onAction(extension, action)}>
      {words}
    </Button>
  );
}
