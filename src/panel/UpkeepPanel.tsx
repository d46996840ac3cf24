import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Backend } from '../backend/backend.ts';
import { BackendContext } from '../backend/context.ts';
import type { CoveragePolicy } from '../domain/coverage.ts';
import { wordsFor } from '../messages/catalogs.ts';
import { type StoreTarget, StoreTargetContext } from '../features/purchase/store-target.ts';
import { ledgerOf } from '../ledger/ledger.ts';
import type { OrderStatusSources } from '../ledger/sources.ts';
import { WordsContext } from '../messages/context.ts';
import { Announcer } from '../ui/Announcer.tsx';
import { Fence } from '../ui/Fence.tsx';
import { useKeptFocus } from '../ui/useKeptFocus.ts';
import { createClient } from './client.ts';
import { SOON_DAYS } from './estate.ts';
import { PanelBody } from './PanelBody.tsx';
import { brokenPart } from './PanelBroken.tsx';
import { RETURN_PARAMETER, useReturnAddress } from './useReturnAddress.ts';

export type { StoreTarget } from '../features/purchase/store-target.ts';

/** The panel is about to leave for the store. */
export interface Navigation {
  readonly href: string;
  readonly reason: 'store';
}

/** What a host may say about its panel; only the backend is required. */
export interface UpkeepPanelProps {
  /** The panel's only way to the outside; `restBackend(…)` unless the host brings its own. */
  readonly backend: Backend;
  /** BCP 47; decides how days, numbers and money are written. `en` unless given. */
  readonly locale?: string | undefined;
  /** `auto` follows the page's color scheme. */
  readonly scheme?: 'light' | 'dark' | 'auto' | undefined;
  /** Coverage policies of the host's own, by the name its extensions declare; they go before the six of {@link POLICIES}. */
  readonly policies?: readonly CoveragePolicy[] | undefined;
  /** Judges extensions that declare no policy; `build-date` unless given. */
  readonly defaultPolicy?: CoveragePolicy | undefined;
  /** From how many days before its end a license counts as ending soon; 30 unless given. */
  readonly soonDays?: number | undefined;
  /** Where the store opens; `same-tab` is the whole tab, also out of a frame. `new-tab` unless given. */
  readonly storeTarget?: StoreTarget | undefined;
  /**
   * The parameter of this page's address by which the store says for which order somebody comes back, as in
   * `?upkeep-order=<token>`; that name unless given. It proves nothing: the order is asked about at once if the host
   * knows it, and the parameter is taken off the address.
   */
  readonly returnParameter?: string | undefined;
  /** Where news of some extensions' orders come from, by extension key; the host tells of all others. */
  readonly orderStatus?: OrderStatusSources | undefined;
  /** Called when the admin follows the link to the store; returning `false` leaves the way there to the host. */
  readonly onNavigate?: ((navigation: Navigation) => boolean | void) | undefined;
  /** Told of errors that a part of the panel was fenced off for. Holds no keys, codes or tokens. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

const NO_POLICIES: readonly CoveragePolicy[] = [];
const NO_SOURCES: OrderStatusSources = {};
const ignore = () => {};

/**
 * The update manager of a host control panel: what is installed, what may be updated and why, and what renewing
 * unlocks. Needs `upkeep-panel/style.css` on the page.
 *
 * @example
 * // Made once, outside of rendering: with a new backend the panel starts afresh.
 * const backend = restBackend({ baseUrl: '/upkeep' });
 * const Updates = () => <UpkeepPanel backend={backend} locale="en" />;
 */
export function UpkeepPanel(props: UpkeepPanelProps) {
  const {
    backend,
    locale = 'en',
    scheme = 'auto',
    policies = NO_POLICIES,
    soonDays = SOON_DAYS,
  } = props;
  const { defaultPolicy, onNavigate, onError = ignore } = props;
  const { storeTarget = 'new-tab', returnParameter = RETURN_PARAMETER } = props;
  const { orderStatus = NO_SOURCES } = props;
  const returned = useReturnAddress(returnParameter);
  const root = useKeptFocus<HTMLDivElement>();
  const words = useMemo(() => wordsFor(locale), [locale]);
  // A new client with a new backend: answers of one host must never be shown as another's.
  const [{ client, of, at }, setClient] = useState(() => ({
    client: createClient(),
    of: backend,
    at: 0,
  }));
  if (of !== backend) setClient({ client: createClient(), of: backend, at: at + 1 });

  useEffect(() => ledgerOf(of).hear(orderStatus), [of, orderStatus]);

  return (
    <div ref={root} className="upkeep" data-scheme={scheme}>
      {/* Observers stay with the client they were made with, so everything below starts afresh, too. */}
      <QueryClientProvider key={at} client={client}>
        <BackendContext.Provider value={of}>
          <WordsContext.Provider value={words}>
            <Announcer>
              <StoreTargetContext.Provider value={storeTarget}>
                <Fence onError={onError} fallback={brokenPart}>
                  <PanelBody
                    policies={policies}
                    defaultPolicy={defaultPolicy}
                    soonDays={soonDays}
                    returned={returned}
                    onNavigate={onNavigate}
                    onError={onError}
                  />
                </Fence>
              </StoreTargetContext.Provider>
            </Announcer>
          </WordsContext.Provider>
        </BackendContext.Provider>
      </QueryClientProvider>
    </div>
  );
}
