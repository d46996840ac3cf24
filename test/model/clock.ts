/** Everything that promises had to do is done after a turn of the event loop. */
export const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

interface Event {
  readonly at: number;
  readonly act: () => void | Promise<void>;
}

/** One clock for everybody: events happen in the order of their times, and nothing happens in between. */
export class Clock {
  #now = Date.parse('2025-04-10T09:00:00Z');
  /** Sorted; of two at one time the one planned first comes first. */
  readonly #events: Event[] = [];

  /** @param settle - Waits until all that was begun by an event waits for another one. */
  constructor(private readonly settle: () => Promise<void> = turn) {}

  /** Milliseconds since 1970. */
  now = (): number => this.#now;

  /** Lets something happen so many milliseconds from now; what it gives calls that off. */
  plan(ms: number, act: Event['act']): () => void {
    const event = { at: this.#now + ms, act };
    let place = this.#events.length;
    while (place > 0 && (this.#events[place - 1]?.at ?? 0) > event.at) place -= 1;
    this.#events.splice(place, 0, event);
    return () => {
      const found = this.#events.indexOf(event);
      if (found >= 0) this.#events.splice(found, 1);
    };
  }

  /** Lets so many milliseconds pass, with everything that happens in them. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    await this.settle();
    for (;;) {
      const next = this.#events[0];
      if (!next || next.at > end) break;
      this.#events.shift();
      this.#now = Math.max(this.#now, next.at);
      await next.act();
      await this.settle();
    }
    this.#now = end;
  }
}
