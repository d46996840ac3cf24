import * as v from 'valibot';

/** Where an answer broke the contract, and what was expected there. */
export class ContractBreach extends Error {
  override readonly name = 'ContractBreach';
  constructor(
    readonly at: string,
    readonly expected: string,
  ) {
    super(`${at}: expected ${expected}`);
  }
}

/** Path of an issue in the words of the reader: `releases[3].builtAt`. */
function pathOf(issue: v.BaseIssue<unknown>, root: string): string {
  return (issue.path ?? []).reduce((path, step) => {
    const part: unknown = step.key;
    return typeof part === 'number' ? `${path}[${part}]` : `${path}${path === '' ? '' : '.'}${String(part)}`;
  }, root);
}

/**
 * Turns something unknown into a value of the contract.
 *
 * @param root - Name of what is read, the start of the path in a breach.
 * @throws ContractBreach naming the first place that is not as promised.
 */
export function read<S extends v.GenericSchema>(schema: S, value: unknown, root: string): v.InferOutput<S> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const expected = issue.type === 'check' || issue.type === 'regex' ? issue.message : (issue.expected ?? issue.message);
  throw new ContractBreach(pathOf(issue, root), expected);
}
