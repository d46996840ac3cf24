import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  day,
  dayOf,
  daysBetween,
  isZone,
  parseDay,
  parseInstant,
} from '../../src/domain/day.ts';

const days = fc
  .date({
    min: new Date('0001-01-01T00:00Z'),
    max: new Date('9999-12-31T00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => day(date.toISOString().slice(0, 10)));

it.each([
  '2024-02-30',
  '2023-02-29',
  '2024-13-01',
  '0000-01-01',
  '2024-1-1',
  '20240101',
  ' 2024-01-01',
  '2024-01-01T00:00:00Z',
  '',
])('does not take %j for a day', (text) => {
  expect(parseDay(text)).toBeUndefined();
  expect(() => day(text)).toThrow(RangeError);
});

it('knows the leap day', () => {
  expect(parseDay('2024-02-29')).toBe('2024-02-29');
});

it('never fails on text that is no day', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseDay(text) ?? text).toBe(text);
    }),
  );
});

it('compares days by comparing their texts', () => {
  fc.assert(
    fc.property(days, days, (a, b) => {
      expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
    }),
  );
});

it('counts back what it counted forward', () => {
  const middle = days.filter((each) => each > '0100' && each < '9900');
  fc.assert(
    fc.property(middle, fc.integer({ min: -30_000, max: 30_000 }), (from, count) => {
      expect(daysBetween(from, addDays(from, count))).toBe(count);
    }),
  );
});

it('stays inside the calendar, however far one counts', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -200_000, max: 200_000 }), (from, count) => {
      expect(parseDay(addDays(from, count))).toBeDefined();
      expect(parseDay(addMonths(from, count))).toBeDefined();
    }),
  );
});

it.each([
  ['2024-01-31', 1, '2024-02-29'],
  ['2023-01-31', 1, '2023-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-12-15', 1, '2025-01-15'],
  ['2024-03-31', -1, '2024-02-29'],
  ['2024-03-31', 12, '2025-03-31'],
  ['0050-05-31', 1, '0050-06-30'],
])('counts %s and %i months as %s', (from, count, to) => {
  expect(addMonths(day(from), count)).toBe(to);
});

it('reads an instant as the day of the zone the license is judged in', () => {
  expect(dayOf('2024-06-15T00:37:35Z')).toBe('2024-06-15');
  expect(dayOf('2024-06-15T00:37:35Z', 'America/New_York')).toBe('2024-06-14');
  expect(dayOf('2024-06-14T20:37:35-04:00')).toBe('2024-06-15');
  expect(dayOf('2024-12-31T11:00:00Z', 'Pacific/Kiritimati')).toBe('2025-01-01');
});

it('knows the day of both sides of a clock change', () => {
  expect(dayOf('2024-03-10T04:59:59Z', 'America/New_York')).toBe('2024-03-09');
  expect(dayOf('2024-03-11T03:59:59Z', 'America/New_York')).toBe('2024-03-10');
});

it('never puts an instant more than a day away from its UTC day, in any zone', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  const instants = fc.date({
    min: new Date('1900-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(zones, instants, (zone, instant) => {
      const text = instant.toISOString();
      expect(Math.abs(daysBetween(dayOf(text), dayOf(text, zone)))).toBeLessThanOrEqual(1);
    }),
    { numRuns: 300 },
  );
});

it.each([
  '2024-06-15T00:37:35',
  '2024-06-15',
  'June 15, 2024',
  '2024-02-30T00:00:00Z',
  '0000-06-01T00:00:00Z',
  '9999-12-31T23:59:59-10:00',
  '1718411855',
  '',
])('does not take %j for an instant', (text) => {
  expect(parseInstant(text)).toBeUndefined();
  expect(() => dayOf(text)).toThrow(RangeError);
});

it('tells zones from other words', () => {
  expect(isZone('Europe/Berlin')).toBe(true);
  expect(isZone('Mars/Olympus')).toBe(false);
});

it('says what is wrong with a text that is no day or no instant, and how to write one', () => {
  expect(() => day('31.03.2012')).toThrow(
    '"31.03.2012" is not a calendar day; write it as YYYY-MM-DD',
  );
  expect(() => dayOf('2012-03-31')).toThrow(
    '"2012-03-31" is not an instant; write it as 2024-06-15T00:37:35Z',
  );
  expect(() => dayOf('2012-03-31', 'Asia/Tokyo')).toThrow(RangeError);
});

it('leaves out the first and the last day of the calendar, which a zone could take beyond it', () => {
  expect(parseInstant('0001-01-01T23:59:59Z')).toBeUndefined();
  expect(parseInstant('0001-01-02T00:00:00Z')).toBeDefined();
  expect(parseInstant('9999-12-30T23:59:59Z')).toBeDefined();
  expect(parseInstant('9999-12-31T00:00:00Z')).toBeUndefined();
});

it('writes early years with four digits in every zone', () => {
  expect(dayOf('0099-06-15T12:00:00Z', 'Etc/GMT-3')).toBe('0099-06-15');
});
