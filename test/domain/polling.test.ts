import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  asked,
  checkNow,
  freshPoll,
  mayAskAtOnce,
  nextPollAt,
  type PollOutcome,
  type PollState,
  pollWait,
  retryAfter,
} from '../../src/domain/polling.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2024, 4, 1, 12);

/** Asks as soon as it is due, `count` times, and gives back every state passed through. */
function follow(count: number, outcome: PollOutcome, wait = 0, from = freshPoll(NOW)): PollState[] {
  const states = [from];
  for (let at = 0; at < count; at++) {
    const last = states.at(-1) ?? from;
    states.push(asked(last, outcome, nextPollAt(last, 0), wait));
  }
  return states;
}

it('waits 1 s to 1 h, or does not listen, whatever Retry-After says', () => {
  const httpDate = fc.date({ noInvalidDate: true }).map((date) => date.toUTCString());
  const header = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.integer().map(String),
    fc.double().map(String),
    httpDate,
    fc.constantFrom(
      '-5',
      '-2050',
      'NaN',
      'Infinity',
      '1e9',
      '9'.repeat(400),
      '2099-01-01',
      'Fri, 31 Dec 9999 23:59:59 GMT',
      '0',
      '١',
      '',
    ),
  );
  fc.assert(
    fc.property(header, (text) => {
      const wait = retryAfter(text, NOW);
      expect(wait === 0 || (wait >= SECOND && wait <= HOUR)).toBe(true);
    }),
    { numRuns: 100_000 },
  );
});

it.each([
  ['120', 120 * SECOND],
  ['1.5', 1.5 * SECOND],
  ['0', SECOND],
  ['86400', HOUR],
  ['Wed, 01 May 2024 12:00:30 GMT', 30 * SECOND],
  ['Wednesday, 01-May-24 12:00:30 GMT', 30 * SECOND],
  ['Wed May  1 12:00:30 2024', 30 * SECOND],
  ['Fri, 31 Dec 9999 23:59:59 GMT', HOUR],
  ['Wed, 01 May 2024 11:59:59 GMT', 0],
  ['-5', 0],
  ['-2050', 0],
  ['NaN', 0],
  ['Infinity', 0],
  ['2099-01-01', 0],
  ['soon', 0],
  ['', 0],
  [null, 0],
])('reads Retry-After %j as %i ms', (header, wait) => {
  expect(retryAfter(header, NOW)).toBe(wait);
});

it('asks at once, then every 5 s', () => {
  expect(nextPollAt(freshPoll(NOW), 0.5)).toBe(NOW);
  expect(follow(3, 'answered').map((state) => nextPollAt(state, 0.5) - NOW)).toEqual([
    0, 5_000, 10_000, 15_000,
  ]);
});

const outcomes = fc.array(
  fc.tuple(
    fc.constantFrom<PollOutcome>('answered', 'slow-down', 'no-answer'),
    fc.constantFrom(0, 500, 2 * SECOND, 90 * SECOND, 2 * HOUR, -1, Number.NaN, Infinity),
  ),
  { maxLength: 40 },
);
const jitter = fc.double({ min: 0, max: 1, noNaN: true });

it('is never earlier than the server said, than 5 s, or than what earlier "slow down"s added', () => {
  fc.assert(
    fc.property(outcomes, jitter, (told, spread) => {
      let state = freshPoll(NOW);
      let slowed = 0;
      for (const [outcome, wait] of told) {
        state = asked(state, outcome, nextPollAt(state, spread), wait);
        if (outcome === 'slow-down') slowed++;
        const said = Number.isFinite(wait) && wait > 0 ? Math.min(wait, HOUR) : 0;
        expect(pollWait(state, spread)).toBeGreaterThanOrEqual(
          Math.max(said, 5 * SECOND * (1 + slowed)),
        );
      }
    }),
    { numRuns: 2_000 },
  );
});

it('always waits a finite time, an hour at most beyond what "slow down"s added', () => {
  fc.assert(
    fc.property(outcomes, jitter, (told, spread) => {
      let state = freshPoll(NOW);
      for (const [outcome, wait] of told)
        state = asked(state, outcome, nextPollAt(state, spread), wait);
      expect(pollWait(state, spread)).toBeLessThanOrEqual(HOUR + state.penalty);
    }),
    { numRuns: 2_000 },
  );
});

it("keeps the server's interval while there is no answer", () => {
  const slow = asked(freshPoll(NOW), 'answered', NOW, 90 * SECOND);
  expect(pollWait(asked(slow, 'no-answer', NOW), 1)).toBe(90 * SECOND);
  expect(pollWait(asked(slow, 'answered', NOW), 1)).toBe(5 * SECOND);
});

it('doubles to 60 s while nothing answers, and goes back at the first answer', () => {
  const states = follow(8, 'no-answer').slice(1);
  expect(states.map((state) => pollWait(state, 0) / SECOND)).toEqual([
    10, 20, 40, 60, 60, 60, 60, 60,
  ]);
  expect(pollWait(asked(states.at(-1) ?? freshPoll(NOW), 'answered', NOW), 0)).toBe(5 * SECOND);
});

it('spreads its retries, by a quarter at most and never into a crowd', () => {
  const [, missed = freshPoll(NOW)] = follow(1, 'no-answer');
  expect([0, 0.5, 1].map((spread) => pollWait(missed, spread))).toEqual([10_000, 8_750, 7_500]);
});

it('does not ask more often because nothing answers', () => {
  const patient = follow(200, 'answered').at(-1) ?? freshPoll(NOW);
  expect(pollWait(asked(patient, 'no-answer', NOW), 1)).toBe(pollWait(patient, 0));
});

it('adds 5 s for good after every "slow down"', () => {
  const slowed = follow(3, 'slow-down').at(-1) ?? freshPoll(NOW);
  expect(pollWait(slowed, 0)).toBe(20 * SECOND);
  expect(pollWait(asked(slowed, 'answered', slowed.lastAskedAt ?? NOW), 0)).toBe(20 * SECOND);
});

it('grows to 5 min after 10 min of plain waiting', () => {
  const waits = follow(200, 'answered').map(
    (state) => [(state.lastAskedAt ?? NOW) - NOW, pollWait(state, 0)] as const,
  );
  expect(waits.filter(([since, wait]) => since < 10 * MINUTE && wait !== 5 * SECOND)).toEqual([]);
  const later = waits.filter(([since]) => since >= 10 * MINUTE).map(([, wait]) => wait);
  expect(later.slice(0, 3)).toEqual([7_500, 11_250, 16_875]);
  expect(later.at(-1)).toBe(5 * MINUTE);
  expect(later).toEqual(later.toSorted((a, b) => a - b));
});

it('asks fewer than 450 times in 24 h of waiting', () => {
  let state = freshPoll(NOW);
  let questions = 0;
  while (nextPollAt(state, 0) < NOW + 24 * HOUR) {
    state = asked(state, 'answered', nextPollAt(state, 0));
    questions++;
  }
  expect(questions).toBeLessThan(450);
  expect(questions).toBeGreaterThan(288);
});

it('starts its patience again at "Check now", and still minds the server', () => {
  const patient = follow(200, 'answered').at(-1) ?? freshPoll(NOW);
  const now = (patient.lastAskedAt ?? NOW) + SECOND;
  expect(pollWait(checkNow(patient, now), 0)).toBe(5 * SECOND);
  expect(pollWait(asked(checkNow(patient, now), 'answered', now), 0)).toBe(5 * SECOND);
  const minded = asked(patient, 'answered', now, HOUR);
  expect(pollWait(checkNow(minded, now), 0)).toBe(HOUR);
});

it('asks at once on coming back, but not twice in 2 s and not before the server allows', () => {
  const state = asked(freshPoll(NOW), 'answered', NOW);
  expect(mayAskAtOnce(freshPoll(NOW), NOW)).toBe(true);
  expect(mayAskAtOnce(state, NOW + 1_999)).toBe(false);
  expect(mayAskAtOnce(state, NOW + 2_000)).toBe(true);
  const told = asked(state, 'answered', NOW, 30 * SECOND);
  expect(mayAskAtOnce(told, NOW + 29_999)).toBe(false);
  expect(mayAskAtOnce(told, NOW + 30_000)).toBe(true);
});
