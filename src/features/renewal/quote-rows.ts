import type { Day } from '../../domain/day.ts';
import { totals } from '../../domain/totals.ts';
import type { Words } from '../../messages/words.ts';
import { pricesOf } from './renewal-wish.ts';
import { daysAdded, periodEnd, type Renewing, together } from './renewing.ts';

/** What a quote is about, besides the licenses. */
export interface QuoteAbout {
  readonly host: { readonly name: string; readonly version: string };
  /** The host's date. */
  readonly today: Day;
}

/** Name of the file a quote is saved in; the day in it sorts. */
export const quoteFile = ({ today }: QuoteAbout): string => `renewal-quote-${today}.csv`;

/**
 * A quote as rows for a spreadsheet: a head, one row for each license, one sum for each currency. Days and amounts are
 * written as machines read them; every row names its server and day, so that the quotes of many can be put together.
 */
export function quoteRows(
  say: Words,
  parts: readonly Renewing[],
  { host, today }: QuoteAbout,
): readonly (readonly string[])[] {
  const server = `${host.name} ${host.version}`;
  const rows = parts.map(({ extension, number, priced, preview, continuity }) => {
    const line = priced.kind === 'priced' ? priced.line : null;
    return [
      server,
      today,
      extension.name,
      extension.vendor,
      number ?? '',
      periodEnd(continuity) ?? '',
      line?.newEndsOn ?? '',
      String(line?.months ?? ''),
      String((line && daysAdded(line, continuity)) ?? ''),
      String(preview.unlocked.length),
      String(preview.security),
      preview.newest?.version.text ?? '',
      line?.price.amount ?? '',
      line?.price.currency ?? '',
    ];
  });
  const sum = together(parts);
  const counts = [String(sum.unlocked), String(sum.security), ''];
  const sums = totals(pricesOf(parts)).map(({ amount, currency }) => [
    server,
    today,
    say('renewal.total'),
    ...Array.from({ length: 6 }, () => ''),
    ...counts,
    amount,
    currency,
  ]);
  return [
    [
      say('quote.server'),
      say('quote.as-of'),
      say('renewal.column.extension'),
      say('quote.vendor'),
      say('quote.license'),
      say('quote.old-end'),
      say('quote.new-end'),
      say('quote.months'),
      say('quote.days'),
      say('quote.unlocked'),
      say('quote.security'),
      say('renewal.newest'),
      say('renewal.price'),
      say('quote.currency'),
    ],
    ...rows,
    ...sums,
  ];
}
