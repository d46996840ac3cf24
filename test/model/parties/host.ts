import type { OrderBook } from '../../../src/backend/backend.ts';
import { BackendError, type Call, type ProblemType } from '../../../src/backend/errors.ts';
import type { Order, OrderState, Target, Wish } from '../../../src/domain/order.ts';
import type { Clock } from '../clock.ts';
import { type History, wishText } from '../history.ts';
import type { Behind } from '../outside.ts';
import type { KeyAdministrator } from './key-administrator.ts';
import type { Status, Vendor } from './vendor.ts';

/** Somebody signed in at a host. */
export interface Account {
  readonly id: string;
  readonly name: string;
}

interface Kept {
  order: Order;
  /** What was wished, as it was saved. */
  readonly text: string;
}

const OVER: readonly OrderState[] = ['fulfilled', 'canceled', 'expired', 'refunded'];
const DAY = 86_400_000;

const isOpen = ({ order }: Kept): boolean => !OVER.includes(order.state);

const refuse = (
  call: Call,
  status: number,
  problem: ProblemType,
  running: string | null = null,
): never => {
  throw new BackendError(call, { kind: 'refused', status, problem, detail: null, running });
};

/** Keeps the orders of one panel's people: what is in here survives everything. */
export class Host {
  targets: readonly Target[];
  /** Where its next order is paid, when that is not the store. */
  elsewhere: string | null = null;
  /** What becomes of its next question to the vendor or the key administrator. */
  behind: 'down' | 'lost-after' | null = null;
  /** The buyer has something to do at the store before it goes on. */
  asksToAct = false;
  /** Only takes tokens it has made itself. */
  readonly minted: Set<string> | null;
  readonly #kept = new Map<string, Kept>();

  constructor(
    readonly name: string,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly outside: { readonly vendor: Vendor; readonly ka: KeyAdministrator },
    private readonly manners: {
      readonly mints: boolean;
      readonly intervalSeconds: number;
      readonly storeOrigin: string;
    },
  ) {
    this.minted = manners.mints ? new Set() : null;
    this.targets = [1, 2, 3].map((n) => ({ id: `${name}-${n}`, domain: `${n}.${name}.example` }));
  }

  mint(): string {
    const token = `${this.name}-minted-${String(this.minted?.size ?? 0).padStart(20, '0')}`;
    this.minted?.add(token);
    return token;
  }

  save(token: string, wish: Wish, by: Account): Order {
    const text = wishText(wish);
    const known = this.#kept.get(token);
    if (known)
      return known.text === text ? known.order : refuse('save-order', 409, 'order-differs');
    if (this.minted && !this.minted.has(token)) refuse('save-order', 422, 'invalid-request');
    const open = [...this.#kept.values()].find((each) => isOpen(each) && each.text === text);
    if (open) refuse('save-order', 409, 'wish-open', open.order.token);
    if (wish.target !== null && !this.#hasTarget(wish.target.id))
      refuse('save-order', 409, 'target-gone');
    this.history.saved.set(token, { host: this.name, wish });
    return this.#keep({ order: this.#begun(token, wish, by), text });
  }

  handOff(token: string): void {
    const kept = this.#find('hand-off', token);
    const { order } = kept;
    if (order.steps.atStore !== null) return;
    const state = order.state === 'prepared' ? 'handed-off' : order.state;
    this.#keep({
      ...kept,
      order: { ...order, state, steps: { ...order.steps, atStore: this.#at() } },
    });
  }

  orders(): OrderBook {
    return { orders: [...this.#kept.values()].map(({ order }) => order), unreadable: [] };
  }

  order(token: string): Order {
    return this.#refreshed('orders', this.#find('orders', token)).order;
  }

  fulfill(token: string, by: Account): Order {
    const kept = this.#refreshed('fulfill', this.#find('fulfill', token));
    const { order } = kept;
    if (order.state === 'fulfilled') return order;
    if (order.state === 'refunded') refuse('fulfill', 410, 'gone');
    if (order.state === 'needs-target') refuse('fulfill', 409, 'target-gone');
    if (order.test) refuse('fulfill', 403, 'forbidden');
    const { target } = order;
    if (target === null || !['ready', 'fulfilling', 'fulfill-failed'].includes(order.state))
      return refuse('fulfill', 409, 'invalid-request');
    const asked = this.outside.vendor.deliver(this.name, token, order.offer, target.id);
    const lost = this.#trouble() === 'lost-after';
    if (lost) this.#fail('fulfill');
    if ('refused' in asked) {
      const failed: Order = { ...order, state: 'fulfill-failed', reason: asked.refused };
      return this.#keep({ ...kept, order: failed });
    }
    const deliveredBy = order.deliveredBy ?? by;
    return this.#learn({ ...kept, order: { ...order, deliveredBy } }, asked.status);
  }

  cancel(token: string): Order {
    const kept = this.#find('cancel-order', token);
    const { order } = kept;
    if (order.state === 'canceled') return order;
    if (order.steps.paid !== null || !isOpen(kept)) refuse('cancel-order', 409, 'gone');
    return this.#keep({ ...kept, order: { ...order, state: 'canceled', storeUrl: null } });
  }

  /** How far one of its orders is at whoever knows; asks nobody and notes nothing. */
  behindOf(token: string): Behind | undefined {
    const order = this.#kept.get(token)?.order;
    if (!order) return undefined;
    if (order.kind === 'renewal') return this.outside.ka.state(token) === null ? 'unheard' : 'paid';
    const status = this.outside.vendor.status(this.name, token);
    if (!status) return 'unheard';
    const isSame = status.offer === order.offer && this.#hasTarget(order.target?.id ?? '');
    return status.state === 'ready' && isSame && !status.test ? 'due' : 'paid';
  }

  /** A domain is gone for good; orders for it are kept. */
  drop(which: number): void {
    if (this.targets.length < 2) return;
    const gone = which % this.targets.length;
    this.targets = this.targets.filter((_, at) => at !== gone);
  }

  /** A domain is called something else from now on, and stays the same. */
  rename(which: number): void {
    const { id } = this.targets[which % this.targets.length] ?? {};
    this.targets = this.targets.map((each) =>
      each.id === id ? { id, domain: `new-${each.domain}` } : each,
    );
    for (const kept of this.#kept.values()) {
      const target = this.targets.find((each) => each.id === kept.order.target?.id);
      if (target) this.#keep({ ...kept, order: { ...kept.order, target } });
    }
  }

  #at = (): string => new Date(this.clock.now()).toISOString();

  #hasTarget = (id: string): boolean => this.targets.some((target) => target.id === id);

  #find(call: Call, token: string): Kept {
    return this.#kept.get(token) ?? refuse(call, 404, 'not-found');
  }

  #keep(kept: Kept): Order {
    this.#kept.set(kept.order.token, kept);
    this.history.stands(kept.order.token, kept.order.state);
    return kept.order;
  }

  #begun(token: string, wish: Wish, by: Account): Order {
    const recorded = this.#at();
    const origin = this.elsewhere ?? this.manners.storeOrigin;
    this.elsewhere = null;
    const path = wish.kind === 'renewal' ? '/renew' : '/buy';
    return {
      ...wish,
      token,
      state: 'prepared',
      unknownState: null,
      title: wish.offer,
      steps: {
        recorded,
        atStore: null,
        paid: null,
        vendorTold: null,
        ready: null,
        delivered: null,
      },
      startedBy: by,
      startedAt: recorded,
      deliveredBy: null,
      delivery: null,
      news: 'poll',
      echo: null,
      intervalSeconds: this.manners.intervalSeconds,
      storeUrl: `${origin}${path}`,
      supportUrl: null,
      reason: null,
      test: false,
    };
  }

  #trouble() {
    const { behind } = this;
    this.behind = null;
    return behind;
  }

  #fail(call: Call): never {
    throw new BackendError(call, { kind: 'unavailable', status: 502, wait: 0 });
  }

  /** The order as whoever knows tells it now; what was known before stands when nobody can be asked. */
  #refreshed(call: Call, kept: Kept): Kept {
    if (this.behind === 'down') {
      this.#trouble();
      this.#fail(call);
    }
    const { token, kind } = kept.order;
    if (kind === 'renewal') this.#learnRenewal(kept, this.outside.ka.state(token));
    else {
      const status = this.outside.vendor.status(this.name, token);
      if (status) this.#learn(kept, status);
      else this.#learnNothing(kept);
    }
    return this.#find(call, token);
  }

  #learn(kept: Kept, { state: told, offer, target, test }: Status): Order {
    const { order } = kept;
    const at = this.#at();
    const isOther = offer !== order.offer || (target !== null && target !== order.target?.id);
    const isHomeless = told === 'ready' && !this.#hasTarget(order.target?.id ?? '');
    const state = isOther ? 'mismatch' : isHomeless ? 'needs-target' : told;
    if (order.state === 'refunded') return order;
    const steps = {
      ...order.steps,
      paid: order.steps.paid ?? at,
      vendorTold: order.steps.vendorTold ?? at,
    };
    if (told !== 'paid') steps.ready ??= at;
    if (told === 'fulfilled') steps.delivered ??= at;
    const echo = { offer, target };
    return this.#keep({
      ...kept,
      order: { ...order, state, steps, echo, test, storeUrl: null, reason: null },
    });
  }

  #learnRenewal(kept: Kept, told: 'paid' | 'issued' | 'refunded' | null): void {
    if (told === null) return this.#learnNothing(kept);
    const at = this.#at();
    const steps = { ...kept.order.steps, paid: kept.order.steps.paid ?? at };
    if (told === 'issued') steps.delivered ??= at;
    const state = told === 'issued' ? 'fulfilled' : told;
    this.#keep({ ...kept, order: { ...kept.order, state, steps, storeUrl: null } });
  }

  #learnNothing(kept: Kept): void {
    const { order } = kept;
    if (!isOpen(kept)) return;
    if (order.steps.paid !== null) {
      const reason = 'The vendor no longer knows this order.';
      this.#keep({ ...kept, order: { ...order, reason } });
      return;
    }
    if (this.clock.now() - Date.parse(order.startedAt) > 30 * DAY) {
      this.#keep({ ...kept, order: { ...order, state: 'expired', storeUrl: null } });
    } else if (order.steps.atStore !== null) {
      const state = this.asksToAct ? 'action-needed' : 'pending';
      this.#keep({ ...kept, order: { ...order, state } });
    }
  }
}
