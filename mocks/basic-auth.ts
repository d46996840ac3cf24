/** Name and password of one party at another, as `user:password`. */
export const basicAuth = (login: string): string => `Basic ${btoa(login)}`;

/** UTF-8 text as base64. */
export const toBase64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
