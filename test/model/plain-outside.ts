import type { Session } from '../../src/backend/session.ts';
import type { Order, Target, Wish } from '../../src/domain/order.ts';
import { turn } from './clock.ts';
import { hostLine } from './host-line.ts';
import { abilitiesOf, type OutsideMaker } from './outside.ts';
import { type Account, Host } from './parties/host.ts';
import { KeyAdministrator } from './parties/key-administrator.ts';
import { Store } from './parties/store.ts';
import { Vendor } from './parties/vendor.ts';

const OFFERS = ['basic', 'full'];
const PRICE = { amount: '59.00', currency: 'USD' };
const common = { extension: 'reports', licenses: [], priceShown: PRICE };

const wishesFor = (targets: readonly Target[]): Wish[] => [
  ...targets.flatMap((target) =>
    OFFERS.map((offer): Wish => ({ ...common, kind: 'individual-offer', offer, target })),
  ),
  { ...common, kind: 'renewal', offer: 'renewal', target: null, licenses: ['EXT.00100001'] },
];

/** Parties as plain objects, fast enough for many thousand runs. */
export const plainOutside: OutsideMaker = {
  settle: turn,
  make(clock, network, history, setting) {
    const vendor = new Vendor(clock, history, setting.prepares);
    const ka = new KeyAdministrator(clock, history, vendor, setting.kaDelay);
    const store = new Store(history, ka);
    const manners = { ...setting, storeOrigin: store.origin };
    const host = (name: string) => new Host(name, clock, history, { vendor, ka }, manners);
    const ours = host('ours');
    const theirs = host('theirs');
    const hostOf = ({ id }: Account) => (id === 'eve' ? theirs : ours);
    const wishes = new Map<readonly Target[], readonly Wish[]>();
    const wishesOf = ({ targets }: Host) => {
      const known = wishes.get(targets) ?? wishesFor(targets);
      wishes.set(targets, known);
      return known;
    };
    const tokens = () => [...ours.orders().orders, ...theirs.orders().orders].map(tokenOf);
    const tokenOf = ({ token }: Order) => token;

    return {
      backend: (page) => hostLine(network, page, hostOf(page.account)),
      session: (account): Session => ({
        host: { name: hostOf(account).name, version: '1.0.0' },
        constraints: 'npm',
        asOf: new Date(clock.now()).toISOString(),
        vendorZone: 'UTC',
        actor: { ...account, roles: ['admin'] },
        capabilities: abilitiesOf(setting),
        storeOrigins: [store.origin],
        mainKey: hostOf(account).name,
        licensesCheckedAt: null,
      }),
      wishes: (account) => wishesOf(hostOf(account)),
      kept: (account) => hostOf(account).orders().orders,
      behind: (token) => ours.behindOf(token) ?? theirs.behindOf(token) ?? 'unheard',
      visit: (href) => store.open(href),
      pay(which, isTest) {
        store.test = isTest;
        store.pay(which);
      },
      abandon: (which) => store.abandon(which),
      refund: (which) => store.refund(which),
      tellAgain: (which) => ka.repeat(which),
      tellLater: (ms) => void (ka.later = ms),
      askToAct: (isAsked) => void (ours.asksToAct = isAsked),
      mistake: () => store.mistake(),
      spoilNotice(how) {
        if (how === 'before' || how === 'after') ka.lost = how;
        else ka.damage = how;
      },
      prepareLonger: (ms) => void (vendor.longer = ms),
      hurry: () => vendor.hurry(),
      forget(which) {
        const token = tokens()[which % Math.max(1, tokens().length)];
        if (token !== undefined) vendor.forget(token);
      },
      breakDelivery: (half) => void (vendor.breaks = half),
      cutOff: (how) => void (ours.behind = how),
      dropDomain: (which) => ours.drop(which),
      renameDomain: (which) => ours.rename(which),
      moveStore: (origin) => void (ours.elsewhere = origin),
      heal() {
        ka.damage = null;
        ka.lost = null;
        vendor.breaks = null;
        vendor.longer = 0;
        ka.hurry();
        vendor.hurry();
        ours.behind = null;
      },
    };
  },
};
