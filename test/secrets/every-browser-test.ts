import { afterEach } from 'vitest';
import { watch } from './watch.ts';

// Asked after every test in a browser, whatever it was about.
afterEach(() => {
  const seen = watch.drain().map(({ what, where, near }) => `${what} in ${where}: ${near}`);
  if (seen.length > 0)
    throw new Error(`Secrets or tokens were where they must not be:\n${seen.join('\n')}`);
});
