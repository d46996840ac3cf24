import type { HttpHandler } from 'msw';
import { hostHandlers } from './host.ts';
import { kaHandlers } from './ka.ts';
import type { Context } from './routes.ts';
import { storeHandlers } from './store.ts';
import { vendorHandlers } from './vendor.ts';

/** All outside parties over one world, each at its own origin. */
export const partyHandlers = (context: Context): HttpHandler[] => [
  ...hostHandlers(context),
  ...storeHandlers(context),
  ...kaHandlers(context),
  ...vendorHandlers(context),
];
