import { type FlowName, FLOWS, nameOf, type Point } from './points.ts';

/** What becomes of a panel that is closed where something waits. */
export type Closed =
  /** It is closed there, at these points. */
  | { readonly at: readonly string[] }
  /** It is closed around this call of the contract, in every flow that makes it. */
  | { readonly call: string }
  /** Nothing of the four flows passes here; why. */
  | { readonly off: string };

/** All points of a flow, or some of them by name. */
function at(flow: FlowName, ...names: readonly string[]): { readonly at: readonly string[] } {
  const points: readonly Point[] = FLOWS[flow];
  const all = points.map(nameOf);
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Error(`${flow} has no point "${unknown.join(', ')}"`);
  return { at: (names.length > 0 ? names : all).map((name) => `${flow} / ${name}`) };
}

const both = (...some: readonly { readonly at: readonly string[] }[]) => ({
  at: some.flatMap(({ at }) => at),
});

const call = (name: string): Closed => ({ call: name });

const off = (because: string): Closed => ({ off: because });

const EVERY_CALL = off('Inside of every call, between two of its moments.');
const HOUSEKEEPING = off('A small write of its own: no purchase, renewal, activation or update.');
const BULK = off(
  'A bulk update is one transaction of the host, begun and led by calls of its own.',
);
const READ_AGAIN = off('Reads what a fresh page reads first of all.');

const saved = both(at('purchase', 'saveOrder'), at('renewal', 'saveOrder'));
const lookedAfterSaving = at(
  'purchase whose answers are lost',
  'listOrders after a lost saveOrder',
);
const written = both(at('purchase', 'fulfillOrder'), at('purchase given up', 'cancelOrder'));
const listed = both(at('purchase', 'listOrders'), lookedAfterSaving);
const activated = both(at('activation'), at('activation whose answer is lost'));
const readBack = at('activation', 'listExtensions once more');
const installed = both(at('update', 'installRelease'), at('going back, its second half'));
const started = both(installed, at('update of all, one by one'));
const installLooked = at('update whose answer is lost');
const listReadAgain = at('update, as the list is read again');

/** Every wait of the code that the four flows pass through, by file and as `findWaits` names it. */
export const WAITS: Readonly<Record<string, Readonly<Record<string, Closed>>>> = {
  'ledger/saving.ts': {
    'tokenFor: orders.mintToken': at('purchase under the host’s own token', 'mintToken'),
    'put: tokenFor': at('purchase under the host’s own token', 'mintToken'),
    'put: orders.save': saved,
    'put: looked().finally': lookedAfterSaving,
    'looked: read': lookedAfterSaving,
    'alone: work': both(saved, lookedAfterSaving),
    'look: alone': lookedAfterSaving,
  },
  'ledger/delivering.ts': {
    'write: backend.orders[what]': written,
    'write: lookAfter': at(
      'purchase whose answers are lost',
      'listOrders after a lost fulfillOrder',
    ),
    'lookAfter: read': at(
      'purchase whose answers are lost',
      'listOrders after a lost fulfillOrder',
    ),
    'lookAfter: askSoon': at('delivery whose answer is lost'),
    'handOff: backend.orders.handOff().catch': both(
      at('purchase', 'handOffOrder'),
      at('renewal', 'handOffOrder'),
    ),
    'handOff: told.then': both(at('purchase', 'handOffOrder'), at('renewal', 'handOffOrder')),
    'deliver: write': at('purchase', 'fulfillOrder'),
    'cancel: write': at('purchase given up', 'cancelOrder'),
  },
  'ledger/following.ts': {
    'put: question': both(listed, at('purchase', 'getOrder'), at('renewal', 'getOrder')),
    'askList: backend.orders.orders': listed,
    'read: askList': listed,
    'ask: question.then': both(at('purchase', 'getOrder'), at('renewal', 'getOrder')),
  },
  'ledger/sources.ts': {
    'polled: orders.order': both(at('purchase', 'getOrder'), at('renewal', 'getOrder')),
    'listen: orders.events': at('delivery told as it happens'),
    'listen: ask': at('purchase', 'getOrder'),
  },
  'features/activation/useActivation.ts': {
    'alone: work': activated,
    'preview: backend.licenses.previewActivation': at('activation', 'previewActivation'),
    'activate: backend.licenses.activate': at('activation', 'activate'),
    'activate: done': readBack,
    'done: readBack': readBack,
    'readBack: readList': readBack,
    'check: readList': at('activation whose answer is lost'),
    'check: done': readBack,
    'lookAgain: backend.licenses.checkLicenses().then': off('The code was used, and that is said.'),
    'lookAgain: readBack': READ_AGAIN,
  },
  'features/updates/useInstalls.ts': {
    'attempt: call': both(started, at('update called off')),
    'attempt: client.fetchQuery().catch': installLooked,
    'ask: backend.host.install': started,
    'install: ask': at('update', 'installRelease'),
    'install: readAgain': listReadAgain,
    'installAll: ask': at('update of all, one by one'),
    'installAll: readAgain': READ_AGAIN,
    'run: attempt': both(at('update called off'), at('going back by removing first')),
    'run: readAgain': READ_AGAIN,
    'reinstall: backend.host.releases': at(
      'going back by removing first',
      'listReleases once more',
    ),
    'reinstall: backend.host.uninstall': at('going back by removing first', 'uninstallExtension'),
    'reinstall: whenEnded': at('going back, while it is being removed'),
    'reinstall: backend.host.install': at('going back, its second half'),
    'cancel: backend.host.cancelTask': at('update called off'),
    'cancel: client.invalidateQueries': at('update called off, as it is read again'),
  },
  'features/updates/when-ended.ts': {
    // The pause begins as the removal is taken in, and ends as the tasks are asked for.
    'whenEnded: pause': both(
      at('going back by removing first', 'uninstallExtension'),
      at('going back, while it is being removed'),
    ),
    'whenEnded: client.fetchQuery': at('going back, while it is being removed'),
  },
  'panel/PanelBody.tsx': {
    'readAgain: Promise.all': both(
      at('purchase', 'listExtensions once more'),
      at('renewal', 'listExtensions once more'),
    ),
    'afterActivation: readAgain': readBack,
  },
  'panel/useActions.ts': {
    'start: install': at('update', 'installRelease'),
    'retrieve: run': HOUSEKEEPING,
  },
  'panel/useArrivals.ts': {
    'fetch: licenses.ask().catch': at('renewal, as its license is asked for'),
    'fetch: readAgain': at('renewal', 'listExtensions once more'),
  },
  'panel/useLicenseCheck.ts': {
    'ask: backend.licenses.checkLicenses': at('renewal, as its license is asked for'),
  },
  'panel/useBulk.ts': { 'startAll: installAll().then': at('update of all, one by one') },
  'panel/useCheck.ts': {
    'check: licenses.ask().then': HOUSEKEEPING,
    'check: refresh': READ_AGAIN,
  },
  'panel/useEstate.ts': { 'refresh: Promise.all': READ_AGAIN },
  'panel/ReadFailed.tsx': { 'again: onAgain': READ_AGAIN },

  'backend/rest/orders.ts': {
    'offers: send': call('listOffers'),
    'targets: send': call('listTargets'),
    'mintToken: send': call('mintToken'),
    'save: send': call('saveOrder'),
    'handOff: send': call('handOffOrder'),
    'orders: send': call('listOrders'),
    'order: send': call('getOrder'),
    'events: orderEvents': off('Code on its way; without it the order is asked about.'),
    'events: followOrder': call('followOrder'),
    'fulfill: send': call('fulfillOrder'),
    'cancel: send': call('cancelOrder'),
  },
  'backend/rest/order-events.ts': { 'followOrder: listen': call('followOrder') },
  'backend/rest/event-stream.ts': {
    'listen: unlessAborted': call('followOrder'),
    'listen: requireEvents': call('followOrder'),
    'listen: readMessages': call('followOrder'),
    'requireEvents: unlessAborted': call('followOrder'),
    'readMessages: unlessAborted': call('followOrder'),
    'readMessages: reader.cancel().catch': off('Nobody waits for what is no longer wanted.'),
  },
  'backend/rest/licenses.ts': {
    'licenseOf: send': off('For programs; no panel asks it.'),
    'checkLicenses: send': call('listLicenses'),
    'previewActivation: send': call('previewActivation'),
    'activate: send': call('activate'),
    'rollBackKey: send': HOUSEKEEPING,
    'quote: send': call('quoteRenewals'),
  },
  'backend/rest/host.ts': {
    'session: send': READ_AGAIN,
    'releases: send': call('listReleases'),
    'install: send': call('installRelease'),
    'uninstall: send': call('uninstallExtension'),
    'tasks: send': call('listTasks'),
    'cancelTask: send': call('cancelTask'),
    'activity: send': READ_AGAIN,
  },
  'backend/rest/inventory.ts': {
    'inventoryReader: readPages': call('listExtensions'),
    'readPages: readPage': call('listExtensions'),
    'readPage: send': call('listExtensions'),
  },
  'backend/rest/transport.ts': {
    'exchange: send': EVERY_CALL,
    'exchange: textOf': EVERY_CALL,
    'restTransport: unlessAborted': EVERY_CALL,
    'unlessAborted: work.then': EVERY_CALL,
    'unlessAborted: work.then().finally': EVERY_CALL,
    'textOf: reader.read': EVERY_CALL,
    'textOf: reader.cancel().catch': EVERY_CALL,
  },
  'backend/rest/batches.ts': {
    'change: send': BULK,
    'startBatch: send': BULK,
    'batches: send': BULK,
  },
  'backend/rest/choices.ts': {
    'hold: send': HOUSEKEEPING,
    'releaseHold: send': HOUSEKEEPING,
    'skip: send': HOUSEKEEPING,
    'endSkip: send': HOUSEKEEPING,
    'autoUpdate: send': HOUSEKEEPING,
    'autoUpdateAll: send': HOUSEKEEPING,
  },
  'backend/rest/returned.ts': {
    'returnedLicenses: send': READ_AGAIN,
    'applyReturned: send': HOUSEKEEPING,
    'discardReturned: send': HOUSEKEEPING,
  },
};
