import type { HttpHandler } from 'msw';
import { perAccount } from './host/accounts.ts';
import { activationHandlers } from './host/activations.ts';
import { activityHandlers } from './host/activity.ts';
import { batchHandlers } from './host/batches.ts';
import { choiceHandlers } from './host/choices.ts';
import { extensionHandlers } from './host/extensions.ts';
import { fulfillmentHandlers } from './host/fulfillment.ts';
import { installHandlers } from './host/install.ts';
import { keyHandlers } from './host/keys.ts';
import { callbackHandlers } from './host/license-callback.ts';
import { licenseHandlers } from './host/licenses.ts';
import { offerHandlers } from './host/offers.ts';
import { orderEventHandlers } from './host/order-events.ts';
import { orderHandlers } from './host/orders.ts';
import { returnedHandlers } from './host/returned.ts';
import { taskHandlers } from './host/tasks.ts';
import { tokenHandlers } from './host/tokens.ts';
import { type Context, routesOf } from './routes.ts';

/** The host: what the panel talks to. Lists and installs extensions, keeps licenses and orders. */
export const hostHandlers = (context: Context): HttpHandler[] =>
  perAccount(context, handlersOfSession);

function handlersOfSession(context: Context): HttpHandler[] {
  const route = routesOf('host', context);
  return [
    ...extensionHandlers(route, context),
    ...installHandlers(route, context),
    ...choiceHandlers(route, context),
    ...taskHandlers(route, context),
    ...batchHandlers(route, context),
    ...licenseHandlers(route, context),
    ...keyHandlers(route, context),
    ...activationHandlers(route, context),
    ...returnedHandlers(route, context),
    ...callbackHandlers(context),
    ...offerHandlers(route, context),
    ...tokenHandlers(route, context),
    ...orderHandlers(route, context),
    ...orderEventHandlers(route, context),
    ...fulfillmentHandlers(route, context),
    ...activityHandlers(route, context),
  ];
}
