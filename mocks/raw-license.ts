import * as v from 'valibot';
import { WireDay } from '../src/backend/wire.ts';
import { type Day, day } from '../src/domain/day.ts';
import { toBase64 } from './basic-auth.ts';
import { CANARY } from './canary.ts';

const Written = v.object({
  license: v.pipe(v.string(), v.regex(/^\w+\.\d+$/)),
  product: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  kind: v.picklist(['evaluation', 'perpetual', 'subscription']),
  endsOn: v.nullable(WireDay),
  users: v.pipe(v.number(), v.integer(), v.minValue(1)),
  host: v.string(),
});

/** What a license says that a store hands to the browser, and only that: what it grants is asked of the key administrator. */
export interface RawLicense {
  /** Key number. */
  readonly license: string;
  /** Key of the extension. */
  readonly product: string;
  readonly kind: 'evaluation' | 'perpetual' | 'subscription';
  /** `null` = no end. */
  readonly endsOn: Day | null;
  /** The edition: how many users it is for. */
  readonly users: number;
  /** Number of the main key of the host it is for. */
  readonly host: string;
}

/** A license as text that a form can carry. */
export const writeRaw = (license: RawLicense): string =>
  toBase64(JSON.stringify({ ...license, seal: CANARY }));

/** Reads such a text; `undefined` when it is none. */
export function readRaw(text: string): RawLicense | undefined {
  try {
    const bytes = Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0));
    const read = v.parse(Written, JSON.parse(new TextDecoder().decode(bytes)));
    return { ...read, endsOn: read.endsOn === null ? null : day(read.endsOn) };
  } catch {
    return undefined;
  }
}
