import type { HttpHandler } from 'msw';
import { type Context, routesOf } from './routes.ts';
import { checkoutHandlers } from './store/checkout.ts';
import { marketplaceHandlers } from './store/marketplace.ts';

/** The online store: takes the payment and tells the key administrator. */
export function storeHandlers(context: Context): HttpHandler[] {
  const route = routesOf('store', context);
  return [...checkoutHandlers(route, context), ...marketplaceHandlers(route, context)];
}
