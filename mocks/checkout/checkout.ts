import { startBrowserWorld } from '../browser.ts';
import { ORIGINS } from '../origins.ts';

/*
 * Shows the mocked store's own pages under an address that exists. A worker answers requests of pages, not of the
 * address bar, so this page asks the store, shows what it answers, and sends its forms.
 */

/** The store's address for this page's: `?path=/buy/…&token=…` is `<store>/buy/…?token=…`. Or the host's, where it says so. */
function storeAddress(): URL {
  const { searchParams } = new URL(location.href);
  const path = searchParams.get('path') ?? '/support';
  const origin = searchParams.get('party') === 'host' ? ORIGINS.host : ORIGINS.store;
  searchParams.delete('path');
  searchParams.delete('party');
  const address = new URL(path.startsWith('/') ? path : `/${path}`, origin);
  address.search = searchParams.toString();
  return address;
}

/** Puts a page of the store in place of this one's body, with its stylesheet. */
async function show(response: Response): Promise<void> {
  const answered = new DOMParser().parseFromString(await response.text(), 'text/html');
  document.title = answered.title;
  document.body.replaceChildren(
    ...[...answered.body.childNodes].map((node) => document.adoptNode(node)),
  );
  const heading = document.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
}

async function dress(): Promise<void> {
  const css = await fetch(new URL('/checkout.css', ORIGINS.store));
  const sheet = new CSSStyleSheet();
  await sheet.replace(await css.text());
  document.adoptedStyleSheets = [sheet];
}

/** What the browser would have sent as Referer, had it gone to the store itself. */
const headers = { 'X-Page-Referrer': document.referrer };

/** One button, one request: what is pressed again meanwhile is not sent. */
let sending = false;

async function send(form: HTMLFormElement, pressed: HTMLElement | null): Promise<void> {
  if (sending) return;
  sending = true;
  try {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form, pressed))
      if (typeof value === 'string') body.append(name, value);
    const address = new URL(form.getAttribute('action') ?? '', ORIGINS.store);
    const response = await fetch(address, { method: 'POST', headers, body });
    // Led on to another page, whose address a reload may ask for again.
    if (response.url.startsWith(location.origin)) location.replace(response.url);
    else await show(response);
  } catch {
    unreachable();
  } finally {
    sending = false;
  }
}

function unreachable(): void {
  const text = document.createElement('p');
  text.setAttribute('role', 'alert');
  text.textContent =
    'The store did not answer. Reload this page to try again; nothing is paid twice.';
  document.querySelector('[role="alert"]')?.remove();
  (document.querySelector('main') ?? document.body).prepend(text);
}

document.addEventListener('submit', (event) => {
  if (!(event.target instanceof HTMLFormElement)) return;
  event.preventDefault();
  void send(event.target, event.submitter);
});

try {
  await startBrowserWorld();
  await dress();
  await show(await fetch(storeAddress(), { headers }));
} catch (error) {
  console.error(error);
  unreachable();
}
