import type { HttpHandler } from 'msw';
import { attachmentHandlers } from './ka/attachments.ts';
import { keyHandlers } from './ka/keys.ts';
import { purchaseHandlers } from './ka/purchases.ts';
import { type Context, routesOf } from './routes.ts';

/** The key administrator: keeps license keys, renews and ends them, and tells the vendor. */
export function kaHandlers(context: Context): HttpHandler[] {
  const route = routesOf('ka', context);
  return [
    ...keyHandlers(route, context),
    ...attachmentHandlers(route, context),
    ...purchaseHandlers(route, context),
  ];
}
