declare const dayBrand: unique symbol;

/**
 * A calendar day, `YYYY-MM-DD`. Comparing the texts compares the days, so no time zone can creep in:
 * `new Date('2012-03-31')` printed in local time is another day in 160 of 418 IANA zones.
 */
export type Day = string & { readonly [dayBrand]: true };

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const DAY_MS = 86_400_000;
const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T00:00:00Z');

const dayFromUtc = (ms: number): Day => new Date(ms).toISOString().slice(0, 10) as Day;
const utcOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const heldInRange = (ms: number): number => Math.min(Math.max(ms, FIRST), LAST);

/** Reads a day; `undefined` for anything that is not a real day of the years 0001 to 9999 (30 February is not). */
export function parseDay(text: string): Day | undefined {
  if (!SHAPE.test(text) || text < '0001-01-01') return undefined;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) || dayFromUtc(ms) !== text ? undefined : (text as Day);
}

/**
 * Reads an instant, RFC 3339 with a zone (`2024-06-15T00:37:35Z`), as milliseconds since 1970.
 *
 * `undefined` for anything else: text without a zone would be read in local time, 30 February would
 * quietly become 1 March, and in the first and last day of the calendar a zone could leave it.
 */
export function parseInstant(text: string): number | undefined {
  const upper = text.toUpperCase();
  const date = INSTANT.exec(upper)?.[1];
  if (date === undefined || parseDay(date) === undefined) return undefined;
  const ms = Date.parse(upper);
  return ms >= FIRST + DAY_MS && ms < LAST ? ms : undefined;
}

/**
 * The same for text known to be a day, such as a literal.
 *
 * @throws RangeError when it is not one.
 */
export function day(text: string): Day {
  const read = parseDay(text);
  if (read === undefined)
    throw new RangeError(`"${text}" is not a calendar day; write it as YYYY-MM-DD`);
  return read;
}

const zones = new Map<string, Intl.DateTimeFormat>();

function zone(name: string): Intl.DateTimeFormat {
  let format = zones.get(name);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    zones.set(name, format);
  }
  return format;
}

/** Whether the runtime knows a time zone by this name. */
export function isZone(name: string): boolean {
  try {
    return zone(name) !== undefined;
  } catch {
    return false;
  }
}

/**
 * The calendar day of an instant in a named zone.
 *
 * @param instant - RFC 3339 with a zone, for example `2024-06-15T00:37:35Z`.
 * @param zoneName - IANA name; licenses are judged in the vendor's declared zone, `UTC` unless declared.
 * @throws RangeError for text that is no instant or a zone the runtime does not know.
 */
export function dayOf(instant: string, zoneName = 'UTC'): Day {
  const ms = parseInstant(instant);
  if (ms === undefined) {
    throw new RangeError(`"${instant}" is not an instant; write it as 2024-06-15T00:37:35Z`);
  }
  if (zoneName === 'UTC') return dayFromUtc(ms);
  const parts = zone(zoneName).formatToParts(ms);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((each) => each.type === type)?.value ?? '';
  return day(`${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`);
}

/** The day `count` days later, or earlier when negative; held at the first and last day of the calendar. */
export const addDays = (from: Day, count: number): Day =>
  dayFromUtc(heldInRange(utcOf(from) + count * DAY_MS));

/**
 * The same day of the month `count` months later; the last day of a shorter month (31 January + 1 = 28 or
 * 29 February). Held at the first and last day of the calendar.
 */
export function addMonths(from: Day, count: number): Day {
  const start = new Date(utcOf(from));
  const last = new Date(start);
  last.setUTCMonth(start.getUTCMonth() + count + 1, 0);
  const end = heldInRange(last.getTime());
  const tooLong = new Date(end).getUTCDate() - start.getUTCDate();
  return dayFromUtc(heldInRange(end - Math.max(tooLong, 0) * DAY_MS));
}

/** How many days `to` lies after `from`; negative when before, 0 on the same day. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((utcOf(to) - utcOf(from)) / DAY_MS);
