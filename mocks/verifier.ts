import { CANARY } from './canary.ts';

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** A secret of 256 random bits, to be kept by whoever makes it. */
export const newVerifier = (): string =>
  `${CANARY}-${base64url(crypto.getRandomValues(new Uint8Array(32)))}`;

/** The token whose holder can show nothing without the verifier: its SHA-256 as base64url. */
export async function tokenOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64url(new Uint8Array(digest));
}
