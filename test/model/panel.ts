import type { Backend } from '../../src/backend/backend.ts';
import type { Session } from '../../src/backend/session.ts';
import { permitted } from '../../src/domain/capability.ts';
import { awaitsPayment, deliverable, standingOf } from '../../src/domain/order-standing.ts';
import { isSettled, type Order, type OrderState, type Wish } from '../../src/domain/order.ts';
import { orderLink } from '../../src/features/purchase/order-link.ts';
import { orderLedger } from '../../src/ledger/ledger.ts';
import type { LedgerView, Write } from '../../src/ledger/desk.ts';
import { nameOf, type SavedWish, standing } from '../../src/ledger/saved-wish.ts';
import type { Surroundings } from '../../src/ledger/surroundings.ts';

/** One order as an admin sees it. */
export interface Shown {
  readonly order: Order;
  readonly standing: OrderState;
  /** Where the link to the store leads; `null` = there is none. */
  readonly href: string | null;
  readonly canDeliver: boolean;
  readonly canCancel: boolean;
}

/** A panel as an admin has it before them: what it shows, and what may be pressed. */
export interface Panel {
  /** Chooses what to buy, and for which domain. */
  choose(wish: Wish): void;
  readonly chosen: Wish | null;
  /** How the choice stands. */
  wish(): SavedWish;
  /** The order of the choice, with its link. */
  saved(): Shown | null;
  /** `undefined` until the list was read. */
  orders(): readonly Shown[] | undefined;
  writeOf(token: string): Write | undefined;
  /** A question had no answer, and checking again is offered. */
  inTrouble(): boolean;
  save(): void;
  look(): void;
  follow(token: string): void;
  deliver(token: string): void;
  cancel(token: string): void;
  check(): void;
  /** Tells of every change of what is shown. */
  subscribe(listener: () => void): void;
  open(): void;
}

/** Builds a panel in a page. */
export type PanelMaker = (backend: Backend, page: Surroundings, session: Session) => Panel;

/** The panel itself: its ledger, and what its components offer for what the ledger knows. */
export const honestPanel: PanelMaker = (backend, page, session) => {
  const ledger = orderLedger(backend, page);
  const may = permitted(session.capabilities, session.actor.roles);
  ledger.permit(may);
  const mine = new Set<string>();
  const seen = new WeakMap<Order, Shown>();
  let chosen: Wish | null = null;

  const shown = (order: Order): Shown => {
    const known = seen.get(order);
    if (known) return known;
    const link = orderLink(order, session);
    const fresh: Shown = {
      order,
      standing: standingOf(order),
      href: link?.kind === 'link' ? link.href : null,
      canDeliver: deliverable(order),
      canCancel: awaitsPayment(order),
    };
    seen.set(order, fresh);
    return fresh;
  };
  let last: { readonly wish: SavedWish; readonly view: LedgerView } | null = null;
  const wish = (): SavedWish => {
    const view = ledger.view();
    if (last?.view !== view) last = { wish: standing(chosen, view, mine), view };
    return last.wish;
  };

  return {
    choose(next) {
      chosen = next;
      last = null;
    },
    get chosen() {
      return chosen;
    },
    wish,
    saved() {
      const now = wish();
      return now.kind === 'saved' || now.kind === 'resumed' ? shown(now.order) : null;
    },
    orders() {
      const { book, seenOpen } = ledger.view();
      return book?.orders
        .filter((order) => !isSettled(order.state) || seenOpen.has(order.token))
        .map(shown);
    },
    inTrouble: () => ledger.view().error !== null,
    writeOf: (token) => ledger.view().writes.get(token),
    save() {
      if (chosen === null) return;
      mine.add(nameOf(chosen));
      last = null;
      void ledger.save(chosen);
    },
    look: () => void (chosen && ledger.look(chosen)),
    follow: (token) => ledger.handOff(token),
    deliver: (token) => void ledger.deliver(token),
    cancel: (token) => void ledger.cancel(token),
    check: () => void ledger.check(),
    subscribe: (listener) => void ledger.subscribe(listener),
    open: () => void ledger.open(),
  };
};
