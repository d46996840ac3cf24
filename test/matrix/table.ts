import type { CALLS } from '../../mocks/calls.ts';
import { FAULT_KINDS, type FaultKind } from '../../mocks/faults.ts';
import type { Call } from '../../src/backend/errors.ts';
import { wordsFor } from '../../src/messages/catalogs.ts';
import type { MessageId } from '../../src/messages/words.ts';

/** Calls of the contract that no panel makes: they are for scripts and for extensions. */
export const FOR_OTHERS = ['task', 'batch', 'license'] as const;
/** A call that the panel makes of its host. */
export type Called = Exclude<(typeof CALLS)['host'][number], (typeof FOR_OTHERS)[number]>;

/** What an admin hears of a fault. */
export type Heard =
  /** Nothing: the call went through, or the panel found out by itself that it had. */
  | 'through'
  /** Nothing: it did not happen, and nothing says so or says that it did; the button is there as before. */
  | 'as-before'
  /** It is not known whether it went through; never worded as failure or success. */
  | 'unknown'
  /** The first half of two is done; what is left to do is told. */
  | 'half-way'
  | 'no-answer'
  | 'too-late'
  | 'in-trouble'
  | 'too-often'
  | 'nonsense'
  | 'signed-out'
  | 'not-allowed'
  | 'not-accepted'
  | 'ended';

/** What can be pressed next. */
export interface Offered {
  readonly role: 'button' | 'link' | 'switch';
  readonly name: string | RegExp;
}

/** What an admin sees of one fault of one call, at the latest ten seconds after it struck. */
export interface Cell {
  readonly heard: Heard;
  /** The title of what is said; `null` = nothing. */
  readonly says: RegExp | null;
  /** The next action. Pressed when the fault is over, it leads to the truth. */
  readonly offers: Offered;
  /** Words that must not stand there. */
  readonly never: RegExp;
}

/** A question: nothing is done by it, so what was not understood is simply not known. */
const READ: Record<FaultKind, Heard> = {
  error: 'in-trouble',
  unavailable: 'in-trouble',
  'rate-limited': 'too-often',
  forbidden: 'not-allowed',
  gone: 'ended',
  'signed-out': 'signed-out',
  'sign-in-page': 'signed-out',
  'lost-before': 'no-answer',
  'lost-after': 'no-answer',
  slow: 'through',
  never: 'too-late',
  drip: 'too-late',
  malformed: 'nonsense',
  empty: 'nonsense',
  'wrong-type': 'nonsense',
  'other-subject': 'through',
  stale: 'through',
  oversized: 'nonsense',
};

/** A deed: after any doubt it is not known whether it happened. */
const WRITE: Record<FaultKind, Heard> = {
  ...READ,
  error: 'unknown',
  unavailable: 'unknown',
  'lost-before': 'unknown',
  'lost-after': 'unknown',
  never: 'unknown',
  drip: 'unknown',
  malformed: 'unknown',
  empty: 'unknown',
  'wrong-type': 'unknown',
  'other-subject': 'unknown',
  oversized: 'unknown',
};

/** A deed after which the panel looks for itself: where it happened, that is what is seen. */
const WRITE_AND_LOOK: Record<FaultKind, Heard> = {
  ...WRITE,
  'lost-after': 'through',
  never: 'through',
  drip: 'through',
  malformed: 'through',
  empty: 'through',
  'wrong-type': 'through',
  'other-subject': 'through',
  oversized: 'through',
};

const SILENT = Object.fromEntries(FAULT_KINDS.map((kind) => [kind, 'through'])) as Record<
  FaultKind,
  Heard
>;

/** Words of success and of failure; neither may be read where nobody knows. */
const CLAIMS =
  /\b(failed|could not be (saved|installed|delivered|applied)|was not (saved|installed|held|delivered)|has been (saved|installed|held|delivered)|is saved|is active|Delivered to)\b/;
const NOTHING = /(?!)/;

interface Row {
  /** The message that names the call in a sentence. */
  readonly about: MessageId;
  readonly rule: Record<FaultKind, Heard>;
  readonly offers: Offered;
  /** Titles of its own. */
  readonly says?: Partial<Record<Heard, RegExp>>;
  /** Other next actions. */
  readonly instead?: Partial<Record<Heard, Offered>>;
  /** Where this call differs from its rule. */
  readonly except?: Partial<Record<FaultKind, Heard>>;
}

/** A rule with one thing heard instead of another, but for these kinds. */
const replaced = (
  rule: Record<FaultKind, Heard>,
  from: Heard,
  to: Heard,
  but: readonly FaultKind[] = [],
): Record<FaultKind, Heard> => {
  const next = { ...rule };
  for (const kind of FAULT_KINDS) if (rule[kind] === from && !but.includes(kind)) next[kind] = to;
  return next;
};

/** One title whatever went wrong; the advice beneath it differs. */
const always = (title: RegExp): Partial<Record<Heard, RegExp>> =>
  Object.fromEntries(FAILED.map((heard) => [heard, title]));
const FAILED: readonly Heard[] = [
  'no-answer',
  'too-late',
  'in-trouble',
  'too-often',
  'nonsense',
  'signed-out',
  'not-allowed',
  'ended',
];

const button = (name: string | RegExp): Offered => ({ role: 'button', name });

const say = wordsFor('en');
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The title of the panel's common words for a failure. */
function titleOf(heard: Heard, about: MessageId): RegExp | null {
  const says = (id: MessageId) => new RegExp(literal(say(id, { about: say(about) })));
  switch (heard) {
    case 'through':
    case 'as-before':
    case 'half-way':
      return null;
    case 'unknown':
      return says('failure.outcome-unknown');
    case 'no-answer':
      return says('failure.unreachable');
    case 'too-late':
      return says('failure.timed-out');
    case 'in-trouble':
      return says('failure.unavailable');
    case 'too-often':
      return says('failure.rate-limited');
    case 'nonsense':
      return says('failure.unreadable');
    case 'signed-out':
      return says('failure.session-lost');
    case 'not-allowed':
      return says('refused.forbidden');
    case 'not-accepted':
      return says('refused.invalid-request');
    case 'ended':
      return says('refused.gone');
  }
}

function cellOf({ about, rule, offers, says, instead, except }: Row, kind: FaultKind): Cell {
  const heard = except?.[kind] ?? rule[kind];
  return {
    heard,
    says: says?.[heard] ?? titleOf(heard, about),
    offers: instead?.[heard] ?? offers,
    never: heard === 'unknown' ? CLAIMS : NOTHING,
  };
}

const TRY_AGAIN = button('Try again');
const CHECK_AGAIN = button('Check again');

/** What is known of the orders stays in sight. */
const UNCHECKED = {
  ...always(/The orders could not be checked; they are shown as last known/),
  'signed-out': /You are signed out, so the orders are not being checked/,
};

const ROWS: Record<Called, Row> = {
  session: { about: 'call.session', rule: READ, offers: TRY_AGAIN },
  extensions: { about: 'call.extensions', rule: READ, offers: TRY_AGAIN },
  releases: {
    about: 'call.releases',
    rule: { ...READ, 'other-subject': 'nonsense' },
    offers: TRY_AGAIN,
  },
  tasks: { about: 'call.tasks', rule: READ, offers: TRY_AGAIN },
  batches: { about: 'call.batches', rule: READ, offers: TRY_AGAIN },
  activity: { about: 'call.activity', rule: READ, offers: TRY_AGAIN },

  install: {
    about: 'call.install',
    rule: WRITE_AND_LOOK,
    offers: button('Update to 2.4.0'),
    except: { stale: 'as-before' },
  },
  uninstall: {
    about: 'call.uninstall',
    // The panel removes and installs; it does not go on to the second by itself after a doubt about the first.
    rule: replaced(WRITE_AND_LOOK, 'through', 'half-way', ['slow', 'stale']),
    offers: button('Roll back to 1.0'),
    says: { 'half-way': /was removed and is not installed/ },
    instead: { 'half-way': button('Install 1.0') },
  },
  'cancel-task': {
    about: 'call.cancel-task',
    rule: WRITE_AND_LOOK,
    offers: button('Cancel the installation'),
  },

  hold: { about: 'call.hold', rule: WRITE_AND_LOOK, offers: button('Hold back') },
  'release-hold': {
    about: 'call.hold',
    rule: WRITE_AND_LOOK,
    offers: button('Release hold'),
  },
  skip: { about: 'call.skip', rule: WRITE_AND_LOOK, offers: button('Skip 2.4.0') },
  'end-skip': {
    about: 'call.skip',
    rule: WRITE_AND_LOOK,
    offers: button('Offer 2.4.0 again'),
  },
  'auto-update': {
    about: 'call.auto-update',
    rule: WRITE_AND_LOOK,
    offers: { role: 'switch', name: 'Update automatically' },
  },
  'auto-update-all': {
    about: 'call.auto-update',
    rule: WRITE_AND_LOOK,
    offers: button('Switch all on'),
  },

  'start-batch': { about: 'call.start-batch', rule: WRITE_AND_LOOK, offers: TRY_AGAIN },
  'pause-batch': { about: 'call.pause-batch', rule: WRITE_AND_LOOK, offers: button('Pause') },
  'resume-batch': { about: 'call.resume-batch', rule: WRITE_AND_LOOK, offers: button('Continue') },
  'cancel-batch': {
    about: 'call.cancel-batch',
    rule: WRITE_AND_LOOK,
    offers: button(/^Cancel the rest/),
  },
  'undo-batch': { about: 'call.undo-batch', rule: WRITE_AND_LOOK, offers: button(/^Undo all/) },

  licenses: { about: 'call.licenses', rule: READ, offers: CHECK_AGAIN },
  'preview-activation': {
    about: 'call.preview-activation',
    rule: READ,
    offers: button('Preview'),
  },
  activate: {
    about: 'call.activate',
    rule: { ...WRITE, 'other-subject': 'through' },
    offers: button('Activate'),
    says: { unknown: /It is not known whether the code was applied/ },
    instead: { unknown: CHECK_AGAIN },
  },
  'roll-back-key': {
    about: 'call.roll-back-key',
    rule: { ...WRITE_AND_LOOK, 'other-subject': 'through' },
    offers: button('Restore earlier key'),
    says: { unknown: /The earlier key is not in use/ },
  },
  'returned-licenses': {
    about: 'call.returned-licenses',
    rule: READ,
    offers: CHECK_AGAIN,
  },
  'apply-returned': {
    about: 'call.apply-returned',
    rule: WRITE,
    offers: button('Apply'),
    says: { unknown: /It is not known whether the license was applied/ },
    instead: { unknown: CHECK_AGAIN },
  },
  'discard-returned': {
    about: 'call.discard-returned',
    rule: WRITE_AND_LOOK,
    offers: button('Discard for good'),
  },
  quote: {
    about: 'call.quote',
    rule: { ...READ, 'other-subject': 'nonsense' },
    offers: TRY_AGAIN,
    says: always(/The price cannot be told right now/),
  },

  offers: { about: 'call.offers', rule: READ, offers: TRY_AGAIN },
  targets: { about: 'call.targets', rule: READ, offers: TRY_AGAIN },
  'mint-token': {
    about: 'call.mint-token',
    // The host does not take a token that it has not made.
    rule: { ...READ, 'other-subject': 'not-accepted' },
    offers: button('Save and prepare the store link'),
  },
  'save-order': {
    about: 'call.save-order',
    rule: WRITE_AND_LOOK,
    offers: button('Save and prepare the store link'),
    says: { unknown: /It is not known whether the order was saved/ },
    instead: { unknown: button('Save it again') },
  },
  'hand-off': {
    about: 'call.hand-off',
    // The host learns it from the store as well: nothing is said, and the order goes on.
    rule: SILENT,
    offers: { role: 'link', name: 'Continue to the store' },
  },
  'order-events': {
    about: 'call.orders',
    // News that cannot be had are asked for in the plain way.
    rule: SILENT,
    offers: CHECK_AGAIN,
  },
  orders: { about: 'call.orders', rule: READ, offers: CHECK_AGAIN, says: UNCHECKED },
  order: {
    about: 'call.orders',
    // One that has ended behind the host is no news: its own list says how it stands.
    rule: { ...READ, gone: 'through', 'other-subject': 'nonsense' },
    offers: CHECK_AGAIN,
    says: UNCHECKED,
  },
  fulfill: {
    about: 'call.fulfill',
    rule: WRITE_AND_LOOK,
    offers: button('Deliver to example.org'),
  },
  'cancel-order': {
    about: 'call.cancel-order',
    rule: WRITE_AND_LOOK,
    offers: button('Cancel order'),
  },
};

/** Which rows speak of each call that an error can name. */
export const ROWS_OF: Record<Call, readonly Called[]> = {
  session: ['session'],
  extensions: ['extensions'],
  releases: ['releases'],
  install: ['install'],
  uninstall: ['uninstall'],
  tasks: ['tasks'],
  'cancel-task': ['cancel-task'],
  'start-batch': ['start-batch'],
  batches: ['batches'],
  'pause-batch': ['pause-batch'],
  'resume-batch': ['resume-batch'],
  'cancel-batch': ['cancel-batch'],
  'undo-batch': ['undo-batch'],
  hold: ['hold', 'release-hold'],
  skip: ['skip', 'end-skip'],
  'auto-update': ['auto-update', 'auto-update-all'],
  licenses: ['licenses'],
  'roll-back-key': ['roll-back-key'],
  'license-of': [],
  'returned-licenses': ['returned-licenses'],
  'apply-returned': ['apply-returned'],
  'discard-returned': ['discard-returned'],
  'preview-activation': ['preview-activation'],
  activate: ['activate'],
  quote: ['quote'],
  offers: ['offers'],
  targets: ['targets'],
  'save-order': ['save-order'],
  'hand-off': ['hand-off'],
  'mint-token': ['mint-token'],
  orders: ['orders', 'order', 'order-events'],
  fulfill: ['fulfill'],
  'cancel-order': ['cancel-order'],
  activity: ['activity'],
};

/** Every call × every fault. */
export const MATRIX = Object.fromEntries(
  Object.entries(ROWS).map(([call, row]) => [
    call,
    Object.fromEntries(FAULT_KINDS.map((kind) => [kind, cellOf(row, kind)])),
  ]),
) as Record<Called, Record<FaultKind, Cell>>;
