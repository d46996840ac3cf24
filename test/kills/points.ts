import { CALLS } from '../contract/calls.ts';

/** Where a page is closed, seen from one of its calls. */
export const MOMENTS = [
  /** The request is about to leave, and never does. */
  'leaving',
  /** The host has carried it out; its answer has not arrived. */
  'committed',
  /** The answer has arrived; nothing that waits for it has run. */
  'arrived',
  /** What waited for the answer has run, up to the end of that task; nothing further leaves. */
  'continued',
] as const;
export type Moment = (typeof MOMENTS)[number];

/** A call on the way of a flow, around which the page is closed. */
export interface Point {
  /** By its name in the published contract. */
  readonly call: string;
  /** The first of these calls after that one; else simply the first of the page. */
  readonly after?: string;
  /** The how manieth of these calls in a page; 1 unless given. */
  readonly turn?: number;
  /** This call's answer is lost on the way, so that the panel has to look. */
  readonly lost?: string;
}

/**
 * Everything that a person begins by a press and that must not be lost, doubled or misdelivered, with each call on its
 * way that something in the panel waits for. In the order in which a page comes to them; a page that was closed before
 * the end is followed by a fresh one that goes on.
 */
export const FLOWS = {
  purchase: [
    { call: 'listOrders' },
    { call: 'listOffers' },
    { call: 'listTargets' },
    { call: 'saveOrder' },
    { call: 'handOffOrder' },
    { call: 'getOrder' },
    { call: 'fulfillOrder' },
    { call: 'listExtensions', turn: 2 },
  ],
  'purchase under the host’s own token': [{ call: 'mintToken' }, { call: 'saveOrder' }],
  'purchase whose answers are lost': [
    { call: 'listOrders', after: 'saveOrder', lost: 'saveOrder' },
    { call: 'listOrders', after: 'fulfillOrder', lost: 'fulfillOrder' },
  ],
  'delivery whose answer is lost': [
    { call: 'getOrder', after: 'fulfillOrder', lost: 'fulfillOrder' },
  ],
  'delivery told as it happens': [{ call: 'followOrder' }],
  'purchase given up': [{ call: 'cancelOrder' }],
  renewal: [
    { call: 'quoteRenewals' },
    { call: 'saveOrder' },
    { call: 'handOffOrder' },
    { call: 'getOrder' },
    { call: 'listExtensions', turn: 2 },
  ],
  'renewal, as its license is asked for': [{ call: 'listLicenses' }],
  activation: [
    { call: 'previewActivation' },
    { call: 'activate' },
    { call: 'listExtensions', turn: 2 },
  ],
  'activation whose answer is lost': [
    { call: 'listExtensions', after: 'activate', lost: 'activate' },
  ],
  update: [{ call: 'installRelease' }, { call: 'listTasks', turn: 2 }],
  'update, as the list is read again': [{ call: 'listExtensions', turn: 2 }],
  'update whose answer is lost': [
    { call: 'listTasks', after: 'installRelease', lost: 'installRelease' },
  ],
  'update called off': [{ call: 'cancelTask' }],
  'update called off, as it is read again': [{ call: 'listTasks', after: 'cancelTask' }],
  'update of all, one by one': [{ call: 'installRelease', turn: 2 }],
  'going back by removing first': [
    { call: 'listReleases', turn: 2 },
    { call: 'uninstallExtension' },
  ],
  'going back, while it is being removed': [{ call: 'listTasks', after: 'uninstallExtension' }],
  'going back, its second half': [{ call: 'installRelease' }],
} as const satisfies Record<string, readonly Point[]>;

export type FlowName = keyof typeof FLOWS;

/** What every page reads besides as it opens; a page closed there has done nothing yet. */
export const BESIDES: readonly string[] = ['getSession', 'listBatches', 'listReturnedLicenses'];

/** Calls that change something at the host; around the others a page can only be closed before and after. */
export const isWrite = (call: string): boolean => {
  const found = CALLS.find(({ id }) => id === call);
  return found !== undefined && found.method !== 'get' && !READ_BY_POST.includes(call);
};

/** Sent as `POST` for their bodies' sake; they change nothing. */
const READ_BY_POST: readonly string[] = ['quoteRenewals', 'previewActivation'];

/** When a page can be closed around a call. */
export const momentsOf = ({ call }: Point): readonly Moment[] =>
  isWrite(call) ? MOMENTS : ['leaving', 'continued'];

/**
 * The moment at which the world is as it is found by nobody who was not closed there: a write is done and nobody has
 * heard of it; a question was never asked. The other moments leave the world as one of these does, at this point or at
 * the one beside it.
 */
export const tellingMoment = ({ call }: Point): Moment => (isWrite(call) ? 'committed' : 'leaving');

/** `saveOrder`, or `listOrders after a lost saveOrder`. */
export function nameOf({ call, after, turn, lost }: Point): string {
  if (after !== undefined) return `${call} after ${lost === after ? 'a lost ' : ''}${after}`;
  return turn === undefined ? call : `${call} once more`;
}
