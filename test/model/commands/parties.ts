import * as fc from 'fast-check';
import type { World } from '../world.ts';
import { happens, often, pick, type Steps } from './step.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

const isVisited = ({ history }: World): boolean => history.happened('visited');
const isPaid = ({ history }: World): boolean => history.happened('paid');
const nothing = fc.constant('');

/** What buyers do at the store, and what store, key administrator, vendor and host do with it. */
export const partySteps: Steps[] = [
  ...often(
    24,
    happens('pay', pick, ({ outside }, which) => outside.pay(which, false), isVisited),
  ),
  happens('pay as a test', pick, ({ outside }, which) => outside.pay(which, true), isVisited),
  happens(
    'pay twice',
    pick,
    async ({ outside }, which) => {
      await outside.pay(which, false);
      await outside.pay(which, false);
    },
    isVisited,
  ),
  happens('abandon', pick, ({ outside }, which) => outside.abandon(which), isVisited),
  happens('pick another offer', nothing, ({ outside }) => outside.mistake(), isVisited),
  happens('refund', pick, ({ outside }, which) => outside.refund(which), isPaid),
  happens('something is to be done at the store', fc.boolean(), ({ outside }, isAsked) =>
    outside.askToAct(isAsked),
  ),
  happens('tell the vendor again', pick, ({ outside }, which) => outside.tellAgain(which), isPaid),
  happens('tell later', fc.constantFrom(5 * SECOND, HOUR, 7 * DAY), ({ outside }, ms) =>
    outside.tellLater(ms),
  ),
  ...often(
    8,
    happens('the vendor is ready', nothing, ({ outside }) => outside.hurry(), isPaid),
  ),
  happens('prepare longer', fc.constantFrom(8 * SECOND, DAY), ({ outside }, ms) =>
    outside.prepareLonger(ms),
  ),
  happens('the vendor forgets', pick, ({ outside }, which) => outside.forget(which), isPaid),
  happens('a domain goes', pick, ({ outside }, which) => outside.dropDomain(which)),
  happens('a domain is renamed', pick, ({ outside }, which) => outside.renameDomain(which)),
  happens(
    'pay elsewhere',
    fc.constantFrom('https://evil.example', 'http://store.example', 'javascript:alert(1)//'),
    ({ outside }, origin) => outside.moveStore(origin),
  ),
];
