import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Quote } from '../../backend/backend.ts';
import { useBackend } from '../../backend/context.ts';
import { quoteQuery } from '../../backend/queries.ts';
import type { Decided, Estate } from '../../domain/decide.ts';
import { namedHosts } from '../../domain/named-hosts.ts';
import {
  keysToRenew,
  planBefore,
  PROSPECTS,
  type Rehearsal,
  rehearse,
} from '../../domain/rehearsal.ts';
import { total } from '../../domain/renewal.ts';
import { useWords } from '../../messages/context.ts';
import type { Words } from '../../messages/words.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { HostField } from './HostField.tsx';
import { RehearsedHeap } from './RehearsedHeap.tsx';

export interface RehearsalDialogProps {
  readonly rows: readonly Decided[];
  readonly estate: Estate;
  /** What the host calls itself. */
  readonly hostName: string;
  /** Opens the renewal of these extensions. */
  readonly onRenew: (keys: readonly string[]) => void;
  /** Opens the review of what can be updated before this host version. */
  readonly onUpdateBefore: (hostVersion: string) => void;
  readonly onClose: () => void;
}

/** Goes through a host upgrade in thought: what would run, what an update or a renewal would mend, and at what price. */
export function RehearsalDialog({
  rows,
  estate,
  hostName,
  onRenew,
  onUpdateBefore,
  onClose,
}: RehearsalDialogProps) {
  const say = useWords();
  const announce = useAnnounce();
  const suggested = useMemo(
    () =>
      namedHosts(
        rows.map(({ extension }) => extension),
        estate.hostVersion,
      ),
    [rows, estate.hostVersion],
  );
  const [hostVersion, setHostVersion] = useState(suggested[0] ?? '');
  const rehearsal = useMemo(
    () => (hostVersion === '' ? null : rehearse(rows, estate, hostVersion)),
    [rows, estate, hostVersion],
  );
  const { quote, price } = usePrice(rehearsal, estate);
  const headline = rehearsal && headlineOf(say, rehearsal, hostName, price);

  const onRehearse = (wanted: string) => {
    setHostVersion(wanted);
    announce(headlineOf(say, rehearse(rows, estate, wanted), hostName, null));
  };

  return (
    <Dialog
      title={say('rehearsal.title')}
      closeLabel={say('close')}
      onClose={onClose}
      footer={<Button onClick={onClose}>{say('close')}</Button>}
    >
      <p className="upkeep-muted">{say('rehearsal.intro')}</p>
      <HostField
        initial={hostVersion}
        suggested={suggested}
        hostVersion={estate.hostVersion}
        onRehearse={onRehearse}
      />
      {headline === null ? null : <p className="upkeep-rehearsal-headline">{headline}</p>}
      {hostVersion === estate.hostVersion ? (
        <p className="upkeep-muted">{say('rehearsal.same')}</p>
      ) : null}
      {rehearsal ? <Heaps {...{ rehearsal, estate, quote, onRenew, onUpdateBefore }} /> : null}
    </Dialog>
  );
}

interface HeapsProps extends Pick<RehearsalDialogProps, 'estate' | 'onRenew' | 'onUpdateBefore'> {
  readonly rehearsal: Rehearsal;
  readonly quote: Quote | undefined;
}

function Heaps({ rehearsal, estate, quote, onRenew, onUpdateBefore }: HeapsProps) {
  const say = useWords();
  const { may } = estate;
  const { hostVersion, heaps } = rehearsal;
  const keys = keysToRenew(rehearsal);
  const before = planBefore(rehearsal, may.has('specificVersion')).steps.length;
  const priced = quote?.lines.length ?? keys.length;
  return PROSPECTS.filter((kind) => heaps[kind].length > 0).map((kind) => (
    // Anew for each version, so that each is folded by its own count.
    <RehearsedHeap
      key={`${hostVersion} ${kind}`}
      kind={kind}
      rows={heaps[kind]}
      estate={estate}
      quote={quote}
    >
      {kind === 'needs-renewal' && priced < keys.length ? (
        <p className="upkeep-muted upkeep-small">
          {say('rehearsal.price-partly', { priced, count: keys.length })}
        </p>
      ) : null}
      {kind === 'needs-renewal' && may.has('purchase') ? (
        <Button onClick={() => onRenew(keys)}>
          {say('rehearsal.renew-these', { count: keys.length })}
        </Button>
      ) : null}
      {kind === 'update-owned' && may.has('install') && before > 0 ? (
        <Button onClick={() => onUpdateBefore(hostVersion)}>
          {say('rehearsal.update-these', { count: before })}
        </Button>
      ) : null}
    </RehearsedHeap>
  ));
}

/** What the renewals cost together; no price at all where it cannot be asked, is on its way or is in several currencies. */
function usePrice(rehearsal: Rehearsal | null, { may }: Estate) {
  const say = useWords();
  const backend = useBackend();
  const keys = rehearsal ? keysToRenew(rehearsal) : [];
  const { data, isPlaceholderData } = useQuery({
    ...quoteQuery(backend, keys, null),
    enabled: may.has('quote') && keys.length > 0,
    retry: false,
  });
  // A placeholder is about other extensions.
  const quote = isPlaceholderData || keys.length === 0 ? undefined : data;
  const sum = quote ? total(quote.lines.map((line) => line.price)) : null;
  return { quote, price: sum && say.money(sum.amount, sum.currency) };
}

/** "On Craft 5.4.9: 2 fine, 10 need an update you already own, and 1 needs a renewal ($49.00)." */
function headlineOf(
  say: Words,
  { hostVersion, heaps }: Rehearsal,
  host: string,
  price: string | null,
): string {
  const parts = PROSPECTS.flatMap((kind) => {
    const count = heaps[kind].length;
    if (count === 0) return [];
    return kind === 'needs-renewal' && price !== null
      ? say('rehearsal.count.needs-renewal.price', { count, price })
      : say(`rehearsal.count.${kind}`, { count });
  });
  return parts.length === 0
    ? say('rehearsal.nothing-installed')
    : say('rehearsal.headline', { host, version: hostVersion, list: say.list(parts) });
}
