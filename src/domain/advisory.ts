/** How bad a published flaw is, in its publisher's word. */
export const SEVERITIES = ['low', 'moderate', 'high', 'critical'] as const;
/** One such word. */
export type Severity = (typeof SEVERITIES)[number];

/** A published flaw of some versions of an extension. */
export interface Advisory {
  /** The publisher's own name for it: `CVE-2024-12345`, `SECURITY-3856`. */
  readonly id: string;
  readonly title: string;
  /** `null` when the publisher does not say. */
  readonly severity: Severity | null;
  /** The versions that have it, as a range in the host's constraint syntax: `<2.2.0`, `>=4.0 <4.23.0`. */
  readonly affects: string;
  /** Where to read about it: followed only through `safeLink`; `null` where there is no page. */
  readonly url: string | null;
}
