import { type Memory, memoryOf } from './memory.ts';
import type { World } from './world.ts';

const STORE = 'worlds';
const UNREADABLE =
  'The browser could not read the mocked world; clear the data of this site to start over.';
const UNDONE =
  'The browser undid a change of the mocked world; clear the data of this site to start over.';

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error(UNREADABLE)));
  });

function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
  return settled(request);
}

/**
 * Keeps a world for all tabs of this browser and over reloads.
 *
 * Every change is one IndexedDB transaction, which the browser runs alone among all tabs; no further lock is
 * needed. A counter beside the world says whether this tab's copy is still the newest, so that looking at
 * 10,000 extensions does not copy them. Where IndexedDB is missing or blocked, the world is this tab's own.
 *
 * @param name - Of the database.
 * @param create - Makes the world when there is none yet.
 * @param fits - Whether a world found there may be used on.
 */
export async function sharedMemory(
  name: string,
  create: () => World,
  fits: (found: World) => boolean,
): Promise<Memory> {
  let database: IDBDatabase;
  try {
    database = await openDatabase(name);
  } catch {
    return memoryOf(create());
  }

  let copy: { readonly count: number; readonly world: World } | undefined;

  async function load(store: IDBObjectStore): Promise<World | undefined> {
    const count: unknown = await settled(store.get('count'));
    if (typeof count !== 'number') return undefined;
    if (copy?.count !== count) copy = { count, world: await settled<World>(store.get('world')) };
    return copy.world;
  }

  async function transact<T>(
    act: (found: World | undefined) => { world: World; result: T },
  ): Promise<T> {
    const transaction = database.transaction(STORE, 'readwrite');
    const done = new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error(UNDONE)));
    });
    done.catch(() => undefined);
    try {
      const store = transaction.objectStore(STORE);
      const found = await load(store);
      const { world, result } = act(found);
      const count = (copy?.count ?? 0) + 1;
      store.put(world, 'world');
      store.put(count, 'count');
      await done;
      copy = { count, world };
      return result;
    } catch (error) {
      copy = undefined; // may be half altered; the stored one is not
      if (!(error instanceof DOMException)) abort(transaction);
      throw error;
    }
  }

  await transact((found) => ({
    world: found && fits(found) ? found : create(),
    result: undefined,
  }));
  return {
    async read(look) {
      const found = await load(database.transaction(STORE).objectStore(STORE));
      return found ? look(found) : look(await transact((other) => asBoth(other ?? create())));
    },
    change: (alter) =>
      transact((found) => {
        const world = found ?? create();
        return { world, result: alter(world) };
      }),
  };
}

const asBoth = (world: World) => ({ world, result: world });

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // Already over: then nothing was left to undo.
  }
}
