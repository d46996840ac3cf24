import { type Coverages, coveragesUntil } from './coverage.ts';
import type { Day } from './day.ts';
import type { Decided } from './decide.ts';
import type { Money } from './order.ts';
import type { Release } from './release.ts';

/** What renewing is good for today, the best of it. */
export type Gain =
  /** Releases that could be installed. */
  | 'unlocks'
  /** The installed release belongs to the license again. */
  | 'belongs-again'
  /** A lease does not stop. */
  | 'keeps-running'
  /** A lease that stopped runs. */
  | 'runs-again'
  /** The license is not known, so nobody can say. */
  | 'unknown'
  /** Nothing yet; later releases, when they come. */
  | 'nothing';

/** What renewing one license would open. */
export interface RenewalPreview {
  readonly gain: Gain;
  /** Releases that would belong to the license and run on this host: security ones first, then newest first. */
  readonly unlocked: readonly Release[];
  /** The newest of them; `null` = an honest "renewing today unlocks nothing you could install". */
  readonly newest: Release | null;
  /** How many of them repair a security flaw. */
  readonly security: number;
  /** Newer releases that stay out of reach because they need another host. */
  readonly needNewerHost: boolean;
}

/**
 * What renewing would unlock, from what was decided already.
 *
 * Releases without a date are not counted: of them nobody can say what a renewal would change.
 *
 * @param renewed - The last day of maintenance the renewal brings, when a quote tells it, and the host's date. A
 *   renewal runs from the end of the old period, so after a long lapse it may still end before the newest releases
 *   were built.
 */
export function previewRenewal(
  { extension, decision }: Decided,
  renewed?: { readonly until: Day; readonly today: Day },
): RenewalPreview {
  const { locked, targets } = decision.judged;
  const after =
    renewed &&
    coveragesUntil({ ...extension, policy: decision.policy }, renewed.until, renewed.today);
  const opened = after ? locked.filter((release) => after.of(release).kind === 'covered') : locked;
  const security = opened.filter((release) => release.security);
  return {
    gain: opened.length > 0 ? 'unlocks' : otherGain({ extension, decision }, after),
    unlocked: [...security, ...opened.filter((release) => !release.security)],
    newest: opened[0] ?? null,
    security: security.length,
    needNewerHost: targets.overall !== null && targets.overall !== targets.forHost,
  };
}

/** What renewing is good for where it opens no release. */
function otherGain({ extension, decision }: Decided, after: Coverages | undefined): Gain {
  switch (decision.license.kind) {
    case 'unknown':
      return 'unknown';
    case 'paid':
    case 'in-grace':
      return 'keeps-running';
    case 'subscription-ended':
      return 'runs-again';
    case 'not-needed':
    case 'missing':
    case 'wrong':
    case 'suspended':
    case 'terminated':
    case 'evaluating':
    case 'evaluation-expired':
    case 'maintained':
    case 'maintained-for-ever':
    case 'maintenance-ended': {
      const isOutside = decision.judged.installedCoverage.kind === 'uncovered';
      const mended = after?.installed(extension.installed).kind ?? 'covered';
      return isOutside && mended === 'covered' ? 'belongs-again' : 'nothing';
    }
  }
}

const AMOUNT = /^-?\d{1,15}(?:\.\d{1,4})?$/;

/** Adds decimal amounts of one currency without floating point; `null` when currencies differ or text is no amount. */
export function total(amounts: readonly Money[]): Money | null {
  const currency = amounts[0]?.currency;
  if (currency === undefined) return null;
  if (amounts.some((money) => money.currency !== currency || !AMOUNT.test(money.amount)))
    return null;
  const digits = Math.max(...amounts.map(({ amount }) => amount.split('.')[1]?.length ?? 0));
  const sum = amounts.reduce((all, { amount }) => {
    const [whole = '0', part = ''] = amount.split('.');
    return all + BigInt(whole + part.padEnd(digits, '0'));
  }, 0n);
  const text = (sum < 0n ? -sum : sum).toString().padStart(digits + 1, '0');
  const amount = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return { amount: sum < 0n ? `-${amount}` : amount, currency };
}
