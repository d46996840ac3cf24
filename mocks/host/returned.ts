import type { HttpHandler } from 'msw';
import * as v from 'valibot';
import { toLicense } from '../../src/backend/rest/release.ts';
import { WireReturnedApplication, type WireReturnedLicense } from '../../src/backend/wire.ts';
import { endOf, type License, licenseState, runsUnder } from '../../src/domain/license.ts';
import type { Loss, Refused, ReturnRefusal } from '../../src/domain/returned-license.ts';
import { DAY_MS, instant, now, today } from '../clock.ts';
import { readRaw } from '../raw-license.ts';
import { badGateway, bodyOf, json, nothing, Refusal } from '../reply.ts';
import type { Context, Route } from '../routes.ts';
import { note, type World } from '../world.ts';
import { did } from './changed.ts';
import { asked, installKeys, KaKeys, NO_ANSWER } from './ka-answers.ts';
import { type HostReturned, usersWords } from './returned-state.ts';

/** Tells of licenses that came back through the browser, puts them in place, and forgets them. */
export const returnedHandlers = (route: Route, context: Context): HttpHandler[] => {
  const { memory, origins, call } = context;

  const askKa = async (path: string, init?: RequestInit): Promise<KaKeys | undefined> => {
    const answer = await asked(() => call(origins.ka + path, init));
    const read = v.safeParse(KaKeys, answer?.body);
    return answer?.ok && read.success ? read.output.keys : undefined;
  };

  return [
    route(
      'returned-licenses',
      'get',
      '/api/returned-licenses',
      () =>
        memory.read((world) =>
          json({ licenses: world.host.returned.filter(isTold(world)).map(onWire) }),
        ),
      'returnedLicenses',
    ),

    route(
      'apply-returned',
      'post',
      '/api/returned-licenses/:id/application',
      async ({ request, part }) => {
        const { accept } = await bodyOf(WireReturnedApplication, request);
        const { entry, mainKey } = await memory.read((world) => ({
          entry: returnedOf(world, part('id')),
          mainKey: world.host.mainKey,
        }));
        if (entry.state === 'applied') return json(onWire(entry));
        const number = encodeURIComponent(entry.number ?? '');
        const keys = entry.number === null ? [] : await askKa(`/keys?ekn=${number}`);
        if (!keys) return badGateway(NO_ANSWER);
        const refused = await memory.change((world) => judge(world, part('id'), keys, accept));
        if (refused) throw refused;
        const body = new URLSearchParams({ kn: mainKey, ekn: entry.number ?? '' });
        const attached = await askKa('/attachments', { method: 'POST', body });
        if (!attached) return badGateway(NO_ANSWER);
        return memory.change((world) => json(onWire(putInPlace(world, part('id'), attached))));
      },
      'returnedLicenses',
    ),

    route(
      'discard-returned',
      'delete',
      '/api/returned-licenses/:id',
      ({ part }) =>
        memory.change((world) => {
          world.host.returned = world.host.returned.filter(({ id }) => id !== part('id'));
          return nothing();
        }),
      'returnedLicenses',
    ),
  ];
};

const isTold =
  (world: World) =>
  ({ appliedAt }: HostReturned): boolean =>
    appliedAt === null || now(world) - appliedAt < DAY_MS;

/** The entry of that id. @throws Refusal 404. */
function returnedOf({ host }: World, id: string): HostReturned {
  const entry = host.returned.find((each) => each.id === id);
  if (!entry) throw new Refusal(404, 'not-found', 'This license is not kept here any more.');
  return entry;
}

const WORDS: Readonly<Record<ReturnRefusal, string>> = {
  'license-unreadable': 'What came back cannot be read as a license.',
  'license-other-host': 'This license was issued for another host.',
  'license-not-installed': 'This license is for an extension that is not on this host.',
  'license-error': 'The vendor reports an error of this license.',
  'license-downgrade': 'The license in place gives more than this one.',
};

/** Looks at a license anew and writes down what came of it. A refusal is returned, since one thrown would undo that. */
function judge(
  world: World,
  id: string,
  keys: KaKeys,
  accept: readonly Loss['kind'][],
): Refusal | undefined {
  const entry = returnedOf(world, id);
  if (entry.state === 'applied') return undefined;
  const found = whyNot(world, entry, keys);
  const isAgreed =
    found?.because === 'license-downgrade' &&
    (found.losses ?? []).every(({ kind }) => accept.includes(kind));
  if (!found || isAgreed) return undefined;
  entry.refused = { errors: [], losses: [], ...found, at: instant(now(world)) };
  return new Refusal(409, found.because, WORDS[found.because]);
}

type Found = Pick<Refused, 'because'> & Partial<Refused>;

function whyNot(world: World, { raw }: HostReturned, keys: KaKeys): Found | undefined {
  const said = readRaw(raw);
  if (!said) return { because: 'license-unreadable' };
  if (said.host !== world.host.mainKey) return { because: 'license-other-host' };
  const extension = world.host.extensions.find(({ key }) => key === said.product);
  if (!extension || extension.installed === null) return { because: 'license-not-installed' };
  const key = keys.find(({ product }) => product === said.product);
  if (!key) return { because: 'license-error' };
  const license = toLicense(key.license);
  const errors = errorsOf(license, world);
  if (errors) return { because: 'license-error', errors };
  const losses = lossesBetween(
    { license: extension.license, users: extension.users ?? null },
    { license, users: said.users },
  );
  return losses.length > 0 ? { because: 'license-downgrade', losses } : undefined;
}

/** What is wrong with a license by itself; `undefined` = nothing. */
function errorsOf(license: License, world: World): Refused['errors'] | undefined {
  if ('errors' in license && license.errors.length > 0) return license.errors;
  const state = licenseState(license, today(world));
  const isOver = runsUnder(state) !== 'runs' || state.kind === 'maintenance-ended';
  return isOver ? ['EXPIRED'] : undefined;
}

interface Graded {
  readonly license: License;
  readonly users: number | null;
}

/** What the license in place has and the other has not. One that does not run, or is none, has nothing to lose. */
function lossesBetween(present: Graded, other: Graded): Loss[] {
  const [from, to] = [endOf(present.license), endOf(other.license)];
  if (from === undefined || to === undefined) return [];
  const losses: Loss[] = [];
  if (present.license.kind !== 'evaluation' && other.license.kind === 'evaluation')
    losses.push({ kind: 'evaluation-over-paid' });
  if (to !== null && (from === null || to < from)) losses.push({ kind: 'earlier-end', from, to });
  if (present.users !== null && other.users !== null && other.users < present.users)
    losses.push({
      kind: 'lower-edition',
      from: usersWords(present.users),
      to: usersWords(other.users),
    });
  return losses;
}

/** Puts a license in place, once: whoever comes second finds it there. */
function putInPlace(world: World, id: string, keys: KaKeys): HostReturned {
  const entry = returnedOf(world, id);
  if (entry.state === 'applied') return entry;
  const users = readRaw(entry.raw)?.users;
  installKeys(world, keys);
  const extension = world.host.extensions.find(({ key }) => key === entry.extension);
  if (extension && users !== undefined) extension.users = users;
  Object.assign(entry, { raw: '', state: 'applied', refused: null, appliedAt: now(world) });
  note(world, 'panel', 'host', 'apply returned license', entry.id);
  did(world, 'activate', { ...(entry.extension !== null && { extension: entry.extension }) });
  return entry;
}

/** An entry as it travels: without the license, and without its number. */
const onWire = ({
  raw: _raw,
  number: _number,
  appliedAt: _appliedAt,
  ...told
}: HostReturned): v.InferInput<typeof WireReturnedLicense> => ({
  ...told,
  license: told.license && { ...told.license, endsOn: told.license.endsOn ?? 'never' },
  refused: told.refused && {
    ...told.refused,
    errors: [...told.refused.errors],
    losses: told.refused.losses.map((loss) =>
      loss.kind === 'earlier-end' ? { ...loss, from: loss.from ?? 'never' } : loss,
    ),
  },
});
