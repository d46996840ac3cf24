import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { CALLS } from '../../contract/calls.ts';
import type { Moment, Point } from '../../kills/points.ts';
import { watchPages } from '../secrets.ts';
import type { Parties } from './parties.ts';

/** How long after its data has arrived a fresh page may take to show it, in milliseconds. */
const SHOWN_WITHIN = 1_000;

/** One page life: a fresh browser context with a panel in it, that remembers nothing of the lives before. */
export interface Life {
  readonly page: Page;
  /** Names of the calls sent so far, oldest first. */
  readonly sent: readonly string[];
  /** It is closed before it can show anything. */
  readonly isDying: boolean;
  /** Follows `walk` until the page is at the point where it is to be closed, and closes it there. */
  killed(walk: (page: Page) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export interface Birth {
  /** What the panel has to show once its data is there; `null` = that is not looked at. */
  readonly shows: RegExp | null;
  readonly kill?: { readonly point: Point; readonly moment: Moment };
  /** Who is signed in; the demo's administrator unless given. */
  readonly account?: string;
  /** Another life in whose browser this one is a further tab. */
  readonly beside?: Life;
  /** Abilities the panel is not told of. */
  readonly without?: readonly string[];
}

/** What the script in the page is told. */
interface Orders {
  readonly api: string;
  readonly calls: readonly {
    readonly id: string;
    readonly method: string;
    readonly path: string;
  }[];
  readonly shows: string | null;
  readonly point: Point | null;
  readonly moment: Moment | null;
  readonly without: readonly string[];
}

/** What it tells. */
interface Told {
  /** When the last of what a fresh panel needs had arrived, and when it was shown, on the page's own clock. */
  arrivedAt: number;
  shownAt: number;
}

/** Calls by name, and how their addresses read; the longer ones first. */
const calls = CALLS.map(({ id, method, path }) => ({
  id,
  method: method.toUpperCase(),
  path: `^${path.replace(/\{\w+\}/g, '[^/]+')}$`,
}));

/** The name of a call of the host's contract. */
function nameOfCall(api: string, method: string, url: string): string | undefined {
  const path = new URL(url).pathname.slice(new URL(api).pathname.length);
  return calls.find((call) => call.method === method && new RegExp(call.path).test(path))?.id;
}

/**
 * Stands between the panel and the network, in the page: loses one call's answer, and at its point lets nothing pass
 * any more, neither in nor out, until the page is closed from outside. So a page dies at exactly one moment, however
 * long closing it takes.
 */
function standBetween({ api, calls, shows, point, moment, without }: Orders): void {
  const real = window.fetch.bind(window);
  const now = performance.now.bind(performance);
  const later = window.setTimeout.bind(window);
  const told: Told = { arrivedAt: 0, shownAt: 0 };
  Object.assign(window, { told });
  const seen = new Map<string, number>();
  const silence = new Promise<never>(() => {});
  /** Nothing leaves any more. */
  let isMute = false;
  /** And nothing comes in. */
  let isDead = false;
  let sinceAfter = 0;

  const die = (): Promise<never> => {
    isMute = true;
    isDead = true;
    (window as unknown as { die: () => void }).die();
    return silence;
  };
  const nameOf = (method: string, url: string) => {
    const path = new URL(url, location.href).pathname.slice(new URL(api).pathname.length);
    return calls.find((call) => call.method === method && new RegExp(call.path).test(path))?.id;
  };
  /** Whether this is the call at which the page is to be closed. */
  const isDue = (name: string | undefined): boolean => {
    if (name === undefined || point === null) return false;
    const turn = (seen.get(name) ?? 0) + 1;
    seen.set(name, turn);
    if (name !== point.call) return false;
    if (point.after !== undefined) return seen.has(point.after) && ++sinceAfter === 1;
    return turn === (point.turn ?? 1);
  };
  /** The same answer out of memory, so that reading it waits for nothing. */
  const again = (response: Response, bytes: Uint8Array): Response =>
    new Response(
      [204, 304].includes(response.status)
        ? null
        : new ReadableStream({
            start(stream) {
              stream.enqueue(bytes);
              stream.close();
            },
          }),
      response,
    );

  window.fetch = async (input, init) => {
    if (isMute) return silence;
    const request = new Request(input, init);
    if (!request.url.startsWith(api)) return real(input, init);
    const name = nameOf(request.method, request.url);
    const isPoint = isDue(name);
    if (isPoint && moment === 'leaving') return die();
    const response = await real(input, init);
    if (isDead) return silence;
    if (isPoint && moment === 'committed') return die();
    const isStream = response.headers.get('Content-Type')?.startsWith('text/event-stream') ?? false;
    if (isStream) {
      if (isPoint) later(() => void die());
      return response;
    }
    let bytes = new Uint8Array(await response.arrayBuffer());
    if (isDead || (isPoint && moment === 'arrived')) return isDead ? silence : die();
    if (point?.lost !== undefined && name === point.lost) throw new TypeError('Failed to fetch');
    if (name === 'getSession' && without.length > 0) {
      const session = JSON.parse(new TextDecoder().decode(bytes)) as { capabilities: string[] };
      session.capabilities = session.capabilities.filter((each) => !without.includes(each));
      bytes = new TextEncoder().encode(JSON.stringify(session));
    }
    if (told.shownAt === 0) told.arrivedAt = now();
    // What waits for it runs before the next task does.
    if (isPoint) {
      isMute = true;
      later(() => void die());
    }
    return again(response, bytes);
  };

  if (shows === null) return;
  const wanted = new RegExp(shows);
  const look = () => {
    if (told.shownAt > 0 || !wanted.test(document.querySelector('#updates')?.textContent ?? ''))
      return;
    told.shownAt = now();
    watching.disconnect();
  };
  const watching = new MutationObserver(look);
  watching.observe(document, { subtree: true, childList: true, characterData: true });
}

/** What was seen in each browser that must not be seen anywhere. */
const watches = new WeakMap<BrowserContext, Awaited<ReturnType<typeof watchPages>>>();

/** Opens a panel in a context of its own, and sees that it shows where things stand soon enough. */
export async function born(browser: Browser, parties: Parties, birth: Birth): Promise<Life> {
  const { shows, kill, account, beside, without = [] } = birth;
  const context = beside?.page.context() ?? (await browser.newContext());
  const orders: Orders = {
    api: parties.api,
    calls,
    shows: shows?.source ?? null,
    point: kill?.point ?? null,
    moment: kill?.moment ?? null,
    without,
  };
  if (!beside) {
    watches.set(context, await watchPages(context));
    await context.addInitScript(standBetween, orders);
    // Hours pass at a word; the script above keeps the real clock.
    await context.clock.install({ time: HOST_CLOCK });
  }
  const page = await context.newPage();
  let die = () => {};
  const died = new Promise<void>((resolve) => {
    die = resolve;
  });
  await page.exposeFunction('die', () => die());
  const sent: string[] = [];
  const strange: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(parties.api)) return;
    const name = nameOfCall(parties.api, request.method(), request.url());
    if (name === undefined) strange.push(`${request.method()} ${request.url()}`);
    else sent.push(name);
  });
  const query = account === undefined ? '' : `&account=${account}`;
  await page.goto(`/?host=${parties.api}${query}`);

  const isDying = kill?.point.call === 'listOrders' && kill.point.after === undefined;
  if (shows !== null && !isDying) {
    const told = await page
      .waitForFunction(
        () => {
          const { told } = window as unknown as { told: Told };
          return told.shownAt > 0 ? told : null;
        },
        undefined,
        { polling: 20, timeout: 15_000 },
      )
      .then((handle) => handle.jsonValue());

    const shownAfter = (told?.shownAt ?? Infinity) - (told?.arrivedAt ?? 0);
    expect(shownAfter, 'from its data to the screen, in milliseconds').toBeLessThanOrEqual(
      SHOWN_WITHIN,
    );
  }

  return {
    page,
    sent,
    isDying,
    async killed(walk) {
      let isOver = false;
      const walked = walk(page).then(
        () => 'walked to the end',
        (error: unknown) => {
          if (!isOver) throw error;
          return 'closed';
        },
      );
      const outcome = await Promise.race([died.then(() => 'died'), walked]);
      expect(outcome, `${kill?.point.call} ${kill?.moment}`).toBe('died');
      isOver = true;
      const secrets = await watches.get(context)?.();
      await context.close();
      await walked;
      expect(strange).toEqual([]);
      expect(secrets).toEqual([]);
    },
    async close() {
      const secrets = await watches.get(context)?.();
      await context.close();
      expect(strange).toEqual([]);
      expect(secrets).toEqual([]);
    },
  };
}

/** What the hosts of the small scenarios show. */
const HOST_CLOCK = '2025-04-10T09:00:00Z';
