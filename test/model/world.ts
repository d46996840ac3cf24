import type { Backend } from '../../src/backend/backend.ts';
import type { Session } from '../../src/backend/session.ts';
import type { Order, Wish } from '../../src/domain/order.ts';
import { Clock } from './clock.ts';
import { History } from './history.ts';
import { Network } from './network.ts';
import { Page } from './page.ts';
import type { PanelMaker } from './panel.ts';
import type { Account } from './parties/host.ts';
import type { Outside, OutsideMaker } from './outside.ts';
import { Tab } from './tab.ts';

/** What differs from one run to another before anything happens. */
export interface Setting {
  /** Milliseconds a message takes, over and over. */
  readonly delays: readonly number[];
  /** The host makes the tokens. */
  readonly mints: boolean;
  /** The host promises to deliver once however often it is asked. */
  readonly sure: boolean;
  readonly intervalSeconds: number;
  /** Milliseconds between a payment and the vendor hearing of it. */
  readonly kaDelay: number;
  /** Milliseconds until the vendor can deliver. */
  readonly prepares: number;
}

/** Two admins of one host, and somebody of another host. */
export const ACCOUNTS: readonly Account[] = [
  { id: 'anna', name: 'Anna' },
  { id: 'ben', name: 'Ben' },
  { id: 'eve', name: 'Eve' },
];

const TABS_AT_MOST = 4;

/** Tabs before people, a network, and the parties behind it; and the history of what really happened. */
export class World {
  readonly history: History;
  readonly clock: Clock;
  readonly network: Network;
  readonly outside: Outside;
  tabs: Tab[] = [];
  #pages = 0;

  constructor(
    setting: Setting,
    outside: OutsideMaker,
    private readonly panel: PanelMaker,
    counts?: Record<string, number>,
  ) {
    this.history = new History(counts);
    this.clock = new Clock(outside.settle);
    this.network = new Network(this.clock, this.history, setting.delays);
    this.outside = outside.make(this.clock, this.network, this.history, setting);
    this.openTab(0);
  }

  get hasRoom(): boolean {
    return this.tabs.length < TABS_AT_MOST;
  }

  openTab(pick: number): Tab {
    const account = ACCOUNTS[pick % ACCOUNTS.length] ?? { id: '', name: '' };
    const page = new Page(this.clock, account, (this.#pages += 1));
    const backend: Backend = this.outside.backend(page);
    const session: Session = this.outside.session(account);
    const tab = new Tab(page, session, this.history, backend, this.panel);
    this.tabs.push(tab);
    return tab;
  }

  kill(tab: Tab): void {
    tab.page.close();
    this.tabs = this.tabs.filter((each) => each !== tab);
  }

  /** The same account in a new page, in the place of the old one. */
  replace(tab: Tab, account = ACCOUNTS.indexOf(tab.page.account)): void {
    const place = this.tabs.indexOf(tab);
    this.kill(tab);
    const fresh = this.openTab(account);
    this.tabs = this.tabs.filter((each) => each !== fresh).toSpliced(place, 0, fresh);
  }

  /** Every laptop is closed for so long. */
  async sleep(ms: number): Promise<void> {
    const awake = this.tabs.filter(({ page }) => !page.isFrozen);
    for (const { page } of awake) page.freeze();
    await this.clock.pass(ms);
    for (const { page } of awake) page.thaw();
  }

  /** What may be bought in a session: two offers for each domain, and a renewal. */
  wishes(account: Account): readonly Wish[] {
    return this.outside.wishes(account);
  }

  /** What an admin sees in a tab, which must be what the host keeps. @throws Violation */
  judge(): void {
    for (const tab of this.tabs) tab.look();
    this.history.judge();
  }

  kept(account: Account): readonly Order[] {
    return this.outside.kept(account);
  }
}
