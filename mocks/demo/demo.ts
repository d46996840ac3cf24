import '../../src/panel/panel.css';
import { mount, restBackend } from '../../src/index.ts';
import { startBrowserWorld } from '../browser.ts';
import { HOST_SESSION, SESSION_HEADER } from '../canary.ts';
import { ACCOUNT_HEADER } from '../host/accounts.ts';
import { apiOf } from '../origins.ts';
import { type Choices, choicesFrom } from './choices.ts';
import { showToolbar, type WorldControls } from './toolbar.ts';

/** Starts the parties in this page, or points at real servers; gives the address of the host's contract. */
async function startWorld({
  host,
  scenario,
  options,
}: Choices): Promise<{ api: string; controls: WorldControls | null }> {
  if (host !== null) return { api: host, controls: null };
  const world = await startBrowserWorld({ scenario, ...options });
  const controls: WorldControls = {
    async setFaults(faults) {
      await world.clearFaults();
      for (const fault of faults) await world.setFault(fault);
    },
    advance: (ms) => world.advance(ms),
    reset: () => world.reset(),
  };
  return { api: apiOf(world.origins), controls };
}

function tell(text: string): void {
  const line = document.createElement('p');
  line.setAttribute('role', 'alert');
  line.textContent = text;
  document.querySelector('#demo')?.append(line);
}

const choices = choicesFrom(location.search);
document.documentElement.dataset['scheme'] = choices.scheme;
try {
  const { api, controls } = await startWorld(choices);
  const place = document.querySelector<HTMLElement>('#demo');
  if (place) showToolbar(place, choices, controls);
  if (choices.ignored.length > 0)
    tell(`Not understood, so left out: ${choices.ignored.join(', ')}`);
  mount(document.querySelector('#updates'), {
    backend: restBackend({
      baseUrl: api,
      headers: {
        [SESSION_HEADER]: HOST_SESSION,
        ...(choices.account === null ? {} : { [ACCOUNT_HEADER]: choices.account }),
      },
    }),
    locale: choices.locale,
    scheme: choices.scheme,
    storeTarget: choices.storeTarget,
    onError: (error) => console.error(error),
  });
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
}
