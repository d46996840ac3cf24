import * as fc from 'fast-check';
import { happens, inTab, often, pick, type Steps } from './step.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What becomes of tabs and laptops, and of time. */
export const browserSteps: Steps[] = [
  ...often(
    3,
    happens(
      'open a tab',
      fc.constantFrom(0, 0, 1, 1, 2),
      (world, account) => void world.openTab(account),
      (world) => world.hasRoom,
    ),
  ),
  happens(
    'kill',
    pick,
    (world, which) => {
      const tab = world.tabs[which % world.tabs.length];
      if (tab) world.kill(tab);
    },
    ({ tabs }) => tabs.length > 1,
  ),
  inTab('reload', (tab, world) => world.replace(tab)),
  inTab('switch account', (tab, world) =>
    world.replace(tab, tab.page.account.id === 'anna' ? 1 : 0),
  ),
  inTab(
    'hide',
    ({ page }) => page.see(false),
    ({ page }) => page.visible(),
  ),
  ...often(
    4,
    inTab(
      'show',
      ({ page }) => page.see(true),
      ({ page }) => !page.visible(),
    ),
  ),
  inTab(
    'go offline',
    ({ page }) => page.connect(false),
    ({ page }) => page.online(),
  ),
  ...often(
    4,
    inTab(
      'go online',
      ({ page }) => page.connect(true),
      ({ page }) => !page.online(),
    ),
  ),
  ...often(
    4,
    inTab(
      'go back',
      ({ page }) => page.thaw(),
      ({ page }) => page.isFrozen,
    ),
  ),
  ...often(
    4,
    happens(
      'pass',
      fc.constantFrom(SECOND, 5 * SECOND, 5 * SECOND, 12 * SECOND, 30 * SECOND),
      ({ clock }, ms) => clock.pass(ms),
    ),
  ),
  happens('sleep', fc.constantFrom(MINUTE, MINUTE, 8 * HOUR, 7 * DAY, 20 * DAY), (world, ms) =>
    world.sleep(ms),
  ),
];
