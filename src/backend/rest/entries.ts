import * as v from 'valibot';
import { BackendError, type Call } from '../errors.ts';
import { Unread } from '../wire.ts';
import { type Answer, readAnswer } from './transport.ts';

/**
 * Parts entries that share an id from the others. Which of them is meant nobody can say, so none of them is believed.
 */
export function partTwins<T>(
  entries: readonly T[],
  idOf: (entry: T) => string,
): { readonly single: readonly T[]; readonly twins: readonly T[] } {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(idOf(entry), (counts.get(idOf(entry)) ?? 0) + 1);
  if (counts.size === entries.length) return { single: entries, twins: [] };
  const isSingle = (entry: T) => counts.get(idOf(entry)) === 1;
  return {
    single: entries.filter(isSingle),
    twins: entries.filter((entry) => !isSingle(entry)),
  };
}

/**
 * Reads the list `name` of an answer entry by entry. Those that make no sense are left out, and so are twins.
 *
 * @throws BackendError `unreadable` when the list itself makes no sense, or none of its entries does.
 */
export function readEach<S extends v.GenericSchema>(
  schema: S,
  call: Call,
  answer: Answer,
  name: string,
  idOf: (entry: v.InferOutput<S>) => string,
): readonly v.InferOutput<S>[] {
  const entries = readAnswer(v.object({ [name]: Unread }), call, answer, '')[name] ?? [];
  const sound = entries.flatMap((entry) => {
    const result = v.safeParse(schema, entry, { abortEarly: true });
    return result.success ? [result.output] : [];
  });
  const { single } = partTwins(sound, idOf);
  if (single.length > 0 || entries.length === 0) return single;
  throw new BackendError(call, {
    kind: 'unreadable',
    at: name,
    expected: 'entries of the contract',
  });
}
