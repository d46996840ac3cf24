import { Validator } from '@seriousme/openapi-schema-validator';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import published from '../../docs/openapi.yaml?raw';
import { PROBLEM_TYPES, PROBLEM_URN } from '../../src/backend/errors.ts';
import { WireActivity, WireBatch, WireExtension, WireOrder } from '../../src/backend/wire.ts';
import { CALLS, type Sent } from './calls.ts';
import { LICENSES } from './examples.ts';
import { problemExample } from './problems.ts';
import { isSchemaName, SCHEMAS } from './schemas.ts';
import { asYaml } from './yaml.ts';

it('is what the schemas say; if not, run node test/contract/write.mjs', () => {
  expect(parse(published)).toEqual(parse(asYaml()));
});

it('is a valid OpenAPI 3.1 document', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(parse(published));

  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  expect(validator.version).toBe('3.1');
});

it('refers to nothing that is not there, and defines nothing that is not used', () => {
  const referred = new Set(published.match(/(?<=#\/components\/)\w[\w/-]+/g));
  const { components } = parse(published) as { components: Record<string, object> };
  const defined = Object.entries(components).flatMap(([part, all]) =>
    Object.keys(all).map((name) => `${part}/${name}`),
  );

  expect([...referred].sort()).toEqual(defined.sort());
});

it('names no machine, no path of one, and speaks American English', () => {
  expect(published).not.toMatch(/localhost|\/(home|work|Users|tmp)\/|licence|cancelled|\bcolour/i);
  expect(new Set(published.match(/(?<=https:\/\/)[^/\s'"`]+/g))).toEqual(
    new Set(['panel.example.com', 'store.example.com', 'vendor.example.com']),
  );
});

const sentBy = CALLS.flatMap(({ id, request, answers }) => [
  ...(request ? [[id, 'request', request] as const] : []),
  ...Object.entries(answers).flatMap(([status, { body }]) =>
    body ? [[id, status, body] as const] : [],
  ),
]);

const schemaOf = ({ schema }: Sent) => {
  if (!isSchemaName(schema)) throw new Error(`There is no schema ${schema}`);
  return SCHEMAS[schema];
};

it.each(sentBy)('gives examples for %s (%s) that the schema reads', (_id, _where, sent) => {
  expect(Object.keys(sent.examples)).not.toEqual([]);
  for (const example of Object.values(sent.examples)) {
    expect(() => v.parse(schemaOf(sent), example)).not.toThrow();
    const {
      extensions = [],
      orders = [],
      batches = [],
      entries = [],
    } = example as {
      extensions?: unknown[];
      orders?: unknown[];
      batches?: unknown[];
      entries?: unknown[];
    };
    if (sent.schema === 'InventoryPage') v.parse(v.array(WireExtension), extensions);
    if (sent.schema === 'Batches') v.parse(v.array(WireBatch), batches);
    if (sent.schema === 'Orders') v.parse(v.array(WireOrder), orders);
    if (sent.schema === 'ActivityPage') v.parse(v.array(WireActivity), entries);
  }
});

it('gives an example of every kind of license', () => {
  expect(Object.keys(LICENSES).sort()).toEqual(
    SCHEMAS.License.options.map(({ entries }) => entries.kind.literal).sort(),
  );
  for (const [kind, license] of Object.entries(LICENSES)) {
    expect(v.parse(SCHEMAS.License, license).kind).toBe(kind);
  }
});

it.each(PROBLEM_TYPES)(
  'gives an example of the problem %s, and a call that refuses with it',
  (type) => {
    expect(v.parse(SCHEMAS.Problem, problemExample(type)).type).toBe(PROBLEM_URN + type);
    expect(
      CALLS.some(({ problems = [] }) => problems.some((each) => [each].flat()[0] === type)),
    ).toBe(true);
  },
);
