import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { HOST_SESSION, SESSION_HEADER } from '../mocks/canary.ts';
import { directFetch } from '../mocks/direct.ts';
import { memoryOf } from '../mocks/memory.ts';
import { HOST_API } from '../mocks/origins.ts';
import type { World } from '../mocks/world.ts';
import type { Backend, Inventory } from '../src/backend/backend.ts';
import { BackendContext, useBackend } from '../src/backend/context.ts';
import { inventoryQuery, sessionQuery } from '../src/backend/queries.ts';
import { restBackend } from '../src/backend/rest/rest-backend.ts';
import type { Session } from '../src/backend/session.ts';
import { wordsFor } from '../src/messages/catalogs.ts';
import { WordsContext } from '../src/messages/context.ts';
import { Announcer } from '../src/ui/Announcer.tsx';
import '../src/panel/panel.css';

/** A backend whose replies come from the parties of a world. */
export const backendOf = (world: World): Backend =>
  restBackend({
    baseUrl: HOST_API,
    fetch: directFetch(memoryOf(world)),
    headers: { [SESSION_HEADER]: HOST_SESSION },
  });

export interface StageProps {
  readonly backend: Backend;
  readonly scheme?: 'light' | 'dark';
  readonly locale?: string;
  readonly children: ReactNode;
}

/** What the panel puts around its rooms, for a room on its own. */
export function Stage({ backend, scheme, locale = 'en', children }: StageProps) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: false } } }),
  );
  const [words] = useState(() => wordsFor(locale));
  return (
    <QueryClientProvider client={client}>
      <BackendContext.Provider value={backend}>
        <WordsContext.Provider value={words}>
          <div className="upkeep upkeep-panel" lang={locale} data-scheme={scheme}>
            <Announcer>{children}</Announcer>
          </div>
        </WordsContext.Provider>
      </BackendContext.Provider>
    </QueryClientProvider>
  );
}

/** What a room is opened with, as the host of a world tells it. */
export interface Opened {
  readonly session: Session;
  readonly inventory: Inventory;
}

/** Shows a room once the host has told who is asking and what is installed. */
export function Opening({ children }: { readonly children: (opened: Opened) => ReactNode }) {
  const backend = useBackend();
  const session = useQuery(sessionQuery(backend));
  const inventory = useQuery(inventoryQuery(backend));
  if (!session.data || !inventory.data) return null;
  return children({ session: session.data, inventory: inventory.data });
}
