import type { Session } from '../src/backend/session.ts';
import { CAPABILITIES } from '../src/domain/capability.ts';
import { ORDER_STEPS, type Order, type OrderState } from '../src/domain/order.ts';

/** How many steps are behind an order in each state. */
const BEHIND: Record<OrderState, number> = {
  prepared: 1,
  'handed-off': 2,
  pending: 2,
  'action-needed': 2,
  paid: 4,
  ready: 5,
  fulfilling: 5,
  fulfilled: 6,
  canceled: 2,
  expired: 2,
  refunded: 4,
  'fulfill-failed': 5,
  'needs-target': 5,
  mismatch: 4,
};

/** An order for a report on example.com in some state, with the times that belong to it. */
export function anOrder(state: OrderState, more: Partial<Order> = {}): Order {
  const steps = Object.fromEntries(
    ORDER_STEPS.map((step, at) => [step, at < BEHIND[state] ? `2025-04-10T09:0${at}:00Z` : null]),
  ) as Order['steps'];
  return {
    kind: 'individual-offer',
    extension: 'seo-report',
    offer: 'seo-report-full',
    target: { id: 'domain-1', domain: 'example.com' },
    licenses: [],
    priceShown: { amount: '59.00', currency: 'USD' },
    token: 'a-token-of-a-story-0000000000a1b2',
    state,
    unknownState: null,
    title: 'SEO Report: Full report',
    steps,
    startedBy: { id: 'anna', name: 'Anna' },
    startedAt: '2025-04-10T09:00:00Z',
    deliveredBy: null,
    delivery: null,
    news: 'poll',
    echo: null,
    intervalSeconds: 0,
    storeUrl: 'https://store.test/buy/seo-report',
    supportUrl: 'https://store.test/support',
    reason: null,
    test: false,
    ...more,
  };
}

/** An administrator of a host that can do everything. */
export const aSession = (more: Partial<Session> = {}): Session => ({
  host: { name: 'Example Host', version: '4.2.0' },
  constraints: 'npm',
  asOf: '2025-04-10T09:10:00Z',
  vendorZone: 'UTC',
  actor: { id: 'anna', name: 'Anna', roles: ['admin'] },
  capabilities: CAPABILITIES,
  storeOrigins: ['https://store.test'],
  mainKey: 'PLSK.00010001',
  licensesCheckedAt: '2025-04-10T09:00:00Z',
  ...more,
});
