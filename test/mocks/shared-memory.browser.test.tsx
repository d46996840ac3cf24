import { expect, it } from 'vitest';
import { createWorld } from '../../mocks/scenarios.ts';
import { sharedMemory } from '../../mocks/shared-memory.ts';

const fresh = () => createWorld('forum-thread');
const open = (name: string, fits = () => true) => sharedMemory(name, fresh, fits);
const database = () => `world-of-${crypto.randomUUID()}`;

it('shows a change to another tab, and to the same tab after a reload', async () => {
  const name = database();
  const [one, other] = [await open(name), await open(name)];
  await one.change((world) => void (world.pace = 7));

  expect(await other.read(({ pace }) => pace)).toBe(7);
  expect(await (await open(name)).read(({ pace }) => pace)).toBe(7);
});

it('loses no change when two tabs make many at the same time', async () => {
  const name = database();
  const [one, other] = [await open(name), await open(name)];
  await one.change((world) => void (world.pace = 0));
  await Promise.all(
    Array.from({ length: 40 }, (_, at) =>
      (at % 2 === 0 ? one : other).change((world) => void (world.pace += 1)),
    ),
  );

  expect(await other.read(({ pace }) => pace)).toBe(40);
});

it('undoes a change that was given up halfway', async () => {
  const memory = await open(database());
  const change = memory.change((world) => {
    world.pace = 99;
    throw new Error('given up');
  });

  await expect(change).rejects.toThrow('given up');
  expect(await memory.read(({ pace }) => pace)).not.toBe(99);
});

it('starts afresh when what is stored does not fit', async () => {
  const name = database();
  await (await open(name)).change((world) => void (world.pace = 7));

  expect(await (await open(name, () => false)).read(({ pace }) => pace)).not.toBe(7);
});
