import type { HttpHandler } from 'msw';
import { WireInstall } from '../../src/backend/wire.ts';
import { hostFit } from '../../src/domain/host-fit.ts';
import { licenseState, runsUnder } from '../../src/domain/license.ts';
import { today } from '../clock.ts';
import { bodyOf, json, Refusal } from '../reply.ts';
import type { Context, Route } from '../routes.ts';
import { note, type World } from '../world.ts';
import { extensionOf } from './changed.ts';
import { hostCoverages, judged, releaseOf } from './release.ts';
import type { CatalogRelease, HostExtension, HostTask } from './state.ts';
import { runningOn, startTask, taskOnWire } from './tasks.ts';

/** Changes what is installed, and whether it may be changed. */
export const installHandlers = (route: Route, { memory }: Context): HttpHandler[] => [
  route(
    'install',
    'post',
    '/api/extensions/:key/install',
    async ({ request, part }) => {
      const wanted = await bodyOf(WireInstall, request);
      return memory.change((world) =>
        once(world, request, () => {
          const extension = extensionOf(world, part('key'));
          const release = requireInstallable(world, extension, wanted.version, wanted.consent);
          note(world, 'panel', 'host', 'install', `${extension.key} ${release.version}`);
          const { key, installed } = extension;
          return startTask(world, {
            extension: key,
            kind: 'install',
            from: installed,
            to: release.version,
          });
        }),
      );
    },
    'install',
  ),

  route(
    'uninstall',
    'delete',
    '/api/extensions/:key',
    ({ request, part }) =>
      memory.change((world) =>
        once(world, request, () => {
          const { key, installed } = extensionOf(world, part('key'));
          if (installed === null) throw new Refusal(404, 'not-found', `"${key}" is not installed.`);
          requireFree(world, key);
          note(world, 'panel', 'host', 'uninstall', key);
          return startTask(world, { extension: key, kind: 'uninstall', from: installed, to: null });
        }),
      ),
    'uninstall',
  ),
];

/** The same idempotency key starts one task, however often it is sent. */
function once(world: World, request: Request, start: () => HostTask): Response {
  const key = request.headers.get('Idempotency-Key');
  const known = world.host.tasks.find(({ id }) => key !== null && id === world.host.started[key]);
  const task = known ?? start();
  if (key !== null) world.host.started[key] = task.id;
  return json(taskOnWire(world, task), {
    status: 202,
    headers: { Location: `/api/tasks/${task.id}` },
  });
}

/**
 * The release of that version, if the host may install it now: there is a package, nothing else works on the extension,
 * the release runs here, and the license covers it or somebody agreed to it.
 *
 * @throws Refusal of what stands in the way first.
 */
export function requireInstallable(
  world: World,
  extension: HostExtension,
  version: string,
  consent?: Consent,
): CatalogRelease {
  const release = releaseOf(extension, version);
  if (!release) throw new Refusal(404, 'package-unavailable', `There is no package of ${version}.`);
  requireFree(world, extension.key);
  requireFit(world, release);
  requireCoverage(world, extension, release, consent);
  return release;
}

type Consent = { readonly version: string; readonly coverage: string } | undefined;

function requireFree(world: World, key: string): void {
  const running = runningOn(world, key);
  if (running)
    throw new Refusal(409, 'in-progress', `The host is already working on "${key}".`, running.id);
}

function requireFit({ host }: World, { version, requiresHost }: CatalogRelease): void {
  const fit = hostFit(requiresHost, host.version, host.constraints);
  if (fit.kind === 'fits') return;
  const why =
    fit.requires === null
      ? 'does not say which host it needs'
      : `needs ${host.name} ${fit.requires}`;
  throw new Refusal(
    409,
    'does-not-fit-host',
    `${version} ${why}; this is ${host.name} ${host.version}.`,
  );
}

/**
 * The host judges for itself: a release that is not known to be covered needs a consent that names it, and a host
 * that accepts one. What does not run anyway, an update cannot stop.
 */
function requireCoverage(
  world: World,
  extension: HostExtension,
  release: CatalogRelease,
  consent: Consent,
): void {
  const { vendorZone, capabilities } = world.host;
  const on = today(world);
  const { kind } = hostCoverages(extension, vendorZone, on).of(judged(release, vendorZone));
  if (kind === 'covered' || runsUnder(licenseState(extension.license, on)) === 'stopped') return;
  const agreed = consent?.version === release.version && consent.coverage === kind;
  if (agreed && capabilities.includes('uncoveredWithConsent')) return;
  throw new Refusal(403, 'not-covered', `The license is not known to cover ${release.version}.`);
}
