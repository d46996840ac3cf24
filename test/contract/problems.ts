import type * as v from 'valibot';
import { PROBLEM_URN, type ProblemType } from '../../src/backend/errors.ts';
import type { WireProblem } from '../../src/backend/wire.ts';
import { TOKEN } from './examples.ts';

/** A way to say no: when, with which status, and an example of its sentence. */
interface ProblemWords {
  readonly status: number;
  readonly title: string;
  readonly when: string;
  readonly detail: string;
  readonly running?: string;
}

/** Every problem type of the contract. A type without words here does not compile. */
export const PROBLEMS: Readonly<Record<ProblemType, ProblemWords>> = {
  'not-covered': {
    status: 403,
    title: 'Not covered by the license',
    when: 'The host finds that the license is not known to cover the release, and there is no consent to this release, or the host accepts none.',
    detail:
      'The license is not known to cover 1.2.0: it was built on 2025-03-11, and maintenance ended on 2025-01-31.',
  },
  'does-not-fit-host': {
    status: 409,
    title: 'Does not run on this host',
    when: 'The release needs another host version, or does not say which.',
    detail: '2.0.0 needs Example Host ^5.0.0; this is Example Host 4.2.0.',
  },
  'in-progress': {
    status: 409,
    title: 'Already being worked on',
    when: 'A task works on this extension, or another batch is not over. `running` names it.',
    detail: 'The host is already working on "importer".',
    running: 'task-17',
  },
  'package-unavailable': {
    status: 404,
    title: 'Package not available',
    when: 'The extension exists, the package of this version cannot be had.',
    detail: 'There is no package of 0.9.0.',
  },
  forbidden: {
    status: 403,
    title: 'Not allowed',
    when: 'The person asking may not do this, or the host cannot.',
    detail: 'Second admin may not do that; ask an administrator.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    when: 'There is no such extension, task, batch or order. Of an order: not heard of yet.',
    detail: 'This host has not heard of that order.',
  },
  gone: {
    status: 410,
    title: 'Over',
    when: 'It existed and has ended: the order is closed, the batch is over, or the task has come too far to be canceled.',
    detail: 'It is too late to cancel: files are already being replaced.',
  },
  'invalid-request': {
    status: 422,
    title: 'Request not understood',
    when: 'The request does not fit this contract, or makes no sense now. Also 400 for a body that is no JSON and 409 for a request that comes at the wrong time. `detail` names the member.',
    detail: 'version: Invalid type: Expected string but received 7',
  },
  'order-differs': {
    status: 409,
    title: 'Token of another wish',
    when: 'This token already belongs to another wish.',
    detail: 'This token already belongs to another wish.',
  },
  'wish-open': {
    status: 409,
    title: 'Already being bought',
    when: 'Another order for the same wish is open. `running` is its token, so that it can be gone on with.',
    detail: 'An order for exactly this is open; go on with it.',
    running: TOKEN,
  },
  'target-gone': {
    status: 409,
    title: 'Domain gone',
    when: 'The domain of the order is no longer one of this host. It is never delivered to another one.',
    detail: 'example.com is no longer a domain of this host.',
  },
  'code-unknown': {
    status: 404,
    title: 'Code not known',
    when: 'The key administrator does not know the activation code.',
    detail: 'The key administrator does not know this code.',
  },
  'code-used-elsewhere': {
    status: 409,
    title: 'Code used elsewhere',
    when: 'The code was already used on another host.',
    detail: 'This code was already used on another host.',
  },
  'code-expired': {
    status: 409,
    title: 'Code expired',
    when: 'The code could be used only until an earlier day.',
    detail: 'This code could be used only until an earlier day.',
  },
  'code-other-product': {
    status: 409,
    title: 'Code for something else',
    when: 'The code is right, and for an extension that is not on this host.',
    detail: 'This code is for an extension that is not on this host.',
  },
  'code-limit-reached': {
    status: 409,
    title: 'Code used up',
    when: 'The code was used on as many hosts as it allows.',
    detail: 'This code was used on as many hosts as it allows.',
  },
  'license-ended': {
    status: 409,
    title: 'License already ended',
    when: 'The code is right, and the license it brings has already ended.',
    detail: 'The code is right, but its license has already ended.',
  },
  'license-error': {
    status: 409,
    title: 'Error of the license',
    when: 'A license that came back is reported to be wrong, or has ended. The entry names the errors. It stays kept.',
    detail: 'The vendor reports an error of this license.',
  },
  'license-downgrade': {
    status: 409,
    title: 'Less than there is',
    when: 'A license that came back gives less than the one in place, and not every loss was agreed to. The entry names them. It stays kept.',
    detail: 'The license in place gives more than this one.',
  },
  'license-other-host': {
    status: 409,
    title: 'License of another host',
    when: 'A license that came back was issued for another host. It stays kept.',
    detail: 'This license was issued for another host.',
  },
  'license-not-installed': {
    status: 409,
    title: 'Extension not here',
    when: 'A license that came back is for an extension that is not on this host. It stays kept.',
    detail: 'This license is for an extension that is not on this host.',
  },
  'license-unreadable': {
    status: 409,
    title: 'License not readable',
    when: 'What came back cannot be read as a license. It stays kept.',
    detail: 'What came back cannot be read as a license.',
  },
};

/** A problem as it travels, with the status of the answer that carries it. */
export function problemExample(
  type: ProblemType,
  status = PROBLEMS[type].status,
): v.InferInput<typeof WireProblem> {
  const { title, detail, running } = PROBLEMS[type];
  return { type: PROBLEM_URN + type, title, status, detail, ...(running ? { running } : {}) };
}
