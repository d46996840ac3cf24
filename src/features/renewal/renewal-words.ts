import type { QuoteLine } from '../../backend/backend.ts';
import type { Continuity } from '../../domain/continuity.ts';
import type { Gain } from '../../domain/renewal.ts';
import type { LeftReason } from '../../domain/renewal-term.ts';
import { totals } from '../../domain/totals.ts';
import { unitPrice } from '../../domain/unit-price.ts';
import type { MessageId, Words } from '../../messages/words.ts';
import { pricesOf } from './renewal-wish.ts';
import { daysAdded, type Priced, type Renewing, type Together, together } from './renewing.ts';

/** How the new period hangs together with the old one, as advice; `null` where there is none to give. */
export function continuityWords(say: Words, continuity: Continuity): string | null {
  switch (continuity.kind) {
    case 'continuous':
      return say('renewal.continuous', {
        end: say.day(continuity.endsOn),
        start: say.day(continuity.startsOn),
      });
    case 'in-grace':
      return say('renewal.in-grace', {
        end: say.day(continuity.endedOn),
        stop: say.day(continuity.stopsAfter),
      });
    case 'lapsed':
      return say('renewal.lapsed', {
        end: say.day(continuity.endedOn),
        months: continuity.monthsBehind,
      });
    case 'none':
      return null;
  }
}

const GAINS: Record<Exclude<Gain, 'unlocks'>, MessageId> = {
  'belongs-again': 'renewal.gain.belongs-again',
  'keeps-running': 'renewal.gain.keeps-running',
  'runs-again': 'renewal.gain.runs-again',
  unknown: 'renewal.gain.unknown',
  nothing: 'renewal.gain.nothing',
};

/** What renewing is good for where it opens no release. */
export const gainWords = (say: Words, gain: Exclude<Gain, 'unlocks'>): string => say(GAINS[gain]);

const LEFT: Record<LeftReason, MessageId> = {
  'not-renewable': 'renewal.left.not-renewable',
  'runs-longer': 'renewal.left.runs-longer',
  'term-not-offered': 'renewal.left.term-not-offered',
};

/** Why a license is no part of the order. */
export const leftWords = (say: Words, { because }: Extract<Priced, { kind: 'left' }>): string =>
  say(LEFT[because]);

/** How long a line pays for: whole months, else days; empty where neither is known. */
export function spanWords(say: Words, line: QuoteLine, continuity: Continuity): string {
  if (line.months !== null) return say('renewal.months', { months: line.months });
  const days = daysAdded(line, continuity);
  return days === null ? '' : say('renewal.days', { days });
}

/** What several renewals open on this host, the security fixes among it. */
export const unlocksWords = (say: Words, { unlocked, security }: Together): string =>
  security === 0
    ? say('renewal.unlocks', { count: unlocked })
    : say('renewal.unlocks.with', { count: unlocked, security });

/** What one of the opened releases costs; `null` where nothing is opened, or prices have no common sum. */
export function eachWords(say: Words, parts: readonly Renewing[]): string | null {
  const [price, another] = totals(pricesOf(parts));
  const each = price && !another ? unitPrice(price, together(parts).unlocked) : null;
  return each && say('renewal.each.several', { price: say.money(each.amount, each.currency) });
}
