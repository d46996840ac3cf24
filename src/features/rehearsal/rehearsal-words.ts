import type { Quote } from '../../backend/backend.ts';
import type { Day } from '../../domain/day.ts';
import type { Estate } from '../../domain/decide.ts';
import { openedBy, type Rehearsed } from '../../domain/rehearsal.ts';
import { verdictWords } from '../../messages/verdicts.ts';
import type { Words } from '../../messages/words.ts';

/** What the other host version means for one extension: a statement, and what else has a say in it. */
export function prospectWords(
  say: Words,
  row: Rehearsed,
  estate: Estate,
  quote: Quote | undefined,
): { readonly text: string; readonly notes: readonly string[] } {
  return { text: statement(say, row, estate), notes: [...asides(say, row, estate, quote)] };
}

function statement(
  say: Words,
  { extension, decision, prospect }: Rehearsed,
  estate: Estate,
): string {
  const installed = extension.installed.version.text;
  switch (prospect.kind) {
    case 'fine':
      return say('rehearsal.fine', { version: installed });
    case 'update-owned':
      return say(prospect.when === 'before' ? 'rehearsal.before' : 'rehearsal.with', {
        version: prospect.release.version.text,
      });
    case 'needs-renewal':
      return say('rehearsal.renew', { version: prospect.release.version.text });
    case 'no-release':
      return say('rehearsal.no-release');
    case 'unknown':
      return say(`rehearsal.unknown.${prospect.because}`, {
        installed,
        version: prospect.release.version.text,
      });
    case 'stopped': {
      const why = verdictWords(say, extension, decision, estate.hostVersion).title;
      return prospect.release === null
        ? say('rehearsal.stopped.none', { why })
        : say('rehearsal.stopped', { why, version: prospect.release.version.text });
    }
  }
}

function* asides(
  say: Words,
  row: Rehearsed,
  { today }: Estate,
  quote: Quote | undefined,
): Generator<string> {
  const { prospect, decision } = row;
  if (prospect.kind === 'needs-renewal' && quote) yield* renewal(say, row, quote, today);
  if (prospect.kind === 'update-owned' && prospect.skipped) yield say('rehearsal.skipped');
  const { hold } = decision;
  if (hold !== null) {
    yield hold.ground === null
      ? say('rehearsal.held', { by: hold.by })
      : say('rehearsal.held.ends', { by: hold.by });
  }
}

/** Only what differs from what renewing promises: it opens another release, none, or has no price. */
function* renewal(say: Words, row: Rehearsed, quote: Quote, today: Day): Generator<string> {
  const line = quote.lines.find(({ extension }) => extension === row.extension.key);
  if (!line) return yield say('rehearsal.renew.unpriced');
  const opened = openedBy(row, line.newEndsOn, today);
  const day = say.day(line.newEndsOn);
  if (opened === null) return yield say('rehearsal.renew.none', { day });
  if (row.prospect.kind === 'needs-renewal' && opened !== row.prospect.release) {
    yield say('rehearsal.renew.other', { day, version: opened.version.text });
  }
  return undefined;
}
