import type { Backend } from '../backend.ts';
import { restHost } from './host.ts';
import { restLicenses } from './licenses.ts';
import { restOrders } from './orders.ts';
import { type RestOptions, restTransport } from './transport.ts';

/**
 * A backend that speaks the published REST contract (`docs/openapi.yaml`). Each has a memory of its own of the list last
 * read and of the vendor's zone; make one per host and keep it. Nothing is sent until something is asked.
 *
 * @example restBackend({ baseUrl: '/upkeep', fetch: hostFetch })
 */
export function restBackend(options: RestOptions): Backend {
  const send = restTransport(options);
  return { host: restHost(send), licenses: restLicenses(send), orders: restOrders(send, options) };
}
