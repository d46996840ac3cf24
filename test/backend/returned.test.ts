import { expect, it } from 'vitest';
import * as example from '../contract/examples.ts';
import { sayingJson } from './given.ts';

const [kept, downgrade] = example.returnedLicenses
  .licenses as readonly (typeof example.appliedLicense)[];

it('reads what came back, with an end by word only and every loss', async () => {
  const { backend } = sayingJson({
    licenses: [{ ...kept, license: { kind: 'perpetual', endsOn: 'never' } }, downgrade],
  });

  expect(await backend.licenses.returnedLicenses()).toEqual({
    licenses: [
      { ...kept, license: { kind: 'perpetual', endsOn: null, edition: null } },
      {
        ...downgrade,
        refused: {
          ...downgrade?.refused,
          losses: [
            { kind: 'evaluation-over-paid' },
            { kind: 'earlier-end', from: null, to: '2025-05-09' },
            { kind: 'lower-edition', from: '25 users', to: '10 users' },
          ],
        },
      },
    ],
    unreadable: [],
  });
});

it('tells of entries that make no sense or share an id, and shows the others', async () => {
  const { backend } = sayingJson({
    licenses: [
      kept,
      { ...kept, id: 'a', state: 'lost' },
      { ...kept, id: 'b' },
      { ...kept, id: 'b' },
    ],
  });
  const read = await backend.licenses.returnedLicenses();

  expect(read.licenses).toMatchObject([{ id: kept?.id }]);
  expect(read.unreadable).toMatchObject([
    { at: 'licenses[1].state' },
    { at: 'licenses.id' },
    { at: 'licenses.id' },
  ]);
});

it('asks for an application with what was agreed to, under the key of the press', async () => {
  const { backend, left } = sayingJson(example.appliedLicense);
  await backend.licenses.applyReturned('returned-2', ['earlier-end'], 'press-1');

  expect(left).toMatchObject([
    { path: '/returned-licenses/returned-2/application', body: { accept: ['earlier-end'] } },
  ]);
  expect(left[0]?.headers.get('Idempotency-Key')).toBe('press-1');
});

it.each([
  ['another license', { ...example.appliedLicense, id: 'returned-7' }, 'id'],
  ['one that is not in place', { ...example.appliedLicense, state: 'kept' }, 'state'],
])('does not take an answer about %s for an application', async (_what, answer, at) => {
  const { backend } = sayingJson(answer);

  await expect(backend.licenses.applyReturned('returned-2', [], 'key')).rejects.toMatchObject({
    call: 'apply-returned',
    outcomeUnknown: true,
    failure: { kind: 'unreadable', at },
  });
});
