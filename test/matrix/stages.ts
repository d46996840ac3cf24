import { CODES } from '../../mocks/ka/codes.ts';
import { STARTED } from '../../mocks/scenarios/individual-offers.ts';
import { createWorld } from '../../mocks/scenarios.ts';
import type { World } from '../../mocks/world.ts';
import type { Scene } from './scene.ts';
import type { Called } from './table.ts';
import { PACE } from './world.ts';

/** How the panel is brought to the press that makes one call, and what there is to see and to find afterwards. */
export interface Stage {
  readonly world?: () => World;
  /** What happens at the host before the panel is opened. */
  readonly before?: (scene: Scene) => Promise<unknown>;
  /** From the open panel to the press. Left out where opening the panel makes the call. */
  readonly arrive?: (scene: Scene) => Promise<void>;
  readonly press: (scene: Scene) => Promise<void>;
  /** The panel shows what the call brings. */
  readonly isThrough: (scene: Scene) => boolean;
  /** How often the host did it; left out for what does nothing. */
  readonly deeds?: (world: World) => number;
  /** Makes the same call once before, so that a cache has an old answer to it, and takes it back. */
  readonly earlier?: (scene: Scene) => Promise<unknown>;
  /** From what is offered to the deed, where something is asked first. */
  readonly confirm?: (scene: Scene) => Promise<void>;
}

/** The list is there, but something about it was not to be had. */
const TROUBLE =
  /The licenses: |You are signed out|You may not do this|This has ended|not being checked|could not be checked/;
const listed = ({ see }: Scene): boolean => see('listitem', 'SEO Report') !== undefined;
const ordersShown = ({ see, text }: Scene): boolean =>
  see('button', 'Deliver to example.org') !== undefined && !TROUBLE.test(text());
const extensionOf = (world: World, key: string) =>
  world.host.extensions.find((each) => each.key === key);
const installing = ({ text }: Scene): boolean =>
  /2\.4\.0 is waiting|Downloading 2\.4\.0/.test(text());
const did = (what: string) => (world: World) =>
  world.host.activity.filter((entry) => entry.what === what).length;

const details = (name: string) => async (scene: Scene) => {
  await scene.press('button', name);
  await scene.until(() => scene.see('dialog', name) !== undefined);
  await scene.until(() => !scene.waits());
};
const inMenu = (entry: string | RegExp) => async (scene: Scene) => {
  await scene.press('button', 'More');
  await scene.press('menuitem', entry);
};

const STEPS = [
  { extension: 'seo-report', version: '2.4.0' },
  { extension: 'site-backup', version: '1.8.3' },
];
const startedBatch = (scene: Scene) => scene.ask('POST /batches', { steps: STEPS });
const batchOf = (world: World) => world.host.batches[0];

async function openHold(scene: Scene): Promise<void> {
  await details('SEO Report')(scene);
  await scene.press('button', 'Hold back…');
  await scene.type('Reason', 'Being tested');
}

const enterCode = async (scene: Scene) => {
  await scene.press('button', 'Enter activation code');
  await scene.type('Activation code', CODES.works);
};

async function chooseOffer(scene: Scene): Promise<void> {
  await details('SEO Report')(scene);
  await scene.press('button', 'Buy');
  await scene.press('radio', 'example.com');
  await scene.press('button', 'Continue');
  await scene.press('radio', /Basic report/);
  await scene.press('button', 'Continue');
}

/** Presses the button that a look at the host may have brought. */
async function pressIfThere(scene: Scene, name: string): Promise<void> {
  await scene.until(() => !scene.waits());
  if (scene.see('button', name)) await scene.press('button', name);
}

/** One license that came back, and can be applied. */
function withReturned(): World {
  const world = createWorld('returned-licenses');
  world.host.returned = world.host.returned.slice(0, 1);
  return world;
}

const newOrder = (world: World) =>
  Object.values(world.host.orders).filter(
    ({ token }) => token !== STARTED.waiting && token !== STARTED.ready,
  );

export const STAGES: Record<Called, Stage> = {
  session: { press: (scene) => scene.open(), isThrough: listed },
  extensions: { press: (scene) => scene.open(), isThrough: listed },
  releases: {
    arrive: async () => undefined,
    press: (scene) => scene.press('button', 'SEO Report'),
    isThrough: ({ see }) => see('region', 'Releases after the installed one') !== undefined,
  },
  tasks: {
    before: (scene) => scene.ask('POST /extensions/seo-report/install', { version: '2.4.0' }),
    press: (scene) => scene.open(),
    isThrough: installing,
  },
  batches: {
    before: startedBatch,
    press: (scene) => scene.open(),
    isThrough: ({ text }) => /Update of 2 extensions/.test(text()),
  },
  activity: {
    before: (scene) =>
      scene.ask('PUT /extensions/seo-report/hold', { reason: 'Being tested', until: null }),
    arrive: async () => undefined,
    press: inMenu('Activity'),
    isThrough: ({ text }) => /Being tested[^]*There are no older entries/.test(text()),
  },

  install: {
    arrive: async () => undefined,
    press: (scene) => scene.press('button', 'Update to 2.4.0'),
    isThrough: installing,
    deeds: (world) => world.host.tasks.filter(({ ended }) => ended !== 'canceled').length,
    async earlier(scene) {
      await scene.ask('POST /extensions/seo-report/install', { version: '2.4.0' });
      await scene.ask(`DELETE /tasks/${scene.world.host.tasks[0]?.id}`);
    },
  },
  uninstall: {
    world() {
      const world = createWorld('forum-thread-installed', { pace: 1_000 });
      world.host.capabilities = world.host.capabilities.filter((each) => each !== 'rollBack');
      return world;
    },
    arrive: async (scene) => {
      await scene.press('button', 'Roll back to 1.0');
      await scene.until(() => scene.see('dialog', /Roll .* back to 1\.0/) !== undefined);
    },
    press: (scene) => scene.press('button', 'Roll back to 1.0'),
    isThrough: ({ text }) => /1 newer release needs a renewal/.test(text()),
    deeds: (world) => world.host.tasks.filter(({ kind }) => kind === 'uninstall').length,
    confirm: (scene) => scene.press('button', 'Roll back to 1.0'),
  },
  'cancel-task': {
    before: (scene) => scene.ask('POST /extensions/seo-report/install', { version: '2.4.0' }),
    arrive: details('SEO Report'),
    press: (scene) => scene.press('button', 'Cancel the installation'),
    isThrough: ({ text }) => /The installation of 2\.4\.0 was canceled/.test(text()),
    deeds: (world) => world.host.tasks.filter(({ ended }) => ended === 'canceled').length,
  },

  hold: {
    arrive: openHold,
    press: (scene) => scene.press('button', 'Hold back'),
    isThrough: ({ see, text }) =>
      see('dialog', 'Hold SEO Report back') === undefined && /Being tested/.test(text()),
    deeds: (world) => (extensionOf(world, 'seo-report')?.hold ? 1 : 0),
  },
  'release-hold': {
    before: (scene) =>
      scene.ask('PUT /extensions/seo-report/hold', { reason: 'Being tested', until: null }),
    arrive: details('SEO Report'),
    press: (scene) => scene.press('button', 'Release hold'),
    isThrough: ({ text }) => !/Being tested/.test(text()),
    deeds: (world) => (extensionOf(world, 'seo-report')?.hold ? 0 : 1),
  },
  skip: {
    async arrive(scene) {
      await openHold(scene);
      await scene.press('radio', /Only version 2\.4\.0/);
    },
    press: (scene) => scene.press('button', 'Skip 2.4.0'),
    isThrough: ({ see }) => see('region', 'Skipped versions') !== undefined,
    deeds: (world) => extensionOf(world, 'seo-report')?.skipped?.length ?? 0,
  },
  'end-skip': {
    before: (scene) =>
      scene.ask('PUT /extensions/seo-report/skips/2.4.0', { reason: 'Being tested' }),
    arrive: details('SEO Report'),
    press: (scene) => scene.press('button', 'Offer 2.4.0 again'),
    isThrough: ({ see }) => see('region', 'Skipped versions') === undefined,
    deeds: (world) => (extensionOf(world, 'seo-report')?.skipped?.length ? 0 : 1),
  },
  'auto-update': {
    arrive: details('SEO Report'),
    press: (scene) => scene.press('switch', 'Update automatically'),
    isThrough: ({ see }) =>
      see('switch', 'Update automatically')?.getAttribute('aria-checked') === 'true',
    deeds: (world) => (extensionOf(world, 'seo-report')?.autoUpdate ? 1 : 0),
  },
  'auto-update-all': {
    arrive: inMenu('Automatic updates…'),
    press: (scene) => scene.press('button', 'Switch all on'),
    isThrough: ({ see }) =>
      see('button', 'Switch all on') === undefined && see('button', 'Switch all off') !== undefined,
    deeds: (world) => (world.host.extensions.every(({ autoUpdate }) => autoUpdate) ? 1 : 0),
  },

  'start-batch': {
    arrive: (scene) => scene.press('button', 'Update all'),
    press: (scene) => scene.press('button', 'Update 2 extensions'),
    isThrough: ({ text }) => /Update of 2 extensions/.test(text()),
    deeds: (world) => world.host.batches.length,
  },
  'pause-batch': {
    before: startedBatch,
    arrive: async () => undefined,
    press: (scene) => scene.press('button', 'Pause'),
    isThrough: ({ see }) => see('button', 'Continue') !== undefined,
    deeds: (world) => (batchOf(world)?.state === 'paused' ? 1 : 0),
  },
  'resume-batch': {
    async before(scene) {
      await startedBatch(scene);
      await scene.ask('POST /batches/batch-1/pause');
    },
    arrive: async () => undefined,
    press: (scene) => scene.press('button', 'Continue'),
    isThrough: ({ see }) => see('button', 'Pause') !== undefined,
    deeds: (world) => (batchOf(world)?.state === 'running' ? 1 : 0),
  },
  'cancel-batch': {
    before: startedBatch,
    arrive: async () => undefined,
    press: (scene) => scene.press('button', /^Cancel the rest/),
    isThrough: ({ see }) => see('button', /^Cancel the rest/) === undefined,
    deeds: (world) => batchOf(world)?.steps.filter(({ state }) => state === 'canceled').length ?? 0,
  },
  'undo-batch': {
    async before(scene) {
      scene.world.pace = 0;
      await startedBatch(scene);
      await scene.ask('GET /batches');
      scene.world.pace = PACE;
    },
    async arrive(scene) {
      await scene.press('button', /^Undo all/);
      await scene.until(() => scene.see('dialog', 'Undo this update?') !== undefined);
    },
    press: (scene) => scene.press('button', /^Take \d extensions? back/),
    confirm: (scene) => scene.press('button', /^Take \d extensions? back/),
    isThrough: ({ text }) => /Undoing/.test(text()),
    deeds: did('undo-batch'),
  },

  licenses: {
    arrive: async () => undefined,
    press: (scene) => scene.press('button', 'Check again'),
    isThrough: (scene) => listed(scene) && !TROUBLE.test(scene.text()),
  },
  'preview-activation': {
    arrive: enterCode,
    press: (scene) => scene.press('button', 'Preview'),
    isThrough: ({ text }) => /This code brings 1 license/.test(text()),
  },
  activate: {
    async arrive(scene) {
      await enterCode(scene);
      await scene.press('button', 'Preview');
    },
    press: (scene) => scene.press('button', 'Activate'),
    confirm: (scene) => pressIfThere(scene, 'Activate'),
    isThrough: ({ text }) => /The license is active/.test(text()),
    deeds: did('activate'),
  },
  'roll-back-key': {
    world: () => createWorld('keys'),
    async arrive(scene) {
      await details('Contact Form')(scene);
      await scene.press('button', 'Restore earlier key…');
      await scene.until(() => scene.see('button', 'Restore earlier key') !== undefined);
    },
    press: (scene) => scene.press('button', 'Restore earlier key'),
    isThrough: ({ text }) => /The earlier key is in use again/.test(text()),
    deeds: did('roll-back-key'),
  },
  'returned-licenses': {
    world: withReturned,
    press: (scene) => scene.open(),
    isThrough: ({ see }) => see('button', 'Apply') !== undefined,
  },
  'apply-returned': {
    world: withReturned,
    arrive: async () => undefined,
    press: (scene) => scene.press('button', 'Apply'),
    confirm: (scene) => pressIfThere(scene, 'Apply'),
    isThrough: ({ text }) => /The license for Photo Gallery is in place/.test(text()),
    deeds: did('activate'),
  },
  'discard-returned': {
    world: withReturned,
    arrive: (scene) => scene.press('button', 'Discard…'),
    press: (scene) => scene.press('button', 'Discard for good'),
    isThrough: ({ see }) => see('region', 'Licenses that came back') === undefined,
    deeds: (world) => (world.host.returned.length === 0 ? 1 : 0),
  },
  quote: {
    arrive: async () => undefined,
    press: (scene) => scene.press('button', 'Renew license'),
    isThrough: ({ text }) => /25\.00/.test(text()),
  },

  offers: {
    arrive: details('SEO Report'),
    press: (scene) => scene.press('button', 'Buy'),
    isThrough: ({ see }) => see('radio', 'example.com') !== undefined,
  },
  targets: {
    arrive: details('SEO Report'),
    press: (scene) => scene.press('button', 'Buy'),
    isThrough: ({ see }) => see('radio', 'example.com') !== undefined,
  },
  'mint-token': {
    world: () => createWorld('verified-offers', { pace: PACE }),
    arrive: chooseOffer,
    press: (scene) => scene.press('button', 'Save and prepare the store link'),
    isThrough: ({ text, see }) =>
      /Your order is saved/.test(text()) && see('link', 'Continue to the store') !== undefined,
    deeds: (world) => newOrder(world).length,
  },
  'save-order': {
    arrive: chooseOffer,
    press: (scene) => scene.press('button', 'Save and prepare the store link'),
    isThrough: ({ text, see }) =>
      /Your order is saved/.test(text()) && see('link', 'Continue to the store') !== undefined,
    deeds: (world) => newOrder(world).length,
  },
  'hand-off': {
    async arrive(scene) {
      await chooseOffer(scene);
      await scene.press('button', 'Save and prepare the store link');
    },
    press: (scene) => scene.press('link', 'Continue to the store'),
    isThrough: ({ see }) => see('link', 'Continue to the store') !== undefined,
    deeds: (world) => newOrder(world).length,
  },
  'order-events': {
    world: () => createWorld('live-offers', { pace: PACE }),
    press: (scene) => scene.open(),
    isThrough: ordersShown,
  },
  orders: {
    press: (scene) => scene.open(),
    isThrough: ordersShown,
  },
  order: {
    press: (scene) => scene.open(),
    isThrough: ordersShown,
  },
  fulfill: {
    arrive: async () => undefined,
    press: (scene) => scene.press('button', 'Deliver to example.org'),
    isThrough: ({ text }) => /Delivering|Delivered to example\.org/.test(text()),
    deeds: (world) => world.vendor.deliveries.length,
  },
  'cancel-order': {
    arrive: async () => undefined,
    press: (scene) => scene.press('button', 'Cancel order'),
    isThrough: ({ text }) => /Canceled/.test(text()),
    deeds: (world) => (world.host.orders[STARTED.waiting]?.state === 'canceled' ? 1 : 0),
  },
};
