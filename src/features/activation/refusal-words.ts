import { BackendError, isBackendError } from '../../backend/errors.ts';
import { type FailureWords, failureWords } from '../../messages/failures.ts';
import type { Words } from '../../messages/words.ts';

/** Why a code was not taken, in our words alone: the host's own sentence might repeat the code. */
export function refusalWords(say: Words, error: unknown): FailureWords {
  if (!isBackendError(error) || error.failure.kind !== 'refused') return failureWords(say, error);
  return failureWords(say, new BackendError(error.call, { ...error.failure, detail: null }));
}
