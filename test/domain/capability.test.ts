import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { CAPABILITIES, permitted, type Role, ROLES } from '../../src/domain/capability.ts';

const allowed = (...roles: readonly Role[]) => [...permitted(CAPABILITIES, roles)].sort();

const PAYING = [
  'activate',
  'activity',
  'idempotentFulfillment',
  'progress',
  'purchase',
  'quote',
  'retrieveKeys',
  'returnedLicenses',
  'verifier',
];

it('permits an admin all that the host can do', () => {
  expect(allowed('admin')).toEqual([...CAPABILITIES].sort());
});

it('permits a buyer to pay and to activate, and to see what became of it', () => {
  expect(allowed('buyer')).toEqual(PAYING);
});

it('permits a viewer to look', () => {
  expect(allowed('viewer')).toEqual(['activity', 'progress']);
});

it('permits nothing to whoever has no role, or only one that nobody knows', () => {
  expect(allowed()).toEqual([]);
  expect(allowed('owner' as Role)).toEqual([]);
});

it('permits whoever has several roles what any of them permits', () => {
  expect(allowed('viewer', 'buyer')).toEqual(PAYING);
  expect(allowed('viewer', 'owner' as Role)).toEqual(allowed('viewer'));
  expect(allowed('buyer', 'admin')).toEqual(allowed('admin'));
});

it('never permits what the host cannot do', () => {
  const host = fc.subarray([...CAPABILITIES]);
  const roles = fc.subarray([...ROLES]);
  fc.assert(
    fc.property(host, roles, (able, who) => {
      expect([...permitted(able, who)].filter((each) => !able.includes(each))).toEqual([]);
    }),
  );
});
