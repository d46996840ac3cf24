import type { HttpHandler } from 'msw';
import { toActivity } from '../../src/backend/rest/activity.ts';
import { ALL_ACTIVITY, selectActivity } from '../../src/domain/activity.ts';
import { json, Refusal } from '../reply.ts';
import type { Context, Route } from '../routes.ts';
import type { HostActivity } from './state.ts';

/** How many entries one answer carries. */
const PAGE = 50;

/** Reads out the journal, newest first, filtered before it is cut into pages. */
export const activityHandlers = (route: Route, { memory }: Context): HttpHandler[] => [
  route(
    'activity',
    'get',
    '/api/activity',
    ({ url: { searchParams } }) =>
      memory.read(({ host }) => {
        const cursor = searchParams.get('cursor') ?? String(host.activity.length);
        if (!/^\d{1,9}$/.test(cursor))
          throw new Refusal(400, 'invalid-request', 'cursor: not one of this host.');
        return json(page(host.activity, Number(cursor), searchParams));
      }),
    'activity',
  ),
];

/** The newest entries before place `end`. The journal only grows, so a place means the same for ever. */
function page(journal: readonly HostActivity[], end: number, asked: URLSearchParams) {
  const entries: HostActivity[] = [];
  for (let at = Math.min(end, journal.length) - 1; at >= 0; at--) {
    const entry = journal[at];
    if (!entry || !isAskedFor(entry, asked)) continue;
    if (entries.length === PAGE) return { entries, next: String(at + 1) };
    entries.push(entry);
  }
  return { entries, next: null };
}

function isAskedFor(entry: HostActivity, asked: URLSearchParams): boolean {
  const what = asked.get('what')?.split(',');
  if (what && !what.includes(entry.what)) return false;
  const filter = {
    ...ALL_ACTIVITY,
    search: asked.get('search') ?? '',
    extension: asked.get('extension'),
    person: asked.get('by'),
  };
  return selectActivity([toActivity(entry)], filter).length > 0;
}
