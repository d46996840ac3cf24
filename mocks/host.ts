import type { HttpHandler } from 'msw';
import { activationHandlers } from './host/activations.ts';
import { activityHandlers } from './host/activity.ts';
import { batchHandlers } from './host/batches.ts';
import { choiceHandlers } from './host/choices.ts';
import { extensionHandlers } from './host/extensions.ts';
import { fulfillmentHandlers } from './host/fulfillment.ts';
import { installHandlers } from './host/install.ts';
import { licenseHandlers } from './host/licenses.ts';
import { offerHandlers } from './host/offers.ts';
import { orderHandlers } from './host/orders.ts';
import { taskHandlers } from './host/tasks.ts';
import { type Context, routesOf } from './routes.ts';

/** The host: what the panel talks to. Lists and installs extensions, keeps licenses and orders. */
export function hostHandlers(context: Context): HttpHandler[] {
  const route = routesOf('host', context);
  return [
    ...extensionHandlers(route, context),
    ...installHandlers(route, context),
    ...choiceHandlers(route, context),
    ...taskHandlers(route, context),
    ...batchHandlers(route, context),
    ...licenseHandlers(route, context),
    ...activationHandlers(route, context),
    ...offerHandlers(route, context),
    ...orderHandlers(route, context),
    ...fulfillmentHandlers(route, context),
    ...activityHandlers(route, context),
  ];
}
