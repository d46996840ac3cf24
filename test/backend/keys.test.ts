import { expect, it } from 'vitest';
import * as example from '../contract/examples.ts';
import { failureOf, sayingJson } from './given.ts';

it('reads the license of one extension, asking for that one alone', async () => {
  const { backend, left } = sayingJson({ ...example.extensionLicense, extension: 'a/b c' });

  expect(await backend.licenses.licenseOf('a/b c')).toEqual(example.extensionLicense.license);
  expect(left).toMatchObject([{ method: 'GET', path: '/extensions/a%2Fb%20c/license' }]);
});

it('takes an answer about another extension for none', async () => {
  const { backend } = sayingJson(example.extensionLicense);

  expect(await failureOf(backend.licenses.licenseOf('other'))).toMatchObject({
    call: 'license-of',
    failure: { kind: 'unreadable', at: 'extension', expected: 'the extension asked about' },
  });
});

it.each([{ kind: 'perpetual' }, { kind: 'forever' }, null, 'a license', undefined])(
  'takes %o for a license nobody knows, never for one that covers anything',
  async (license) => {
    const { backend } = sayingJson({ extension: 'importer', license });

    expect(await backend.licenses.licenseOf('importer')).toMatchObject({ kind: 'unknown' });
  },
);

it('keeps nothing of a license but what the contract names: a body that a host let slip goes no further', async () => {
  const license = { ...example.LICENSES['subscription'], body: 'SECRET', activationCode: 'SECRET' };
  const { backend } = sayingJson({ extension: 'importer', license, body: 'SECRET' });
  const read = await backend.licenses.licenseOf('importer');

  expect(read).toEqual(example.LICENSES['subscription']);
  expect(JSON.stringify(read)).not.toContain('SECRET');
});

it('asks for a roll back by the number of the key, under the key of the press', async () => {
  const { backend, left } = sayingJson(example.rolledBackKey);

  expect(await backend.licenses.rollBackKey('EXT.1/2', 'one-key')).toEqual(example.rolledBackKey);
  expect(left).toMatchObject([{ method: 'POST', path: '/licenses/EXT.1%2F2/roll-back' }]);
  expect(left[0]?.headers.get('Idempotency-Key')).toBe('one-key');
  expect(left[0]?.body).toBeUndefined();
});

it('tells of an earlier key that makes no sense, and offers none', async () => {
  const [page] = [example.inventoryPage];
  const [first] = page.extensions as object[];
  const { backend } = sayingJson({
    ...page,
    extensions: [{ ...first, previousLicense: { kind: 'perpetual' } }],
  });
  const { extensions } = await backend.host.extensions();

  expect(extensions[0]?.previousLicense).toBeNull();
  expect(extensions[0]?.unreadable).toMatchObject([{ at: 'previousLicense.number' }]);
});

it('reads what a host says beside a lease, and leaves out what it does not', async () => {
  const {
    autoRenews: _,
    terminatesOn: __,
    ...plain
  } = example.LICENSES['subscription'] as Record<string, unknown>;
  const { backend } = sayingJson({ extension: 'importer', license: plain });

  expect(await backend.licenses.licenseOf('importer')).toStrictEqual(plain);
});
