import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import published from '../../docs/openapi.yaml?raw';
import type { Schema } from './schemas.ts';

interface Reference {
  readonly $ref: string;
}

interface Answered {
  readonly headers?: Readonly<Record<string, Reference>>;
  readonly content?: Readonly<Record<string, { readonly schema: Reference }>>;
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: Answered;
  readonly responses: Readonly<Record<string, Answered | Reference>>;
}

interface Published {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly headers: Readonly<Record<string, { readonly required?: boolean }>>;
    readonly responses: Readonly<Record<string, Answered>>;
  };
}

const contract = parse(published) as Published;

// Real days and zones are the business of the schemas in wire.ts.
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(contract, 'contract');

const nameOf = ({ $ref }: Reference): string => $ref.split('/').at(-1) ?? '';

function operationFor(method: string, path: string): Operation | undefined {
  const found = Object.entries(contract.paths).find(
    ([template, methods]) =>
      method.toLowerCase() in methods &&
      new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  return found?.[1][method.toLowerCase()];
}

function bodyFaults(content: Answered['content'], type: string | null, text: string): string[] {
  if (!content) return text === '' ? [] : ['a body where none is promised'];
  const [media = ''] = (type ?? '').split(';');
  if (media === 'text/event-stream' && content[media]) return eventFaults(text);
  const promised = content[media];
  if (!promised) return [`the type ${media}, not ${Object.keys(content).join(' or ')}`];
  const validate = ajv.getSchema(`contract${promised.schema.$ref}`);
  if (!validate) throw new Error(`docs/openapi.yaml has no ${promised.schema.$ref}`);
  if (validate(JSON.parse(text))) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Every event is an order; the stream must have ended for it to be looked at. */
function eventFaults(text: string): string[] {
  const orders = [...text.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => data);
  const content = { order: { schema: { $ref: '#/components/schemas/Order' } } };
  const faults = orders.flatMap((data) => bodyFaults(content, 'order', data));
  return orders.length > 0 ? faults : ['no event'];
}

/** What is wrong with an answer by the published document alone, in words; empty when it is kept. */
export interface Checked {
  /** As in the document, or `null` for a call it does not know. */
  readonly operation: string | null;
  readonly status: number;
  readonly faults: readonly string[];
}

/** Holds an answer of a host against `docs/openapi.yaml`. @param path - Below the base URL, without a query. */
export async function check(method: string, path: string, response: Response): Promise<Checked> {
  const { status, headers } = response;
  const operation = operationFor(method, path);
  if (!operation) return { operation: null, status, faults: ['a call that is not published'] };
  const { operationId, responses } = operation;
  const found = responses[status] ?? (status >= 500 ? responses['5XX'] : undefined);
  if (!found) return { operation: operationId, status, faults: ['a status that is not published'] };
  const promised = '$ref' in found ? contract.components.responses[nameOf(found)] : found;
  const missing = Object.entries(promised?.headers ?? {})
    .filter(
      ([name, header]) =>
        contract.components.headers[nameOf(header)]?.required && !headers.has(name),
    )
    .map(([name]) => `no ${name} header`);
  // Of 401, 429 and 5xx nothing but the status and the headers is read.
  const isRead = status < 500 && status !== 401 && status !== 429;
  const text = await response.clone().text();
  const faults = isRead ? bodyFaults(promised?.content, headers.get('Content-Type'), text) : [];
  return { operation: operationId, status, faults: [...missing, ...faults] };
}

/** Every operation the document publishes. */
export const OPERATIONS: readonly string[] = Object.values(contract.paths).flatMap((methods) =>
  Object.values(methods).map(({ operationId }) => operationId),
);
