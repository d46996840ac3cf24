import type { FlowName } from '../../kills/points.ts';
import { activation, renewal } from './license-walks.ts';
import { delivery, givenUp, liveDelivery, mintedPurchase, purchase } from './purchase-walk.ts';
import { allOneByOne, calledOff, goingBack, update } from './update-walks.ts';
import type { Walk } from './walk.ts';

/** How each flow is walked. */
export const WALKS: Record<FlowName, Walk> = {
  purchase,
  'purchase under the host’s own token': mintedPurchase,
  'purchase whose answers are lost': purchase,
  'delivery whose answer is lost': delivery,
  'delivery told as it happens': liveDelivery,
  'purchase given up': givenUp,
  renewal,
  'renewal, as its license is asked for': renewal,
  activation,
  'activation whose answer is lost': activation,
  update,
  'update, as the list is read again': update,
  'update whose answer is lost': update,
  'update called off': calledOff,
  'update called off, as it is read again': calledOff,
  'update of all, one by one': allOneByOne,
  'going back by removing first': goingBack,
  'going back, while it is being removed': goingBack,
  'going back, its second half': goingBack,
};
