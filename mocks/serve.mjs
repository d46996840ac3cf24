// @ts-check
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Vite reads TypeScript for plain Node; none of this project's own plugins is needed for that.
 *
 * @template T
 * @param {string} file
 * @returns {Promise<T>}
 */
async function load(file) {
  const { module } = await runnerImport(fileURLToPath(new URL(file, import.meta.url)), {
    root,
    configFile: false,
    logLevel: 'error',
  });
  return /** @type {T} */ (module);
}

const help = `Usage: npm run backends -- [options]

  --scenario NAME    what the host shows (default craft-estate)
  --today DAY        the host's day at the start, YYYY-MM-DD (default: the scenario's own)
  --port PORT        the first of five ports: host, store, KA, vendor, control (default 4600)
  --pace MS          milliseconds a whole install takes (default 3000)
  --count N          how many extensions the scenario "large" has (default 10000)
  --help             this text
`;

/** A wish that cannot be met, in words for the person who typed it. */
class Misuse extends Error {}

/**
 * @param {string} name
 * @param {string | undefined} text
 * @param {number} highest
 */
function wholeNumber(name, text, highest) {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= highest) return value;
  throw new Misuse(`--${name} ${text}: write a whole number from 0 to ${highest}.`);
}

function options() {
  const text = /** @type {const} */ ({ type: 'string' });
  try {
    return parseArgs({
      options: {
        scenario: text,
        today: text,
        port: text,
        pace: text,
        count: text,
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
}

async function main() {
  const wish = options();
  if (wish.help) {
    console.log(help);
    return;
  }
  /** @type {typeof import('./scenarios.ts')} */
  const { isScenarioName, SCENARIO_NAMES } = await load('./scenarios.ts');
  /** @type {typeof import('../src/domain/day.ts')} */
  const { parseDay } = await load('../src/domain/day.ts');
  const scenario = wish.scenario ?? 'craft-estate';
  if (!isScenarioName(scenario)) {
    throw new Misuse(
      `--scenario ${scenario}: there is none of that name. There are: ${SCENARIO_NAMES.join(', ')}.`,
    );
  }
  if (wish.today !== undefined && parseDay(wish.today) === undefined) {
    throw new Misuse(`--today ${wish.today}: write a calendar day as YYYY-MM-DD.`);
  }
  const pace = wholeNumber('pace', wish.pace, 3_600_000);
  const n = wholeNumber('count', wish.count, 100_000);
  const port = wholeNumber('port', wish.port, 65_531) ?? 4600;

  /** @type {typeof import('./server.ts')} */
  const { startServers } = await load('./server.ts');
  const servers = await startServers({
    scenario,
    port,
    ...(wish.today === undefined ? {} : { today: wish.today }),
    ...(pace === undefined ? {} : { pace }),
    ...(n === undefined ? {} : { n }),
  });
  const { host, store, ka, vendor } = servers.origins;
  console.log(`Scenario ${scenario}

  host     ${host}/api
  store    ${store}
  KA       ${ka}
  vendor   ${vendor}
  control  ${servers.control}

  Panel    http://localhost:5173/?host=${host}/api   (with "npm start" in another terminal)

Scenarios: ${SCENARIO_NAMES.join(', ')}
End with Ctrl+C.`);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => {
      void servers.stop().then(() => process.exit(0));
    });
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof Misuse) console.error(`\n${help}`);
  process.exitCode = 1;
}
