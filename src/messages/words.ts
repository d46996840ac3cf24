import format, { type CompiledMessage } from 'icu-minify/format';
import type { Day } from '../domain/day.ts';
import type english from './en.json';

/** Names of all messages; the English catalog is complete and defines them. */
export type MessageId = keyof typeof english;

/** Messages of one language, compiled from ICU text when the package is built. */
export type Catalog = Readonly<Record<MessageId, CompiledMessage>>;

/** What stands in a message's places. */
export type Values = Readonly<Record<string, string | number>>;

/** Everything the panel says in one language: messages, and the platform's own forms for days, numbers and money. */
export interface Words {
  readonly locale: string;
  (id: MessageId, values?: Values): string;
  /** A calendar day, the same in every time zone. */
  day(day: Day): string;
  /** The month a day lies in, with its year. */
  month(day: Day): string;
  /** Date and time of an instant, in the reader's zone. */
  moment(instant: string): string;
  /** Time of day of an instant, in the reader's zone. */
  time(instant: string): string;
  number(value: number): string;
  /** An amount of money; decimal text is printed as it is, never through a float. */
  money(amount: string, currency: string): string;
  list(items: readonly string[]): string;
}

/** Decimal text is a number to Intl without losing digits; TypeScript's older typing wants to hear it. */
type Decimal = `${number}`;

const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const TURNING =
  /[\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * What somebody else wrote must not turn the sentence around it, as the date after a reason for a hold: its marks of
 * direction are taken out, and text that runs the other way stands apart.
 */
function apart(values: Values): Values {
  const entries = Object.entries(values);
  if (!entries.some(([, value]) => typeof value === 'string' && TURNING.test(value))) return values;
  return Object.fromEntries(
    entries.map(([name, value]) =>
      typeof value === 'string' && TURNING.test(value)
        ? [name, `\u2068${value.replace(MARKS, '')}\u2069`]
        : [name, value],
    ),
  );
}

/**
 * The panel's words in a language.
 *
 * @param locale - BCP 47; decides plurals and how days, numbers and money are written.
 * @throws RangeError for a locale that is no language tag.
 */
export function createWords(locale: string, catalog: Catalog): Words {
  const number = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const currencies = new Map<string, Intl.NumberFormat>();

  const formatters = {
    getNumberFormat: () => number,
    getPluralRules: () => plurals,
    getDateTimeFormat: () => moment,
  };
  const say = (id: MessageId, values: Values = {}): string => {
    const said = format(catalog[id], locale, apart(values), { formatters });
    return Array.isArray(said) ? said.join('') : said;
  };

  return Object.assign(say, {
    locale,
    day: (value: Day) => day.format(Date.parse(`${value}T00:00:00Z`)),
    month: (value: Day) => month.format(Date.parse(`${value}T00:00:00Z`)),
    moment: (instant: string) => moment.format(Date.parse(instant)),
    time: (instant: string) => time.format(Date.parse(instant)),
    number: (value: number) => number.format(value),
    list: (items: readonly string[]) => list.format(items),
    money(amount: string, currency: string) {
      let money = currencies.get(currency);
      if (!money) {
        money = new Intl.NumberFormat(locale, { style: 'currency', currency });
        currencies.set(currency, money);
      }
      return money.format(amount as Decimal);
    },
  });
}
