import type { Release } from './release.ts';
import type { Judged, Targets } from './target.ts';

/** Which of the three questions "what is newest?" is meant. */
export type TargetName = keyof Targets;

/** One of the releases an extension could be brought to, and every question it answers. */
export interface TargetLine {
  readonly release: Release;
  /** In the order covered, for this host, overall; never empty. */
  readonly answers: readonly TargetName[];
}

/** Nearest first, which is also how much stands in the way. */
const QUESTIONS: readonly TargetName[] = ['covered', 'forHost', 'overall'];

/**
 * Newest covered, newest for this host, newest of all; one release that answers several questions is one line.
 *
 * @returns One to three lines, or none where nothing newer is known.
 */
export function targetLines({ targets }: Judged): readonly TargetLine[] {
  const lines: { release: Release; answers: TargetName[] }[] = [];
  for (const name of QUESTIONS) {
    const release = targets[name];
    if (release === null) continue;
    const last = lines.at(-1);
    if (last?.release === release) last.answers.push(name);
    else lines.push({ release, answers: [name] });
  }
  return lines;
}
