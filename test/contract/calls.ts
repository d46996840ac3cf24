import type { ProblemType } from '../../src/backend/errors.ts';
import type { Capability } from '../../src/domain/capability.ts';
import * as example from './examples.ts';

/** Something sent, by the name of its schema, with an example for each situation worth telling apart. */
export interface Sent {
  readonly schema: string;
  readonly examples: Readonly<Record<string, unknown>>;
}

/** An answer other than a problem; without `body` it has none. */
export interface Answered {
  readonly description: string;
  readonly headers?: readonly string[];
  readonly body?: Sent;
  /** Server-sent events instead of a body, as they travel; `Order` is what each `data` is. */
  readonly events?: string;
}

/** One call of the contract, as a host has to answer it. */
export interface PublishedCall {
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly part: 'Host' | 'Licenses' | 'Orders';
  /** Asked only of hosts that have it. */
  readonly capability?: Capability;
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly string[];
  readonly request?: Sent;
  readonly answers: Readonly<Record<number, Answered>>;
  /** With the status they have here, where it is not the usual one. */
  readonly problems?: readonly (ProblemType | readonly [ProblemType, number])[];
}

const NEVER_CACHED = ['Cache-Control'] as const;
const CONDITIONAL = ['ETag', 'Cache-Control'] as const;

const batch = (examples: Sent['examples']): Sent => ({ schema: 'Batch', examples });
const order = (examples: Sent['examples']): Sent => ({ schema: 'Order', examples });

const UNCHANGED: Answered = {
  description: 'Nothing changed since the answer whose `ETag` was sent. No body.',
  headers: ['ETag'],
};

/** Every call there is, in the order in which a panel comes to need them. */
export const CALLS: readonly PublishedCall[] = [
  {
    id: 'getSession',
    method: 'get',
    path: '/session',
    part: 'Host',
    summary: 'Who is asking, and what can be done',
    description:
      'The first call of every panel. Controls for what the host cannot do, or the person asking may not do, are not shown; the host refuses them all the same.',
    answers: {
      200: {
        description: 'The session.',
        headers: NEVER_CACHED,
        body: { schema: 'Session', examples: { admin: example.session } },
      },
    },
  },
  {
    id: 'listExtensions',
    method: 'get',
    path: '/extensions',
    part: 'Host',
    summary: 'What is installed',
    description:
      'The installed extensions page by page, each with the releases needed to decide about it. The panel asks for the first page without `cursor` and goes on with `next` until it is `null`. Pages of 100 to 500 extensions are a good size; no page has more than 5,000 entries. All pages of one reading are of one `snapshot`: when the list changes in between, the panel begins again.\n\nEntries are read one by one, so a broken one breaks nothing else: it is shown by name and decides nothing.\n\nThe `ETag` of a page must change with **anything** in it but `asOf`: with `snapshot` above all, and with the host’s calendar day in `vendorZone`, because an unchanged page is judged as of the day it was last read.',
    parameters: ['Cursor', 'IfNoneMatch'],
    answers: {
      200: {
        description: 'A page of the list.',
        headers: CONDITIONAL,
        body: { schema: 'InventoryPage', examples: { onlyPage: example.inventoryPage } },
      },
      304: UNCHANGED,
    },
    problems: [['invalid-request', 400]],
  },
  {
    id: 'listReleases',
    method: 'get',
    path: '/extensions/{key}/releases',
    part: 'Host',
    summary: 'The whole history of one extension',
    description:
      'All releases with notes, for the details of one extension. Asked when a person opens them. `vendorZone` of the list applies.',
    parameters: ['Key', 'IfNoneMatch'],
    answers: {
      200: {
        description: 'All releases.',
        headers: CONDITIONAL,
        body: { schema: 'Releases', examples: { history: example.releases } },
      },
      304: UNCHANGED,
    },
    problems: ['not-found'],
  },
  {
    id: 'installRelease',
    method: 'post',
    path: '/extensions/{key}/install',
    part: 'Host',
    capability: 'install',
    summary: 'Install a release',
    description:
      'Starts installing a newer, an older or the same version, and answers at once with a task. The same `Idempotency-Key` starts one task however often it is sent, and answers with that task.\n\n**The host checks for itself**, whatever the panel showed: that the person may, that the release runs on this host, and that the license covers it. Covered: the license sets no limit (`not-needed`, `evaluation`, `subscription`, maintained for ever), or the deciding date of the release (its build day in `vendorZone`, else its publish day) is not after the last day of maintenance, or `grantedTo` is not after it. Without either date, or with an unknown license, it is `unknown`.\n\nA release that is not covered is refused with `not-covered`, unless `consent` names exactly this version and exactly what the host finds, and the host has the capability `uncoveredWithConsent`. An extension whose license already stopped it (`missing`, `suspended`, `terminated`, evaluation or lease ended) may be updated without consent: it can get no worse, and does not run until licensed.',
    parameters: ['Key', 'IdempotencyKey'],
    request: {
      schema: 'Install',
      examples: { covered: example.install, withConsent: example.installUncovered },
    },
    answers: {
      202: {
        description:
          'The task that was started, or that this `Idempotency-Key` had started before.',
        headers: ['Location', 'Cache-Control'],
        body: { schema: 'Task', examples: { started: example.task } },
      },
    },
    problems: [
      'forbidden',
      'not-covered',
      'not-found',
      'package-unavailable',
      'in-progress',
      'does-not-fit-host',
      ['invalid-request', 400],
      'invalid-request',
    ],
  },
  {
    id: 'uninstallExtension',
    method: 'delete',
    path: '/extensions/{key}',
    part: 'Host',
    capability: 'uninstall',
    summary: 'Uninstall an extension',
    description:
      'Starts removing the extension and answers at once with a task. Its data and its license key are kept, so that installing a version again finds them.',
    parameters: ['Key', 'IdempotencyKey'],
    answers: {
      202: {
        description:
          'The task that was started, or that this `Idempotency-Key` had started before.',
        headers: ['Location', 'Cache-Control'],
        body: { schema: 'Task', examples: { started: example.uninstallTask } },
      },
    },
    problems: ['forbidden', 'not-found', 'in-progress'],
  },
  {
    id: 'holdExtension',
    method: 'put',
    path: '/extensions/{key}/hold',
    part: 'Host',
    capability: 'hold',
    summary: 'Hold an extension back',
    description:
      'From now on no update is offered and the host starts none by itself. A hold there is already is replaced. May be repeated.\n\nA hold ends by itself: after its last day, when the host’s version is another than that of its `ground`, and when the license allows something else than it did then. What the license allows is `not-needed`, `missing`, `evaluation`, `subscription`, or `perpetual` with the last day of maintenance (`perpetual 2025-01-31`, `perpetual never`); an `unknown` license, then or now, changes nothing. The host keeps a hold that ended until somebody releases it or holds anew, so that people learn why it ended.',
    parameters: ['Key'],
    request: { schema: 'HoldRequest', examples: { untilAfterTheTest: example.hold } },
    answers: { 204: { description: 'It is held. No body.' } },
    problems: ['forbidden', 'not-found', ['invalid-request', 400], 'invalid-request'],
  },
  {
    id: 'releaseHold',
    method: 'delete',
    path: '/extensions/{key}/hold',
    part: 'Host',
    capability: 'hold',
    summary: 'Release a hold',
    description: 'Ends the hold. Without one this changes nothing and succeeds. May be repeated.',
    parameters: ['Key'],
    answers: { 204: { description: 'It is not held. No body.' } },
    problems: ['forbidden', 'not-found'],
  },
  {
    id: 'skipRelease',
    method: 'put',
    path: '/extensions/{key}/skips/{version}',
    part: 'Host',
    capability: 'hold',
    summary: 'Pass over one release',
    description:
      'From now on this release is not offered, and the host does not install it by itself; the next one is offered again. An administrator may still install it by name. A skip there is already is replaced. May be repeated.',
    parameters: ['Key', 'Version'],
    request: { schema: 'SkipRequest', examples: { brokenImport: example.skip } },
    answers: { 204: { description: 'It is skipped. No body.' } },
    problems: ['forbidden', 'not-found', ['invalid-request', 400], 'invalid-request'],
  },
  {
    id: 'endSkip',
    method: 'delete',
    path: '/extensions/{key}/skips/{version}',
    part: 'Host',
    capability: 'hold',
    summary: 'Offer a skipped release again',
    description: 'Ends the skip. Without one this changes nothing and succeeds. May be repeated.',
    parameters: ['Key', 'Version'],
    answers: { 204: { description: 'It is not skipped. No body.' } },
    problems: ['forbidden', 'not-found'],
  },
  {
    id: 'switchAutoUpdate',
    method: 'put',
    path: '/extensions/{key}/auto-update',
    part: 'Host',
    capability: 'autoUpdate',
    summary: 'Update an extension by itself, or no longer',
    description:
      'While it is on, the host installs new releases by itself, and **never beyond the fence**: the newest final release that is newer than the installed one, covered by the license, known to run on this host, and not skipped. It starts nothing for an extension that is held, that failed, whose license has stopped it (`missing`, `suspended`, `terminated`, evaluation or lease ended, of the wrong sort) or is `unknown`. What it installs is found in `/tasks` like everything else. Refused with `invalid-request` (409) where `autoUpdate` of the extension is `null`. May be repeated.',
    parameters: ['Key'],
    request: { schema: 'AutoUpdate', examples: { on: example.autoUpdate } },
    answers: { 204: { description: 'It is switched. No body.' } },
    problems: [
      'forbidden',
      'not-found',
      ['invalid-request', 400],
      ['invalid-request', 409],
      'invalid-request',
    ],
  },
  {
    id: 'switchAutoUpdates',
    method: 'put',
    path: '/auto-update',
    part: 'Host',
    capability: 'autoUpdate',
    summary: 'Update all extensions by themselves, or no longer',
    description:
      'Switches every extension whose `autoUpdate` is not `null`, as the switch of one does. May be repeated; then nothing is left to change.',
    request: { schema: 'AutoUpdate', examples: { on: example.autoUpdate } },
    answers: {
      200: {
        description: 'They are switched.',
        headers: NEVER_CACHED,
        body: { schema: 'AutoUpdated', examples: { eight: example.autoUpdated } },
      },
    },
    problems: ['forbidden', ['invalid-request', 400], 'invalid-request'],
  },
  {
    id: 'listTasks',
    method: 'get',
    path: '/tasks',
    part: 'Host',
    summary: 'What is running',
    description:
      'Running tasks, whoever started them, and those that ended lately. The panel asks every second while one runs and every five minutes otherwise. Tasks of a kind or phase the panel does not know are left out.',
    answers: {
      200: {
        description: 'The tasks.',
        headers: NEVER_CACHED,
        body: { schema: 'Tasks', examples: { oneRunningOneFailed: example.tasks } },
      },
    },
  },
  {
    id: 'getTask',
    method: 'get',
    path: '/tasks/{id}',
    part: 'Host',
    summary: 'One task',
    description:
      'Where the `Location` of a started task leads. The panel reads the list; this is for scripts.',
    parameters: ['TaskId'],
    answers: {
      200: {
        description: 'The task.',
        headers: ['RetryAfter', 'Cache-Control'],
        body: { schema: 'Task', examples: { queued: example.task } },
      },
    },
    problems: ['not-found'],
  },
  {
    id: 'cancelTask',
    method: 'delete',
    path: '/tasks/{id}',
    part: 'Host',
    capability: 'cancelTask',
    summary: 'Cancel a task',
    description:
      'Stops a task that is still `cancelable`, before anything was changed; it then is `failed` and rolled back. Canceling it again changes nothing and succeeds.',
    parameters: ['TaskId'],
    answers: { 204: { description: 'It is canceled. No body.' } },
    problems: ['forbidden', 'not-found', ['gone', 409]],
  },
  {
    id: 'listActivity',
    method: 'get',
    path: '/activity',
    part: 'Host',
    capability: 'activity',
    summary: 'Who did what, when, and how it ended',
    description:
      'The journal of the host, newest first and page by page: the panel asks for the first page without `cursor`, and for an older one with `next` when a person wants it. Pages of 50 entries are a good size.\n\n**The host filters**, before it cuts into pages, so that among tens of thousands an old entry is found without all being read. The panel filters once more what it was sent: a host that does not know one of the parameters may ignore it, and the person then asks for more pages.',
    parameters: ['Cursor', 'OnlyExtension', 'OnlyBy', 'OnlyWhat', 'Search'],
    answers: {
      200: {
        description: 'Some of the journal.',
        headers: NEVER_CACHED,
        body: { schema: 'ActivityPage', examples: { newest: example.activityPage } },
      },
    },
    problems: ['forbidden', ['invalid-request', 400]],
  },
  {
    id: 'startBatch',
    method: 'post',
    path: '/batches',
    part: 'Host',
    capability: 'batch',
    summary: 'Update several as one transaction',
    description:
      'Takes on several installs, which the host runs one after the other as ordinary tasks, also when no page is open. The same `Idempotency-Key` starts one batch however often it is sent, and answers with that batch.\n\n**The host checks every step for itself**, as for a single install but without any consent: when the batch is asked for, and again when the turn of the step has come. A step whose release is not known to be covered, that does not run on this host, that is held back, or whose extension is no longer at `from`, is `refused` with the reason. **One step that is refused or fails stops none of the others.**\n\nThere is one batch at a time: while one is not over, another is refused with `in-progress`.',
    parameters: ['IdempotencyKey'],
    request: { schema: 'BatchRequest', examples: { three: example.batchRequest } },
    answers: {
      201: {
        description:
          'The batch that was started, or that this `Idempotency-Key` had started before. Its steps are those asked for, in that order.',
        headers: ['Location', 'Cache-Control'],
        body: batch({ oneRefused: example.batch }),
      },
    },
    problems: ['forbidden', 'in-progress', ['invalid-request', 400], 'invalid-request'],
  },
  {
    id: 'listBatches',
    method: 'get',
    path: '/batches',
    part: 'Host',
    capability: 'batch',
    summary: 'Bulk updates under way',
    description:
      'Batches that are not over, whoever started them, and those that ended within the last day. The panel asks every second while one goes on, every five seconds while one is paused, and every five minutes otherwise. Read one by one, so that a broken batch hides no other.',
    answers: {
      200: {
        description: 'The batches.',
        headers: NEVER_CACHED,
        body: { schema: 'Batches', examples: { oneEnded: example.batches } },
      },
    },
  },
  {
    id: 'getBatch',
    method: 'get',
    path: '/batches/{id}',
    part: 'Host',
    capability: 'batch',
    summary: 'One batch',
    description:
      'Where the `Location` of a started batch leads, however long ago it ended. The panel reads the list; this is for scripts.',
    parameters: ['BatchId'],
    answers: {
      200: {
        description: 'The batch.',
        headers: NEVER_CACHED,
        body: batch({ ended: example.endedBatch }),
      },
    },
    problems: ['not-found'],
  },
  {
    id: 'pauseBatch',
    method: 'post',
    path: '/batches/{id}/pause',
    part: 'Host',
    capability: 'batch',
    summary: 'Pause a batch',
    description:
      'Lets no further step begin; the one at work comes to its end. Without a body. A paused batch stays paused, and this succeeds.',
    parameters: ['BatchId'],
    answers: {
      200: {
        description: 'The paused batch.',
        headers: NEVER_CACHED,
        body: batch({ paused: example.pausedBatch }),
      },
    },
    problems: ['forbidden', 'not-found', ['gone', 409]],
  },
  {
    id: 'resumeBatch',
    method: 'post',
    path: '/batches/{id}/resume',
    part: 'Host',
    capability: 'batch',
    summary: 'Go on with a batch',
    description:
      'Goes on with a paused batch. Without a body. A running one goes on running, and this succeeds.',
    parameters: ['BatchId'],
    answers: {
      200: {
        description: 'The running batch.',
        headers: NEVER_CACHED,
        body: batch({ running: example.batch }),
      },
    },
    problems: ['forbidden', 'not-found', ['gone', 409]],
  },
  {
    id: 'cancelBatch',
    method: 'delete',
    path: '/batches/{id}',
    part: 'Host',
    capability: 'batch',
    summary: 'Cancel what has not begun',
    description:
      'Cancels every step that is `waiting`. The one at work is left alone: while its task is `cancelable` it is canceled by that (`DELETE /tasks/{id}`), later it comes to its end. Canceling a batch that is over changes nothing and succeeds.',
    parameters: ['BatchId'],
    answers: {
      200: {
        description: 'The batch, of which nothing is waiting.',
        headers: NEVER_CACHED,
        body: batch({ canceled: example.canceledBatch }),
      },
    },
    problems: ['forbidden', 'not-found', ['gone', 409]],
  },
  {
    id: 'undoBatch',
    method: 'post',
    path: '/batches/{id}/undo',
    part: 'Host',
    capability: 'undo',
    summary: 'Undo a batch',
    description:
      'Installs, one after the other and the last one first, the version every extension had before, from the packages the host has kept. Without a body. What has not begun is canceled. A step with an `obstacle` is `kept`; one that failed and was rolled back, or never began, is left as it is; one that cannot be taken back stops none of the others. Afterwards steps that are `undo-failed` may be tried again with the same call.\n\nAsked of a batch that is paused, has ended, or was undone, and of which no step is at work. The same `Idempotency-Key` undoes it once and answers with how it stands.',
    parameters: ['BatchId', 'IdempotencyKey'],
    answers: {
      200: {
        description: 'The batch, which is being undone.',
        headers: NEVER_CACHED,
        body: batch({ undoing: example.undoingBatch }),
      },
    },
    problems: ['forbidden', 'not-found', 'in-progress', ['gone', 409]],
  },
  {
    id: 'listLicenses',
    method: 'get',
    path: '/licenses',
    part: 'Licenses',
    summary: 'Licenses, asked for afresh',
    description:
      'With `check=true` the host asks the key administrator now, installs every key attached to its main key ("retrieve keys", "check for purchases"), and only then answers. When that changed a license, the `snapshot` of the list grows. Without `check` it answers with what it knows.',
    parameters: ['Check'],
    answers: {
      200: {
        description: 'The licenses after the check.',
        headers: NEVER_CACHED,
        body: { schema: 'Licenses', examples: { checked: example.licenses } },
      },
    },
  },
  {
    id: 'getExtensionLicense',
    method: 'get',
    path: '/extensions/{key}/license',
    part: 'Licenses',
    summary: 'The license of one extension',
    description:
      'What an extension reads of itself, as through the host’s SDK: the license that is installed now. Nobody else is asked. **Never the body of the license**, whoever asks. It changes with every purchase, renewal, activation, termination and roll back as soon as the host has installed what came of it.',
    parameters: ['Key'],
    answers: {
      200: {
        description: 'The license.',
        headers: NEVER_CACHED,
        body: { schema: 'ExtensionLicense', examples: { maintained: example.extensionLicense } },
      },
    },
    problems: ['not-found'],
  },
  {
    id: 'rollBackKey',
    method: 'post',
    path: '/licenses/{number}/roll-back',
    part: 'Licenses',
    capability: 'rollBackKey',
    summary: 'Put the previous key back',
    description:
      'Installing a key keeps the one it replaces. This puts that one back, and keeps the one it replaces in turn, so that `previousLicense` of the extension is then the key that was gone back from. The key administrator is asked first: a key it has terminated is refused with `license-ended`. Where there is no previous key the answer is `gone`.\n\nA check (`GET /licenses?check=true`) does not install again the very key that was gone back from; its next version, and an activation code for it, do. The same `Idempotency-Key` puts one key back however often it is sent.',
    parameters: ['Number', 'IdempotencyKey'],
    answers: {
      200: {
        description: 'The license the extension has now.',
        headers: NEVER_CACHED,
        body: { schema: 'Activation', examples: { oneKey: example.rolledBackKey } },
      },
    },
    problems: ['forbidden', 'not-found', ['gone', 409], 'license-ended'],
  },
  {
    id: 'previewActivation',
    method: 'post',
    path: '/activations/preview',
    part: 'Licenses',
    capability: 'activate',
    summary: 'What an activation code would do',
    description: 'Says what the code would do on this host, and does not use it up.',
    request: { schema: 'Code', examples: { code: example.code } },
    answers: {
      200: {
        description: 'The licenses this host would have.',
        headers: NEVER_CACHED,
        body: { schema: 'Activation', examples: { oneKey: example.activation } },
      },
    },
    problems: [
      'forbidden',
      'code-unknown',
      'code-used-elsewhere',
      'code-expired',
      'code-other-product',
      'code-limit-reached',
      'license-ended',
      ['invalid-request', 400],
      'invalid-request',
    ],
  },
  {
    id: 'activate',
    method: 'post',
    path: '/activations',
    part: 'Licenses',
    capability: 'activate',
    summary: 'Use an activation code',
    description:
      'Has the key administrator grant the code to this host and installs the licenses. The previous keys are kept. The same `Idempotency-Key`, and the same code on the same host, use it once and answer alike.',
    parameters: ['IdempotencyKey'],
    request: { schema: 'Code', examples: { code: example.code } },
    answers: {
      200: {
        description: 'The licenses this host now has.',
        headers: NEVER_CACHED,
        body: { schema: 'Activation', examples: { oneKey: example.activation } },
      },
    },
    problems: [
      'forbidden',
      'code-unknown',
      'code-used-elsewhere',
      'code-expired',
      'code-other-product',
      'code-limit-reached',
      'license-ended',
      ['invalid-request', 400],
      'invalid-request',
    ],
  },
  {
    id: 'listReturnedLicenses',
    method: 'get',
    path: '/returned-licenses',
    part: 'Licenses',
    capability: 'returnedLicenses',
    summary: 'Licenses that came back through the browser',
    description:
      'Those that are kept, and those applied lately. See "Licenses that come back through the browser".',
    answers: {
      200: {
        description: 'All of them.',
        headers: NEVER_CACHED,
        body: { schema: 'ReturnedLicenses', examples: { twoKept: example.returnedLicenses } },
      },
    },
    problems: ['forbidden'],
  },
  {
    id: 'applyReturnedLicense',
    method: 'post',
    path: '/returned-licenses/{id}/application',
    part: 'Licenses',
    capability: 'returnedLicenses',
    summary: 'Put a returned license in place',
    description:
      'Checks the license anew, in this order: that it can be read, that it is for this host, that its extension is here, that the vendor reports no error and it has not ended, that nothing is lost that is not in `accept`. Then it is put in place, **once**, however often and from how many tabs it is asked: an applied one answers 200 again and changes nothing. The previous key is kept. A refused one stays kept, and its entry says why.',
    parameters: ['ReturnedId', 'IdempotencyKey'],
    request: {
      schema: 'ReturnedApplication',
      examples: {
        plain: example.returnedApplication,
        lossesAgreedTo: example.returnedApplicationAgreed,
      },
    },
    answers: {
      200: {
        description: 'It is in place, now or since before.',
        headers: NEVER_CACHED,
        body: { schema: 'ReturnedLicense', examples: { applied: example.appliedLicense } },
      },
    },
    problems: [
      'forbidden',
      'not-found',
      'license-unreadable',
      'license-other-host',
      'license-not-installed',
      'license-error',
      'license-downgrade',
      ['invalid-request', 400],
      'invalid-request',
    ],
  },
  {
    id: 'discardReturnedLicense',
    method: 'delete',
    path: '/returned-licenses/{id}',
    part: 'Licenses',
    capability: 'returnedLicenses',
    summary: 'Forget a returned license',
    description:
      'For good; the panel asks the person first. An id that is not known, or not any more, answers the same.',
    parameters: ['ReturnedId'],
    answers: { 204: { description: 'It is forgotten.' } },
    problems: ['forbidden'],
  },
  {
    id: 'quoteRenewals',
    method: 'post',
    path: '/renewals/quote',
    part: 'Licenses',
    capability: 'quote',
    summary: 'What renewing costs and brings',
    description:
      'Prices and new end days. Changes nothing and may be repeated. A renewal runs from the end of the old period, so after a long lapse several periods may be needed until something is covered again. With `until` all of them end on that day; those that run to it already are left out and said to be.',
    request: {
      schema: 'QuoteRequest',
      examples: {
        two: example.quoteRequest,
        forTwoYears: example.quoteRequestForTwoYears,
        toOneDay: example.quoteRequestToOneDay,
      },
    },
    answers: {
      200: {
        description: 'The quote. Here the second extension needs no license and has no line.',
        headers: NEVER_CACHED,
        body: { schema: 'Quote', examples: { oneLine: example.quote } },
      },
    },
    problems: [
      'forbidden',
      'not-found',
      ['invalid-request', 400],
      ['invalid-request', 409],
      'invalid-request',
    ],
  },
  {
    id: 'listOffers',
    method: 'get',
    path: '/extensions/{key}/offers',
    part: 'Orders',
    summary: 'What can be bought for an extension',
    description:
      'Offers at the host’s store. Renewals are not among them; they are quoted. Where the license is of the wrong sort the offers are upgrades.',
    parameters: ['Key'],
    answers: {
      200: {
        description: 'The offers.',
        headers: NEVER_CACHED,
        body: { schema: 'Offers', examples: { individual: example.offers } },
      },
    },
    problems: ['not-found'],
  },
  {
    id: 'listTargets',
    method: 'get',
    path: '/targets',
    part: 'Orders',
    summary: 'Domains that can be bought for',
    description:
      'The domains of this host for which the person asking may buy an individual offer of this extension.',
    parameters: ['ForExtension'],
    answers: {
      200: {
        description: 'The domains.',
        headers: NEVER_CACHED,
        body: { schema: 'Targets', examples: { two: example.targets } },
      },
    },
    problems: ['not-found'],
  },
  {
    id: 'listOrders',
    method: 'get',
    path: '/orders',
    part: 'Orders',
    summary: 'Purchases in progress',
    description:
      'Every order the person asking may see, whoever started it, with what the host knows: it asks nobody for news. Read one by one, so that a broken order hides no other.',
    answers: {
      200: {
        description: 'The orders.',
        headers: NEVER_CACHED,
        body: { schema: 'Orders', examples: { oneReady: example.orders } },
      },
    },
  },
  {
    id: 'mintToken',
    method: 'post',
    path: '/tokens',
    part: 'Orders',
    capability: 'verifier',
    summary: 'Have the host make a token',
    description:
      'Makes a verifier (32 random bytes as base64url, without padding), keeps it durably, and answers with the token of an order yet to be saved: the base64url of the SHA-256 of the verifier’s characters. The verifier never leaves towards a panel; the host shows it to the vendor when it has the order delivered. Without a body. May be repeated, as answers get lost: an unused token costs nothing and may be forgotten after a day.',
    answers: {
      201: {
        description: 'A new token.',
        headers: NEVER_CACHED,
        body: { schema: 'Minted', examples: { fresh: example.minted } },
      },
    },
    problems: ['forbidden'],
  },
  {
    id: 'saveOrder',
    method: 'put',
    path: '/orders/{token}',
    part: 'Orders',
    capability: 'purchase',
    summary: 'Save a wish',
    description:
      'Saves the wish durably, **before** any link to the store exists: what is not saved cannot be delivered, even if it is paid. The client makes the token, so that a lost answer can be asked for again: the same token with the same wish answers 200 with the order as it is by then, and changes nothing. `priceShown` and the name of the target are no part of what makes two wishes one. A host with the capability `verifier` takes only tokens it has made and answers others with `invalid-request`.',
    parameters: ['Token'],
    request: { schema: 'Wish', examples: { individualOffer: example.wish } },
    answers: {
      200: {
        description: 'It was saved before.',
        headers: NEVER_CACHED,
        body: order({ again: example.prepared }),
      },
      201: {
        description: 'It is saved now.',
        headers: NEVER_CACHED,
        body: order({ prepared: example.prepared }),
      },
    },
    problems: [
      'forbidden',
      'not-found',
      'order-differs',
      'wish-open',
      'target-gone',
      ['invalid-request', 400],
      'invalid-request',
    ],
  },
  {
    id: 'getOrder',
    method: 'get',
    path: '/orders/{token}',
    part: 'Orders',
    summary: 'How an order stands',
    description:
      'The host asks whoever knows (the vendor, by token, for individual offers; the key administrator for licenses and renewals) and answers with what it knows then. When that party cannot be reached the answer is a 502 or 503, never an invented state. 404 = not heard of yet: for a fresh token that is normal.',
    parameters: ['Token'],
    answers: {
      200: {
        description: 'The order.',
        headers: NEVER_CACHED,
        body: order({ ready: example.ready, fulfilled: example.fulfilled }),
      },
    },
    problems: ['not-found', 'gone'],
  },
  {
    id: 'followOrder',
    method: 'get',
    path: '/orders/{token}/events',
    part: 'Orders',
    summary: 'News of an order as they come',
    description:
      'For orders whose `news` is `events`: server-sent events, each `data` an order as `GET /orders/{token}` answers it. The first comes at once and says how the order stands, then one after every change; doubled ones do no harm. `id` grows with every event. `event` is left out; events of other names are ignored. A comment line every 15 seconds keeps the connection: after 60 seconds without a byte the panel takes the host for gone. An event is at most a million characters. `retry`, in milliseconds, is kept to by the panel before it asks or listens again.\n\nThe host ends the stream when it can tell no more for now, at the latest when the order has reached an end; that says nothing by itself. The panel then listens again or asks, and asks whenever listening fails: `GET /orders/{token}` is served all the same. It stops listening when it is closed, and the host then stops telling. The panel listens with its own `fetch`, not with an `EventSource`, so the session’s headers come along. Each stream takes a connection, of which browsers open six to a host that speaks HTTP/1.1: offer events over HTTP/2 or later.',
    parameters: ['Token'],
    answers: {
      200: {
        description: 'Server-sent events.',
        headers: NEVER_CACHED,
        events: example.orderEvents,
      },
      204: { description: 'Nothing to tell for now. No body.' },
    },
    problems: ['not-found', 'gone'],
  },
  {
    id: 'handOffOrder',
    method: 'put',
    path: '/orders/{token}/hand-off',
    part: 'Orders',
    summary: 'The admin left for the store',
    description:
      'Notes the instant of the first time; a `prepared` order becomes `handed-off`. Without a body. May be repeated. Orders that never hear of it go on as well: whoever paid was at the store.',
    parameters: ['Token'],
    answers: { 204: { description: 'Noted. No body.' } },
    problems: ['not-found'],
  },
  {
    id: 'fulfillOrder',
    method: 'post',
    path: '/orders/{token}/fulfillment',
    part: 'Orders',
    capability: 'purchase',
    summary: 'Deliver an order',
    description:
      'Delivers a `ready` order to the target pinned in its record, **exactly once however often it is asked**. Without a body; a script may send `{ offer, target }`, which is refused with `invalid-request` (422) where it is not what was wished. The token is the idempotency key, and the `Idempotency-Key` header repeats it. A repeated call while it is being delivered, or after it was, answers 200 with the order as it stands. While one person is having it delivered another is refused with `in-progress`. A failed delivery (`fulfill-failed`) may be tried again with the same call, which does only what `delivery` says is missing; the vendor, asked with the same token, delivers once as well. When it is not known whether the vendor delivered, the answer is a 502 and the order says `fulfill-failed` or `fulfilling`, never `fulfilled`. What was refunded is `gone`. A termination while it is being delivered stops it; afterwards the order is `refunded`, and `steps.delivered` tells whether something was delivered that no longer works.',
    parameters: ['Token', 'IdempotencyKey'],
    answers: {
      200: {
        description: 'A repeated call: the order as it stands.',
        headers: NEVER_CACHED,
        body: order({ delivered: example.fulfilled }),
      },
      202: {
        description: 'Delivery has begun; the order tells how it goes on.',
        headers: NEVER_CACHED,
        body: order({ begun: example.fulfilling, onceMore: example.halfDelivered }),
      },
    },
    problems: [
      'forbidden',
      'not-found',
      'in-progress',
      'target-gone',
      ['invalid-request', 409],
      'invalid-request',
      'gone',
    ],
  },
  {
    id: 'cancelOrder',
    method: 'delete',
    path: '/orders/{token}',
    part: 'Orders',
    capability: 'purchase',
    summary: 'Give an order up',
    description:
      'Cancels an order that is not paid. Canceling it again changes nothing and succeeds. A payment that arrives later re-opens it.',
    parameters: ['Token'],
    answers: {
      200: {
        description: 'The canceled order.',
        headers: NEVER_CACHED,
        body: order({ canceled: example.canceled }),
      },
    },
    problems: ['forbidden', 'not-found', ['gone', 409]],
  },
];
