import { day, type Day } from '../../src/domain/day.ts';
import type { License } from '../../src/domain/license.ts';
import type { CatalogOffer } from '../catalog.ts';
import type { CatalogRelease, HostExtension } from '../host/state.ts';

/** A release built and announced on one day, for any host. */
export const release = (
  version: string,
  builtOn: string,
  more: Partial<CatalogRelease> = {},
): CatalogRelease => ({
  version,
  builtAt: `${builtOn}T12:00:00Z`,
  publishedOn: builtOn,
  requiresHost: '*',
  ...more,
});

/** An extension that runs, with these releases; the first is installed unless another is named. */
export function extension(
  key: string,
  name: string,
  license: License,
  releases: readonly CatalogRelease[],
  more: Partial<HostExtension> = {},
): HostExtension {
  return {
    key,
    name,
    vendor: 'Example Vendor',
    installed: releases[0]?.version ?? null,
    status: { kind: 'enabled' },
    license,
    policy: 'build-date',
    hold: null,
    autoUpdate: false,
    releases: [...releases],
    kept: [],
    ...more,
  };
}

const key = (number: string) => ({ number, standing: 'active', errors: [] }) as const;

/** Runs for ever; maintained through that day. */
export const perpetual = (number: string, endsOn: string | null): License => ({
  kind: 'perpetual',
  ...key(number),
  maintenanceEndsOn: endsOn === null ? null : day(endsOn),
});

export const evaluation = (number: string, expiresOn: string): License => ({
  kind: 'evaluation',
  ...key(number),
  expiresOn: day(expiresOn),
});

/** A lease: paid through one day, running through a later one. */
export const lease = (number: string, paidThrough: Day, runsThrough: Day): License => ({
  kind: 'subscription',
  ...key(number),
  paidThrough,
  runsThrough,
});

/** A license for ever and a year's renewal, in whole dollars. */
export function sale(extensionKey: string, price: number, renewal: number): CatalogOffer[] {
  const usd = (amount: number) => ({ amount: `${amount}.00`, currency: 'USD' });
  const common = { extension: extensionKey, model: 'single', grants: 'perpetual' } as const;
  return [
    {
      ...common,
      id: `${extensionKey}-license`,
      name: 'License',
      description: 'Runs for ever, with twelve months of updates',
      price: usd(price),
      months: null,
      use: 'buy',
    },
    {
      ...common,
      id: `${extensionKey}-renewal`,
      name: 'Renewal',
      description: 'Twelve more months of updates',
      price: usd(renewal),
      months: 12,
      use: 'renewal',
    },
  ];
}

/** A trial of thirty days. */
export const trial = (extensionKey: string): CatalogOffer => ({
  id: `${extensionKey}-trial`,
  extension: extensionKey,
  name: 'Trial',
  description: 'Thirty days, everything included',
  model: 'single',
  price: { amount: '0.00', currency: 'USD' },
  months: null,
  grants: 'evaluation',
  use: 'buy',
});
