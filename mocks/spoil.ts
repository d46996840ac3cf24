/*
 * What becomes of a good answer on its way to whoever asked. Each gives a new answer; the one given is used up.
 */

/** Statuses of answers that cannot carry a body. */
const BODILESS = [204, 304];

/** The same answer with another body, or without one. */
function withBody(answer: Response, body: BodyInit | null): Response {
  const headers = new Headers(answer.headers);
  headers.delete('Content-Length');
  const was = answer.status;
  if (!BODILESS.includes(was)) return new Response(body, { status: was, headers });
  headers.set('Content-Type', 'application/json');
  return new Response(body, { status: body === null && was === 204 ? 204 : 200, headers });
}

const isAbout = (answer: Response, type: RegExp): boolean =>
  type.test(answer.headers.get('Content-Type') ?? '');

/** What an answer says; of news that go on without an end, nothing. */
async function textOf(answer: Response): Promise<string> {
  if (!isAbout(answer, /event-stream/)) return answer.text();
  await answer.body?.cancel();
  return '';
}

type Members = Record<string, unknown>;
const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Changes the JSON of an answer; an answer without JSON stays as it is. */
async function rewritten(answer: Response, change: (body: Members) => Members): Promise<Response> {
  if (!isAbout(answer, /json/)) return answer;
  const body: unknown = await answer.json();
  return withBody(answer, JSON.stringify(isMembers(body) ? change(body) : body));
}

/** Cut off in the middle, as when a connection breaks that nobody counted the bytes of. */
export async function cutOff(answer: Response): Promise<Response> {
  const text = await textOf(answer);
  return withBody(answer, text === '' ? '{"' : text.slice(0, Math.ceil(text.length / 2)));
}

/** Without its body. */
export const emptied = (answer: Response): Response => withBody(answer, null);

/** Its first member is of another type. */
export const mistyped = (answer: Response): Promise<Response> =>
  rewritten(answer, (body) => {
    const [first] = Object.entries(body);
    if (!first) return body;
    const [name, value] = first;
    return { ...body, [name]: typeof value === 'number' ? 'a word' : 42 };
  });

/** Names of what an answer is about. */
const SUBJECTS = ['token', 'id', 'extension', 'key'];

/** Another name of the same shape. */
const another = (name: string): string => name.slice(0, -1) + (name.endsWith('x') ? 'y' : 'x');

const aboutAnother = (body: Members): Members =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      if (name === 'lines' && Array.isArray(value))
        return [name, value.map((line) => (isMembers(line) ? aboutAnother(line) : line))];
      const isSubject = SUBJECTS.includes(name) && typeof value === 'string';
      return [name, isSubject ? another(value) : value];
    }),
  );

/** About another token, task, batch or extension than the one asked about; an answer about none stays as it is. */
export const mistaken = (answer: Response): Promise<Response> => rewritten(answer, aboutAnother);

const MEGABYTE = new TextEncoder().encode(' '.repeat(1_000_000));

/** Followed by more blanks than anyone should read: {@link MEGABYTES} megabytes of them. */
export async function swollen(answer: Response): Promise<Response> {
  const start = new TextEncoder().encode(await textOf(answer));
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(start),
    pull(stream) {
      if (sent === MEGABYTES) return stream.close();
      sent += 1;
      return stream.enqueue(MEGABYTE);
    },
  });
  return withBody(answer, body);
}

/** More than a panel reads. */
const MEGABYTES = 50;

/** Its head and half of its body at once, and then no more, without an end. */
export async function dripping(answer: Response): Promise<Response> {
  const half = new TextEncoder().encode(await (await cutOff(answer)).text());
  return withBody(answer, new ReadableStream({ start: (stream) => stream.enqueue(half) }));
}

/** An answer as it can be kept. */
export interface Kept {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | null;
}

/** Keeps an answer; the one given stays good. */
export async function keep(answer: Response): Promise<Kept> {
  const body = answer.body === null ? null : await textOf(answer.clone());
  return { status: answer.status, headers: [...answer.headers], body };
}

/** The answer that was kept. */
export const again = ({ status, headers, body }: Kept): Response =>
  new Response(body, { status, headers: headers.map(([name, value]) => [name, value]) });
