import type { Backend } from '../backend/backend.ts';
import { restBackend } from '../backend/rest/rest-backend.ts';
import css from '../panel/panel.css?inline';
import type { UpkeepPanelProps } from '../panel/UpkeepPanel.tsx';
import { mount, type MountedPanel } from './mount.tsx';

type Scheme = NonNullable<UpkeepPanelProps['scheme']>;

const isScheme = (word: string | null): word is Scheme =>
  word === 'light' || word === 'dark' || word === 'auto';

/** One sheet for all elements of a page: constructed, so that a strict content policy has nothing to forbid. */
let sheet: CSSStyleSheet | undefined;

function sharedSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}

/**
 * `<upkeep-panel base-url="/upkeep" locale="en" scheme="auto">`: the panel in a shadow root of its own. Objects are
 * properties: `element.backend = …` goes before `base-url`. `store-target` and `return-parameter` are as in
 * {@link UpkeepPanelProps}.
 */
export class UpkeepPanelElement extends HTMLElement {
  static readonly observedAttributes = [
    'base-url',
    'locale',
    'return-parameter',
    'scheme',
    'store-target',
  ];

  readonly #root = this.attachShadow({ mode: 'open' });
  #panel: MountedPanel | undefined;
  #backend: Backend | undefined;
  #onNavigate: UpkeepPanelProps['onNavigate'];
  #orderStatus: UpkeepPanelProps['orderStatus'];
  #rest: { readonly baseUrl: string; readonly backend: Backend } | undefined;

  /** The host's own backend; without one, `base-url` names a host that speaks the REST contract. */
  get backend(): Backend | undefined {
    return this.#backend;
  }

  set backend(backend: Backend | undefined) {
    this.#backend = backend;
    this.#show();
  }

  /** Called before the way to the store is taken; returning `false` leaves it to the page. */
  get onNavigate(): UpkeepPanelProps['onNavigate'] {
    return this.#onNavigate;
  }

  set onNavigate(onNavigate: UpkeepPanelProps['onNavigate']) {
    this.#onNavigate = onNavigate;
    this.#show();
  }

  /** Where news of some extensions' orders come from, by extension key. */
  get orderStatus(): UpkeepPanelProps['orderStatus'] {
    return this.#orderStatus;
  }

  set orderStatus(orderStatus: UpkeepPanelProps['orderStatus']) {
    this.#orderStatus = orderStatus;
    this.#show();
  }

  connectedCallback(): void {
    this.#root.adoptedStyleSheets = [sharedSheet()];
    this.#adopt('backend');
    this.#adopt('onNavigate');
    this.#adopt('orderStatus');
    this.#show();
  }

  attributeChangedCallback(): void {
    this.#show();
  }

  disconnectedCallback(): void {
    // A move takes the element out and puts it back within one task; only a removal ends the panel.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#panel?.unmount();
      this.#panel = undefined;
    });
  }

  /** A property set before the element was defined shadows the setter; it is taken off and set again. */
  #adopt(name: 'backend' | 'onNavigate' | 'orderStatus'): void {
    if (!Object.hasOwn(this, name)) return;
    const value: unknown = Reflect.get(this, name);
    Reflect.deleteProperty(this, name);
    Reflect.set(this, name, value);
  }

  #chosenBackend(): Backend | undefined {
    if (this.#backend) return this.#backend;
    const baseUrl = this.getAttribute('base-url');
    if (baseUrl === null) return undefined;
    if (this.#rest?.baseUrl !== baseUrl)
      this.#rest = { baseUrl, backend: restBackend({ baseUrl }) };
    return this.#rest.backend;
  }

  #show(): void {
    const backend = this.#chosenBackend();
    if (!this.isConnected || !backend) return;
    const scheme = this.getAttribute('scheme');
    const options: UpkeepPanelProps = {
      backend,
      locale: this.getAttribute('locale') ?? undefined,
      scheme: isScheme(scheme) ? scheme : undefined,
      storeTarget: this.getAttribute('store-target') === 'same-tab' ? 'same-tab' : 'new-tab',
      returnParameter: this.getAttribute('return-parameter') ?? undefined,
      onNavigate: this.#onNavigate,
      orderStatus: this.#orderStatus,
    };
    if (this.#panel) this.#panel.update(options);
    else this.#panel = mount(this.#root, options);
  }
}

/** Defines the element; calling it again is harmless. @param name - Another name, should this one be taken. */
export function defineUpkeepPanel(name = 'upkeep-panel'): void {
  if (!customElements.get(name)) customElements.define(name, UpkeepPanelElement);
}
