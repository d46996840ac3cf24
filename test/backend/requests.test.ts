import { expect, it } from 'vitest';
import { panelOf, sayingJson } from './given.ts';

const NOTHING = () => new Response(null, { status: 204 });

it('asks for JSON with the host’s own headers, asked anew each time', async () => {
  let count = 0;
  const { backend, left } = panelOf(NOTHING, {
    headers: () => ({ 'X-CSRF-Token': `token-${(count += 1)}`, 'content-type': 'text/plain' }),
  });
  await backend.host.hold('seo', '', null, null);
  await backend.host.releaseHold('seo');

  expect(left.map(({ headers }) => headers.get('X-CSRF-Token'))).toEqual(['token-1', 'token-2']);
  expect(left[0]?.headers.get('Content-Type')).toBe('application/json');
  expect(left[0]?.headers.get('Accept')).toBe('application/json, application/problem+json');
});

it('writes keys and ids into addresses so that they stay one part', async () => {
  const { backend, left } = panelOf(NOTHING);
  await backend.host.releaseHold('a/b?c=#d %2e');
  await backend.host.cancelTask('bücher/1');

  expect(left.map(({ path }) => path)).toEqual([
    '/extensions/a%2Fb%3Fc%3D%23d%20%252e/hold',
    '/tasks/b%C3%BCcher%2F1',
  ]);
});

it('never puts an activation code into an address', async () => {
  const { backend, left } = sayingJson({ licenses: [] });
  await backend.licenses.previewActivation('A1B2C3-SECRET');
  await backend.licenses.activate('A1B2C3-SECRET', 'key');

  expect(left.map(({ path, body }) => [path, body])).toEqual([
    ['/activations/preview', { code: 'A1B2C3-SECRET' }],
    ['/activations', { code: 'A1B2C3-SECRET' }],
  ]);
});

it('takes an answer without words for what it is where none are needed', async () => {
  const { backend } = panelOf(
    () => new Response('', { status: 200, headers: { 'Content-Type': 'text/html' } }),
  );

  await expect(backend.host.releaseHold('seo')).resolves.toBeUndefined();
});
