import { toJsonSchemaDefs } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import * as wire from '../../src/backend/wire.ts';
import { WORDS } from './words.ts';

/** The schemas of the contract under the names they have in the document. */
export const SCHEMAS = {
  Session: wire.WireSession,
  InventoryPage: wire.WireInventoryPage,
  Extension: wire.WireExtension,
  Status: wire.WireStatus,
  Hold: wire.WireHold,
  HoldGround: wire.WireHoldGround,
  Skip: wire.WireSkip,
  Advisory: wire.WireAdvisory,
  Release: wire.WireRelease,
  DetailedRelease: wire.WireDetailedRelease,
  Releases: wire.WireReleases,
  License: wire.WireLicense,
  Task: wire.WireTask,
  Tasks: wire.WireTasks,
  BatchRequest: wire.WireBatchRequest,
  BatchStep: wire.WireBatchStep,
  Batch: wire.WireBatch,
  Batches: wire.WireBatches,
  Activity: wire.WireActivity,
  ActivityPage: wire.WireActivityPage,
  Install: wire.WireInstall,
  HoldRequest: wire.WireHoldRequest,
  SkipRequest: wire.WireSkipRequest,
  AutoUpdate: wire.WireAutoUpdate,
  AutoUpdated: wire.WireAutoUpdated,
  Licenses: wire.WireLicenses,
  ExtensionLicense: wire.WireExtensionLicense,
  Code: wire.WireCode,
  Activation: wire.WireActivation,
  ReturnedLicenses: wire.WireReturnedLicenses,
  ReturnedLicense: wire.WireReturnedLicense,
  Loss: wire.WireLoss,
  ReturnedApplication: wire.WireReturnedApplication,
  QuoteRequest: wire.WireQuoteRequest,
  Quote: wire.WireQuote,
  Offer: wire.WireOffer,
  Offers: wire.WireOffers,
  Target: wire.WireTarget,
  Targets: wire.WireTargets,
  Money: wire.WireMoney,
  Minted: wire.WireMinted,
  Wish: wire.WireWish,
  Order: wire.WireOrder,
  Orders: wire.WireOrders,
  Problem: wire.WireProblem,
} satisfies Record<string, v.GenericSchema>;

export type SchemaName = keyof typeof SCHEMAS;

export const isSchemaName = (name: string): name is SchemaName => Object.hasOwn(SCHEMAS, name);

/** A JSON Schema, as far as this contract uses it. */
export interface Schema {
  [keyword: string]: unknown;
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  description?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

/** Schemas that repeat the members of another, and with them its words. */
const REPEATS: Readonly<Record<string, string>> = { DetailedRelease: 'Release', Order: 'Wish' };

/** Lists that are read entry by entry; what their entries are is said here. */
const ENTRIES: Readonly<Record<string, SchemaName>> = {
  'InventoryPage.extensions': 'Extension',
  'Batches.batches': 'Batch',
  'Orders.orders': 'Order',
  'ReturnedLicenses.licenses': 'ReturnedLicense',
  'ActivityPage.entries': 'Activity',
};

const refTo = (name: string): string => `#/components/schemas/${name}`;

/**
 * The schemas of `wire.ts` as JSON Schemas, every member with its description.
 *
 * @throws Error naming the members without a description, and the descriptions without a member.
 */
export function jsonSchemas(): Record<string, Schema> {
  const schemas = toJsonSchemaDefs(SCHEMAS, {
    target: 'draft-2020-12',
    typeMode: 'input',
    errorMode: 'throw',
    // Checks beyond JSON Schema (a real day, a known zone) are told in words.
    ignoreActions: ['check'],
    overrideRef: ({ referenceId }) => refTo(referenceId),
  });
  const used = new Set<string>();
  const missing: string[] = [];
  const wordsFor = (path: string): string => {
    const [name = '', ...rest] = path.split('.');
    const inEveryKind = path.replace(/^(License|Status|Loss)\.[^.]+\./, '$1.*.');
    const candidates = [path, [REPEATS[name], ...rest].join('.'), inEveryKind];
    const found = candidates.find((candidate) => Object.hasOwn(WORDS, candidate));
    if (found === undefined) missing.push(path);
    else used.add(found);
    return WORDS[found ?? ''] ?? '';
  };

  const described = Object.entries(schemas).map(([name, schema]) => {
    const { description: _, ...rest } = describe(schema as Schema, name, wordsFor);
    return [name, { description: wordsFor(name), ...rest }] as const;
  });
  const unused = Object.keys(WORDS).filter((word) => !used.has(word));
  if (missing.length + unused.length > 0) {
    throw new Error(
      `words.ts: without words are [${missing.join(', ')}]; not of the contract are [${unused.join(', ')}]`,
    );
  }
  return Object.fromEntries(described);
}

type Words = (path: string) => string;

function describe(schema: Schema, path: string, words: Words): Schema {
  const plain = nullableInOne(schema);
  const { properties, required, items, oneOf, anyOf, ...rest } = plain;
  const entries = ENTRIES[path];
  return {
    ...rest,
    ...(required && required.length > 0 ? { required } : {}),
    ...(properties ? { properties: describeMembers(properties, path, words) } : {}),
    ...(items
      ? { items: entries ? { $ref: refTo(entries) } : describe(items, `${path}[]`, words) }
      : {}),
    ...(oneOf ? { oneOf: oneOf.map((option) => describeKind(option, path, words)) } : {}),
    ...(anyOf ? { anyOf: anyOf.map((option) => describe(option, path, words)) } : {}),
  };
}

const describeMembers = (members: Record<string, Schema>, path: string, words: Words) =>
  Object.fromEntries(
    Object.entries(members).map(([name, member]) => {
      const at = `${path}.${name}`;
      return [name, { description: words(at), ...describe(member, at, words) }];
    }),
  );

/** One kind of a union, named after its `kind`. */
function describeKind(option: Schema, path: string, words: Words): Schema {
  const at = `${path}.${String(option.properties?.['kind']?.const)}`;
  return { description: words(at), ...describe(option, at, words) };
}

/** `type: [string, 'null']` instead of a choice between two schemas, where there is but one to read. */
function nullableInOne(schema: Schema): Schema {
  const { anyOf, ...rest } = schema;
  const [value, nothing] = anyOf ?? [];
  const isPlain = typeof value?.type === 'string' && !('enum' in value) && nothing?.type === 'null';
  return isPlain ? { ...value, ...rest, type: [String(value.type), 'null'] } : schema;
}
