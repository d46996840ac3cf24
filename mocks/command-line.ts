import { parseArgs } from 'node:util';
import { parseDay } from '../src/domain/day.ts';
import { isScenarioName, SCENARIO_NAMES } from './scenarios.ts';
import { type ServerOptions, type Servers, startServers } from './server.ts';

const help = `Usage: npm run backends -- [options]

  --scenario NAME    what the host shows (default craft-estate)
  --today DAY        the host's day at the start, YYYY-MM-DD (default: the scenario's own)
  --port PORT        the first of five ports: host, store, KA, vendor, control (default 4600)
  --pace MS          milliseconds a whole install takes (default 3000)
  --count N          how many extensions the scenario "large" has (default 10000)
  --help             this text
`;

/** A wish that cannot be met, in words for the person who typed it. */
class Misuse extends Error {
  override readonly name = 'Misuse';
}

function wholeNumber(name: string, text: string | undefined, highest: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= highest) return value;
  throw new Misuse(`--${name} ${text}: write a whole number from 0 to ${highest}.`);
}

/** Reads the command line; `undefined` = only help was asked for. */
function wishFrom(args: string[]): ServerOptions | undefined {
  const text = { type: 'string' } as const;
  const options = {
    scenario: text,
    today: text,
    port: text,
    pace: text,
    count: text,
    help: { type: 'boolean' },
  } as const;
  let given;
  try {
    given = parseArgs({ args, options }).values;
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
  if (given.help) return undefined;
  const scenario = given.scenario ?? 'craft-estate';
  if (!isScenarioName(scenario)) {
    throw new Misuse(
      `--scenario ${scenario}: there is none of that name. There are: ${SCENARIO_NAMES.join(', ')}.`,
    );
  }
  if (given.today !== undefined && parseDay(given.today) === undefined) {
    throw new Misuse(`--today ${given.today}: write a calendar day as YYYY-MM-DD.`);
  }
  const pace = wholeNumber('pace', given.pace, 3_600_000);
  const n = wholeNumber('count', given.count, 100_000);
  return {
    scenario,
    port: wholeNumber('port', given.port, 65_531) ?? 4600,
    ...(given.today === undefined ? {} : { today: given.today }),
    ...(pace === undefined ? {} : { pace }),
    ...(n === undefined ? {} : { n }),
  };
}

const greeting = (
  scenario: string,
  { origins, hostApi, control }: Servers,
): string => `Scenario ${scenario}

  host     ${hostApi}
  store    ${origins.store}
  KA       ${origins.ka}
  vendor   ${origins.vendor}
  control  ${control}

  Panel    http://localhost:5173/?host=${hostApi}   (with "npm start" in another terminal)

Scenarios: ${SCENARIO_NAMES.join(', ')}
End with Ctrl+C.
`;

/** Starts the servers as the command line wishes, and ends them with the process. */
export async function serve(args: string[]): Promise<void> {
  try {
    const wish = wishFrom(args);
    if (!wish) {
      process.stdout.write(help);
      return;
    }
    const servers = await startServers(wish);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void servers.stop().then(() => process.exit(0)));
    }
    process.stdout.write(greeting(wish.scenario ?? '', servers));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof Misuse) process.stderr.write(`\n${help}`);
    process.exitCode = 1;
  }
}
