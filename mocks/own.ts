/** What a record holds under a name from outside; a name like `constructor` finds nothing that was not put there. */
export const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
