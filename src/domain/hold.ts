import type { Day } from './day.ts';
import type { License } from './license.ts';

/** What a hold was decided under. When either changes, the decision is due again and the hold has ended. */
export interface HoldGround {
  readonly hostVersion: string;
  /** The {@link licenseMark} of that time. */
  readonly license: string;
}

/** An administrator's decision not to update an extension for now. */
export interface Hold {
  readonly reason: string;
  readonly by: string;
  /** The last day of the hold; `null` = until someone releases it. */
  readonly until: Day | null;
  /** `null` where the host did not keep it: then only the day, or a person, ends the hold. */
  readonly ground: HoldGround | null;
}

/** An administrator's decision against one release. The next one is offered again. */
export interface Skip {
  readonly version: string;
  readonly reason: string;
  readonly by: string;
}

/**
 * What a license allows, in a word and a day: a renewal changes it, and so does another kind of license. A lease paid
 * for one more month does not, nor does a longer trial. Holds no number or key.
 */
export function licenseMark(license: License): string {
  switch (license.kind) {
    case 'not-needed':
    case 'missing':
    case 'unknown':
    case 'evaluation':
    case 'subscription':
      return license.kind;
    case 'perpetual':
      return `perpetual ${license.maintenanceEndsOn ?? 'never'}`;
  }
}

const UNKNOWN = 'unknown' satisfies License['kind'];

/** What a hold decided now is decided under. */
export const groundOf = ({ hostVersion, license }: Omit<HoldView, 'today'>): HoldGround => ({
  hostVersion,
  license: licenseMark(license),
});

/** What a hold is looked at with. */
export interface HoldView {
  readonly today: Day;
  readonly hostVersion: string;
  readonly license: License;
}

/** Whether a hold is in force, and why it no longer is. */
export type HoldState =
  | { readonly kind: 'in-force'; readonly hold: Hold }
  | { readonly kind: 'none' }
  /** `because`: its last day has passed, the host is another version, or the license allows something else. */
  | {
      readonly kind: 'ended';
      readonly hold: Hold;
      readonly because: 'day' | 'host' | 'license';
    };

/**
 * How a hold stands. It ends by itself after its last day and when host or license change; a license that nobody
 * knows at the moment, or knew when the hold began, has not changed.
 */
export function holdState(hold: Hold | null, view: HoldView): HoldState {
  if (hold === null) return { kind: 'none' };
  if (hold.until !== null && view.today > hold.until)
    return { kind: 'ended', hold, because: 'day' };
  const { ground } = hold;
  if (ground === null) return { kind: 'in-force', hold };
  if (ground.hostVersion !== view.hostVersion) return { kind: 'ended', hold, because: 'host' };
  const mark = licenseMark(view.license);
  const isKnown = mark !== UNKNOWN && ground.license !== UNKNOWN;
  return isKnown && ground.license !== mark
    ? { kind: 'ended', hold, because: 'license' }
    : { kind: 'in-force', hold };
}
