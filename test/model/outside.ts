import type { Backend } from '../../src/backend/backend.ts';
import type { Session } from '../../src/backend/session.ts';
import type { Order, Wish } from '../../src/domain/order.ts';
import type { Clock } from './clock.ts';
import type { History } from './history.ts';
import type { Network } from './network.ts';
import type { Page } from './page.ts';
import type { Account } from './parties/host.ts';
import type { Damage } from './parties/key-administrator.ts';
import type { Setting } from './world.ts';
import { CAPABILITIES, type Capability } from '../../src/domain/capability.ts';

/** `unheard`: nobody behind the host knows of a payment. `due`: it can be delivered to its domain now. */
export type Behind = 'unheard' | 'paid' | 'due';

/** Store, key administrator, vendor and host, as people and chance have to do with them. */
export interface Outside {
  /** A page's way to its host. */
  backend(page: Page): Backend;
  session(account: Account): Session;
  wishes(account: Account): readonly Wish[];
  /** What the account's host keeps. */
  kept(account: Account): readonly Order[];
  /** How far an order is behind the host, for whoever asks there now. */
  behind(token: string): Behind;
  /** A browser goes to the store. */
  visit(href: string): void;
  pay(which: number, isTest: boolean): void | Promise<void>;
  abandon(which: number): void;
  refund(which: number): void | Promise<void>;
  /** The key administrator tells the vendor once more of something. */
  tellAgain(which: number): void | Promise<void>;
  /** What is paid next is told so much later, in milliseconds. */
  tellLater(ms: number): void;
  /** The store wants something of its buyers before it goes on, or no longer. */
  askToAct(isAsked: boolean): void;
  /** At the store somebody picks another offer than the one in the link. */
  mistake(): void;
  /** The next notice is altered, or gets lost. */
  spoilNotice(how: Damage | 'before' | 'after'): void | Promise<void>;
  /** The vendor takes so much longer to prepare what it hears of next, in milliseconds. */
  prepareLonger(ms: number): void;
  /** What waits at the vendor is ready. */
  hurry(): void | Promise<void>;
  forget(which: number): void;
  /** The next delivery fails in that half. */
  breakDelivery(half: 'license' | 'install'): void;
  /** The next question of the host to the vendor goes wrong. */
  cutOff(how: 'down' | 'lost-after'): void | Promise<void>;
  dropDomain(which: number): void | Promise<void>;
  renameDomain(which: number): void | Promise<void>;
  /** The host sends people elsewhere to pay its next order. */
  moveStore(origin: string): void;
  /** Everybody works as they should. */
  heal(): void | Promise<void>;
}

/** Builds the parties of one run. */
export interface OutsideMaker {
  /** Waits until all that was begun waits for the clock again. */
  readonly settle: () => Promise<void>;
  make(clock: Clock, network: Network, history: History, setting: Setting): Outside;
}

/** What a host of this setting can do. */
export const abilitiesOf = ({ mints, sure }: Setting): Capability[] =>
  CAPABILITIES.filter(
    (each) => (each !== 'verifier' || mints) && (each !== 'idempotentFulfillment' || sure),
  );
