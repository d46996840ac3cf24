import type { CompiledMessage } from 'icu-minify/format';
import type { Catalog } from './words.ts';

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ö',
  u: 'ü',
  c: 'ç',
  n: 'ñ',
  y: 'ý',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ö',
  U: 'Ü',
  C: 'Ç',
  N: 'Ñ',
};

/** A third longer, as German and Finnish are, and accented, so that text outside the catalog stands out. */
function stretch(text: string): string {
  const accented = Array.from(text, (letter) => ACCENTED[letter] ?? letter).join('');
  const letters = text.replace(/[^a-z]/gi, '').length;
  return letters < 2 ? accented : accented + '~'.repeat(Math.ceil(letters / 3));
}

/** Text is a string; an argument is an array whose first member is its name; plural and select keep branches in an object. */
function node(part: unknown): unknown {
  if (typeof part === 'string') return stretch(part);
  if (!Array.isArray(part)) return part;
  return part.map((member: unknown, at) =>
    at > 0 && isBranches(member) ? branches(member) : member,
  );
}

const isBranches = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const branches = (options: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(options).map(([name, branch]) => [
      name,
      Array.isArray(branch) ? branch.map(node) : node(branch),
    ]),
  );

/** A language for tests, `en-XA`: every word of ours longer and accented, and in brackets so that a cut end shows. */
export function pseudoCatalog(catalog: Catalog): Catalog {
  const whole = (message: CompiledMessage): unknown =>
    Array.isArray(message) ? ['⟦', ...message.map(node), '⟧'] : `⟦${stretch(message)}⟧`;
  return Object.fromEntries(
    Object.entries(catalog).map(([id, message]) => [id, whole(message)]),
  ) as Catalog;
}
