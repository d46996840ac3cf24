import * as v from 'valibot';

/** Where an answer broke the contract, and what was expected there. Both are our words, never the answer's. */
export class ContractBreach extends Error {
  override readonly name = 'ContractBreach';
  constructor(
    /** A path such as `releases[3].builtAt`. */
    readonly at: string,
    readonly expected: string,
  ) {
    super(`${at}: expected ${expected}`);
  }
}

/** Path of an issue in the words of the reader: `releases[3].builtAt`; `body` where nothing is named. */
function pathOf(issue: v.BaseIssue<unknown>, root: string): string {
  const path = (issue.path ?? []).reduce((path, step) => {
    const part: unknown = step.key;
    return typeof part === 'number'
      ? `${path}[${part}]`
      : `${path}${path === '' ? '' : '.'}${String(part)}`;
  }, root);
  return path === '' ? 'body' : path;
}

function expectedOf({ kind, type, expected, message, received }: v.BaseIssue<unknown>): string {
  if (kind === 'schema')
    return received === 'undefined' || expected === null ? 'a value' : expected;
  if (type === 'max_length' || type === 'min_length') return `length ${expected}`;
  return expected === null || type === 'regex' ? message : expected;
}

/**
 * Turns something unknown into a value of the contract.
 *
 * @param root - Name of what is read, the start of the path in a breach; empty for a whole body.
 * @throws ContractBreach naming the first place that is not as promised. Never throws anything else.
 */
export function read<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  root: string,
): v.InferOutput<S> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new ContractBreach(pathOf(issue, root), expectedOf(issue));
}
