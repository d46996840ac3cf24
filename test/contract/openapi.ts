import { PROBLEM_TYPES } from '../../src/backend/errors.ts';
import { ABOUT } from './about.ts';
import { type Answered, CALLS, type PublishedCall, type Sent } from './calls.ts';
import * as example from './examples.ts';
import { problemExample, PROBLEMS } from './problems.ts';
import { jsonSchemas } from './schemas.ts';

const ref = (part: string, name: string) => ({ $ref: `#/components/${part}/${name}` });

const content = ({ schema, examples }: Sent, type = 'application/json') => ({
  [type]: { schema: ref('schemas', schema), examples: valued(examples) },
});

const valued = (examples: Sent['examples']) =>
  Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }]));

const headersOf = (names: readonly string[] = []) =>
  Object.fromEntries(names.map((name) => [HEADER_NAMES[name] ?? name, ref('headers', name)]));

const HEADER_NAMES: Readonly<Record<string, string>> = { RetryAfter: 'Retry-After' };

/** OpenAPI 3.1 has no words for a stream of events; each `data` is an order all the same. */
const streamed = (events: string) => ({
  'text/event-stream': {
    schema: { type: 'string', contentSchema: ref('schemas', 'Order') },
    examples: valued({ delivery: events }),
  },
});

const answer = ({ description, headers, body, events }: Answered) => ({
  description,
  ...(headers ? { headers: headersOf(headers) } : {}),
  ...(body ? { content: content(body) } : {}),
  ...(events ? { content: streamed(events) } : {}),
});

/** The problems of a call by status; those of one status share an answer. */
function refusals({ problems = [] }: PublishedCall) {
  const byStatus = new Map<number, Record<string, unknown>>();
  for (const each of problems) {
    const [type, status] = typeof each === 'string' ? [each, PROBLEMS[each].status] : each;
    const examples = byStatus.get(status) ?? {};
    byStatus.set(status, { ...examples, [type]: problemExample(type, status) });
  }
  return Object.fromEntries(
    [...byStatus].map(([status, examples]) => [
      status,
      {
        description: `Refused: ${Object.keys(examples)
          .map((type) => `\`${type}\``)
          .join(', ')}.`,
        content: content({ schema: 'Problem', examples }, 'application/problem+json'),
      },
    ]),
  );
}

function operation(call: PublishedCall) {
  const { id, part, capability, summary, description, parameters, request, answers } = call;
  const asked = capability ? `\n\nAsked only of hosts with the capability \`${capability}\`.` : '';
  return {
    operationId: id,
    tags: [part],
    summary,
    description: description + asked,
    ...(parameters ? { parameters: parameters.map((name) => ref('parameters', name)) } : {}),
    ...(request ? { requestBody: { required: true, content: content(request) } } : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, each]) => [status, answer(each)]),
      ),
      ...refusals(call),
      401: ref('responses', 'SignedOut'),
      429: ref('responses', 'TooMany'),
      '5XX': ref('responses', 'InTrouble'),
    },
  };
}

function paths() {
  const all: Record<string, Record<string, unknown>> = {};
  for (const call of CALLS) all[call.path] = { ...all[call.path], [call.method]: operation(call) };
  return all;
}

const inPath = (name: string, description: string, sample: string, pattern?: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string', ...(pattern ? { pattern } : { minLength: 1, maxLength: 200 }) },
  example: sample,
});

const parameters = {
  Key: inPath('key', 'Key of the extension, percent-encoded.', 'importer'),
  Version: inPath('version', 'Version of the release, percent-encoded.', '1.2.0'),
  TaskId: inPath('id', 'Id of the task, percent-encoded.', 'task-17'),
  BatchId: inPath('id', 'Id of the batch, percent-encoded.', 'batch-3'),
  ReturnedId: inPath('id', 'Id of the returned license, percent-encoded.', 'returned-2'),
  Token: inPath(
    'token',
    'Token of the order, see "Tokens".',
    example.TOKEN,
    '^[A-Za-z0-9_-]{22,128}$',
  ),
  Cursor: {
    name: 'cursor',
    in: 'query',
    description: '`next` of the page before; left out for the first page.',
    schema: { type: 'string', minLength: 1, maxLength: 500 },
    example: 'page-2',
  },
  ForExtension: {
    name: 'extension',
    in: 'query',
    required: true,
    description: 'Key of the extension to buy for.',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
    example: 'seo-report',
  },
  OnlyExtension: {
    name: 'extension',
    in: 'query',
    description: 'Only entries with this `extension`.',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
    example: 'seo-report',
  },
  OnlyBy: {
    name: 'by',
    in: 'query',
    description: 'Only entries by the person of this id.',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
    example: 'admin-3',
  },
  OnlyWhat: {
    name: 'what',
    in: 'query',
    description:
      'Only entries with one of these words in `what`, separated by commas. Words the host never writes are no error.',
    schema: { type: 'string', minLength: 1, maxLength: 500 },
    example: 'hold,release-hold',
  },
  Search: {
    name: 'search',
    in: 'query',
    description:
      'Only entries in which every word of this occurs, whatever the case: in the name of the person, in `extension`, `about`, `from`, `to`, `reason`, `text`, or in `what` where the panel does not know it.',
    schema: { type: 'string', minLength: 1, maxLength: 500 },
    example: 'report 2.4.0',
  },
  Number: {
    name: 'number',
    in: 'path',
    required: true,
    description: 'Number of the key in use, without its version.',
    schema: { type: 'string' },
    example: 'EXT.00100003',
  },
  Check: {
    name: 'check',
    in: 'query',
    description: '`true` = ask the key administrator now.',
    schema: { type: 'string', enum: ['true'] },
    example: 'true',
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: '`ETag` of the answer the panel has.',
    schema: { type: 'string' },
    example: 'W/"1744275600.2025-04-10"',
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'Names this one press of a button; retries carry the same. Sent by every panel, optional for scripts.',
    schema: { type: 'string', minLength: 1, maxLength: 128 },
    example: 'pQ4xV0m2ZsN8hJ6kT1bWc7Ry',
  },
};

const headers = {
  ETag: {
    description:
      'Changes with anything in the answer but `asOf`, and with the host’s calendar day.',
    required: true,
    schema: { type: 'string' },
    example: 'W/"1744275600.2025-04-10"',
  },
  'Cache-Control': {
    description:
      'The answer depends on who asks and must not be reused without asking: `no-cache` or stricter.',
    required: true,
    schema: { type: 'string' },
    example: 'no-cache',
  },
  Location: {
    description: 'Address of the task.',
    schema: { type: 'string' },
    example: '/upkeep/tasks/task-17',
  },
  RetryAfter: {
    description: 'How long to wait before asking again, in seconds or as an HTTP date.',
    schema: { type: 'string' },
    example: '30',
  },
};

const aboutBlank = (status: number, title: string, detail: string) => ({
  type: 'about:blank',
  title,
  status,
  detail,
});

const responses = {
  SignedOut: {
    description: 'Nobody is signed in any more. The body is not read.',
  },
  TooMany: {
    description: 'Asked too often. The body is not read.',
    headers: headersOf(['RetryAfter']),
  },
  InTrouble: {
    description:
      'The host, or a party behind it, is in trouble; the status is all that is read. Whether a write happened is then not known.',
    headers: headersOf(['RetryAfter']),
    content: content(
      {
        schema: 'Problem',
        examples: {
          behindTheHost: aboutBlank(502, 'Bad Gateway', 'The vendor did not give a usable answer.'),
          closed: aboutBlank(503, 'Service Unavailable', 'The host is being updated.'),
        },
      },
      'application/problem+json',
    ),
  },
};

function components() {
  const schemas = jsonSchemas();
  return {
    schemas: {
      ...schemas,
      License: { ...schemas['License'], examples: Object.values(example.LICENSES) },
      Problem: {
        ...schemas['Problem'],
        examples: PROBLEM_TYPES.map((type) => problemExample(type)),
      },
    },
    parameters,
    headers,
    responses,
  };
}

/** The published contract as an OpenAPI 3.1 document. */
export const openapi = () => ({
  openapi: '3.1.0',
  info: {
    title: 'Upkeep host contract',
    version: '0.1.0',
    summary: 'What an embedded update-manager panel asks of its host.',
    description: ABOUT,
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: 'https://panel.example.com/upkeep', description: 'The panel’s `baseUrl`.' }],
  security: [],
  tags: [
    { name: 'Host', description: 'Installed software.' },
    { name: 'Licenses', description: 'Licenses, activation codes, renewals.' },
    { name: 'Orders', description: 'Purchases in progress.' },
  ],
  paths: paths(),
  components: components(),
});
