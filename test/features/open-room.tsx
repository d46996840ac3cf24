import { cleanup, render } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { afterEach } from 'vitest';
import { directFetch } from '../../mocks/direct.ts';
import { memoryOf } from '../../mocks/memory.ts';
import type { World } from '../../mocks/world.ts';
import type { Backend } from '../../src/backend/backend.ts';
import type { Session } from '../../src/backend/session.ts';
import type { Extension } from '../../src/domain/extension.ts';
import { backendOf, Stage } from '../../stories/stage.tsx';

afterEach(cleanup);

/** What a room is opened with, as the host tells it. */
export interface Room {
  readonly backend: Backend;
  readonly session: Session;
  readonly extension: (key: string) => Extension;
}

/** Opens a room of the panel on a world; closing it is killing the tab: nothing but the world remembers. */
export async function openRoom(
  world: World,
  inside: (room: Room) => ReactNode,
  backend: Backend = backendOf(world),
) {
  const [session, { extensions }] = await Promise.all([
    backend.host.session(),
    backend.host.extensions(),
  ]);
  const extension = (key: string): Extension => {
    const found = extensions.find((each) => each.key === key);
    if (!found)
      throw new Error(
        `"${key}" is not installed in this world; it has ${extensions.map((each) => each.key).join(', ')}`,
      );
    return found;
  };
  const room: Room = { backend, session, extension };
  const page = render(
    <StrictMode>
      <Stage backend={backend}>{inside(room)}</Stage>
    </StrictMode>,
  );
  return { ...room, kill: page.unmount };
}

/** Presses a button on the store's checkout page, which a link has opened. */
export async function atTheStore(
  world: World,
  href: string,
  action: 'pay' | 'later' | 'refund',
): Promise<void> {
  const { origin, pathname, searchParams } = new URL(href);
  const body = new URLSearchParams([...searchParams, ['action', action]]);
  const answer = await directFetch(memoryOf(world))(`${origin}${pathname}`, {
    method: 'POST',
    body,
  });
  if (!answer.ok) throw new Error(`The store answered ${answer.status} to "${action}"`);
}
