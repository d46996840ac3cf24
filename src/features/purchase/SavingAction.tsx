import type { WishSaving } from '../../ledger/useSavedWish.ts';
import type { Session } from '../../backend/session.ts';
import { useWords } from '../../messages/context.ts';
import { Button } from '../../ui/Button.tsx';
import { HandOff } from './HandOff.tsx';

export interface SavingActionProps {
  readonly saving: WishSaving;
  readonly session: Session;
  readonly onNavigate?: ((href: string) => boolean) | undefined;
  /** Nothing to save yet: the price is still being asked for. */
  readonly waits?: boolean;
}

/** The one way on: first the order is saved; only then is there a link to the store. */
export function SavingAction({ saving, session, onNavigate, waits = false }: SavingActionProps) {
  const say = useWords();
  switch (saving.wish.kind) {
    case 'saved':
    case 'resumed':
      return <HandOff order={saving.wish.order} session={session} onNavigate={onNavigate} />;
    case 'unknown':
      // How to go on stands beside what is not known.
      return null;
    case 'unsaved':
    case 'saving':
    case 'failed':
      return (
        <Button look="primary" busy={waits || saving.wish.kind === 'saving'} onClick={saving.save}>
          {say('purchase.save')}
        </Button>
      );
  }
}
