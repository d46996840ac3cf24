import { type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Awaited } from '../../domain/awaited.ts';
import type { Decided, Estate } from '../../domain/decide.ts';
import { useWords } from '../../messages/context.ts';
import { Button } from '../../ui/Button.tsx';
import { Fence } from '../../ui/Fence.tsx';
import { ExtensionRow, type RowHandlers } from './ExtensionRow.tsx';
import { useWindow } from './useWindow.ts';

export interface ExtensionListProps extends RowHandlers {
  readonly rows: readonly Decided[];
  readonly estate: Estate;
  /** Errors by extension key. */
  readonly errors: ReadonlyMap<string, unknown>;
  /** Keys whose action is awaited. */
  readonly busy: ReadonlySet<string>;
  /** Licenses that were ordered and are not here yet, by extension key. */
  readonly awaited?: ReadonlyMap<string, Awaited>;
  /** Told of an error that a row was fenced off for. */
  readonly onError: (error: unknown) => void;
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
  PageDown: (at, last) => Math.min(at + 10, last),
  PageUp: (at) => Math.max(at - 10, 0),
};

/** The place of the row that something stands in. */
function placeOf(target: EventTarget): number | null {
  const found = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null;
  return found ? Number(found.dataset['at']) : null;
}

/**
 * The installed extensions. Only what can be seen is in the page, however many there are; each item still tells its
 * place and the size of the whole, and the arrow keys, Home and End reach every one.
 */
export function ExtensionList({
  rows,
  estate,
  errors,
  busy,
  awaited,
  onOpen,
  onAction,
  onError,
}: ExtensionListProps) {
  const say = useWords();
  const list = useRef<HTMLUListElement>(null);
  const probe = useRef<HTMLDivElement>(null);
  const { from, to, rowHeight } = useWindow(rows.length, list, probe);
  // The row that has the focus stays in the page, or a scroll would throw the focus away; by key, because rows move.
  const [kept, setKept] = useState<string | null>(null);
  const keptAt = useMemo(
    () => (kept === null ? -1 : rows.findIndex(({ extension }) => extension.key === kept)),
    [rows, kept],
  );
  const moving = useRef(false);

  useLayoutEffect(() => {
    if (!moving.current || keptAt < 0) return;
    moving.current = false;
    list.current?.querySelector<HTMLElement>(`[data-at="${keptAt}"] .upkeep-row-open`)?.focus();
  }, [keptAt]);

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      const at = placeOf(event.target);
      if (!step || at === null || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const next = step(at, rows.length - 1);
      if (next === at) return;
      moving.current = true;
      setKept(rows[next]?.extension.key ?? null);
    },
    [rows],
  );

  const shown: number[] = [];
  if (keptAt >= 0 && keptAt < from) shown.push(keptAt);
  for (let at = from; at < Math.min(to, rows.length); at++) shown.push(at);
  if (keptAt >= to) shown.push(keptAt);

  return (
    <>
      <div ref={probe} className="upkeep-row-probe" aria-hidden="true" />
      <ul
        ref={list}
        role="list"
        className="upkeep-rows"
        aria-label={say('list.label')}
        style={{ height: rows.length * rowHeight }}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const at = placeOf(event.target);
          if (at !== null) setKept(rows[at]?.extension.key ?? null);
        }}
      >
        {shown.map((at) => {
          const row = rows[at];
          if (!row) return null;
          const { extension } = row;
          return (
            <li
              key={extension.key}
              className="upkeep-row"
              aria-label={extension.name}
              aria-setsize={rows.length}
              aria-posinset={at + 1}
              data-at={at}
              data-group={row.decision.group}
              style={{ transform: `translateY(${at * rowHeight}px)` }}
            >
              <Fence onError={onError} fallback={brokenRow}>
                <ExtensionRow
                  {...row}
                  estate={estate}
                  error={errors.get(extension.key)}
                  busy={busy.has(extension.key)}
                  awaited={awaited?.get(extension.key)}
                  onOpen={onOpen}
                  onAction={onAction}
                />
              </Fence>
            </li>
          );
        })}
      </ul>
    </>
  );
}

const brokenRow = (again: () => void) => <BrokenRow onAgain={again} />;

/** What stands in a row that broke; the others go on. */
function BrokenRow({ onAgain }: { readonly onAgain: () => void }) {
  const say = useWords();
  return (
    <>
      <div className="upkeep-row-verdict upkeep-tone-bad upkeep-row-broken">
        <span className="upkeep-row-title">{say('failure.bug')}</span>
        <span className="upkeep-row-sub">{say('failure.bug.advice')}</span>
      </div>
      <div className="upkeep-row-action">
        <Button onClick={onAgain}>{say('try-again')}</Button>
      </div>
    </>
  );
}
