import { parseDay } from '../../src/domain/day.ts';
import { isScenarioName, type ScenarioName, type ScenarioOptions } from '../scenarios.ts';

/** What the demo page's address chooses. */
export interface Choices {
  readonly scenario: ScenarioName;
  readonly options: ScenarioOptions;
  readonly locale: string;
  readonly scheme: 'light' | 'dark' | 'auto';
  readonly storeTarget: 'new-tab' | 'same-tab';
  /** Root of the contract at a real server (`npm run backends`); `null` = the world lives in this page. */
  readonly host: string | null;
  /** Who is signed in there, by the id of an account; `null` = whoever is so without saying. */
  readonly account: string | null;
  /** Parts of the address that made no sense, told instead of guessed. */
  readonly ignored: readonly string[];
}

const count = (text: string | null): number | undefined =>
  text !== null && /^\d{1,6}$/.test(text) ? Number(text) : undefined;

/** Reads `?scenario= &today= &n= &pace= &locale= &scheme= &store= &host=`; what is missing or makes no sense is the default. */
export function choicesFrom(search: string): Choices {
  const given = new URLSearchParams(search);
  const ignored: string[] = [];
  const read = <T>(name: string, parse: (text: string) => T | undefined, otherwise: T): T => {
    const text = given.get(name);
    if (text === null || text === '') return otherwise;
    const value = parse(text);
    if (value === undefined) ignored.push(`${name}=${text}`);
    return value ?? otherwise;
  };
  const today = read<string | undefined>('today', parseDay, undefined);
  const n = read<number | undefined>('n', count, undefined);
  const pace = read<number | undefined>('pace', count, undefined);
  return {
    scenario: read<ScenarioName>(
      'scenario',
      (name) => (isScenarioName(name) ? name : undefined),
      'craft-estate',
    ),
    options: {
      ...(today === undefined ? {} : { today }),
      ...(n === undefined ? {} : { n }),
      ...(pace === undefined ? {} : { pace }),
    },
    locale: read('locale', knownLocale, 'en'),
    scheme: read<Choices['scheme']>(
      'scheme',
      (word) => (word === 'light' || word === 'dark' ? word : undefined),
      'auto',
    ),
    storeTarget: read<Choices['storeTarget']>(
      'store',
      (word) => (word === 'same-tab' || word === 'new-tab' ? word : undefined),
      'new-tab',
    ),
    host: read<string | null>(
      'host',
      (address) => (URL.canParse(address) ? address.replace(/\/$/, '') : undefined),
      null,
    ),
    account: read<string | null>(
      'account',
      (id) => (/^[a-z-]{1,40}$/.test(id) ? id : undefined),
      null,
    ),
    ignored,
  };
}

function knownLocale(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
