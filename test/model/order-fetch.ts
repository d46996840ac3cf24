import { getResponse, type HttpHandler } from 'msw';
import { perAccount } from '../../mocks/host/accounts.ts';
import { fulfillmentHandlers } from '../../mocks/host/fulfillment.ts';
import { orderHandlers } from '../../mocks/host/orders.ts';
import { tokenHandlers } from '../../mocks/host/tokens.ts';
import { kaHandlers } from '../../mocks/ka.ts';
import type { Memory } from '../../mocks/memory.ts';
import { ORIGINS } from '../../mocks/origins.ts';
import { type Context, routesOf } from '../../mocks/routes.ts';
import { storeHandlers } from '../../mocks/store.ts';
import { vendorHandlers } from '../../mocks/vendor.ts';

const hostHandlers = (context: Context): HttpHandler[] => {
  const route = routesOf('host', context);
  return [
    ...orderHandlers(route, context),
    ...fulfillmentHandlers(route, context),
    ...tokenHandlers(route, context),
  ];
};

/** What `directFetch` of the mocks is, for everything about orders and nothing else, so that many runs take less time. */
export function orderFetch(memory: Memory): typeof fetch {
  const call: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const response = await getResponse(handlers[new URL(request.url).origin] ?? [], request);
    if (!response || response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };
  const context: Context = { memory, origins: ORIGINS, call };
  const handlers: Readonly<Record<string, HttpHandler[]>> = {
    [ORIGINS.host]: perAccount(context, hostHandlers),
    [ORIGINS.store]: storeHandlers(context),
    [ORIGINS.ka]: kaHandlers(context),
    [ORIGINS.vendor]: vendorHandlers(context),
  };
  return call;
}
