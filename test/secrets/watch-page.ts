import type { Rules } from './rules.ts';

/** A secret, or an order's token, where it must not be; or a store that knows where somebody came from. */
export interface Sighting {
  readonly where: string;
  readonly what: 'secret' | 'token' | 'referer' | 'opener';
  /** What stood around it. */
  readonly near: string;
}

/** A watch over one page. */
export interface PageWatch {
  /** Has a token looked for from now on; those in the host's answers and in calls to it are known by themselves. */
  know(token: string): void;
  /** Looks through something the page handed to somebody, such as what a callback was given. */
  look(where: string, what: unknown): void;
  /** Looks through what the page holds now; gives everything seen since this was last asked, and forgets it. */
  drain(): readonly Sighting[];
}

/**
 * Watches a page for secrets and tokens from now on: every node and attribute that enters it, open shadow roots,
 * fields, addresses and history, storage, console, errors, the clipboard and requests. Not only at the end: what is
 * there for a moment was there.
 *
 * The function stands for itself, because it is also sent into other pages, where nothing of this file is known.
 *
 * @param rules - See `rules.ts`.
 */
export function watchPage(rules: Rules): PageWatch {
  const secrets = rules.secrets.map(({ pattern, flags }) => new RegExp(pattern, flags));
  const host = new RegExp(rules.host);
  const parties = new RegExp(rules.parties);
  const codeCalls = new RegExp(rules.codeCalls);
  const worlds = new RegExp(rules.worlds);
  const tokens = new Set<string>();
  let seen: Sighting[] = [];
  const roots: (Document | ShadowRoot)[] = [document];

  const report = (where: string, what: Sighting['what'], text: string, at: number): void => {
    const near = text.slice(Math.max(0, at - 60), at + 60);
    if (seen.some((each) => each.where === where && each.near === near)) return;
    const sighting: Sighting = { where, what, near };
    seen.push(sighting);
    const tell: unknown = Reflect.get(globalThis, 'upkeepSaw');
    if (typeof tell === 'function') tell(sighting);
  };

  const find = (text: string): { what: Sighting['what']; at: number } | undefined => {
    for (const secret of secrets) {
      const at = text.search(secret);
      if (at >= 0) return { what: 'secret', at };
    }
    for (const token of tokens) {
      const at = text.indexOf(token);
      if (at >= 0) return { what: 'token', at };
    }
    return undefined;
  };

  const textOf = (value: unknown, within: readonly unknown[] = []): string => {
    if (typeof value === 'string') return value;
    if (typeof value !== 'object' || value === null) return String(value);
    if (within.includes(value) || within.length > 6) return '';
    if (value instanceof Node) return '';
    const inside = [...within, value];
    const own = Object.entries(value).map(([name, each]) => `${name}: ${textOf(each, inside)}`);
    if (!(value instanceof Error)) return own.join(', ');
    return [value.message, value.stack ?? '', textOf(value.cause, inside), ...own].join('\n');
  };

  const look = (where: string, value: unknown): void => {
    const text = textOf(value);
    const found = find(text);
    if (found) report(where, found.what, text, found.at);
  };

  const tokensIn = (text: string): void => {
    for (const [, token = ''] of text.matchAll(/"token"\s*:\s*"([A-Za-z0-9_-]{22,128})"/g))
      tokens.add(token);
  };

  // What the page shows.

  /** The one place for a token in a page: once, as that parameter, of a link that tells the store of nothing else. */
  const isStoreLink = (element: Element, href: string): boolean => {
    if (!(element instanceof HTMLAnchorElement)) return false;
    const kept = element.relList.contains('noopener') && element.relList.contains('noreferrer');
    if (!kept || element.referrerPolicy !== 'no-referrer') return false;
    const url = new URL(href, location.href);
    const given = url.searchParams.getAll('token');
    url.searchParams.delete('token');
    return given.length === 1 && tokens.has(given[0] ?? '') && find(url.href) === undefined;
  };
  /** Whoever asks for the store's link to copy it is given it, in a field or on the clipboard. */
  const isCopiedLink = (text: string): boolean =>
    roots.some((root) =>
      [...root.querySelectorAll('a')].some((link) => link.href === text && isStoreLink(link, text)),
    );

  const isCodeField = (field: Element): boolean =>
    field instanceof HTMLInputElement && field.autocomplete === 'off' && !field.spellcheck;

  const nameOf = (element: Element): string =>
    `<${element.localName}${element.className ? ` class="${element.getAttribute('class')}"` : ''}>`;

  const lookAtAttribute = (element: Element, name: string): void => {
    const value = element.getAttribute(name) ?? '';
    const found = find(value);
    if (!found) return;
    if (found.what === 'token' && name === 'href' && isStoreLink(element, value)) return;
    report(`attribute ${name} of ${nameOf(element)}`, found.what, value, found.at);
  };

  const lookAtField = (field: HTMLInputElement | HTMLTextAreaElement): void => {
    const { value } = field;
    const found = find(value);
    if (!found || isCodeField(field)) return;
    if (found.what === 'token' && isCopiedLink(value)) return;
    report(`value of ${nameOf(field)}`, found.what, value, found.at);
  };

  const lookAtNode = (node: Node): void => {
    if (!(node instanceof Element)) {
      const parent = node.parentElement;
      look(`text in ${parent ? nameOf(parent) : 'a fragment'}`, node.nodeValue ?? '');
      return;
    }
    // Most pages hold nothing of the kind, and one look at all of their markup tells.
    if (find(node.outerHTML) === undefined) return;
    for (const element of [node, ...node.querySelectorAll('*')]) {
      for (const name of element.getAttributeNames()) lookAtAttribute(element, name);
      for (const child of element.childNodes) if (!(child instanceof Element)) lookAtNode(child);
    }
  };

  const lookAtChanges = (changes: readonly MutationRecord[]): void => {
    for (const { type, target, addedNodes, attributeName } of changes) {
      if (type === 'childList') for (const node of addedNodes) lookAtNode(node);
      else if (type === 'characterData') lookAtNode(target);
      else lookAtAttribute(target as Element, attributeName ?? '');
    }
  };

  for (const change of ['input', 'focusin'])
    addEventListener(
      change,
      (event) => {
        const [field] = event.composedPath();
        if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
          lookAtField(field);
      },
      true,
    );

  const observer = new MutationObserver(lookAtChanges);
  const observe = (root: Document | ShadowRoot): void =>
    observer.observe(root, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  observe(document);

  /** Has something told of before a method does what it does. */
  const before = (
    on: object,
    method: string,
    tell: (given: readonly unknown[], self: unknown) => void,
  ): void => {
    const real: unknown = Reflect.get(on, method);
    if (typeof real !== 'function') return;
    Reflect.set(on, method, function watched(this: unknown, ...given: unknown[]): unknown {
      tell(given, this);
      return Reflect.apply(real, this, given);
    });
  };

  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function watched(init): ShadowRoot {
    const root = attach.call(this, init);
    if (init.mode === 'open') {
      roots.push(root);
      observe(root);
    }
    return root;
  };

  // What the page says, keeps and does.

  for (const level of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'])
    before(console, level, (given) => given.forEach((each) => look(`console.${level}`, each)));
  addEventListener('error', (event) => look('error event', [event.message, event.error]), true);
  addEventListener('unhandledrejection', ({ reason }) => look('unhandled rejection', [reason]));
  for (const method of ['pushState', 'replaceState'])
    before(history, method, ([state, , address]) => {
      look('history.state', state);
      look('history', address);
    });
  before(Storage.prototype, 'setItem', (given) => look('web storage', given));
  for (const method of ['put', 'add'])
    before(IDBObjectStore.prototype, method, ([value], store) => {
      const { name } = (store as IDBObjectStore).transaction.db;
      if (!worlds.test(name)) look(`database ${name}`, value);
    });
  if ('clipboard' in navigator)
    before(Clipboard.prototype, 'writeText', ([text]) => {
      if (!isCopiedLink(String(text))) look('clipboard', text);
    });

  // What the page sends.

  const sent = (request: Request, body: unknown): void => {
    const { url, method } = request;
    const isHost = host.test(url);
    if (parties.test(url)) return;
    const named = isHost ? /\/orders\/([^/?]+)/.exec(url)?.[1] : undefined;
    if (named) tokens.add(decodeURIComponent(named));
    const path = isHost ? url.replace(/(\/orders\/)[^/?]+/, '$1…') : url;
    look(`address of ${method} ${path}`, path);
    for (const [name, value] of request.headers)
      if (!isHost || !rules.headers.includes(name)) look(`header ${name} of ${method}`, value);
    if (typeof body !== 'string') return;
    tokensIn(body);
    const found = find(body);
    if (!found || (isHost && (found.what === 'token' || codeCalls.test(url)))) return;
    report(`body of ${method} ${path}`, found.what, body, found.at);
  };

  const RealRequest = globalThis.Request;
  globalThis.Request = new Proxy(RealRequest, {
    construct(target, given: ConstructorParameters<typeof Request>, made): Request {
      const request = Reflect.construct(target, given, made) as Request;
      sent(request, given[1]?.body);
      return request;
    },
  });
  before(globalThis, 'fetch', ([input, init]) => {
    const options = init as RequestInit | undefined;
    const { signal: _, ...rest } = options ?? {};
    if (!(input instanceof RealRequest)) sent(new RealRequest(String(input), rest), rest.body);
  });
  before(XMLHttpRequest.prototype, 'open', ([method, url]) =>
    sent(new RealRequest(new URL(String(url), location.href), { method: String(method) }), null),
  );
  before(navigator, 'sendBeacon', ([url, body]) => look('beacon', [url, body]));
  // Every answer is read here before anything of it can be shown.
  before(JSON, 'parse', ([text]) => {
    if (typeof text === 'string' && text.includes('"token"')) tokensIn(text);
  });

  const held = (): void => {
    look('address', location.href);
    look('history.state', history.state);
    look('title', document.title);
    look('window.name', window.name);
    for (const read of [
      () => look('cookies', document.cookie),
      () => look('localStorage', Object.entries(localStorage).flat().join('\n')),
      () => look('sessionStorage', Object.entries(sessionStorage).flat().join('\n')),
    ]) {
      try {
        read();
      } catch {
        // Frames without an origin of their own have none of these.
      }
    }
    for (const root of roots) {
      if (!root.isConnected) continue;
      if (root instanceof Document) lookAtNode(root.documentElement);
      else for (const node of root.childNodes) lookAtNode(node);
      for (const field of root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
        'input, textarea',
      ))
        lookAtField(field);
    }
  };

  return {
    know: (token) => void tokens.add(token),
    look,
    drain() {
      lookAtChanges(observer.takeRecords());
      held();
      const all = seen;
      seen = [];
      return all;
    },
  };
}
