import type { Backend } from '../backend/backend.ts';
import type { Capability } from '../domain/capability.ts';
import { isSettled } from '../domain/order.ts';
import { delivering, type Delivering } from './delivering.ts';
import { type Desk, type LedgerView, NOTHING_KNOWN } from './desk.ts';
import { following, type Following } from './following.ts';
import { observed } from './observed.ts';
import { saving, type Saving } from './saving.ts';
import { fromHost, type OrderStatusSources } from './sources.ts';
import { pageSurroundings, type Surroundings } from './surroundings.ts';

/**
 * What a panel knows of its orders and does with them, without anything to see: it is as well driven by a test as by
 * components. The host keeps the orders; this one forgets everything with the page, and loses nothing by it.
 */
export interface Ledger
  extends
    Pick<Following, 'open' | 'check'>,
    Saving,
    Pick<Delivering, 'handOff' | 'deliver' | 'cancel'> {
  readonly view: () => LedgerView;
  /** Tells of every change until what it gives is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /** What this person may do with this host; nothing until told. */
  readonly permit: (may: ReadonlySet<Capability>) => void;
  /** Where news of some extensions' orders come from; from the host until told. */
  readonly hear: (from: OrderStatusSources) => void;
}

/** A ledger that knows nothing yet and asks nobody before it is opened. */
export function orderLedger(
  backend: Backend,
  surroundings: Surroundings = pageSurroundings,
): Ledger {
  let may: ReadonlySet<Capability> = new Set();
  let own: OrderStatusSources = {};
  const desk: Desk = { backend, surroundings, state: observed(NOTHING_KNOWN) };
  const { state } = desk;
  const host = fromHost(backend.orders);
  const asking = following(desk, ({ extension }) =>
    Object.hasOwn(own, extension) ? (own[extension] ?? host) : host,
  );
  const writing = delivering(
    desk,
    asking,
    () => may.has('purchase') && may.has('idempotentFulfillment'),
  );

  function seeOpen(): void {
    const { book, seenOpen } = state.get();
    const fresh = (book?.orders ?? []).filter(
      ({ token, state: standing }) => !isSettled(standing) && !seenOpen.has(token),
    );
    if (fresh.length === 0) return;
    state.put({ seenOpen: new Set([...seenOpen, ...fresh.map(({ token }) => token)]) });
  }
  state.subscribe(() => {
    seeOpen();
    writing.deliverConsented();
  });

  return {
    ...saving(desk, asking, () => may.has('verifier')),
    ...writing,
    open: asking.open,
    check: asking.check,
    view: state.get,
    subscribe: state.subscribe,
    permit(now) {
      may = now;
      writing.deliverConsented();
    },
    hear(from) {
      own = from;
    },
  };
}

const ledgers = new WeakMap<Backend, Ledger>();

/** The ledger of a backend; every panel on a page that shares one shares the other. */
export function ledgerOf(backend: Backend): Ledger {
  let ledger = ledgers.get(backend);
  if (!ledger) {
    ledger = orderLedger(backend);
    ledgers.set(backend, ledger);
  }
  return ledger;
}
