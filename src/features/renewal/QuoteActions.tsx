import { useRef, useState } from 'react';
import { csv } from '../../domain/csv.ts';
import { useWords } from '../../messages/context.ts';
import { Button } from '../../ui/Button.tsx';
import { printPage } from './print-page.ts';
import { writeQuote } from './quote-page.ts';
import { type QuoteAbout, quoteFile, quoteRows } from './quote-rows.ts';
import type { Renewing } from './renewing.ts';
import { saveFile } from './save-file.ts';

export interface QuoteActionsProps {
  readonly parts: readonly Renewing[];
  readonly about: QuoteAbout;
}

/** Takes a quote along: to whoever pays, or into a spreadsheet. */
export function QuoteActions({ parts, about }: QuoteActionsProps) {
  const say = useWords();
  const place = useRef<HTMLDivElement>(null);
  const [saved, setSaved] = useState<string | null>(null);

  const save = () => {
    const page = place.current?.ownerDocument;
    if (!page) return;
    const file = quoteFile(about);
    saveFile(page, file, 'text/csv;charset=utf-8', csv(quoteRows(say, parts, about)));
    setSaved(file);
  };
  const print = () => {
    if (place.current) printPage(place.current, (page) => writeQuote(page, say, parts, about));
  };

  return (
    <div className="upkeep-quote-actions">
      <Button onClick={save}>{say('quote.save')}</Button>
      <Button onClick={print}>{say('quote.print')}</Button>
      <span className="upkeep-muted upkeep-small" role="status">
        {saved === null ? '' : say('quote.saved', { file: saved })}
      </span>
      <div ref={place} />
    </div>
  );
}
