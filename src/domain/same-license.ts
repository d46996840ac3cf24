import { endOf, type License } from './license.ts';

/** Whether two licenses come from one version of one key; only one with a number can be told. */
export const sameLicense = (a: License, b: License): boolean =>
  'number' in a &&
  'number' in b &&
  a.number === b.number &&
  a.kind === b.kind &&
  endOf(a) === endOf(b);
