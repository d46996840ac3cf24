import type { Target } from '../../src/domain/order.ts';
import type { CatalogOffer } from '../catalog.ts';
import type { Setting } from '../setting.ts';
import { extension, perpetual, release, sale } from './extension.ts';

const TARGETS: readonly Target[] = [
  { id: 'domain-1', domain: 'example.com' },
  { id: 'domain-2', domain: 'shop.example.com' },
  { id: 'domain-3', domain: 'example.org' },
  { id: 'domain-4', domain: 'bücher.example' },
];

const offer = (id: string, name: string, description: string, amount: string): CatalogOffer => ({
  id,
  extension: 'seo-report',
  name,
  description,
  model: 'individual',
  price: { amount, currency: 'USD' },
  months: null,
  grants: 'copy',
  use: 'buy',
});

/** An extension whose reports are sold for one domain each. */
export const individualOffers = (): Setting => ({
  asOf: '2025-04-10T09:00:00Z',
  host: { name: 'Example Host', version: '4.2.0', constraints: 'npm' },
  extensions: [
    extension('seo-report', 'SEO Report', { kind: 'not-needed' }, [
      release('2.3.0', '2025-01-14'),
      release('2.4.0', '2025-03-18', { notes: '- Reports list broken links\n- Smaller PDF files' }),
    ]),
    extension('site-backup', 'Site Backup', perpetual('EXT.00100002', '2025-09-30'), [
      release('1.8.2', '2025-03-30'),
    ]),
  ],
  offers: [
    offer('seo-report-basic', 'Basic report', 'Up to 50 pages of one domain', '19.00'),
    offer(
      'seo-report-full',
      'Full report',
      'Every page of one domain, with a plan of action',
      '59.00',
    ),
    ...sale('site-backup', 49, 25),
  ],
  targets: TARGETS,
});

/** Tokens of the two orders that are there from the start. */
export const STARTED = {
  /** At the store, not paid. Begun by another administrator. */
  waiting: 'waiting-order-000000000000000000',
  /** Paid, told to the vendor, ready to be delivered. */
  ready: 'ready-order-00000000000000000000',
} as const;
