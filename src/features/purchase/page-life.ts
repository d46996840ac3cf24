import type { Backend } from '../../backend/backend.ts';

/**
 * What the admin did since this page was opened, by order token. It is gone after a reload, and that is its meaning:
 * a write may follow by itself only from something done in this page life.
 */
export interface PageLife {
  /** Orders whose store link was followed here: the admin's consent to have them delivered when ready. */
  readonly followed: Set<string>;
  /** Orders already delivered by that consent, which is good for one try. */
  readonly delivered: Set<string>;
  /** Orders seen open, so that their end is still told. */
  readonly seenOpen: Set<string>;
}

const lives = new WeakMap<Backend, PageLife>();

/** The page life of the panel that a backend belongs to. */
export function pageLife(backend: Backend): PageLife {
  let life = lives.get(backend);
  if (!life) {
    life = { followed: new Set(), delivered: new Set(), seenOpen: new Set() };
    lives.set(backend, life);
  }
  return life;
}
