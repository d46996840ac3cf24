import { useQuery } from '@tanstack/react-query';
import { useBackend } from '../../backend/context.ts';
import { inventoryQuery } from '../../backend/queries.ts';
import { licenseState, runsUnder } from '../../domain/license.ts';
import type { ReturnedLicense } from '../../domain/returned-license.ts';
import { useWords } from '../../messages/context.ts';
import { licenseWords } from '../../messages/verdicts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** A license that was applied, with what the list says of it since: an answer of "done" alone is no success. */
export function InPlace({
  entry,
  onHide,
}: {
  readonly entry: ReturnedLicense;
  readonly onHide: () => void;
}) {
  const say = useWords();
  const { data } = useQuery(inventoryQuery(useBackend()));
  const license = data?.extensions.find(({ key }) => key === entry.extension)?.license;
  const state = license && data ? licenseState(license, data.today) : undefined;
  const runs = state !== undefined && runsUnder(state) === 'runs';
  const name = entry.name ?? entry.extension ?? '';
  return (
    <Notice
      tone={runs ? 'good' : 'warn'}
      title={say(runs ? 'returned.applied' : 'returned.applied-ended', { name })}
      actions={<Button onClick={onHide}>{say('order.hide')}</Button>}
    >
      {state === undefined ? null : <p>{licenseWords(say, state).text}</p>}
    </Notice>
  );
}
