import { HttpResponse, type HttpHandler } from 'msw';
import { type Day, parseDay } from '../../src/domain/day.ts';
import { basicAuth, toBase64 } from '../basic-auth.ts';
import { CANARY } from '../canary.ts';
import { instant, now } from '../clock.ts';
import { json, nothing } from '../reply.ts';
import type { Context, Route } from '../routes.ts';
import { own } from '../own.ts';
import { note, type World } from '../world.ts';
import { stopDelivery } from './delivery.ts';
import type { IssuedLicense } from './state.ts';

const TERMINATED = 'This license was terminated; that cannot be undone.';

const refuse = (status: number, reason: string): Response => HttpResponse.text(reason, { status });

/** Reads DD/MM/YYYY, and DD\MM\YYYY as the key administrator's examples have it. */
export function apsDay(text: string): Day | undefined {
  const match = /^(\d{2})[/\\](\d{2})[/\\](\d{4})$/.exec(text);
  return match ? parseDay(`${match[3]}-${match[2]}-${match[1]}`) : undefined;
}

/** Answers the key administrator (ISV protocol 1.0): one address, one form, five actions. */
export const protocolHandlers = (route: Route, { memory }: Context): HttpHandler[] => [
  route('aps', 'post', '/aps', async ({ request }) => {
    const body = await request.text();
    const authorization = request.headers.get('Authorization') ?? '';
    const isForm = (request.headers.get('Content-Type') ?? '').startsWith(
      'application/x-www-form-urlencoded',
    );
    return memory.change((world) => {
      world.vendor.received.push({ at: instant(now(world)), authorization, body });
      if (authorization === '')
        return refuse(401, 'Send the agreed name and password (HTTP Basic).');
      if (authorization !== basicAuth(world.vendor.login))
        return refuse(403, 'The name or password is not the agreed one.');
      if (!isForm) return refuse(400, 'Send application/x-www-form-urlencoded.');
      return act(world, new URLSearchParams(body));
    });
  }),
];

function act(world: World, form: URLSearchParams): Response {
  const action = form.get('APS_ACTION');
  const id = form.get('PURCHASE_ID') ?? '';
  if (id === '') return refuse(400, 'PURCHASE_ID is missing.');
  note(world, 'ka', 'vendor', String(action), form.get('ACTIVATION_DATA') ?? id);
  switch (action) {
    case 'PURCHASE':
      return purchase(world, form, id);
    case 'RENEW': {
      const unpaid = own(world.vendor.unpaid ?? {}, id);
      if (unpaid !== undefined) return refuse(400, unpaid);
      return issue(world, form, own(world.vendor.licenses, id) ?? blank(world, form, id));
    }
    case 'UPGRADE':
      return issue(world, form, own(world.vendor.licenses, id) ?? blank(world, form, id));
    case 'TERMINATE': {
      const license = own(world.vendor.licenses, id) ?? blank(world, form, id);
      license.terminated = true;
      stopDelivery(world, license.token);
      world.vendor.licenses[id] = license;
      return world.vendor.agreesToEnd === 200
        ? HttpResponse.text('Terminated.', { status: 200 })
        : nothing();
    }
    case 'GET-INFO':
      return json({ version: 'isv-reportable-1', usage: usageOf(world, id) });
    default:
      return refuse(
        400,
        `APS_ACTION ${action} is none of PURCHASE, RENEW, UPGRADE, TERMINATE, GET-INFO.`,
      );
  }
}

/** No rule against repeats is documented, so the same number, or the same token, gives the same license again. */
function purchase(world: World, form: URLSearchParams, id: string): Response {
  const token = form.get('ACTIVATION_DATA');
  const { licenses } = world.vendor;
  const known =
    own(licenses, id) ??
    Object.values(licenses).find((each) => token !== null && each.token === token);
  if (!known) return issue(world, form, blank(world, form, id));
  // A termination that came first could not name the order.
  if (known.token === null) known.token = token;
  return known.terminated ? refuse(400, TERMINATED) : answer(known);
}

/** Counters of one license: what was delivered under it, and whatever else it counts. */
function usageOf({ vendor }: World, id: string): Record<string, number> {
  const token = own(vendor.licenses, id)?.token ?? null;
  const delivered = vendor.deliveries.filter((each) => token !== null && each.token === token);
  return { deliveries: delivered.length, ...own(vendor.used ?? {}, id) };
}

const blank = (world: World, form: URLSearchParams, purchaseId: string): IssuedLicense => ({
  purchaseId,
  product: form.get('PRODUCT_ID') ?? '',
  token: form.get('ACTIVATION_DATA'),
  body: '',
  endsOn: null,
  terminated: false,
  test: form.get('APS_TEST_MODE') === 'Y',
  toldAt: instant(now(world)),
  readyAt: now(world) + world.vendor.prepares,
});

function issue(world: World, form: URLSearchParams, license: IssuedLicense): Response {
  const expiry = form.get('EXPIRY_DATE');
  const endsOn = expiry === null ? null : apsDay(expiry);
  if (endsOn === undefined)
    return refuse(400, `EXPIRY_DATE "${expiry}" is no day; write it as 31/12/2025.`);
  if (license.terminated) return refuse(400, TERMINATED);
  license.endsOn = endsOn;
  license.body = toBase64(
    JSON.stringify({
      license: license.purchaseId,
      product: license.product,
      endsOn,
      seal: CANARY,
    }),
  );
  world.vendor.licenses[license.purchaseId] = license;
  return answer(license);
}

const answer = ({ body, endsOn }: IssuedLicense): Response =>
  HttpResponse.text(body, {
    headers:
      endsOn === null
        ? {}
        : { 'X-APS-Expiration-Date': new Date(`${endsOn}T00:00:00Z`).toUTCString() },
  });
