import type { Order } from '../../domain/order.ts';
import { useLedgerView } from '../../ledger/useLedger.ts';
import { useWords } from '../../messages/context.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { supportText } from './support-text.ts';

/** Puts what support has to know of an order onto the clipboard. */
export function SupportData({ order }: { readonly order: Order }) {
  const say = useWords();
  const { answeredAt } = useLedgerView();
  return (
    <CopyText
      look="quiet"
      text={() => supportText(say, order, answeredAt)}
      label={say('support.copy')}
      copied={say('copied')}
      refused={say('copy-by-hand')}
      field={say('support.field')}
    />
  );
}
