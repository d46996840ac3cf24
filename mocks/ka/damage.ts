import type { Damage } from './state.ts';

/** A token as it arrives after a chain of systems that meant well. */
export function damaged(token: string, damage: Damage | null | undefined): string {
  switch (damage) {
    case undefined:
    case null:
      return token;
    case 'upper-cased':
      return token.toUpperCase();
    case 'cut':
      return token.slice(0, -4);
    case 'extended':
      return `${token}%20`;
    case 'decoded':
      return token.replaceAll('-', '+').replaceAll('_', '/');
  }
}
