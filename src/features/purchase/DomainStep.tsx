import { useId, useState } from 'react';
import type { Target } from '../../domain/order.ts';
import { useWords } from '../../messages/context.ts';
import { Notice } from '../../ui/Notice.tsx';
import { punycode } from './domain-name.ts';

export interface DomainStepProps {
  readonly targets: readonly Target[];
  readonly chosen: Target | null;
  readonly onChoose: (target: Target) => void;
}

/** From how many domains a search helps. */
const MANY = 8;
const SHOWN = 50;

/** Picks the one domain that what is bought goes to. */
export function DomainStep({ targets, chosen, onChoose }: DomainStepProps) {
  const say = useWords();
  const name = useId();
  const hintId = useId();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = targets.filter(
    ({ domain }) => domain.toLowerCase().includes(wanted) || punycode(domain)?.includes(wanted),
  );
  const shown = found.slice(0, SHOWN);

  if (targets.length === 0) {
    return (
      <Notice tone="calm" title={say('purchase.domain.none')}>
        <p>{say('purchase.domain.none.words')}</p>
      </Notice>
    );
  }
  return (
    <>
      {targets.length < MANY ? null : (
        <label className="upkeep-field">
          <span className="upkeep-field-label">{say('purchase.domain.search')}</span>
          <input
            className="upkeep-input"
            type="search"
            autoComplete="off"
            spellCheck={false}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </label>
      )}
      <fieldset aria-describedby={hintId}>
        <legend className="upkeep-unseen">{say('purchase.domain')}</legend>
        <p id={hintId} className="upkeep-muted upkeep-purchase-hint">
          {say('purchase.domain.hint')}
        </p>
        <div className="upkeep-choices upkeep-purchase-domains">
          {shown.map((target) => (
            <DomainChoice
              key={target.id}
              name={name}
              target={target}
              checked={target.id === chosen?.id}
              onChoose={onChoose}
            />
          ))}
        </div>
        {found.length === 0 ? (
          <p role="status">{say('purchase.domain.not-found', { text: search })}</p>
        ) : null}
        {found.length > SHOWN ? (
          <p className="upkeep-muted">
            {say('purchase.domain.more', { count: found.length - SHOWN })}
          </p>
        ) : null}
      </fieldset>
    </>
  );
}

interface DomainChoiceProps {
  readonly name: string;
  readonly target: Target;
  readonly checked: boolean;
  readonly onChoose: (target: Target) => void;
}

function DomainChoice({ name, target, checked, onChoose }: DomainChoiceProps) {
  const code = punycode(target.domain);
  return (
    <label className="upkeep-choice upkeep-purchase-domain">
      <input type="radio" name={name} checked={checked} onChange={() => onChoose(target)} />
      <bdi>{target.domain}</bdi>
      {code === null ? null : (
        <span className="upkeep-muted upkeep-small upkeep-purchase-punycode">{code}</span>
      )}
    </label>
  );
}
