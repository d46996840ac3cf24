import {
  type BackendError,
  type Call,
  isBackendError,
  type ProblemType,
} from '../backend/errors.ts';
import type { MessageId, Words } from './words.ts';

/** What happened and why it matters, and what to do about it. */
export interface FailureWords {
  readonly title: string;
  readonly advice: string;
}

/** What was being done, as the object of a sentence. */
const ABOUT: Record<Call, MessageId> = {
  session: 'call.session',
  extensions: 'call.extensions',
  releases: 'call.releases',
  install: 'call.install',
  uninstall: 'call.uninstall',
  tasks: 'call.tasks',
  'cancel-task': 'call.cancel-task',
  'start-batch': 'call.start-batch',
  batches: 'call.batches',
  'pause-batch': 'call.pause-batch',
  'resume-batch': 'call.resume-batch',
  'cancel-batch': 'call.cancel-batch',
  'undo-batch': 'call.undo-batch',
  hold: 'call.hold',
  skip: 'call.skip',
  'auto-update': 'call.auto-update',
  licenses: 'call.licenses',
  'preview-activation': 'call.preview-activation',
  activate: 'call.activate',
  'roll-back-key': 'call.roll-back-key',
  'license-of': 'call.license-of',
  'returned-licenses': 'call.returned-licenses',
  'apply-returned': 'call.apply-returned',
  'discard-returned': 'call.discard-returned',
  quote: 'call.quote',
  offers: 'call.offers',
  targets: 'call.targets',
  'mint-token': 'call.mint-token',
  'save-order': 'call.save-order',
  'hand-off': 'call.hand-off',
  orders: 'call.orders',
  fulfill: 'call.fulfill',
  'cancel-order': 'call.cancel-order',
  activity: 'call.activity',
};

const REFUSALS: Record<ProblemType, { readonly title: MessageId; readonly advice: MessageId }> = {
  'not-covered': { title: 'refused.not-covered', advice: 'refused.not-covered.advice' },
  'does-not-fit-host': {
    title: 'refused.does-not-fit-host',
    advice: 'refused.does-not-fit-host.advice',
  },
  'in-progress': { title: 'refused.in-progress', advice: 'refused.in-progress.advice' },
  'package-unavailable': {
    title: 'refused.package-unavailable',
    advice: 'refused.package-unavailable.advice',
  },
  forbidden: { title: 'refused.forbidden', advice: 'refused.forbidden.advice' },
  'not-found': { title: 'refused.not-found', advice: 'refused.not-found.advice' },
  gone: { title: 'refused.gone', advice: 'refused.gone.advice' },
  'invalid-request': { title: 'refused.invalid-request', advice: 'refused.invalid-request.advice' },
  'order-differs': { title: 'refused.order-differs', advice: 'refused.order-differs.advice' },
  'wish-open': { title: 'refused.wish-open', advice: 'refused.wish-open.advice' },
  'target-gone': { title: 'refused.target-gone', advice: 'refused.target-gone.advice' },
  'code-unknown': { title: 'refused.code-unknown', advice: 'refused.code-unknown.advice' },
  'code-used-elsewhere': {
    title: 'refused.code-used-elsewhere',
    advice: 'refused.code-used-elsewhere.advice',
  },
  'code-expired': { title: 'refused.code-expired', advice: 'refused.code-expired.advice' },
  'code-other-product': {
    title: 'refused.code-other-product',
    advice: 'refused.code-other-product.advice',
  },
  'code-limit-reached': {
    title: 'refused.code-limit-reached',
    advice: 'refused.code-limit-reached.advice',
  },
  'license-ended': { title: 'refused.license-ended', advice: 'refused.license-ended.advice' },
  'license-error': {
    title: 'refused.license-error',
    advice: 'refused.license-error.advice',
  },
  'license-downgrade': {
    title: 'refused.license-downgrade',
    advice: 'refused.license-downgrade.advice',
  },
  'license-other-host': {
    title: 'refused.license-other-host',
    advice: 'refused.license-other-host.advice',
  },
  'license-not-installed': {
    title: 'refused.license-not-installed',
    advice: 'refused.license-not-installed.advice',
  },
  'license-unreadable': {
    title: 'refused.license-unreadable',
    advice: 'refused.license-unreadable.advice',
  },
};

const seconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1_000));

/** A lost reply to a write: whether it happened is not known, and so it is said. */
function unknownOutcome(say: Words, about: string): FailureWords {
  return {
    title: say('failure.outcome-unknown', { about }),
    advice: say('failure.outcome-unknown.advice'),
  };
}

function known(say: Words, { failure }: BackendError, about: string): FailureWords {
  switch (failure.kind) {
    case 'unreachable':
      return {
        title: say('failure.unreachable', { about }),
        advice: say('failure.unreachable.advice'),
      };
    case 'timed-out':
      return {
        title: say('failure.timed-out', { about }),
        advice: say('failure.timed-out.advice'),
      };
    case 'unavailable':
      return {
        title: say('failure.unavailable', { about }),
        advice: say('failure.unavailable.advice'),
      };
    case 'rate-limited':
      return {
        title: say('failure.rate-limited', { about }),
        advice: say('failure.rate-limited.advice', { seconds: seconds(failure.wait) }),
      };
    case 'session-lost':
      return {
        title: say('failure.session-lost', { about }),
        advice: say('failure.session-lost.advice'),
      };
    case 'unreadable':
      return {
        title: say('failure.unreadable', { about }),
        advice: say('failure.unreadable.advice', { at: failure.at, expected: failure.expected }),
      };
    case 'refused': {
      const words = REFUSALS[failure.problem];
      const advice = say(words.advice);
      return {
        title: say(words.title),
        advice: failure.detail === null ? advice : `${failure.detail} ${advice}`,
      };
    }
  }
}

/** What an error means to the person reading it. An error outside the family is a bug, and is said to be one. */
export function failureWords(say: Words, error: unknown): FailureWords {
  if (!isBackendError(error))
    return { title: say('failure.bug'), advice: say('failure.bug.advice') };
  const about = say(ABOUT[error.call]);
  return error.outcomeUnknown ? unknownOutcome(say, about) : known(say, error, about);
}
