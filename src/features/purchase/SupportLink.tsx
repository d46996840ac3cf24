import type { Order } from '../../domain/order.ts';
import { safeLink } from '../../domain/store-link.ts';
import { useWords } from '../../messages/context.ts';
import { lastFour } from '../../domain/order-standing.ts';

/** Where to get help; an address that is not safe to open leaves the reference alone. */
export function SupportLink({ order }: { readonly order: Order }) {
  const say = useWords();
  const last = lastFour(order.token);
  const link = order.supportUrl === null ? null : safeLink(order.supportUrl);
  if (link?.kind !== 'link')
    return (
      <span className="upkeep-order-reference upkeep-muted upkeep-small">
        {say('order.reference', { last })}
      </span>
    );
  return (
    <a
      className="upkeep-order-reference upkeep-small"
      href={link.href}
      target="_blank"
      rel="noopener noreferrer"
      referrerPolicy="no-referrer"
    >
      {say('order.support', { last })}
    </a>
  );
}
