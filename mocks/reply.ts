import { HttpResponse } from 'msw';
import * as v from 'valibot';
import { PROBLEM_URN, type ProblemType } from '../src/backend/errors.ts';

/** A host's "no", thrown from anywhere inside an answer; it travels as `application/problem+json`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly status: number,
    readonly problem: ProblemType,
    detail: string,
    /** The task or order in the way. */
    readonly running?: string,
  ) {
    super(detail);
  }
}

/** A refusal as it travels. */
export const problem = ({ status, problem: type, message, running }: Refusal): Response =>
  HttpResponse.json(
    {
      type: PROBLEM_URN + type,
      title: type,
      status,
      detail: message,
      ...(running === undefined ? {} : { running }),
    },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );

/** A party behind the host failed; RFC 9457 has `about:blank` for what the status says by itself. */
export const badGateway = (detail: string): Response =>
  HttpResponse.json(
    { type: 'about:blank', title: 'Bad Gateway', status: 502, detail },
    { status: 502, headers: { 'Content-Type': 'application/problem+json' } },
  );

/** An answer that depends on who asks and must not be kept by caches without asking again. */
export const json = (
  body: object,
  {
    status = 200,
    headers = {},
  }: { readonly status?: number; readonly headers?: Record<string, string> } = {},
): Response =>
  HttpResponse.json(body, { status, headers: { 'Cache-Control': 'no-cache', ...headers } });

export const nothing = (): Response => new HttpResponse(null, { status: 204 });

/** Answers 304 to someone who knows this state already. */
export function tagged(request: Request, etag: string, body: () => object): Response {
  if (request.headers.get('If-None-Match') === etag) {
    return new HttpResponse(null, { status: 304, headers: { ETag: etag } });
  }
  return json(body(), { headers: { ETag: etag } });
}

/** Reads a request's JSON body. @throws Refusal `invalid-request` naming the first thing wrong with it. */
export async function bodyOf<S extends v.GenericSchema>(
  schema: S,
  request: Request,
): Promise<v.InferOutput<S>> {
  const text = await request.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'invalid-request', 'The body is not JSON; send application/json.');
  }
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Refusal(422, 'invalid-request', `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
}
