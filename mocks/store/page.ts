/** Text as HTML text or a quoted attribute. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** HTML that is already safe, so that nothing is escaped twice and nothing unescaped gets in. */
export interface Html {
  readonly html: string;
}

/** Joins text and HTML; values are escaped unless they are HTML themselves. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[])[]
): Html {
  const render = (value: string | Html | readonly Html[]): string =>
    typeof value === 'string'
      ? escaped(value)
      : 'html' in value
        ? value.html
        : value.map(render).join('');
  return { html: parts.reduce((all, part, at) => all + render(values[at - 1] ?? '') + part) };
}

/** A whole page of the store, or of another party that looks alike. */
export function page(
  store: string,
  title: string,
  main: Html,
  stage = 'Secure checkout',
  foot = 'A mocked store. No money changes hands here.',
): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${store}</title>
        <link rel="stylesheet" href="/checkout.css" />
      </head>
      <body>
        <header>
          <p class="brand">${store}</p>
          <p class="stage">${stage}</p>
        </header>
        <main>${main}</main>
        <footer><p>${foot}</p></footer>
      </body>
    </html>`.html;
}
