import { individualOffers } from '../../mocks/scenarios/individual-offers.ts';
import { extension, perpetual, release, sale } from '../../mocks/scenarios/extension.ts';
import { arrangeOrders } from '../../mocks/scenarios/started-orders.ts';
import { worldOf } from '../../mocks/setting.ts';
import type { World } from '../../mocks/world.ts';

/** Ten minutes: whatever is begun is still going on when a test looks. */
export const PACE = 600_000;

/**
 * A small host on which every call can be made: two updates ready, a license to renew, something to buy for a domain,
 * one order that waits for its payment and one that is ready to be delivered.
 */
export function smallWorld(): World {
  const { extensions, offers = [], ...setting } = individualOffers();
  const world = worldOf(
    {
      ...setting,
      extensions: [
        ...extensions.slice(0, 1),
        extension('site-backup', 'Site Backup', perpetual('EXT.00100002', '2025-09-30'), [
          release('1.8.2', '2025-03-30'),
          release('1.8.3', '2025-04-02'),
        ]),
        extension('page-cache', 'Page Cache', perpetual('EXT.00100003', '2025-03-31'), [
          release('1.0.0', '2024-06-01'),
          release('1.1.0', '2025-04-02'),
        ]),
      ],
      offers: [...offers, ...sale('page-cache', 49, 25)],
    },
    'individual-offers',
    { pace: PACE },
  );
  arrangeOrders(world);
  return world;
}
