import type { Backend } from '../../src/backend/backend.ts';
import { isBackendError } from '../../src/backend/errors.ts';
import type { Order, Wish } from '../../src/domain/order.ts';
import { orderLink } from '../../src/features/purchase/order-link.ts';
import { honestPanel, type Panel, type PanelMaker, type Shown } from './panel.ts';

/** The order that will be, as a panel would draw it that does not wait for the host. */
const dreamt = (token: string, wish: Wish, storeUrl: string): Order => ({
  ...wish,
  token,
  state: 'prepared',
  unknownState: null,
  title: wish.offer,
  steps: {
    recorded: null,
    atStore: null,
    paid: null,
    vendorTold: null,
    ready: null,
    delivered: null,
  },
  startedBy: { id: '', name: '' },
  startedAt: '',
  deliveredBy: null,
  delivery: null,
  news: 'poll',
  echo: null,
  intervalSeconds: 0,
  storeUrl,
  supportUrl: null,
  reason: null,
  test: false,
});

/** Gives the link to the store while the order is still being saved. */
const noSave: PanelMaker = (backend, page, session) => {
  let sent: { readonly token: string; readonly wish: Wish } | null = null;
  const orders: Backend['orders'] = {
    ...backend.orders,
    save(token, wish) {
      sent = { token, wish };
      return backend.orders.save(token, wish);
    },
  };
  const panel = honestPanel({ ...backend, orders }, page, session);
  return overlaid(panel, {
    saved() {
      if (sent === null || panel.wish().kind !== 'saving') return panel.saved();
      const { token } = sent;
      if (panel.orders()?.some((known) => known.order.token === token)) return panel.saved();
      const order = dreamt(sent.token, sent.wish, `${session.storeOrigins[0]}/buy`);
      const link = orderLink(order, session);
      const href = link?.kind === 'link' ? link.href : null;
      return { order, standing: 'prepared', href, canDeliver: false, canCancel: false };
    },
  });
};

/** Sends an order to the store for what is chosen now, not for what was recorded. */
const lateTarget: PanelMaker = (backend, page, session) => {
  const panel = honestPanel(backend, page, session);
  const late = (shown: Shown): Shown => {
    const { order, href } = shown;
    if (href === null || panel.chosen?.kind !== order.kind) return shown;
    const link = orderLink({ ...order, offer: panel.chosen.offer }, session);
    return { ...shown, href: link?.kind === 'link' ? link.href : null };
  };
  return overlaid(panel, {
    orders: () => panel.orders()?.map(late),
    saved() {
      const saved = panel.saved();
      return saved && late(saved);
    },
  });
};

/** Makes a new token for every try. */
const noKey: PanelMaker = (backend, page, session) => {
  const orders: Backend['orders'] = {
    ...backend.orders,
    save: (_, wish) => backend.orders.save(page.token(), wish),
  };
  return honestPanel({ ...backend, orders }, page, session);
};

/** Calls an order delivered as soon as that was asked for. */
const optimistic: PanelMaker = (backend, page, session) => {
  const panel = honestPanel(backend, page, session);
  const pressed = new Set<string>();
  const hopeful = (shown: Shown): Shown =>
    pressed.has(shown.order.token) ? { ...shown, standing: 'fulfilled' } : shown;
  return overlaid(panel, {
    deliver(token) {
      pressed.add(token);
      panel.deliver(token);
    },
    orders: () => panel.orders()?.map(hopeful),
  });
};

/** Sends a write again by itself when its answer was lost, at once or when the page is back. */
const blindRetry: PanelMaker = (backend, page, session) => {
  const again = async <T>(send: () => Promise<T>): Promise<T> => {
    try {
      return await send();
    } catch (error) {
      if (!isBackendError(error) || !error.outcomeUnknown) throw error;
      return new Promise<T>((resolve, reject) => {
        page.after(1_000, () => void send().then(resolve, reject));
      });
    }
  };
  const { orders } = backend;
  const patched: Backend['orders'] = {
    ...orders,
    save: (token, wish) => again(() => orders.save(token, wish)),
    fulfill: (token) => again(() => orders.fulfill(token)),
    cancel: (token) => again(() => orders.cancel(token)),
  };
  return honestPanel({ ...backend, orders: patched }, page, session);
};

/** A panel in which something is done otherwise. */
function overlaid(panel: Panel, otherwise: Partial<Panel>): Panel {
  return Object.defineProperties(
    Object.create(panel) as Panel,
    Object.getOwnPropertyDescriptors(otherwise),
  );
}

/** Five mistakes that others have made, and the rule each of them breaks. */
export const BROKEN_PANELS: readonly {
  readonly name: string;
  readonly make: PanelMaker;
  readonly breaks: string;
}[] = [
  { name: 'gives a link before the order is saved', make: noSave, breaks: 'I4' },
  { name: 'sends to the store what is chosen now', make: lateTarget, breaks: 'I2' },
  { name: 'makes a new token for every try', make: noKey, breaks: 'I9' },
  { name: 'calls an order delivered when that was asked for', make: optimistic, breaks: 'I7' },
  { name: 'sends a write again by itself', make: blindRetry, breaks: 'I8' },
];
