import type { Shown } from '../panel.ts';
import type { Tab } from '../tab.ts';
import type { World } from '../world.ts';
import { often, pressed, type Steps } from './step.ts';

const hasLink = ({ href }: Shown): boolean => href !== null;
const canDeliver = (shown: Shown): boolean => shown.canDeliver;
const canCancel = (shown: Shown): boolean => shown.canCancel;

const offersLink = ({ shown }: Tab): boolean => shown.some(hasLink);
const offersDelivery = ({ shown }: Tab): boolean => shown.some(canDeliver);
const offersCancel = ({ shown }: Tab): boolean => shown.some(canCancel);
const canSave = (tab: Tab): boolean => tab.canSave;

/** Does something with one of the orders that offer it. */
function withOne(
  tab: Tab,
  nth: number,
  offers: (shown: Shown) => boolean,
  act: (shown: Shown) => void,
) {
  const able = tab.shown.filter(offers);
  const one = able[nth % Math.max(1, able.length)];
  if (one) act(one);
}

function choose(tab: Tab, world: World, nth: number): void {
  const wishes = world.wishes(tab.page.account);
  const wish = wishes[nth % wishes.length];
  if (wish) tab.choose(wish);
}

function order(tab: Tab, world: World, nth: number): void {
  choose(tab, world, nth);
  if (tab.canSave) tab.save();
}

const follow = (tab: Tab, { outside }: World, nth: number): void =>
  withOne(tab, nth, hasLink, (shown) => {
    const href = tab.follow(shown);
    if (href !== null) outside.visit(href);
  });

const deliver = (tab: Tab, _: World, nth: number): void =>
  withOne(tab, nth, canDeliver, (shown) => tab.deliver(shown));

/** Addresses somebody may come back with, whatever they claim. */
const FORGED = ['paid-and-delivered-0000000000000', 'eve-1-token-00000000000000000001'];

/** Only an order that is shown is asked about. */
function comeBack(tab: Tab, _: World, nth: number): void {
  const token = FORGED[nth] ?? tab.shown[nth % Math.max(1, tab.shown.length)]?.order.token;
  if (tab.shown.some((shown) => shown.order.token === token)) tab.check();
}

/** What an admin does: the way from a choice to a delivery, and what leads off it. */
export const adminSteps: Steps[] = [
  ...often(2, pressed('choose', choose)),
  ...often(18, pressed('order', order)),
  ...often(
    4,
    pressed('save', (tab) => tab.save(), canSave),
  ),
  pressed(
    'save in haste',
    (tab) => {
      tab.save();
      tab.save();
    },
    canSave,
  ),
  ...often(
    2,
    pressed(
      'look for it',
      (tab) => tab.checkSaved(),
      (tab) => tab.canLook,
    ),
  ),
  ...often(26, pressed('follow the link', follow, offersLink)),
  ...often(
    2,
    pressed(
      'leave for the store',
      (tab, world, nth) => {
        follow(tab, world, nth);
        tab.page.freeze();
      },
      offersLink,
    ),
  ),
  ...often(8, pressed('deliver', deliver, offersDelivery)),
  pressed(
    'deliver in haste',
    (tab, world, nth) => {
      deliver(tab, world, nth);
      deliver(tab, world, nth);
    },
    offersDelivery,
  ),
  ...often(
    2,
    pressed(
      'cancel',
      (tab, _, nth) => withOne(tab, nth, canCancel, (shown) => tab.cancel(shown)),
      offersCancel,
    ),
  ),
  ...often(
    2,
    pressed('check now', (tab) => tab.check()),
  ),
  pressed('come back from the store', comeBack),
];
