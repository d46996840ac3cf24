import type { CatalogOffer } from '../catalog.ts';
import type { Setting } from '../setting.ts';
import { extension, release, sale } from './extension.ts';

const backup = (
  id: string,
  name: string,
  description: string,
  amount: string,
  more: Pick<CatalogOffer, 'months' | 'grants'>,
): CatalogOffer => ({
  id: `backup-${id}`,
  extension: 'backup',
  name,
  description,
  model: 'multiple',
  price: { amount, currency: 'USD' },
  use: 'buy',
  ...more,
});

const unlicensed = { kind: 'missing', trialOffered: false } as const;

/**
 * The models that end in an activation code: one offer, several offers, pay as you go. The key administrator attaches
 * none of these keys by itself, so each arrives only with its code.
 */
export const otherModels = (): Setting => ({
  asOf: '2025-04-10T09:00:00Z',
  host: { name: 'Example Host', version: '4.2.0', constraints: 'npm' },
  attaches: false,
  extensions: [
    extension('forms', 'Contact Forms', unlicensed, [
      release('1.4.0', '2025-01-28'),
      release('1.5.0', '2025-03-19'),
    ]),
    extension('backup', 'Site Backup', unlicensed, [release('6.0.1', '2025-02-11')]),
    extension('mailer', 'Newsletter', unlicensed, [release('2.2.0', '2025-03-04')]),
  ],
  offers: [
    ...sale('forms', 49, 25),
    backup('year', 'Yearly', 'One year of backups and updates', '60.00', {
      months: 12,
      grants: 'subscription',
    }),
    backup('month', 'Monthly', 'A month at a time', '6.00', { months: 1, grants: 'subscription' }),
    backup('ever', 'For ever', 'Paid once, with twelve months of updates', '180.00', {
      months: null,
      grants: 'perpetual',
    }),
    {
      id: 'mailer-usage',
      extension: 'mailer',
      name: 'Pay as you go',
      description: '0.80 USD per thousand messages sent',
      model: 'pay-as-you-go',
      price: { amount: '0.00', currency: 'USD' },
      months: null,
      grants: 'perpetual',
      use: 'buy',
    },
  ],
});
