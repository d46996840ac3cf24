import type { Tone } from './Badge.tsx';

export interface FactsProps {
  readonly facts: readonly {
    readonly label: string;
    readonly words: string;
    readonly weight: Tone;
  }[];
}

/** A few things to know, each with its name. What is calm stands in the usual color. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="upkeep-known">
      {facts.map(({ label, words, weight }) => (
        <div key={label} className={`upkeep-tone-${weight}`}>
          <dt>{label}</dt>
          <dd className={weight === 'calm' ? undefined : 'upkeep-known-marked'}>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
