import type { HttpHandler } from 'msw';
import { type Context, routesOf } from './routes.ts';
import { orderHandlers } from './vendor/orders.ts';
import { protocolHandlers } from './vendor/protocol.ts';

/** The vendor: issues licenses to the key administrator, and delivers what was bought for one domain. */
export function vendorHandlers(context: Context): HttpHandler[] {
  const route = routesOf('vendor', context);
  return [...protocolHandlers(route, context), ...orderHandlers(route, context)];
}
