import type { Clock } from '../clock.ts';
import type { History } from '../history.ts';
import type { Notice, Vendor } from './vendor.ts';

const AGAIN = 60_000;

/** What a chain of systems makes of a token now and then. */
export const DAMAGES = ['upper-case', 'cut', 'decoded twice'] as const;
export type Damage = (typeof DAMAGES)[number];

function damaged(token: string, damage: Damage): string {
  switch (damage) {
    case 'upper-case':
      return token.toUpperCase();
    case 'cut':
      return token.slice(0, -3);
    case 'decoded twice':
      return token.replaceAll('-', ' ');
  }
}

/** What was paid at the store. */
export interface Purchase {
  readonly token: string;
  readonly offer: string;
  readonly host: string;
  readonly test: boolean;
  /** A renewal is no business of the vendor's delivery: its license arrives here. */
  readonly renewal: boolean;
}

interface Kept extends Purchase {
  readonly numbers: string[];
  issued: boolean;
  refunded: boolean;
}

/** Hears of payments from the store and tells the vendor, at least once. */
export class KeyAdministrator {
  /** Milliseconds by which it tells later of what it hears next. */
  later = 0;
  /** Done to the token of what it tells next. */
  damage: Damage | null = null;
  /** How many of the next notices the vendor does not get, or gets without the answer arriving. */
  lost: 'before' | 'after' | null = null;
  readonly #kept = new Map<string, Kept>();
  readonly #sent: Notice[] = [];
  readonly #later = new Set<() => void>();
  #numbers = 0;

  constructor(
    private readonly clock: Clock,
    private readonly history: History,
    private readonly vendor: Vendor,
    /** Milliseconds until it tells the vendor of what it hears. */
    private readonly delay: number,
  ) {}

  /** The same token paid again is another purchase with the same token. */
  pay(purchase: Purchase): void {
    const kept = this.#kept.get(purchase.token) ?? {
      ...purchase,
      numbers: [],
      issued: false,
      refunded: false,
    };
    if (kept.refunded) return;
    this.#kept.set(purchase.token, kept);
    const number = String((this.#numbers += 1));
    kept.numbers.push(number);
    this.#soon(() => {
      if (kept.renewal) return this.#issue(kept);
      if (kept.refunded) return;
      const { token, offer, host, test } = purchase;
      const told = this.damage === null ? token : damaged(token, this.damage);
      this.damage = null;
      if (told !== token) this.history.count('token altered on the way');
      this.#tell({ action: 'PURCHASE', number, token: told, offer, host, test });
    });
  }

  refund(token: string): void {
    const kept = this.#kept.get(token);
    if (!kept || kept.refunded) return;
    kept.refunded = true;
    this.history.count('refunded');
    if (kept.renewal) return;
    const { offer, host, test } = kept;
    for (const number of kept.numbers)
      this.#tell({ action: 'TERMINATE', number, token, offer, host, test });
  }

  /** Tells the vendor once more what it was told before. */
  repeat(which: number): void {
    const notice = this.#sent[which % Math.max(1, this.#sent.length)];
    if (notice) this.vendor.hear(notice);
  }

  /** Whether money was taken or given back, and whether a renewed license is there. */
  state(token: string): 'paid' | 'issued' | 'refunded' | null {
    const kept = this.#kept.get(token);
    if (!kept) return null;
    return kept.refunded ? 'refunded' : kept.issued ? 'issued' : 'paid';
  }

  /** What would be told later is told now. */
  hurry(): void {
    for (const act of this.#later) act();
  }

  #soon(act: () => void): void {
    const once = () => {
      if (this.#later.delete(once)) act();
    };
    this.#later.add(once);
    this.clock.plan(this.delay + this.later, once);
    this.later = 0;
  }

  #issue(kept: Kept): void {
    if (kept.refunded || kept.issued) return;
    kept.issued = true;
    this.history.arrived.add(kept.token);
    this.history.count('renewal arrived');
  }

  #tell(notice: Notice): void {
    const { lost } = this;
    this.lost = null;
    this.#sent.push(notice);
    if (lost !== 'before') this.vendor.hear(notice);
    if (lost !== null) this.clock.plan(AGAIN, () => this.vendor.hear(notice));
  }
}
