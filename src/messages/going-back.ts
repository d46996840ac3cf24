import type { DataRisk, GoingBack, PackageState } from '../domain/going-back.ts';
import type { MessageId, Words } from './words.ts';
import type { Weight } from './verdicts.ts';

const PACKAGE: Record<PackageState, MessageId> = {
  kept: 'roll-back.package.kept',
  offered: 'roll-back.package.offered',
  gone: 'roll-back.package.gone',
  unknown: 'roll-back.package.unknown',
};

function dataWords(say: Words, data: DataRisk): string {
  switch (data.kind) {
    case 'none':
      return say('roll-back.data.none');
    case 'changed':
      return say('roll-back.data.changed', {
        count: data.by.length,
        version: data.by[0]?.version.text ?? '',
      });
    case 'unknown':
      return say('roll-back.data.unknown');
  }
}

/** One thing to know before going back. */
export interface GoingBackFact {
  readonly label: string;
  readonly words: string;
  readonly weight: Weight;
}

/**
 * Where the package comes from and what happens to stored data.
 *
 * @param back - `null` while the releases are still being read.
 */
export function goingBackFacts(say: Words, back: GoingBack | null): readonly GoingBackFact[] {
  const looking = say('roll-back.looking');
  return [
    {
      label: say('roll-back.package'),
      words: back === null ? looking : say(PACKAGE[back.package]),
      weight: back?.package === 'gone' ? 'warn' : 'calm',
    },
    {
      label: say('roll-back.data'),
      words: back === null ? looking : dataWords(say, back.data),
      weight: back === null || back.data.kind === 'none' ? 'calm' : 'warn',
    },
  ];
}
