import { expect } from '@playwright/test';
import type { World } from '../../../mocks/world.ts';
import { item } from '../stage.ts';
import { button, extension, onItsWay, tasks, until, type Walk } from './walk.ts';

/** Longer than a fresh page takes to open, so that it finds the host at work; in milliseconds. */
const LONG = 60_000;

const installed = (world: World) => extension(world, 'seo-report').installed;

export const update: Walk = {
  begin: (parties) => parties.reset('store-down', { pace: LONG }),
  isDone: (world) => installed(world) === '2.4.0',
  shows(world) {
    if (update.isDone(world)) return /2\.4\.0/;
    return tasks(world, 'install').length > 0 ? onItsWay('2.4.0') : /Update to 2\.4\.0/;
  },
  async walk(page, parties) {
    const before = await parties.world();
    if (update.isDone(before)) return;
    const row = item(page, 'SEO Report');
    if (tasks(before, 'install').length === 0) await button(row, 'Update to 2.4.0').click();
    await expect(row.getByRole('progressbar')).toBeVisible();
    await parties.advance(LONG);
    await until(page, parties, row.getByText(/^2\.4\.0 ·/));
  },
  judge(world) {
    expect(tasks(world, 'install').map(({ ended }) => ended)).toEqual(['done']);
    expect(installed(world)).toBe('2.4.0');
  },
};

export const calledOff: Walk = {
  async begin(parties) {
    await parties.reset('store-down', { pace: 10 * LONG });
    await parties.ask('POST /extensions/seo-report/install', { version: '2.4.0' });
  },
  isDone: (world) => tasks(world, 'install').some(({ ended }) => ended === 'canceled'),
  shows: (world) => (calledOff.isDone(world) ? /Update to 2\.4\.0/ : onItsWay('2.4.0')),
  async walk(page, parties) {
    if (calledOff.isDone(await parties.world())) return;
    await button(item(page, 'SEO Report'), 'SEO Report').click();
    const details = page.getByRole('dialog', { name: 'SEO Report' });
    await button(details, 'Cancel the installation').click();
    await expect(button(details, 'Update to 2.4.0')).toBeVisible();
  },
  judge(world) {
    expect(tasks(world, 'install').map(({ ended }) => ended)).toEqual(['canceled']);
    expect(installed(world)).toBe('2.3.0');
  },
};

/** On a host that knows no bulk updates the panel asks for one after the other. */
export const allOneByOne: Walk = {
  begin: (parties) => parties.reset('leases', { pace: 200 }),
  without: ['batch'],
  isDone: ({ host }) => host.tasks.length === 2,
  shows: () => /Paid Month/,
  async walk(page, parties) {
    const all = button(page, 'Update all');
    await until(page, parties, page.getByRole('list', { name: 'Extensions' }));
    if (await all.isVisible()) {
      await all.click();
      await button(
        page.getByRole('dialog', { name: 'Update all' }),
        /^Update \d extensions?$/,
      ).click();
    }
    await expect(all).toBeHidden();
  },
  judge: ({ host }) =>
    expect(host.tasks.map((task) => task.extension).sort()).toEqual(['due-soon', 'paid']),
};

const reports = (world: World) => extension(world, 'page-reports').installed;

/** Where the host cannot go back in one step, the newer release is removed and then the older one installed. */
export const goingBack: Walk = {
  begin: (parties) => parties.reset('forum-thread-installed', { pace: LONG }),
  without: ['rollBack'],
  isDone: (world) => reports(world) === '1.0',
  shows(world) {
    if (goingBack.isDone(world)) return /1 newer release needs a renewal/;
    if (tasks(world, 'install').length > 0) return /1\.0 is being installed/;
    if (reports(world) === null) return /1\.1 was removed and is not installed/;
    return tasks(world, 'uninstall').length > 0 ? /Removing/ : /Roll back to 1\.0/;
  },
  async walk(page, parties) {
    const before = await parties.world();
    if (goingBack.isDone(before)) return;
    const done = page.getByText('1 newer release needs a renewal');
    const rest = button(page, 'Install 1.0');
    if (tasks(before, 'uninstall').length === 0) {
      await button(item(page, 'Page Reports'), 'Roll back to 1.0').click();
      await button(page.getByRole('dialog'), 'Roll back to 1.0').click();
    } else if (tasks(before, 'install').length === 0) {
      await until(page, parties, rest, LONG);
      await rest.click();
    }
    await until(page, parties, done, LONG);
  },
  judge(world) {
    expect(tasks(world, 'uninstall').map(({ ended }) => ended)).toEqual(['done']);
    expect(tasks(world, 'install').map(({ ended }) => ended)).toEqual(['done']);
    expect(reports(world)).toBe('1.0');
  },
};
