import { totals } from '../../domain/totals.ts';
import type { Words } from '../../messages/words.ts';
import type { QuoteAbout } from './quote-rows.ts';
import { pricesOf } from './renewal-wish.ts';
import { continuityWords, eachWords, gainWords, spanWords, unlocksWords } from './renewal-words.ts';
import { type Renewing, together } from './renewing.ts';

const STYLE = `
  @page { margin: 18mm; }
  body { margin: 0; color: #111; background: #fff; font: 11pt/1.45 system-ui, sans-serif; }
  h1 { margin: 0 0 .25rem; font-size: 18pt; }
  p { margin: 0 0 .5rem; }
  table { width: 100%; margin-block: 1.25rem; border-collapse: collapse; }
  th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid #bbb; text-align: start; vertical-align: top; }
  thead th, tfoot td, tfoot th { border-bottom: 2px solid #111; }
  tfoot { font-weight: 700; }
  tr { break-inside: avoid; }
  small { display: block; color: #444; font-size: 9pt; font-weight: 400; }
  .amount { padding-inline-end: 0; text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
`;

/** Text, or an element, to be put into another. */
type Content = Node | string | null;

/**
 * Writes a quote into an empty page, in the reader's language. Nothing is parsed as HTML and no style is written into
 * an element, so it also stands under a strict Content Security Policy and with trusted types.
 */
export function writeQuote(
  page: Document,
  say: Words,
  parts: readonly Renewing[],
  { host, today }: QuoteAbout,
): void {
  const view = page.defaultView;
  if (view) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(STYLE);
    page.adoptedStyleSheets = [sheet];
  }
  const make = (name: string, ...inside: readonly Content[]): HTMLElement => {
    const element = page.createElement(name);
    element.append(...inside.filter((each) => each !== null));
    return element;
  };
  const amount = (name: string, ...inside: readonly Content[]): HTMLElement => {
    const element = make(name, ...inside);
    element.className = 'amount';
    return element;
  };
  const small = (text: string | null): Content =>
    text === null || text === '' ? null : make('small', text);
  const heading = (text: string): HTMLElement => {
    const element = make('th', text);
    element.setAttribute('scope', 'col');
    return element;
  };

  const row = ({ extension, number, priced, preview, continuity }: Renewing): HTMLElement => {
    const line = priced.kind === 'priced' ? priced.line : null;
    const gain =
      preview.gain === 'unlocks'
        ? unlocksWords(say, {
            count: 1,
            unlocked: preview.unlocked.length,
            security: preview.security,
          })
        : gainWords(say, preview.gain);
    const name = make('th', make('bdi', extension.name));
    name.setAttribute('scope', 'row');
    name.append(
      ...[small(number && say('renewal.license', { number })), small(gain)].filter(
        (each) => each !== null,
      ),
    );
    return make(
      'tr',
      name,
      make(
        'td',
        line ? say.day(line.newEndsOn) : '–',
        small(line && continuityWords(say, continuity)),
      ),
      amount(
        'td',
        line ? say.money(line.price.amount, line.price.currency) : '–',
        small(line && spanWords(say, line, continuity)),
      ),
    );
  };
  const foot = totals(pricesOf(parts)).map((sum) => {
    const name = make('th', say('renewal.total'));
    name.setAttribute('scope', 'row');
    name.setAttribute('colspan', '2');
    return make('tr', name, amount('td', say.money(sum.amount, sum.currency)));
  });

  const sum = together(parts);
  const opens = sum.unlocked === 0 ? say('renewal.nothing.several') : unlocksWords(say, sum);
  const server = make('bdi', host.name);
  page.title = say('quote.title', { day: say.day(today) });
  page.documentElement.lang = say.locale;
  page.body.append(
    make('h1', say('quote.heading')),
    make('p', server, ` ${host.version} · ${say('panel.as-of', { day: say.day(today) })}`),
    make(
      'table',
      make(
        'thead',
        make(
          'tr',
          heading(say('renewal.column.extension')),
          heading(say('renewal.ends')),
          heading(say('renewal.price')),
        ),
      ),
      make('tbody', ...parts.map(row)),
      make('tfoot', ...foot),
    ),
    make('p', opens, small(eachWords(say, parts))),
    make('p', say('renewal.store-price')),
  );
  for (const cell of page.querySelectorAll('thead th:last-child')) cell.className = 'amount';
}
