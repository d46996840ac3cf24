import type { Fault } from '../faults.ts';
import { SCENARIO_NAMES } from '../scenarios.ts';
import type { Choices } from './choices.ts';

/** Disturbances the toolbar offers, each as an admin would notice it. */
const FAULTS: Readonly<Record<string, readonly Fault[]>> = {
  None: [],
  'Slow answers': [{ party: 'host', call: '*', kind: 'slow', ms: 1_500 }],
  'Host in trouble (500)': [{ party: 'host', call: '*', kind: 'error' }],
  'Too many requests (429)': [{ party: 'host', call: '*', kind: 'rate-limited', retryAfter: '5' }],
  'Install reply lost once': [{ party: 'host', call: 'install', kind: 'lost-after', times: 1 }],
  'Order reply lost once': [{ party: 'host', call: 'save-order', kind: 'lost-after', times: 1 }],
  'Malformed list': [{ party: 'host', call: 'extensions', kind: 'malformed' }],
  'Signed out': [{ party: 'host', call: '*', kind: 'signed-out' }],
};

/** What the toolbar can do to the world behind the page. */
export interface WorldControls {
  setFaults(faults: readonly Fault[]): Promise<void>;
  advance(ms: number): Promise<void>;
  reset(): Promise<void>;
}

const DAY_MS = 86_400_000;

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
  place.replaceChildren(
    title,
    labelled(
      'Scenario',
      select(SCENARIO_NAMES, choices.scenario, (name) => choose('scenario', name)),
    ),
    labelled('Date', date),
    labelled(
      'Fault',
      select(Object.keys(FAULTS), 'None', (name) => void controls.setFaults(FAULTS[name] ?? [])),
    ),
    labelled('Scheme', scheme),
    button('A day later', () => void controls.advance(DAY_MS).then(() => location.reload())),
    button('Start over', () => void controls.reset().then(() => location.reload())),
  );
}
