import type { History } from '../history.ts';
import type { KeyAdministrator } from './key-administrator.ts';

/** A page of the store that somebody has open, as its address has it. */
export interface Visit {
  readonly token: string;
  readonly offer: string;
  readonly host: string;
  readonly renewal: boolean;
}

/** Takes what stands in a link, and money for it. */
export class Store {
  readonly origin = 'https://store.example';
  /** Nothing is charged, and everything is labeled a test. */
  test = false;
  /** Pages open in browsers; they stay open for days. */
  readonly visits: Visit[] = [];
  readonly paid: Visit[] = [];

  constructor(
    private readonly history: History,
    private readonly ka: KeyAdministrator,
  ) {}

  open(href: string): void {
    const { pathname, searchParams } = new URL(href);
    const token = searchParams.get('token');
    const host = searchParams.get('kn');
    if (token === null || host === null) return;
    const renewal = pathname === '/renew';
    const offer = searchParams.get('product-id') ?? '';
    this.visits.push({ token, offer, host, renewal });
    this.history.count('visited');
  }

  /** The last visitor takes another offer than the one they came for. */
  mistake(): void {
    const visit = this.visits.at(-1);
    if (visit && !visit.renewal) this.visits.push({ ...visit, offer: 'other' });
  }

  pay(which: number): void {
    const visit = this.visits[which % Math.max(1, this.visits.length)];
    if (!visit) return;
    if (this.history.paid.has(visit.token)) this.history.count('paid twice');
    this.history.paid.add(visit.token);
    this.history.count('paid');
    this.paid.push(visit);
    this.ka.pay({ ...visit, test: this.test });
  }

  abandon(which: number): void {
    if (this.visits.length > 0) this.visits.splice(which % this.visits.length, 1);
  }

  refund(which: number): void {
    const visit = this.paid[which % Math.max(1, this.paid.length)];
    if (visit) this.ka.refund(visit.token);
  }
}
