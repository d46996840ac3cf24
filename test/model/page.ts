import type { Surroundings } from '../../src/ledger/surroundings.ts';
import type { Clock } from './clock.ts';
import type { Line } from './network.ts';
import type { Account } from './parties/host.ts';

/** One life of one browser tab: from loading the panel until it is closed, killed or loaded anew. */
export class Page implements Line, Surroundings {
  readonly name: string;
  #isVisible = true;
  #isOnline = true;
  #isFrozen = false;
  #isClosed = false;
  #tokens = 0;
  readonly #wakers = new Set<() => void>();
  #waiting: (() => void)[] = [];

  constructor(
    private readonly clock: Clock,
    readonly account: Account,
    number: number,
  ) {
    this.name = `${account.id}-${number}`;
  }

  now = (): number => this.clock.now();
  visible = (): boolean => this.#isVisible;
  online = (): boolean => this.#isOnline;
  chance = (): number => 0.5;
  token = (): string => `${this.name}-token-${String((this.#tokens += 1)).padStart(20, '0')}`;

  after = (ms: number, act: () => void): (() => void) => {
    let isOff = false;
    const callOff = this.clock.plan(ms, () => this.here(() => isOff || act()));
    return () => {
      isOff = true;
      callOff();
    };
  };

  onWake = (wake: () => void): (() => void) => {
    this.#wakers.add(wake);
    return () => void this.#wakers.delete(wake);
  };

  here(act: () => void): void {
    if (this.#isClosed) return;
    if (this.#isFrozen) this.#waiting.push(act);
    else act();
  }

  get isFrozen(): boolean {
    return this.#isFrozen;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** The admin turns to another tab, or back to this one. */
  see(isVisible: boolean): void {
    if (this.#isVisible === isVisible) return;
    this.#isVisible = isVisible;
    this.wake();
  }

  connect(isOnline: boolean): void {
    if (this.#isOnline === isOnline) return;
    this.#isOnline = isOnline;
    if (isOnline) this.wake();
  }

  /** The laptop's lid is closed, or the page lies in the browser's history: nothing of it runs. */
  freeze(): void {
    this.#isFrozen = true;
  }

  /** Everything that was due meanwhile happens now, late. */
  thaw(): void {
    if (!this.#isFrozen) return;
    this.#isFrozen = false;
    for (const act of this.#waiting.splice(0)) this.clock.plan(0, () => this.here(act));
    this.wake();
  }

  /** The page is gone; what it had sent goes on without it. */
  close(): void {
    this.#isClosed = true;
    this.#waiting = [];
  }

  wake(): void {
    this.here(() => {
      for (const wake of this.#wakers) wake();
    });
  }
}
