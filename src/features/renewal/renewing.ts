import type { Quote, QuoteLine } from '../../backend/backend.ts';
import { type Continuity, continuityOf } from '../../domain/continuity.ts';
import { type Day, daysBetween } from '../../domain/day.ts';
import type { Decided } from '../../domain/decide.ts';
import type { Extension } from '../../domain/extension.ts';
import { previewRenewal, type RenewalPreview } from '../../domain/renewal.ts';
import type { LeftReason } from '../../domain/renewal-term.ts';

/** What is known of the price of one renewal. */
export type Priced =
  | { readonly kind: 'priced'; readonly line: QuoteLine }
  /** It is no part of the quote. */
  | { readonly kind: 'left'; readonly because: LeftReason }
  /** No price can be asked for, or there is no answer yet. */
  | { readonly kind: 'unknown' };

/** One license that may be renewed, with everything that is told about it. */
export interface Renewing {
  readonly extension: Extension;
  /** The number it is renewed by, if it has one. */
  readonly number: string | null;
  readonly priced: Priced;
  readonly preview: RenewalPreview;
  readonly continuity: Continuity;
}

/** The number a license is renewed by, if it has one. */
const licenseNumber = ({ license }: Extension): string | null =>
  'number' in license ? license.number : null;

function pricedIn(quote: Quote | undefined, key: string): Priced {
  if (!quote) return { kind: 'unknown' };
  const line = quote.lines.find(({ extension }) => extension === key);
  if (line) return { kind: 'priced', line };
  const left = quote.left.find(({ extension }) => extension === key);
  return { kind: 'left', because: left?.because ?? 'not-renewable' };
}

/** What renewing an extension's license comes to by a quote, or as far as is known without one. */
export function renewing(decided: Decided, quote: Quote | undefined, today: Day): Renewing {
  const { extension } = decided;
  const priced = pricedIn(quote, extension.key);
  const isPriced = priced.kind === 'priced';
  return {
    extension,
    number: (isPriced ? priced.line.license : null) ?? licenseNumber(extension),
    priced,
    preview: previewRenewal(
      decided,
      isPriced ? { until: priced.line.newEndsOn, today } : undefined,
    ),
    continuity: continuityOf(extension.license, today),
  };
}

/** The end of the period that renewing continues. */
export function periodEnd(continuity: Continuity): Day | null {
  switch (continuity.kind) {
    case 'continuous':
      return continuity.endsOn;
    case 'in-grace':
    case 'lapsed':
      return continuity.endedOn;
    case 'none':
      return null;
  }
}

/** How many days a renewal adds; `null` where it is not known what it adds to. */
export function daysAdded({ newEndsOn }: QuoteLine, continuity: Continuity): number | null {
  const from = periodEnd(continuity);
  return from === null ? null : daysBetween(from, newEndsOn);
}

/** What several renewals come to together. */
export interface Together {
  readonly count: number;
  readonly unlocked: number;
  readonly security: number;
}

/** Counts what is opened by all that is part of the quote. */
export const together = (parts: readonly Renewing[]): Together => ({
  count: parts.length,
  unlocked: parts.reduce((sum, { preview }) => sum + preview.unlocked.length, 0),
  security: parts.reduce((sum, { preview }) => sum + preview.security, 0),
});
