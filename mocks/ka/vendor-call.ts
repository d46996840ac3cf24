import * as v from 'valibot';
import type { Day } from '../../src/domain/day.ts';
import { dayOf } from '../../src/domain/day.ts';
import { basicAuth, toBase64 } from '../basic-auth.ts';
import { offerOf } from '../catalog.ts';
import { today } from '../clock.ts';
import type { Context } from '../routes.ts';
import type { World } from '../world.ts';
import { damaged } from './damage.ts';
import { putBack, remove } from './life.ts';
import { type Errand, type Key, purchaseId } from './state.ts';

/** DD/MM/YYYY, or with backslashes as in the vendor documents' own examples. */
const dated = (day: Day, separator: string): string => day.split('-').reverse().join(separator);

/** The form of the vendor protocol (ISV protocol 1.0) for one errand. */
export function vendorForm(world: World, errand: Errand, key: Key): URLSearchParams {
  const date = (day: Day) => dated(day, world.ka.dateSeparator);
  const offer = offerOf(world, key.offer);
  const form = new URLSearchParams({
    APS_PROTOCOL_MODEL: offer?.model === 'pay-as-you-go' ? '3' : '2',
    APS_ACTION: errand.action,
    APS_TEST_MODE: key.test ? 'Y' : 'N',
    PURCHASE_ID: purchaseId(key),
    PRODUCT_ID: key.offer,
    PURCHASE_DATE: date(key.createdOn),
    SUBSCRIPTION_DATE: date(key.createdOn),
    START_DATE: date(errand.action === 'RENEW' ? (key.endsOn ?? today(world)) : today(world)),
    REG_NAME: world.host.mainKey,
  });
  if (errand.endsOn !== null) form.set('EXPIRY_DATE', date(errand.endsOn));
  if (errand.action === 'PURCHASE' && offer?.model === 'individual' && key.token)
    form.set('ACTIVATION_DATA', damaged(key.token, world.ka.damages));
  if ((errand.action === 'RENEW' || errand.action === 'TERMINATE') && key.body !== null)
    form.set('PREVIOUS_LICENSE_BODY', toBase64(key.body));
  if (errand.action === 'TERMINATE') form.set('APS_TERMINATION_DATE', date(today(world)));
  return form;
}

/** What came of telling the vendor: nothing wrong, or the vendor's reason. */
export type Told = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** Tells the vendor about one claimed errand and keeps the license body it answers with. */
export async function tellVendor(
  { memory, origins, call }: Context,
  errand: Errand,
): Promise<Told> {
  const asked = await memory.read((world) => {
    const key = world.ka.keys.find(({ number }) => number === errand.key);
    return key && { form: vendorForm(world, errand, key), login: world.ka.vendorLogin };
  });
  if (!asked) return { ok: false, reason: `There is no key ${errand.key}.` };
  try {
    const response = await call(`${origins.vendor}/aps`, {
      method: 'POST',
      headers: { Authorization: basicAuth(asked.login) },
      body: asked.form,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(text || `The vendor answered ${response.status}.`);
    const expires = response.headers.get('X-APS-Expiration-Date');
    await memory.change((world) => issued(world, errand, text, expires));
    return { ok: true };
  } catch (error) {
    await memory.change((world) => putBack(world, errand.id));
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

const Report = v.object({
  version: v.literal('isv-reportable-1'),
  usage: v.record(v.string(), v.number()),
});

/** What the vendor counted. @throws when it is not the documented JSON. */
const countersIn = (body: string): Record<string, number> =>
  v.parse(Report, JSON.parse(body)).usage;

function issued(world: World, errand: Errand, body: string, expires: string | null): void {
  // First what may make no sense: an answer that cannot be read leaves the errand undone.
  const counters = errand.action === 'GET-INFO' ? countersIn(body) : null;
  remove(world, errand.id);
  const key = world.ka.keys.find(({ number }) => number === errand.key);
  if (!key) return;
  if (errand.action === 'TERMINATE') {
    key.standing = 'terminated';
    return;
  }
  if (counters !== null) {
    if (key.usage) key.usage.counters = counters;
    return;
  }
  if (errand.action === 'RENEW' || errand.action === 'UPGRADE') {
    const before = { version: key.version, endsOn: key.endsOn };
    key.earlier = [...(key.earlier ?? []), before];
    key.version += 1;
    if (errand.action === 'RENEW') key.before = before;
    else key.errors = [];
  }
  key.body = body;
  const end = expires === null ? NaN : Date.parse(expires);
  if (!Number.isNaN(end)) key.endsOn = dayOf(new Date(end).toISOString());
}
