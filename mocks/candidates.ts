import type { HttpHandler } from 'msw';

/** A path of a route as an expression; `undefined` = it is not plain enough to tell. */
function expressionOf(path: unknown): RegExp | undefined {
  if (typeof path !== 'string' || /[*()]/.test(path)) return undefined;
  const parts = path.split(/(?<=[/])(:\w+)/);
  const plain = parts.map((part) => (part.startsWith(':') ? '[^/]+' : escaped(part)));
  return new RegExp(`^${plain.join('')}/?$`, 'i');
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Some answer every method. */
const taking = (method: HttpHandler['info']['method']) => (asked: string) =>
  typeof method === 'string' ? method === asked : method.test(asked);

/**
 * The handlers that may answer a request, by its method and path: a library that tries each of a hundred copies the
 * request for every one of them.
 */
export function candidatesOf(handlers: readonly HttpHandler[]) {
  const routes = handlers.map((handler) => ({
    handler,
    takes: taking(handler.info.method),
    path: expressionOf(handler.info.path),
  }));
  return ({ method, url }: Request): HttpHandler[] => {
    const [address = ''] = url.split(/[?#]/);
    return routes
      .filter((route) => route.takes(method) && (route.path?.test(address) ?? true))
      .map(({ handler }) => handler);
  };
}
