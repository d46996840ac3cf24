import type { Money } from './order.ts';

/**
 * A price shared among `count` things, rounded half up to cents, without floating point; `null` where there is
 * nothing to share among or the text is no amount.
 */
export function unitPrice({ amount, currency }: Money, count: number): Money | null {
  const parts = /^(\d{1,15})(?:\.(\d{1,4}))?$/.exec(amount);
  if (!parts || !Number.isInteger(count) || count < 1) return null;
  const tenThousandths = BigInt((parts[1] ?? '') + (parts[2] ?? '').padEnd(4, '0'));
  const share = BigInt(count) * 100n;
  const cents = ((tenThousandths * 2n + share) / (share * 2n)).toString().padStart(3, '0');
  return { amount: `${cents.slice(0, -2)}.${cents.slice(-2)}`, currency };
}
