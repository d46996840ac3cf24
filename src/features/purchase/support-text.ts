import { PANEL_VERSION } from '../../domain/panel-version.ts';
import { ORDER_STEPS, type Order } from '../../domain/order.ts';
import { lastFour, standingOf, stepsDone } from '../../domain/order-standing.ts';
import type { Words } from '../../messages/words.ts';

/**
 * An order in plain text, for a support ticket: all that helps to find it, and nothing that opens anything. No key
 * numbers, and of the token the last four characters.
 *
 * @param checkedAt - When the host last answered, in milliseconds since 1970; 0 = never.
 */
export function supportText(say: Words, order: Order, checkedAt: number): string {
  const { kind, title, target, startedBy, startedAt, steps } = order;
  const standing = standingOf(order);
  const domain = target?.domain ?? '';
  const done = stepsDone(order);
  const reached = ORDER_STEPS.map((step, at) => {
    const label = say(`order.step.${step}`, { done: at < done ? 'yes' : 'no', kind, domain });
    const instant = at < done ? steps[step] : null;
    const when = at < done ? (instant ?? say('support.time-unknown')) : say('support.not-yet');
    return `- ${label}: ${when}`;
  });
  return [
    title,
    ...(target === null ? [] : [say('order.for-domain', { domain })]),
    say('order.reference', { last: lastFour(order.token) }),
    say('support.state', { state: say(`order.state.${standing}`, { kind, domain }) }),
    say(`order.words.${standing}`, { kind, domain }),
    ...(order.test ? [say('order.test')] : []),
    ...(order.reason === null ? [] : [say('order.reason', { reason: order.reason })]),
    say('order.started', { name: startedBy.name, moment: startedAt }),
    ...reached,
    checkedAt === 0
      ? say('support.never-checked')
      : say('order.checked', { time: new Date(checkedAt).toISOString() }),
    say('support.panel', { version: PANEL_VERSION }),
  ].join('\n');
}
