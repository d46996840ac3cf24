import type { HttpHandler } from 'msw';
import { type Context, routesOf } from './routes.ts';
import { checkoutHandlers } from './store/checkout.ts';

/** The online store: takes the payment and tells the key administrator. */
export const storeHandlers = (context: Context): HttpHandler[] =>
  checkoutHandlers(routesOf('store', context), context);
