import type { Call, Failure } from '../../src/backend/errors.ts';
import type { Clock } from './clock.ts';
import type { History } from './history.ts';

/** What can become of one message to the host and its answer. */
export const FATES = [
  'lost-before',
  'lost-after',
  'doubled',
  'slow-before',
  'slow-after',
  'never',
  'unavailable',
  'error-after',
  'rate-limited',
  'signed-out',
  'unreadable',
] as const;
export type Fate = (typeof FATES)[number];

/** One end of the network: a page. */
export interface Line {
  /** Whether requests can leave it. */
  online(): boolean;
  /** Lets something happen at this page as soon as it runs; never once it is closed. */
  here(act: () => void): void;
}

/** A message and how its answer is told. */
export interface Message<T> {
  readonly line: Line;
  readonly call: Call;
  readonly signal?: AbortSignal | undefined;
  /** What the host does on it. */
  readonly answer: () => T | Promise<T>;
  /** The answer the page gets instead of the host's. @throws when that is none at all. */
  readonly instead: (failure: Failure) => T;
}

/** After this the page gives up waiting, in milliseconds. The host may still be at it. */
const TIMEOUT = 9_000;
const LOST: Failure = { kind: 'unreachable' };

type Outcome<T> = { readonly value: T } | { readonly error: unknown };

/** Carries messages, as badly as it was told to. */
export class Network {
  /** Milliseconds a message takes, one after the other, over and over. */
  delays: readonly number[];
  /** What happens to the next message of a call. */
  readonly fates = new Map<Call, Fate>();
  #sent = 0;

  constructor(
    private readonly clock: Clock,
    private readonly history: History,
    delays: readonly number[],
  ) {
    this.delays = delays;
  }

  /** Messages arrive again, all of them and soon. */
  heal(): void {
    this.delays = [20];
    this.fates.clear();
  }

  carry<T>(message: Message<T>): Promise<T> {
    const { line, call, signal } = message;
    return new Promise<T>((resolve, reject) => {
      const told = (outcome: Outcome<T>) => {
        noLonger();
        line.here(() => ('value' in outcome ? resolve(outcome.value) : reject(outcome.error)));
      };
      const failed = (failure: Failure) => told(this.#spoiled(message, failure));
      if (signal?.aborted) return reject(signal.reason as Error);
      const isOnline = line.online();
      const silence: Failure = isOnline ? { kind: 'timed-out', after: TIMEOUT } : LOST;
      const noLonger = this.clock.plan(isOnline ? TIMEOUT : 1, () => failed(silence));
      if (!isOnline) return;
      const fate = this.fates.get(call);
      this.fates.delete(call);
      if (fate !== undefined) this.history.count(`${call} ${fate}`);
      signal?.addEventListener('abort', () => {
        noLonger();
        reject(signal.reason as Error);
      });
      this.#travel(message, fate, told);
    });
  }

  #travel<T>(
    message: Message<T>,
    fate: Fate | undefined,
    told: (outcome: Outcome<T>) => void,
  ): void {
    const there = this.#delay() + (fate === 'slow-before' ? 12_000 : 0);
    const back = this.#delay() + (fate === 'slow-after' ? 12_000 : 0);
    const tell = (outcome: Outcome<T>) => void this.clock.plan(back, () => told(outcome));
    const tellFailure = (failure: Failure) => tell(this.#spoiled(message, failure));
    this.clock.plan(there, async () => {
      switch (fate) {
        case 'lost-before':
          return tellFailure(LOST);
        case 'unavailable':
          return tellFailure({ kind: 'unavailable', status: 503, wait: 0 });
        case 'rate-limited':
          return tellFailure({ kind: 'rate-limited', wait: 30_000 });
        case 'signed-out':
          return tellFailure({ kind: 'session-lost' });
        case 'lost-after':
          await this.#done(message);
          return tellFailure(LOST);
        case 'error-after':
          await this.#done(message);
          return tellFailure({ kind: 'unavailable', status: 500, wait: 0 });
        case 'unreadable':
          await this.#done(message);
          return tellFailure({ kind: 'unreadable', at: 'body', expected: 'JSON' });
        case 'never':
          await this.#done(message);
          return;
        case 'doubled':
          this.clock.plan(this.#delay() * 3, async () => void (await this.#done(message)));
          return tell(await this.#done(message));
        case 'slow-before':
        case 'slow-after':
        case undefined:
          return tell(await this.#done(message));
      }
    });
  }

  #delay(): number {
    return this.delays[this.#sent++ % this.delays.length] ?? 20;
  }

  async #done<T>({ answer }: Message<T>): Promise<Outcome<T>> {
    try {
      return { value: await answer() };
    } catch (error) {
      return { error };
    }
  }

  #spoiled<T>({ instead }: Message<T>, failure: Failure): Outcome<T> {
    try {
      return { value: instead(failure) };
    } catch (error) {
      return { error };
    }
  }
}
