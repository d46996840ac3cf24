import { CALLS } from '../calls.ts';
import { type Fault, FAULT_KINDS, type FaultKind } from '../faults.ts';
import { SCENARIO_NAMES } from '../scenarios.ts';
import type { Choices } from './choices.ts';

/** What can go wrong, as an admin would notice it. */
const FAULTS: Readonly<Record<FaultKind, string>> = {
  error: 'In trouble (500)',
  unavailable: 'Out of service (503)',
  'rate-limited': 'Too many requests (429)',
  forbidden: 'Right lost meanwhile (403)',
  gone: 'Ended meanwhile (410)',
  'signed-out': 'Signed out (401)',
  'sign-in-page': 'Sign-in page instead',
  'lost-before': 'Request lost',
  'lost-after': 'Reply lost',
  slow: 'Slow answers',
  never: 'Silence',
  drip: 'Half an answer, then silence',
  malformed: 'Answer cut off',
  empty: 'Empty answer',
  'wrong-type': 'Malformed answer',
  'other-subject': 'Answer about another one',
  stale: 'Old answer out of a cache',
  oversized: 'Endless answer',
};

/** A fault of one call of the host, or of all of them. */
function faultsOf(what: string, call: string): readonly Fault[] {
  const kind = FAULT_KINDS.find((each) => FAULTS[each] === what);
  if (kind === undefined) return [];
  const struck = CALLS.host.find((each) => each === call) ?? '*';
  return [{ party: 'host', call: struck, kind, ms: 1_500, retryAfter: '5' }];
}

/** What the toolbar can do to the world behind the page. */
export interface WorldControls {
  setFaults(faults: readonly Fault[]): Promise<void>;
  advance(ms: number): Promise<void>;
  reset(): Promise<void>;
}

const DAY_MS = 86_400_000;
const NO_FAULT = 'None';
const ANY_CALL = 'any call';

function labelled(text: string, control: HTMLElement): HTMLLabelElement {
  const label = document.createElement('label');
  label.append(text, control);
  return label;
}

function select(
  names: readonly string[],
  chosen: string,
  onChange: (name: string) => void,
): HTMLSelectElement {
  const list = document.createElement('select');
  list.append(...names.map((name) => new Option(name, name, false, name === chosen)));
  list.addEventListener('change', () => onChange(list.value));
  return list;
}

function button(text: string, onPress: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', onPress);
  return made;
}

/** Goes to the same page with one choice changed; an empty value is the default again. */
function choose(name: string, value: string): void {
  const url = new URL(location.href);
  if (value === '') url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  location.assign(url);
}

/** Fills the demo's toolbar. @param controls - `null` when the world is at a real server. */
export function showToolbar(
  place: HTMLElement,
  choices: Choices,
  controls: WorldControls | null,
): void {
  const title = document.createElement('strong');
  title.textContent = 'Demo';
  const scheme = select(['auto', 'light', 'dark'], choices.scheme, (value) =>
    choose('scheme', value),
  );
  if (!controls) {
    place.replaceChildren(title, `Host: ${choices.host ?? ''}`, labelled('Scheme', scheme));
    return;
  }
  const date = document.createElement('input');
  date.type = 'date';
  date.value = choices.options.today ?? '';
  date.addEventListener('change', () => choose('today', date.value));
  const fault = select([NO_FAULT, ...Object.values(FAULTS)], NO_FAULT, () => strike());
  const call = select([ANY_CALL, ...CALLS.host], ANY_CALL, () => strike());
  const strike = () => void controls.setFaults(faultsOf(fault.value, call.value));
  place.replaceChildren(
    title,
    labelled(
      'Scenario',
      select(SCENARIO_NAMES, choices.scenario, (name) => choose('scenario', name)),
    ),
    labelled('Date', date),
    labelled('Fault', fault),
    labelled('of', call),
    labelled('Scheme', scheme),
    button('A day later', () => void controls.advance(DAY_MS).then(() => location.reload())),
    button('Start over', () => void controls.reset().then(() => location.reload())),
  );
}
