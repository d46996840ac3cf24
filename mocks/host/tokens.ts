import type { HttpHandler } from 'msw';
import { json } from '../reply.ts';
import type { Context, Route } from '../routes.ts';
import { newVerifier, tokenOf } from '../verifier.ts';

/** Makes the tokens of orders, where the host keeps a verifier behind each. An unused one costs nothing. */
export const tokenHandlers = (route: Route, { memory }: Context): HttpHandler[] => [
  route(
    'mint-token',
    'post',
    '/api/tokens',
    async () => {
      const verifier = newVerifier();
      const token = await tokenOf(verifier);
      await memory.change(({ host }) => {
        host.verifiers[token] = verifier;
      });
      return json({ token }, { status: 201 });
    },
    'verifier',
  ),
];
