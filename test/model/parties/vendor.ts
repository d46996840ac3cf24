import type { Clock } from '../clock.ts';
import type { History } from '../history.ts';

type Half = 'license' | 'install';

/** What the key administrator tells the vendor of. */
export interface Notice {
  readonly action: 'PURCHASE' | 'TERMINATE';
  /** The key administrator's number; a purchase made twice has two. */
  readonly number: string;
  /** Reached the store in the link; what arrives here may have been altered on the way. */
  readonly token: string;
  readonly offer: string;
  readonly host: string;
  readonly test: boolean;
}

/** How an order stands at the vendor. */
export interface Status {
  readonly state: 'paid' | 'ready' | 'fulfilling' | 'fulfilled' | 'fulfill-failed' | 'refunded';
  readonly offer: string;
  readonly target: string | null;
  readonly test: boolean;
}

/** What a vendor answers to a request to deliver; a refusal names its reason. */
export type Delivered = { readonly status: Status } | { readonly refused: string };

interface Known extends Omit<Notice, 'action'> {
  readyAt: number;
  terminated: boolean;
  forgotten: boolean;
  delivery: {
    readonly target: string;
    license: boolean;
    doneAt: number;
    fails: Half | null;
  } | null;
}

/** Makes and delivers what was bought, once for a token. Every half of a delivery is written into the history. */
export class Vendor {
  /** Milliseconds by which the next purchase takes longer to prepare. */
  longer = 0;
  /** Milliseconds that each delivery takes. */
  readonly pace = 2_500;
  /** The half in which the next delivery fails. */
  breaks: Half | null = null;
  readonly #known: Known[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly history: History,
    /** Milliseconds from hearing of a purchase until it can be delivered. */
    private readonly prepares: number,
  ) {}

  /** Takes a notice, however often and in whatever order they come. */
  hear({ action, ...notice }: Notice): void {
    const known = this.#known.find(
      ({ number, token }) => number === notice.number || token === notice.token,
    );
    const order = known ?? {
      ...notice,
      readyAt: this.clock.now() + this.prepares + this.longer,
      terminated: false,
      forgotten: false,
      delivery: null,
    };
    if (!known) {
      this.#known.push(order);
      this.longer = 0;
    }
    if (action === 'TERMINATE') order.terminated = true;
    if (known) this.history.count(`vendor told again: ${action}`);
  }

  /** What was prepared slowly is ready now. */
  hurry(): void {
    for (const order of this.#known) order.readyAt = Math.min(order.readyAt, this.clock.now());
  }

  forget(token: string): void {
    for (const order of this.#known) if (order.token === token) order.forgotten = true;
  }

  /** `null`: nothing is known to this host under exactly this token. */
  status(host: string, token: string): Status | null {
    const order = this.#find(host, token);
    if (!order) return null;
    const { offer, test } = order;
    const state = this.#stateOf(order);
    if (state === 'ready') this.history.count('ready');
    return { state, offer, test, target: order.delivery?.target ?? null };
  }

  deliver(host: string, token: string, offer: string, target: string): Delivered {
    const order = this.#find(host, token);
    if (!order) return { refused: 'No such order is known.' };
    const { delivery } = order;
    const state = this.#stateOf(order);
    if (state !== 'refunded' && state !== 'paid') {
      if (offer !== order.offer) return { refused: `What was paid for is ${order.offer}.` };
      if (delivery && delivery.target !== target) return { refused: 'It went to another target.' };
      if (state === 'ready' || state === 'fulfill-failed') this.#begin(order, target);
    }
    const { test } = order;
    return { status: { state: this.#stateOf(order), offer: order.offer, test, target } };
  }

  #find(host: string, token: string): Known | undefined {
    return this.#known.find(
      (order) => order.token === token && order.host === host && !order.forgotten,
    );
  }

  #stateOf({ terminated, readyAt, delivery }: Known): Status['state'] {
    if (terminated) return 'refunded';
    if (!delivery) return readyAt <= this.clock.now() ? 'ready' : 'paid';
    if (delivery.doneAt > this.clock.now()) return 'fulfilling';
    return delivery.fails === null ? 'fulfilled' : 'fulfill-failed';
  }

  /** The missing half, or both; a license once made is not made again. */
  #begin(order: Known, target: string): void {
    const { token, host, offer } = order;
    const license = order.delivery?.license ?? false;
    const fails = license && this.breaks === 'license' ? null : this.breaks;
    this.breaks = null;
    const effect = { token, host, offer, target };
    if (!license && fails !== 'license') this.history.took({ ...effect, half: 'license' });
    const delivery = {
      target,
      license: fails !== 'license',
      doneAt: this.clock.now() + this.pace,
      fails,
    };
    order.delivery = delivery;
    if (fails !== null) return this.history.count(`delivery fails: ${fails}`);
    this.clock.plan(this.pace, () => {
      if (order.terminated) return this.history.count('terminated while it was delivered');
      this.history.took({ ...effect, half: 'install' });
      this.history.count('delivered');
    });
  }
}
