import type { Backend } from '../../src/backend/backend.ts';
import type { Session } from '../../src/backend/session.ts';
import type { Wish } from '../../src/domain/order.ts';
import { type History, wishText } from './history.ts';
import type { Page } from './page.ts';
import type { Panel, PanelMaker, Shown } from './panel.ts';
import { watched } from './watched-backend.ts';
import { Witness } from './witness.ts';

/** A page with a panel in it, and an admin before it who presses only what is there. */
export class Tab {
  readonly panel: Panel;
  readonly witness: Witness;
  /** Orders as they were looked at last; they are the same objects as long as nothing changed. */
  readonly #seen = new Map<string, Shown>();

  constructor(
    readonly page: Page,
    private readonly session: Session,
    private readonly history: History,
    backend: Backend,
    make: PanelMaker,
  ) {
    this.witness = new Witness(history, page.now, page.name);
    this.panel = make(watched(backend, this.witness), page, session);
    page.onWake(() => this.witness.caused());
    this.panel.subscribe(() => this.look());
    this.panel.open();
  }

  /** Whether somebody can do something here now. */
  get isUsable(): boolean {
    return !this.page.isClosed && !this.page.isFrozen && this.page.visible();
  }

  /** Whether the host promises to deliver once, so that consent is enough. */
  get isSure(): boolean {
    return this.session.capabilities.includes('idempotentFulfillment');
  }

  /** Everything that can be seen: the list, and the order of the present choice. */
  get shown(): readonly Shown[] {
    const saved = this.panel.saved();
    return [...(this.panel.orders() ?? []), ...(saved ? [saved] : [])];
  }

  /** Looks at what is new on the page, and judges it. */
  look(): void {
    const saved = this.panel.saved();
    for (const each of this.panel.orders() ?? []) this.#judge(each);
    if (saved) this.#judge(saved);
    if (this.panel.wish().kind === 'failed' && this.panel.chosen)
      this.witness.toldOfFailure(wishText(this.panel.chosen));
  }

  choose(wish: Wish): void {
    this.panel.choose(wish);
  }

  get canSave(): boolean {
    const wish = this.panel.wish();
    return (
      this.panel.chosen !== null &&
      (wish.kind === 'unsaved' ||
        wish.kind === 'failed' ||
        (wish.kind === 'unknown' && wish.missing))
    );
  }

  save(): void {
    if (this.panel.chosen) this.witness.pressed('save-order', wishText(this.panel.chosen));
    this.panel.save();
  }

  get canLook(): boolean {
    const wish = this.panel.wish();
    return wish.kind === 'unknown' && !wish.missing;
  }

  checkSaved(): void {
    this.witness.touched();
    this.panel.look();
  }

  /** Follows a link; gives its address as the browser goes to it. */
  follow({ order, href }: Shown): string | null {
    this.witness.pressed('hand-off', order.token);
    this.witness.followed(order.token);
    this.panel.follow(order.token);
    return href;
  }

  deliver({ order }: Shown): void {
    this.witness.pressed('fulfill', order.token);
    this.panel.deliver(order.token);
    this.look();
  }

  cancel({ order }: Shown): void {
    this.witness.pressed('cancel-order', order.token);
    this.panel.cancel(order.token);
    this.look();
  }

  check(): void {
    this.witness.touched();
    this.panel.check();
  }

  #judge(shown: Shown): void {
    const { order, standing, href } = shown;
    const write = this.panel.writeOf(order.token);
    if (write?.kind === 'refused') {
      const call = write.what === 'fulfill' ? 'fulfill' : 'cancel-order';
      this.witness.toldOfRefusal(call, order.token);
    }
    if (this.#seen.get(order.token) === shown) return;
    this.#seen.set(order.token, shown);
    if (href !== null) this.#judgeLink(order.token, href);
    this.witness.saw(order.token, standing, order.test);
  }

  /** I2, I4 and I13, where they meet: a link to the store. */
  #judgeLink(token: string, href: string): void {
    const { origin, searchParams } = new URL(href);
    const saved = this.history.saved.get(token);
    if (!saved) return this.history.blame('I4', `there is a link for ${token}, which is not saved`);
    if (!this.session.storeOrigins.includes(origin))
      this.history.blame('I13', `${token} would go to ${origin}`);
    if (searchParams.getAll('token').join() !== token)
      this.history.blame(
        'I2',
        `the link of ${token} carries ${searchParams.getAll('token').join()}`,
      );
    const offer = saved.wish.kind === 'individual-offer' ? saved.wish.offer : null;
    if (searchParams.get('product-id') !== offer || searchParams.get('kn') !== saved.host)
      this.history.blame('I2', `the link of ${token} is for ${searchParams.toString()}`);
  }
}
