import { HttpResponse, type HttpHandler } from 'msw';
import { json } from '../reply.ts';
import type { Context, Route } from '../routes.ts';
import { note } from '../world.ts';
import { told } from './keys.ts';

/** Hangs a key on a host's main key, for a host that holds the license itself. Said again, it changes nothing. */
export const attachmentHandlers = (route: Route, { memory }: Context): HttpHandler[] => [
  route('attach', 'post', '/attachments', async ({ request }) => {
    const form = new URLSearchParams(await request.text());
    return memory.change((world) => {
      const number = form.get('ekn');
      const at = world.ka.keys.findIndex((key) => key.number === number && key.body !== null);
      const key = world.ka.keys[at];
      if (!key) return HttpResponse.text('There is no such key.', { status: 404 });
      key.mainKey = form.get('kn');
      // Of several keys of an extension the last one counts.
      world.ka.keys.push(...world.ka.keys.splice(at, 1));
      note(world, 'host', 'ka', 'install key', key.number);
      return json({ keys: [told(key)] });
    });
  }),
];
