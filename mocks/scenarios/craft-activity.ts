import type { HostActivity } from '../host/state.ts';
import { ADMIN } from '../setting.ts';

const YOU = { id: ADMIN.id, name: ADMIN.name };
const OTHER = { id: 'second-admin', name: 'Another administrator' };

type Past = Pick<HostActivity, 'at' | 'by' | 'what'> & Partial<HostActivity>;

const PAST: readonly Past[] = [
  {
    at: '2024-08-16T13:20:00Z',
    by: OTHER,
    what: 'update',
    extension: 'vizy',
    about: 'Vizy',
    from: '2.1.21',
    to: '2.1.22',
  },
  {
    at: '2024-09-27T09:41:00Z',
    by: YOU,
    what: 'activate',
    extension: 'image-optimize',
    about: 'ImageOptimize',
  },
  {
    at: '2024-09-30T14:05:00Z',
    by: OTHER,
    what: 'install',
    extension: 'google-maps',
    about: 'Google Maps',
    to: '4.4.0',
  },
  {
    at: '2024-10-07T08:12:00Z',
    by: YOU,
    what: 'hold',
    extension: 'comments',
    about: 'Comments',
    reason: 'Waiting for the new templates',
  },
  {
    at: '2024-10-18T15:30:00Z',
    by: YOU,
    what: 'update',
    result: 'canceled',
    extension: 'blitz',
    about: 'Blitz',
    from: '4.16.2',
    to: '4.18.3',
  },
  // A word of this host's own.
  {
    at: '2024-10-21T16:58:00Z',
    by: null,
    what: 'database-saved',
    text: 'A copy of the database was saved',
  },
  {
    at: '2024-10-21T17:00:00Z',
    by: OTHER,
    what: 'update',
    result: 'started',
    extension: 'shopify',
    about: 'Shopify',
    from: '4.1.1',
    to: '4.1.2',
  },
  {
    at: '2024-10-21T17:02:00Z',
    by: OTHER,
    what: 'update',
    result: 'failed',
    extension: 'shopify',
    about: 'Shopify',
    from: '4.1.1',
    to: '4.1.2',
    reason: 'Its migration of the database stopped halfway; the extension was not started.',
  },
  { at: '2024-10-24T03:00:00Z', by: null, what: 'check-licenses' },
];

/** What happened on this host before, oldest first. */
export const craftActivity = (): readonly HostActivity[] =>
  PAST.map((past, at) => ({
    id: `activity-${at + 1}`,
    result: 'done',
    extension: null,
    about: null,
    from: null,
    to: null,
    count: null,
    reason: null,
    text: null,
    ...past,
  }));
