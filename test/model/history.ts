import type { Call } from '../../src/backend/errors.ts';
import type { OrderState, Wish } from '../../src/domain/order.ts';

/** A rule of orders.md that was broken, by its number in the list of invariants. */
export class Violation extends Error {
  override readonly name = 'Violation';

  constructor(
    readonly invariant: string,
    what: string,
  ) {
    super(`${invariant}: ${what}`);
  }
}

/** One half of a delivery that has really happened at the vendor. */
export interface Effect {
  readonly token: string;
  readonly half: 'license' | 'install';
  readonly host: string;
  readonly offer: string;
  readonly target: string;
}

/** A wish as one text: what is bought, and for where. The price shown is no part of it. */
export const wishText = ({ kind, extension, offer, target, licenses }: Wish): string =>
  [kind, extension, offer, target?.id ?? '-', ...licenses].join(' ');

/** What the outside parties saw, in one place. It is the judge: no panel is asked what it has done. */
export class History {
  /** What was saved durably first, by token. */
  readonly saved = new Map<string, { readonly host: string; readonly wish: Wish }>();
  /** Every state the host has ever had an order in, by token. */
  readonly stood = new Map<string, Set<OrderState>>();
  /** Tokens paid at the store. */
  readonly paid = new Set<string>();
  /** Tokens whose license arrived by itself. */
  readonly arrived = new Set<string>();
  readonly effects: Effect[] = [];
  /** How often something was reached or went wrong, over all runs. */
  readonly counts: Record<string, number>;
  readonly #violations: Violation[] = [];
  readonly #counted = new Set<string>();

  constructor(counts: Record<string, number> = {}) {
    this.counts = counts;
  }

  /** Counts something once for this run. */
  count(what: string): void {
    if (this.#counted.has(what)) return;
    this.#counted.add(what);
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }

  /** Whether this happened in this run. */
  happened(what: string): boolean {
    return this.#counted.has(what);
  }

  stands(token: string, state: OrderState): void {
    const states = this.stood.get(token);
    if (states) states.add(state);
    else this.stood.set(token, new Set([state]));
    this.count(`order ${state}`);
  }

  /** Whether an order was over at some time; a late payment may have opened it again. */
  hasEnded(token: string): boolean {
    const states = this.stood.get(token);
    return (
      states !== undefined &&
      (states.has('canceled') ||
        states.has('expired') ||
        states.has('refunded') ||
        states.has('fulfilled'))
    );
  }

  /** I1 and I2, at the only place where they can be seen. */
  took(effect: Effect): void {
    const { token, half } = effect;
    if (this.effects.some((known) => known.token === token && known.half === half))
      this.blame('I1', `${half} of ${token} happened twice`);
    this.effects.push(effect);
    const saved = this.saved.get(token);
    if (
      !saved ||
      saved.host !== effect.host ||
      saved.wish.offer !== effect.offer ||
      saved.wish.target?.id !== effect.target
    )
      this.blame('I2', `${token} went to ${effect.target} as ${effect.offer}`);
  }

  isDelivered(token: string): boolean {
    return (
      this.arrived.has(token) ||
      this.effects.some((effect) => effect.token === token && effect.half === 'install')
    );
  }

  blame(invariant: string, what: string): void {
    this.#violations.push(new Violation(invariant, what));
  }

  /** @throws Violation when any rule was broken so far. */
  judge(): void {
    const [first] = this.#violations;
    if (first) throw first;
  }
}

/** Writes that the panel can send about orders. */
export type OrderWrite = Extract<Call, 'save-order' | 'hand-off' | 'fulfill' | 'cancel-order'>;
